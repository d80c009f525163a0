"""`quiz doctor`, `backup`, `history` and `forget`: looking after what is kept."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from quiz.store.history.backup import backups
from tests.cli.running import Cli


@pytest.fixture
def studied(cli: Cli) -> Cli:
    """Three answers in the history."""
    ran = cli("study", "sets", "--plain", "--new", "3", typed=":k\n\n:k\n\n:k\n\n:q\n")
    assert ran.status == 0
    return cli


def history(cli: Cli) -> Path:
    return cli.home / "history.sqlite"


def damage(path: Path) -> None:
    """Random bytes in every second page."""
    content, chance = bytearray(path.read_bytes()), random.Random(5)
    for start in range(4096, len(content) - 4096, 8192):
        content[start : start + 4096] = chance.randbytes(4096)
    path.write_bytes(content)


def reviews(cli: Cli) -> int:
    lines = cli("history", "export").out.splitlines()
    return sum(line.startswith('{"review"') for line in lines)


def test_the_doctor_finds_nothing_wrong_with_a_fresh_home(cli: Cli) -> None:
    ran = cli("doctor")
    assert ran.status == 0
    assert "error" not in ran.out
    assert not history(cli).exists()


def test_the_doctor_finds_damage_and_mends_it_from_the_backup(studied: Cli) -> None:
    assert studied("backup").status == 0
    damage(history(studied))
    sick = studied("doctor")
    assert sick.status == 1
    assert "error    history" in sick.out
    assert "quiz doctor --repair" in sick.out
    unasked = studied("doctor", "--repair")
    assert unasked.status == 2
    assert "--yes says it" in unasked.err
    mended = studied("doctor", "--repair", "--yes")
    assert mended.status == 0
    assert "ok       history       3 reviews, each as it was written" in mended.out
    assert (studied.home / "history.sqlite.damaged-1").exists()


def test_the_doctor_speaks_json(studied: Cli) -> None:
    found = json.loads(studied("doctor", "--format", "json").out)
    assert {one["subject"] for one in found} >= {"history", "backups", "disk", "settings", "sets"}
    assert all(one["level"] == "ok" for one in found)


def test_memories_that_do_not_follow_from_the_reviews_are_derived_anew(studied: Cli) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(history(studied))) as connection:
        connection.execute("UPDATE memories SET stability = stability + 1")
        connection.commit()
    assert "do not follow" in studied("doctor").out
    assert "derived anew" in studied("doctor", "--repair", "--yes").out
    assert "do not follow" not in studied("doctor").out


def test_a_damaged_history_stops_a_session_and_names_the_way_out(studied: Cli) -> None:
    history(studied).write_bytes(b"no database " * 1000)
    ran = studied("study", "sets", "--plain")
    assert ran.status == 1
    assert "quiz doctor --repair" in ran.err
    assert "Traceback" not in ran.err


def test_a_backup_is_made_listed_and_brought_back(studied: Cli) -> None:
    assert "Kept in" in studied("backup").out
    (backup,) = backups(history(studied))
    day = backup.stem.partition("-")[2]
    assert f"{day}     0.1 MB  3 reviews" in studied("backup", "--list").out
    studied("study", "sets", "--plain", "--fresh", "--new", "1", typed=":k\n\n:q\n")
    assert reviews(studied) == 4
    assert studied("backup", "--restore", day, "--yes").status == 0
    assert reviews(studied) == 3
    assert "there are: " + day in studied("backup", "--restore", "1999-01-01").err


def test_without_a_history_there_is_nothing_to_back_up(cli: Cli) -> None:
    assert "nothing to back up" in cli("backup").out
    assert "no backup yet" in cli("backup", "--list").out


def test_a_history_goes_to_another_machine_and_back(studied: Cli, tmp_path: Path) -> None:
    assert studied("history", "export", "mine.jsonl").status == 0
    other = Cli(tmp_path / "other")
    other.work.mkdir(parents=True)
    path = str(studied.work / "mine.jsonl")
    assert "3 reviews" in other("history", "merge", path).out
    assert "0 reviews" in other("history", "merge", path).out
    assert other("history", "export").out == studied("history", "export").out


def test_a_file_that_is_no_export_is_named_with_its_line(studied: Cli) -> None:
    (studied.work / "odd.jsonl").write_text("{}\n", encoding="utf-8")
    ran = studied("history", "merge", "odd.jsonl")
    assert ran.status == 1
    assert ran.err.startswith("quiz: odd.jsonl:1:1: this is not a line of an export")
    assert "cannot be read" in studied("history", "merge", "missing.jsonl").err


def test_a_question_is_forgotten_for_good(studied: Cli) -> None:
    known = [json.loads(line) for line in studied("history", "export").out.splitlines()]
    question = next(line["review"]["question"] for line in known if "review" in line)
    assert studied("forget", question).status == 2
    assert studied("forget", question, "--yes").out == "Forgot 1 review of 1 question.\n"
    assert question.encode() not in history(studied).read_bytes()
    assert reviews(studied) == 2
    assert "nothing about 'bred' did you mean" in " ".join(studied("forget", "bred").err.split())


def test_everything_is_forgotten_with_its_backups(studied: Cli) -> None:
    studied("backup")
    assert studied("forget", "--all", "--backups", "--yes").status == 0
    assert reviews(studied) == 0
    assert backups(history(studied)) == []
    assert "name what to forget" in studied("forget").err
