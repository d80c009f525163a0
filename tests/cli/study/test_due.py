from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.cli.common import glance
from quiz.store.files.home import places
from tests.cli.running import Cli

LOADED = re.compile(r"import time: +\d+ \| +\d+ \| +([\w.]+)")


@pytest.fixture
def learner(cli: Cli) -> Cli:
    """Someone with a set of their own, of which four questions were missed just now."""
    shutil.move(cli.work / "sets", cli.work / "questions")
    for path in (cli.work / "questions").rglob("*"):
        os.utime(path, (1, 1))
    os.utime(cli.work / "questions", (1, 1))
    cli("study", "bread", typed=":k\n" * 4)
    return cli


def loaded(cli: Cli, *args: str) -> set[str]:
    """The modules that a run loads."""
    return set(LOADED.findall(cli.python("-X", "importtime", "-m", "quiz", "due", *args).stderr))


def kept(cli: Cli) -> Path:
    (path,) = (cli.home / "cache").glob("due*")
    return path


def test_what_is_due_is_one_line_and_a_status(learner: Cli) -> None:
    ran = learner("due")
    assert (ran.status, ran.out, ran.err) == (0, "4 due, 2 min\n", "")
    assert learner("due", "-q").out == ran.out
    told = json.loads(learner("due", "--format", "json").out)
    assert (told["text"], told["due"], told["minutes"]) == ("4 due, 2 min", 4, 2)


def test_nothing_due_has_a_status_of_its_own_and_can_be_silent(cli: Cli) -> None:
    for _ in range(2):  # worked out, then as it was kept
        ran = cli("due")
        assert (ran.status, ran.err) == (1, "")
        assert re.fullmatch(r"nothing due, \d+ new\n", ran.out)
        silent = cli("due", "--quiet")
        assert (silent.status, silent.out) == (1, "")
        assert cli("due", "--format=json").status == 1


def test_asked_again_it_loads_nothing_but_itself(learner: Cli) -> None:
    for args in ((), ("-q",), ("--format", "json")):
        names = loaded(learner, *args)
        assert {name for name in names if name.startswith("quiz")} == {
            "quiz",
            "quiz.cli",
            "quiz.cli.common",
            "quiz.cli.common.glance",
        }
        assert not names & {"re", "json", "pathlib", "sqlite3", "click", "textual", "datetime"}


def test_even_the_first_time_it_loads_no_command_line_and_no_screens(cli: Cli) -> None:
    for args in ((), ("--format", "json")):
        assert not loaded(cli, *args) & {"click", "textual", "rich", "quiz.cli.main"}
        kept(cli).unlink()


def test_a_sitting_leaves_what_is_due_behind_it(learner: Cli) -> None:
    assert "sqlite3" not in loaded(learner)
    learner("study", "bread", "--fresh", typed=":k\n" * 2)
    assert "sqlite3" not in loaded(learner)
    assert learner("due").out == "4 due, 2 min\n"


def _answered(cli: Cli) -> None:
    with sqlite3.connect(cli.home / "history.sqlite") as history:
        history.execute("DELETE FROM memories WHERE id = 1")
    history.close()


def _set_gone(cli: Cli) -> None:
    (cli.work / "questions" / "bread.yaml").unlink()


def _set_there(cli: Cli) -> None:
    text = (cli.work / "questions" / "bread.yaml").read_text(encoding="utf-8")
    (cli.work / "questions" / "other").mkdir()
    (cli.work / "questions" / "other" / "new.yaml").write_text(text.replace("id: bread", "id: b"))


def _settings(cli: Cli) -> None:
    (cli.home / "settings.toml").write_text("new_per_day = 7\n")


@pytest.mark.parametrize("change", [_answered, _set_gone, _set_there, _settings])
def test_what_has_changed_is_worked_out_anew(learner: Cli, change: Callable[[Cli], None]) -> None:
    before = json.loads(learner("due", "--format", "json").out)
    change(learner)
    assert "sqlite3" in loaded(learner)
    after = json.loads(learner("due", "--format", "json").out)
    assert change is _set_there or after != before


def test_another_folder_of_sets_has_its_own_answer(learner: Cli) -> None:
    assert learner("due").out.startswith("4 due")
    shutil.move(learner.work / "questions", learner.work / "elsewhere")
    assert learner("due").out.startswith("nothing due")
    shutil.move(learner.work / "elsewhere", learner.work / "questions")
    assert learner("due").out.startswith("4 due")


def test_tomorrow_it_is_worked_out_anew(learner: Cli) -> None:
    path = kept(learner)
    fields = path.read_text(encoding="utf-8").split("\0")
    year, day, *rest = fields[2].split()
    fields[2] = " ".join((year, str(int(day) - 2), rest[0], str(int(rest[1]) - 2), rest[2]))
    path.write_text("\0".join(fields), encoding="utf-8")
    assert "sqlite3" in loaded(learner)


@pytest.mark.parametrize("content", ["", "x", "citequiz due 1", "\0" * 8, "\xff" * 5000])
def test_a_broken_note_of_it_counts_for_nothing(learner: Cli, content: str) -> None:
    kept(learner).write_bytes(content.encode("latin-1"))
    assert learner("due").out == "4 due, 2 min\n"


def test_a_damaged_history_is_no_answer(learner: Cli) -> None:
    (learner.home / "history.sqlite").write_bytes(b"nonsense" * 1000)
    ran = learner("due")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("quiz: ")


def test_other_arguments_are_refused_as_usual(cli: Cli) -> None:
    assert cli("due", "--loud").status == 2
    assert "Exit status" in cli("due", "--help").out


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looked up elsewhere")
@pytest.mark.parametrize(
    "env",
    [
        {"QUIZ_HOME": "~/x"},
        {"QUIZ_HOME": "x/y"},
        {"HOME": "/h"},
        {"HOME": "/h", "XDG_CACHE_HOME": "/c"},
        {"HOME": "/h", "XDG_CACHE_HOME": " "},
    ],
)
def test_it_is_kept_in_the_cache_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, env: dict[str, str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("QUIZ_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert Path(glance.place()).parent == places(os.environ).cache


@pytest.mark.parametrize(("hour", "belongs"), [(3, False), (4, True), (23, True)])
def test_a_study_day_begins_at_its_hour(
    monkeypatch: pytest.MonkeyPatch, hour: int, belongs: bool
) -> None:
    first, second = (time.struct_time((2026, 1, d, 12, 0, 0, 0, d, 0)) for d in (5, 6))
    text = glance.days(first, second, 4)
    now = [2026, 1, 5, hour, 0, 0, 0, 5, 0]
    monkeypatch.setattr(time, "localtime", lambda: time.struct_time(now))
    assert glance.is_day(text) is belongs
    now[2] = now[7] = 6
    assert glance.is_day(text) is not belongs
