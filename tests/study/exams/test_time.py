"""A clock that nobody can cheat by closing the program or by setting another clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from quiz.core.grading.grading import Response
from quiz.study.common.workspace import Workspace
from quiz.study.exams.exam import ExamOverError
from tests.plain.nine_types import write_set
from tests.study.examining import (
    MINUTE,
    World,
    begun,
    reopened,
    right,
    sitting_at,
    wrong,
)


def test_the_clock_goes_on_while_the_program_is_closed(workspace: Workspace, world: World) -> None:
    exam = begun(workspace, minutes=12)
    world.wait(2)
    assert exam.remaining_ms == 10 * MINUTE
    exam.flag(0)
    world.wait(3)
    assert reopened(workspace).remaining_ms == 7 * MINUTE


@pytest.mark.parametrize(
    ("minutes_set", "left"), [(-60, 10), (-5, 10), (0, 10), (4, 6), (60, 0), (60 * 24 * 365, 0)]
)
def test_a_clock_set_while_closed_adds_no_time(
    workspace: Workspace, world: World, minutes_set: int, left: int
) -> None:
    exam = begun(workspace, minutes=12)
    world.wait(2)
    exam.flag(0)
    world.set(minutes_set)
    assert reopened(workspace).remaining_ms == left * MINUTE


@pytest.mark.parametrize("minutes_set", [-600, -1, 1, 600])
def test_a_clock_set_while_the_exam_is_open_changes_nothing(
    workspace: Workspace, world: World, minutes_set: int
) -> None:
    exam = begun(workspace, minutes=12)
    world.wait(1)
    world.set(minutes_set)
    world.wait(1)
    assert exam.remaining_ms == 10 * MINUTE
    exam.flag(0)
    world.wait(1)
    assert reopened(workspace).remaining_ms == 9 * MINUTE


BERLIN_WINTER, BERLIN_SUMMER = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
TOKYO, HONOLULU = timezone(timedelta(hours=9)), timezone(timedelta(hours=-10))


@pytest.mark.parametrize(
    ("start", "before", "after"),
    [
        # 29 March 2026, 02:00 becomes 03:00 in Berlin; 25 October, 03:00 becomes 02:00
        (datetime(2026, 3, 29, 0, 55, tzinfo=UTC), BERLIN_WINTER, BERLIN_SUMMER),
        (datetime(2026, 10, 25, 0, 55, tzinfo=UTC), BERLIN_SUMMER, BERLIN_WINTER),
        (datetime(2026, 5, 5, 12, tzinfo=UTC), TOKYO, HONOLULU),
        (datetime(2026, 5, 5, 12, tzinfo=UTC), HONOLULU, TOKYO),
        # over the rollover of the study day, and over the new year
        (datetime(2026, 5, 5, 3, 55, tzinfo=UTC), UTC, UTC),
        (datetime(2026, 12, 31, 23, 55, tzinfo=UTC), UTC, UTC),
    ],
)
@pytest.mark.parametrize("closed", [True, False])
def test_neither_daylight_saving_nor_travel_moves_the_exam_clock(
    tmp_path: Path, start: datetime, before: timezone, after: timezone, closed: bool
) -> None:
    world = World(start)
    world.zone = before
    with sitting_at(write_set(tmp_path / "set"), tmp_path / "home", world) as workspace:
        exam = begun(workspace, minutes=30)
        world.wait(10)
        world.zone = after
        exam = reopened(workspace) if closed else exam
        assert exam.remaining_ms == 20 * MINUTE
        exam.answer(0, wrong(exam.presented(0).question))
        result = exam.submit()
        assert result.elapsed_ms == 10 * MINUTE
        assert [memory.memory.due for memory in workspace.history.memories().values()] == [
            workspace.today
        ]


def test_warnings_come_at_ten_five_and_one_minute_each_once(
    workspace: Workspace, world: World
) -> None:
    exam = begun(workspace, minutes=12)
    warned = []
    for _ in range(12 * 60):
        world.wait(1 / 60)
        warned.append((exam.tick(), exam.remaining_ms // 1000))
    assert [pair for pair in warned if pair[0]] == [(10, 600), (5, 300), (1, 60)]


def test_a_warning_is_not_given_again_after_a_restart(workspace: Workspace, world: World) -> None:
    exam = begun(workspace, minutes=12)
    world.wait(3)
    assert exam.tick() == 10
    exam = reopened(workspace)
    assert exam.tick() is None
    world.wait(5)
    assert exam.tick() == 5


def test_the_clock_is_kept_now_and_then_without_any_answer(
    workspace: Workspace, world: World
) -> None:
    exam = begun(workspace, minutes=12)
    for _ in range(5 * 60):
        world.wait(1 / 60)
        exam.tick()
    # closed and set back an hour: at most the last half minute is won
    world.set(-60)
    assert 7 * MINUTE <= reopened(workspace).remaining_ms <= 7.5 * MINUTE


def test_time_is_booked_on_the_question_on_screen(workspace: Workspace, world: World) -> None:
    exam = begun(workspace, minutes=12)
    world.wait(1)
    exam.go(3)
    world.wait(2)
    exam.answer(5, Response(("from afar",)))
    assert [exam.spent_ms(i) // MINUTE for i in (0, 3, 5)] == [1, 2, 0]
    world.wait(0.5)
    exam.answer(3, wrong(exam.presented(3).question))
    exam = reopened(workspace)
    world.wait(1)
    exam.go(0)
    world.wait(30)
    result = exam.submit()
    spent = [answer.spent_ms for answer in result.answers]
    assert spent[3] == 3.5 * MINUTE
    assert spent[0] == (1 + 7.5) * MINUTE, "what is over the time is nobody's"
    assert result.elapsed_ms == sum(spent) == result.score.spent_ms == 12 * MINUTE


def test_closed_time_belongs_to_no_question(workspace: Workspace, world: World) -> None:
    exam = begun(workspace, minutes=12)
    world.wait(1)
    exam.flag(0)
    world.wait(5)
    exam = reopened(workspace)
    assert exam.spent_ms(0) == MINUTE
    assert exam.elapsed_ms == 6 * MINUTE


def test_after_the_time_nothing_is_taken_any_more(workspace: Workspace, world: World) -> None:
    exam = begun(workspace, minutes=12)
    exam.answer(0, right(exam.presented(0).question))
    world.wait(12)
    assert exam.time_out
    assert exam.remaining_ms == 0
    for action in (
        lambda: exam.answer(1, Response(("late",))),
        lambda: exam.clear(0),
        lambda: exam.flag(1),
        lambda: exam.strike(1, "x"),
        lambda: exam.go(1),
    ):
        with pytest.raises(ExamOverError, match="the time is over"):
            action()
    result = exam.submit()
    assert (result.score.right, result.score.unanswered) == (1, 7)
