"""What a question says that a passage must say to prove it: its key, and what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quiz.core.proposals.terms import terms
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.true_false import TrueFalse

MOST_WORDS = 120
"""Words of the stem, and of each key, that are looked at."""


class Asked(NamedTuple):
    """Terms of what is asked, terms of each key (any of its wordings), and of what else is said."""

    stem: tuple[str, ...]
    keys: tuple[tuple[tuple[str, ...], ...], ...]
    beside: tuple[str, ...] = ()


def asked(question: Question) -> Asked:
    """What to look for."""
    stem = question.stem
    if isinstance(question, Cloze):
        stem = f"{stem} {' '.join(question.parts)}"
    if isinstance(question, TrueFalse):
        stem = f"{stem} {question.correction}"
    keys = tuple(tuple(map(_terms, wordings)) for wordings in _keys(question))
    return Asked(_terms(stem), keys, _terms(question.explanation))


def _terms(text: str) -> tuple[str, ...]:
    return tuple(terms(text)[:MOST_WORDS])


def _keys(question: Question) -> Iterator[tuple[str, ...]]:
    """The wordings of each thing that has to be right."""
    match question:
        case TrueFalse():
            return
        case Numeric():
            yield (question.answer,)
        case Cloze():
            yield from question.gaps
        case Matching():
            yield from ((f"{left} {right}",) for left, right in question.pairs)
        case Ordering():
            yield from ((one,) for one in question.sequence)
        case Open():
            yield (question.model_answer,)
        case _:
            single = question.type == "short-answer"
            yield from [question.wordings] if single else ((one,) for one in question.key)
