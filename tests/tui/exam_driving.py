"""Sit an exam on the screen."""

from __future__ import annotations

from quiz.study.common.workspace import Workspace
from quiz.study.exams.exam import Exam
from quiz.tui.screens.exam.screen import ExamScreen
from tests.study.examining import index_of, reopened
from tests.tui.driving import Learner


def sitting(learner: Learner) -> ExamScreen:
    screen = learner.app.screen
    assert isinstance(screen, ExamScreen)
    return screen


async def enter(learner: Learner, name: str = "") -> Exam:
    """Go on with the running exam from home, and to one of its questions."""
    await learner.press("enter")
    exam = sitting(learner).exam
    if name:
        await sitting(learner).go(index_of(exam, name))
        await learner.press()
    return exam


def said(learner: Learner, words: str) -> bool:
    """Whether a notice has the words."""
    return any(words in notice.message for notice in learner.app._notifications)


def on_disk(workspace: Workspace, name: str) -> tuple[str, ...]:
    """What another program would find as the answer to a question."""
    exam = reopened(workspace)
    response = exam.response(index_of(exam, name))
    return response.given if response is not None else ()


def struck_through(learner: Learner) -> str:
    strips = learner.app.screen._compositor.render_strips()
    struck = [s.text for strip in strips for s in strip if s.style is not None and s.style.strike]
    return " ".join(struck)
