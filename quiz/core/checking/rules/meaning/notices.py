"""Notices about a part of a question."""

from __future__ import annotations

from quiz.core.checking.findings import Notice, Path, Spot
from quiz.core.questions.question import Question


def notice(
    rule: str, question: Question, path: Path, message: str, hint: str | None = None
) -> Notice:
    """A notice about a part of a question."""
    return Notice(rule, Spot(question.id, path), message, hint)
