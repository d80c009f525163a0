"""The way into exams and out of them, from wherever the app is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quiz.study.exams.exam import Exam
from quiz.study.exams.result import ExamResult
from quiz.tui.screens.exam.text import NO_RETRY, NOTHING_MISSED, TIME_OVER, kept_note

if TYPE_CHECKING:
    from textual.screen import Screen

    from quiz.core.memory.records import SessionRecord
    from quiz.errors import QuizError
    from quiz.study.exams.terms import ExamRequest
    from quiz.tui.apps.learner_app import LearnerApp


def entrance(exam: Exam) -> Callable[[LearnerApp], Screen[None]]:
    """What makes the screen for an exam: its questions, or its result when its time is over.

    Then it is submitted; raises QuizError when that fails.
    """
    if not exam.time_out:
        return lambda app: app.exam_screen(exam)
    result = exam.submit()
    return lambda app: app.result_screen(result, TIME_OVER)


def begin_exam(app: LearnerApp, request: ExamRequest) -> None:
    """Draw a paper and show its first question; a running exam is dropped."""
    exam = app.guarded(lambda: Exam.begin(app.workspace, request))
    if exam is not None:
        _show(app, exam)


def resume_exam(app: LearnerApp, record: SessionRecord) -> None:
    """Go on with a running exam, or show its result when its time is over."""
    exam = app.guarded(lambda: Exam.resume(app.workspace, record))
    if exam is not None:
        _show(app, exam)


def _show(app: LearnerApp, exam: Exam) -> None:
    made = app.guarded(lambda: entrance(exam))
    if made is not None:
        app.show(made(app))


def show_result(app: LearnerApp, result: ExamResult, notice: str = "") -> None:
    """Show how an exam went, in place of the exam."""
    app.show(app.result_screen(result, notice))


def leave(app: LearnerApp, exam: Exam) -> None:
    """Out of a running exam; without a home, the last words say how to come back."""
    if app.has_home:
        app.go_home()
    else:
        app.exit(0, message=f"{kept_note(exam)} Go on with: quiz exam")


def give_up(app: LearnerApp, error: QuizError) -> None:
    """Out of an exam that has no result."""
    if app.has_home:
        app.notify(str(error), severity="warning", timeout=10, markup=False)
        app.go_home()
    else:
        app.exit(1, message=f"quiz: {error.message}")


def retry_missed(app: LearnerApp, result: ExamResult) -> None:
    """Study what was not right, in place of the result."""
    from quiz.study.exams.result import retry

    if not result.missed:
        app.notify(NOTHING_MISSED, timeout=4)
        return
    study = app.guarded(lambda: retry(app.workspace, result) or NO_RETRY)
    if isinstance(study, str):
        app.notify(study, timeout=6)
    elif study is not None:
        app.show(app.session_screen(study))
