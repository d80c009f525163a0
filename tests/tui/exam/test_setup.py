"""Home with an exam, setting one up, and old ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.study.common.workspace import Workspace
from quiz.study.exams.waiting import WaitingExam, waiting_exam, waiting_words
from quiz.tui.dialogs.ask import AskScreen
from quiz.tui.screens.exam.setup import ExamSetupScreen
from quiz.tui.screens.home.screen import HomeScreen
from tests.plain.nine_types import SET, write_set
from tests.study.examining import World, answer_all, begun, sitting_at
from tests.tui.driving import Learner, drive
from tests.tui.exam_driving import sitting


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def workspace(tmp_path: Path, world: World) -> Iterator[Workspace]:
    with sitting_at(write_set(tmp_path / "set"), tmp_path / "home", world) as opened:
        yield opened


def test_home_begins_with_a_running_exam_and_its_true_remaining_time(
    workspace: Workspace, world: World
) -> None:
    begun(workspace)
    world.wait(4.5)

    async def script(learner: Learner) -> None:
        assert learner.lines[2].strip() == "▸ Go on with the exam Baking bread  7 min left"
        await learner.press("down")
        assert learner.sees("▸ Study 9 new")
        await learner.press("up", "enter")
        assert sitting(learner).exam.remaining_ms == 7.5 * 60_000

    drive(workspace, script)


def test_home_says_that_an_exam_is_over_and_enter_shows_its_result(
    workspace: Workspace, world: World
) -> None:
    begun(workspace)
    world.wait(12)

    async def script(learner: Learner) -> None:
        assert learner.sees("▸ Your exam is over: see the result Baking bread")
        await learner.press("enter")
        assert learner.sees("The time is over; the exam was submitted.")
        assert learner.sees("Not passed: 0 of 8, 0 % (70 % needed)")
        await learner.press("escape")
        assert isinstance(learner.app.screen, HomeScreen)
        assert not learner.sees("Your exam")

    drive(workspace, script)
    assert len(workspace.history.exams()) == 1


@pytest.mark.parametrize(
    ("left_ms", "words"),
    [
        (34 * 60_000 + 59_000, "34 min left"),
        (60_000, "1 min left"),
        (59_999, "less than a minute left"),
    ],
)
def test_the_time_left_is_never_said_to_be_more_than_it_is(
    workspace: Workspace, left_ms: int, words: str
) -> None:
    assert waiting_words(WaitingExam(begun(workspace).record, left_ms))[1] == words


def test_without_a_running_exam_none_waits(workspace: Workspace) -> None:
    assert waiting_exam(workspace) is None
    begun(workspace).drop()
    assert waiting_exam(workspace) is None


def test_the_set_up_is_turned_with_arrows_and_begins_with_enter(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("down", "x")
        assert learner.sees("Sets ‹ Baking bread › Questions 8 Minutes 12 Needed to pass 70 %")
        assert learner.sees("You have taken no exam yet.")
        await learner.press("down", "left", "left", "right")
        assert learner.sees("‹ 7 › Minutes 11")
        await learner.press("right", "right", "right", "left")
        assert learner.sees("‹ 7 ›")
        await learner.press("down", "plus", "down", "minus", "left")
        assert learner.sees("Minutes 21 Needed to pass ‹ 59 % ›")
        await learner.press("enter")
        terms = sitting(learner).exam.terms
        assert (terms.questions, terms.minutes, terms.pass_percent) == (7, 21, 59)
        assert learner.sees("1 of 7")

    drive(workspace, script)


def test_sets_without_a_question_for_an_exam_begin_none(tmp_path: Path, world: World) -> None:
    head, *_, last = SET.partition("  - id: crust")[0], SET[SET.index("  - id: crust") :]
    only_open = head[: head.index("  - id: gas")] + last
    with sitting_at(write_set(tmp_path / "set", only_open), tmp_path / "home", world) as workspace:

        async def script(learner: Learner) -> None:
            await learner.press("x")
            assert learner.sees("These sets have no question that an exam can ask.")
            await learner.press("enter", "down", "right", "enter")
            assert isinstance(learner.app.screen, ExamSetupScreen)

        drive(workspace, script)
        assert waiting_exam(workspace) is None


def test_a_running_exam_is_dropped_only_after_asking(workspace: Workspace) -> None:
    first = begun(workspace)

    async def script(learner: Learner) -> None:
        await learner.press("x", "enter")
        assert isinstance(learner.app.screen, AskScreen)
        assert learner.sees("Your exam Baking bread is running, 12:00 left.")
        await learner.press("enter")
        assert isinstance(learner.app.screen, AskScreen)
        await learner.press("escape", "enter", "y")
        assert sitting(learner).exam.record.uid != first.record.uid

    drive(workspace, script)


def test_old_exams_are_listed_and_looked_at_again(workspace: Workspace, world: World) -> None:
    exam = begun(workspace)
    answer_all(exam, "gas")
    exam.submit()

    async def script(learner: Learner) -> None:
        await learner.press("x", "end")
        assert learner.sees("▸ 2026-03-02 12:00 Baking bread 87.5 % ✓ passed")
        await learner.press("enter")
        assert learner.sees("Passed: 7 of 8, 87.5 % (70 % needed)")
        assert not learner.sees("The time is over")
        await learner.press("escape")
        assert isinstance(learner.app.screen, ExamSetupScreen)
        await learner.press("escape")
        assert isinstance(learner.app.screen, HomeScreen)

    drive(workspace, script)
