"""The clock over an exam, its review, and the ways out of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.study.common.workspace import Workspace
from quiz.tui.dialogs.ask import AskScreen
from quiz.tui.dialogs.leave import LeaveScreen
from quiz.tui.screens.exam.result import ExamResultScreen
from quiz.tui.screens.exam.review import ExamReviewScreen
from quiz.tui.screens.exam.screen import ExamScreen
from quiz.tui.screens.home.screen import HomeScreen
from tests.plain.nine_types import write_set
from tests.study.examining import World, answer_all, begun, index_of, reopened, sitting_at
from tests.tui.driving import Learner, drive
from tests.tui.exam_driving import enter, said, sitting


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def workspace(tmp_path: Path, world: World) -> Iterator[Workspace]:
    with sitting_at(write_set(tmp_path / "set"), tmp_path / "home", world) as opened:
        yield opened


def test_the_review_names_what_is_open_and_leads_to_it(workspace: Workspace) -> None:
    exam = begun(workspace)
    answer_all(exam)
    exam.clear(index_of(exam, "gas"))
    exam.flag(index_of(exam, "rest"))

    async def script(learner: Learner) -> None:
        exam = await enter(learner, "dough")
        await learner.press("r")
        assert learner.sees("7 of 8 answered ○ 1 not answered; that counts as wrong ! 1 flagged")
        assert learner.sees(f"{index_of(exam, 'gas') + 1} ○ What does yeast make of sugar?")
        assert learner.sees(f"{index_of(exam, 'rest') + 1} ●! How long does a dough rest?")
        first = min(index_of(exam, "gas"), index_of(exam, "rest"))
        await learner.press("down", "enter")
        assert (type(learner.app.screen), exam.place) == (ExamScreen, first)

    drive(workspace, script)


def test_the_review_submits_at_the_second_enter(workspace: Workspace) -> None:
    exam = begun(workspace)
    answer_all(exam)
    exam.flag(0)

    async def script(learner: Learner) -> None:
        await enter(learner, "dough")
        await learner.press("r", "enter", "down", "up")
        assert learner.sees("▸ Submit the exam")
        await learner.press("enter")
        assert learner.sees("Enter again: submit for good")
        await learner.press("enter")
        assert learner.sees("Passed: 8 of 8, 100 %")
        await learner.press("w")
        assert isinstance(learner.app.screen, ExamResultScreen)
        await learner.press("escape")
        assert isinstance(learner.app.screen, HomeScreen)

    drive(workspace, script)


def test_behind_the_last_question_comes_the_review(workspace: Workspace) -> None:
    begun(workspace)

    async def script(learner: Learner) -> None:
        exam = await enter(learner)
        await sitting(learner).go(exam.total - 1)
        await learner.press("pagedown")
        assert isinstance(learner.app.screen, ExamReviewScreen)
        await learner.press("y")
        assert isinstance(learner.app.screen, ExamResultScreen)

    drive(workspace, script)


def test_the_clock_warns_even_when_it_is_hidden(workspace: Workspace, world: World) -> None:
    begun(workspace)

    async def script(learner: Learner) -> None:
        await enter(learner, "gas")
        assert learner.lines[0].endswith("12:00")
        await learner.press("t")
        assert not learner.sees("12:00")
        for minutes, words in (
            (3, "10 minutes left."),
            (5, "5 minutes left."),
            (3, "1 minute left."),
        ):
            world.wait(minutes)
            sitting(learner).tick()
            await learner.press()
            assert said(learner, words)
        await learner.press("t")
        assert learner.lines[0].endswith("1:00")

    drive(workspace, script, notices=True)


@pytest.mark.parametrize("over", [[], ["question_mark"], ["g"], ["r"], ["escape"], ["ctrl+q"]])
def test_when_the_time_is_over_the_exam_is_submitted_whatever_is_on_screen(
    workspace: Workspace, world: World, over: list[str]
) -> None:
    begun(workspace)

    async def script(learner: Learner) -> None:
        await enter(learner, "gas")
        screen = sitting(learner)
        await learner.press("1", *over)
        world.wait(12)
        screen.tick()
        await learner.press()
        assert learner.sees("The time is over; the exam was submitted.")
        assert len(learner.app.screen_stack) == 2
        await learner.press("escape")
        assert isinstance(learner.app.screen, HomeScreen)

    drive(workspace, script)
    assert len(workspace.history.exams()) == 1


def test_an_answer_after_the_time_is_not_taken_but_submits(
    workspace: Workspace, world: World
) -> None:
    begun(workspace)

    async def script(learner: Learner) -> None:
        await enter(learner, "gas")
        world.wait(13)
        await learner.press("1")
        await learner.press()
        assert learner.sees("The time is over; the exam was submitted.")
        assert learner.sees("8 not answered")

    drive(workspace, script)


def test_an_exam_submitted_in_another_window_shows_the_same_result(workspace: Workspace) -> None:
    begun(workspace)

    async def script(learner: Learner) -> None:
        await enter(learner, "gas")
        reopened(workspace).submit()
        await learner.press("1")
        await learner.press()
        assert learner.sees("The exam was submitted in another window.")
        assert learner.sees("Not passed: 0 of 8")

    drive(workspace, script)


def test_an_exam_dropped_in_another_window_leads_home(workspace: Workspace) -> None:
    begun(workspace)

    async def script(learner: Learner) -> None:
        await enter(learner, "gas")
        reopened(workspace).drop()
        await learner.press("1")
        await learner.press()
        assert isinstance(learner.app.screen, HomeScreen)
        assert said(learner, "this exam was dropped in another window")

    drive(workspace, script, notices=True)


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
def test_leaving_asks_and_says_that_the_clock_goes_on(workspace: Workspace, key: str) -> None:
    begun(workspace)

    async def script(learner: Learner) -> None:
        exam = await enter(learner, "gas")
        await learner.press(key)
        assert isinstance(learner.app.screen, AskScreen | LeaveScreen)
        assert learner.sees("Your answers are kept. The clock goes on")
        await learner.press("escape")
        assert sitting(learner).exam is exam
        await learner.press("escape", "enter")
        assert learner.sees("▸ Go on with the exam Baking bread")

    drive(workspace, script)
