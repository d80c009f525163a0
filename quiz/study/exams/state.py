"""Where a question of a running exam stands, and that the exam is over."""

from __future__ import annotations

from typing import NamedTuple

from quiz.errors import QuizError


class ExamOverError(QuizError):
    """The exam takes no answers any more: its time is over, or another window ended it."""


class ExamState(NamedTuple):
    """A question's state in the navigator."""

    answered: bool
    flagged: bool
    current: bool
