"""The text of a cloze, and what is said before it."""

from __future__ import annotations

from quiz.core.questions.cloze import Cloze
from quiz.store.sets.question_fields import CLOZE_STEM


def own_stem(question: Cloze) -> str:
    """The stem, where the author wrote one; empty for the one that every cloze has."""
    return "" if question.stem == CLOZE_STEM else question.stem
