"""An exam is built on the screen: which questions, how many of each, untimed, with a tutor."""

from __future__ import annotations

import pytest

from quiz.study.common.workspace import Workspace
from quiz.study.exams.exam import running
from quiz.tui.screens.exam.screen import ExamScreen
from quiz.tui.screens.exam.told import ToldScreen
from quiz.tui.widgets.exam.form import EACH, MINUTES, ONLY, VERDICTS
from tests.tui.driving import SIZES, Learner, drive, give


async def to_line(learner: Learner, line: int) -> None:
    await learner.press("home", *["down"] * line)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_an_exam_of_chosen_questions_without_a_limit_and_with_a_tutor(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("x")
        await to_line(learner, MINUTES)
        await learner.press(*["minus"] * 2)
        assert learner.sees("no time limit")
        await to_line(learner, VERDICTS)
        await learner.press("right")
        assert learner.sees("‹ after each ›")
        await to_line(learner, EACH)
        await learner.press("enter")
        assert isinstance(learner.app.screen, ExamScreen)
        record = running(workspace)
        assert record is not None
        assert (record.options["minutes"], record.options["tutor"]) == (0, True)
        assert learner.sees("no limit")

    drive(workspace, script, size=size)


def test_the_questions_are_chosen_with_their_counts(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("x", "f")
        assert learner.sees("Choose questions")
        await learner.press("down", "down", "down", "down", "space", "enter")
        assert learner.sees("Needed to pass")
        await to_line(learner, ONLY)
        assert learner.sees("‹ never asked ›")

    drive(workspace, script)


def test_a_tutor_tells_the_verdict_with_its_proof_and_goes_on(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("x")
        await to_line(learner, VERDICTS)
        await learner.press("right", "enter")
        screen = learner.app.screen
        assert isinstance(screen, ExamScreen)
        presented = screen.exam.presented(0)
        await give(learner, presented.question, presented.options, right=False)
        await learner.press("enter")
        assert isinstance(learner.app.screen, ToldScreen)
        assert learner.sees("Wrong")
        assert presented.question.sources[0].exact in learner.highlighted
        await learner.press("enter")
        assert learner.sees("2 of 8")
        assert screen.exam.place == 1
        assert screen.exam.decided(0)

    drive(workspace, script)
