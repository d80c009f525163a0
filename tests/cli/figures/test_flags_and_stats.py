from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.memory.scheduling import Memory, Rating
from quiz.store.history.tables.memories import Remembered
from quiz.study.common.workspace import Workspace
from quiz.study.today.progress import progress_report
from tests.cli.running import Cli
from tests.plain.nine_types import Clock, hold, only, workspace_over, write_set


def test_a_flag_is_a_line_with_file_and_date(cli: Cli) -> None:
    cli("study", "sets", "--seed", "1", typed=":flag two are right\n")
    ran = cli("flags")
    assert re.fullmatch(
        r".*sets/bread\.yaml:\d+: bread/\w+: two are right \(\d{4}-\d\d-\d\d\)\n", ran.out
    )
    (flag,) = json.loads(cli("flags", "--format", "json").out)
    assert flag["comment"] == "two are right"
    assert f":{flag['line']}: {flag['question']}: " in ran.out


def test_a_flag_that_is_dealt_with_is_removed(cli: Cli) -> None:
    cli("study", "sets", typed=":flag odd\n:flag really\n")
    question = json.loads(cli("flags", "--format", "json").out)[0]["question"]
    refused = cli("flags", "--done", f"{question}x")
    assert refused.status == 2
    assert f"did you mean '{question}'?" in refused.err
    assert cli("flags", "--done", question).out == f"Removed 2 flags on {question}.\n"
    assert cli("flags").out.startswith("There are no flags.")
    assert json.loads(cli("flags", "--format", "json").out) == []


def test_a_hostile_flag_is_harmless(cli: Cli) -> None:
    cli("study", "sets", typed=":flag \x1b]52;c;aGk=\x07\n")
    assert "␛]52;c;aGk=␇" in cli("flags").out


def test_what_keeps_slipping_away_is_named_with_file_and_line(cli: Cli) -> None:
    with workspace_over(cli.work / "sets", cli.home) as workspace:
        row = workspace.library.sets[0].rows["gas"]
        memory = Memory(2.0, 9.0, 739_676, 739_677, 9, 5, Rating.AGAIN)
        with workspace.history._writing() as connection:
            found = Remembered("bread/gas", row.key_hash, memory, "wrong")
            workspace.history._store(connection, found)
    path = cli.work / "sets" / "bread.yaml"
    line = f"{path}:{row.line}: bread/gas: forgotten 5 times (2026-03-01)\n"
    assert cli("flags", "sets").out == line
    (told,) = json.loads(cli("flags", "sets", "--format", "json").out)
    assert (told["question"], told["line"], told["lapses"]) == ("bread/gas", row.line, 5)


def test_stats_start_with_everything_new(cli: Cli) -> None:
    ran = cli("stats", "sets")
    assert ran.status == 0
    assert "New:        9\n" in ran.out
    assert "Retention:  -\n" in ran.out
    assert re.search(r"^bread +9 +0 +9 +0 +-$", ran.out, re.MULTILINE)
    assert re.search(r"^Bread +9 +0 +9 +0 +-$", ran.out, re.MULTILINE)


def test_stats_as_json_have_sets_and_documents(cli: Cli) -> None:
    found = json.loads(cli("stats", "sets", "--format", "json").out)
    assert found["total"]["questions"] == 9
    assert [row["name"] for row in found["sets"]] == ["bread"]
    assert [row["name"] for row in found["documents"]] == ["Bread"]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with workspace_over(write_set(tmp_path), tmp_path / "home", clock) as workspace:
        yield workspace


def test_retention_counts_only_what_was_known_from_an_earlier_day(
    workspace: Workspace, clock: Clock
) -> None:
    hold(only(workspace, "rest"), "60\n")
    assert progress_report(workspace).total.retention is None
    clock.pass_days(3)
    hold(only(workspace, "rest"), "60\n")
    hold(only(workspace, "gluten"), ":k\ngluten\n")
    clock.pass_days(3)
    hold(only(workspace, "gluten"), ":k\ngluten\n")
    total = progress_report(workspace).total
    assert (total.remembered, total.asked) == (1, 2)
    assert (total.remembered, total.asked) == workspace.history.retention(workspace.today - 29)
    assert (total.new, total.questions) == (7, 9)


def test_retention_forgets_what_is_older_than_a_month(workspace: Workspace, clock: Clock) -> None:
    hold(only(workspace, "rest"), "60\n")
    clock.pass_days(2)
    hold(only(workspace, "rest"), "60\n")
    assert progress_report(workspace).total.asked == 1
    clock.pass_days(30)
    assert progress_report(workspace).total.asked == 0
    assert progress_report(workspace).total.due == 1
