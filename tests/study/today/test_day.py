"""The day: what was done, days in a row without blame, and what tomorrow brings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.grading.grading import Response
from quiz.study.common.request import Request
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.begin import begin
from quiz.study.today.day import LONGEST_ROW, Day, day_line, done_text, row_text, the_day
from tests.plain.nine_types import Clock, only, workspace_over, write_set


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with workspace_over(write_set(tmp_path / "sets"), tmp_path / "home", clock) as found:
        yield found


def answer(workspace: Workspace, name: str = "gas") -> None:
    study = only(workspace, name)
    assert study.presented is not None
    study.answer(Response(tuple(study.presented.question.key)))


def test_nothing_is_said_to_who_has_not_begun(workspace: Workspace) -> None:
    assert the_day(workspace) == Day(0, 0, 0, 0, 0)
    assert day_line(the_day(workspace)) == ""


def test_days_in_a_row_count_until_one_is_left_out(workspace: Workspace, clock: Clock) -> None:
    for _ in range(3):
        answer(workspace)
        clock.pass_days(1)
    assert the_day(workspace).in_a_row == 3, "today is not over"
    assert done_text(the_day(workspace)) == "3 days in a row"
    answer(workspace)
    assert the_day(workspace).in_a_row == 4
    assert done_text(the_day(workspace)) == "Today 1 answer, 4 days in a row"
    clock.pass_days(2)
    assert the_day(workspace).in_a_row == 0
    assert done_text(the_day(workspace)) == "", "no word about a row that ended"


def test_tomorrow_is_what_comes_on_top_of_today(workspace: Workspace, clock: Clock) -> None:
    answer(workspace, "gas")
    clock.pass_days(1)
    answer(workspace, "rest")
    day = the_day(workspace)
    assert (day.waiting, day.tomorrow) == (0, 1)
    assert day_line(day).endswith("1 question comes due tomorrow.")
    clock.pass_days(1)
    day = the_day(workspace)
    assert (day.waiting, day.tomorrow) == (1, 1)
    assert day_line(day).endswith("1 more question comes due tomorrow.")


def test_a_row_of_more_than_a_year_is_said_so(workspace: Workspace) -> None:
    assert row_text(LONGEST_ROW) == "more than a year in a row"
    assert row_text(5) == "5 days in a row"


def test_a_session_ends_with_the_day(workspace: Workspace) -> None:
    from quiz.study.today.session_summary import sum_up

    study = begin(workspace, Request(limit=2, seed=1))
    assert study is not None
    while study.session.current is not None:
        study.answer(Response(gave_up=True))
        study.go_on()
    assert sum_up(study).day.startswith("Today 8 answers")
