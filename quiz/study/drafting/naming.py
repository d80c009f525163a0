"""Drafts with an id that no other question of the set has, and the usual stem of a cloze."""

from __future__ import annotations

from collections.abc import Container

from quiz.core.questions.question import Question
from quiz.store.sets.ids import kebab
from quiz.store.sets.question_fields import CLOZE_STEM


def named(question: Question, taken: Container[str]) -> Question:
    """The question under a free id made of what it asks."""
    sources = question.sources
    words = kebab(question.stem if question.stem and not sources else sources[0].exact)
    stem = question.stem or CLOZE_STEM
    return question.replaced(id=free(words or "question", taken), stem=stem)


def free(name: str, taken: Container[str]) -> str:
    """The name, with a number behind it where it is taken."""
    found, number = name, 2
    while found in taken:
        found, number = f"{name}-{number}", number + 1
    return found
