"""Which questions ask the same fact: the same answer to the same words, or out of one passage."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from quiz.core.questions.open import Open
from quiz.core.questions.question import Question
from tests.shipped.leaks import Answer, answers
from tests.shipped.words import questions, sentences

ABOUT = 2
"""Content words that two questions share when they ask about the same."""


def twins() -> Iterator[tuple[str, str, str]]:
    """Pairs of questions that ask the same fact, with what gives them away."""
    asked = [(name, question) for name, question in questions() if not isinstance(question, Open)]
    for (name, question), (other, second) in combinations(asked, 2):
        if (fact := _same_fact(question, second)) is not None:
            yield name, other, fact


def _same_fact(question: Question, other: Question) -> str | None:
    for left in _keys(question):
        for right in _keys(other):
            if left.words != right.words:
                continue
            about = left.asked & right.asked
            if len(about - left.words) >= ABOUT or _passages(question) & _passages(other):
                return left.text
    return None


def _keys(question: Question) -> list[Answer]:
    """Every wording of every answer, one of those with the same words."""
    seen: dict[frozenset[str], Answer] = {}
    for answer in answers(question):
        seen.setdefault(answer.words, answer)
    return list(seen.values())


def _passages(question: Question) -> set[tuple[str, str]]:
    return {
        (source.document, sentence)
        for source in question.sources
        for sentence in sentences(source.exact)
    }
