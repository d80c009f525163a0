"""A question laid out for people: what is asked, what to choose from, the answer in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.options import Choice
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.true_false import TrueFalse
from quiz.core.rendering.marked import joined
from quiz.formats.outgoing.simpler import lettered

GAP = "\ue000"
"""What stands in a text for each gap."""

_TASKS = {
    "multiple-choice": "Several are right.",
    "matching": "Give each left side its right side.",
    "ordering": "Put them in order.",
}


class Laid(NamedTuple):
    """What is shown of a question; `text` has GAP for each gap of a cloze.

    `options` are the lettered ones: of a matching the right sides, of an ordering the items.
    `also` says what else counts as the answer.
    """

    stem: str
    text: str = ""
    task: str = ""
    lefts: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    answer: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


def laid_out(question: Question, chance: Random) -> Laid:
    """The question with its options in an order of chance, where it wants one."""
    options = question.shown(chance)
    if isinstance(question, TrueFalse):
        options = ("True", "False")
    return Laid(
        question.stem,
        _gapped(question.parts) if isinstance(question, Cloze) else "",
        _TASKS.get(question.type, ""),
        tuple(left for left, _ in question.pairs) if isinstance(question, Matching) else (),
        options,
        tuple(_answer(question, options)),
        tuple(_also(question)),
    )


def _gapped(parts: Sequence[str]) -> str:
    rest = (text for part in parts[1:] for text in (GAP, part))
    return joined(parts[0], *rest)


def _answer(question: Question, options: Sequence[str]) -> Iterator[str]:
    """Lines of the answer, with the letters of the options."""
    match question:
        case Choice():
            yield from (_with_letter(text, options) for text in question.key)
        case TrueFalse():
            yield _with_letter(question.key[0].title(), options)
        case Matching():
            yield from (
                joined(left, " – ", _with_letter(right, options)) for left, right in question.pairs
            )
        case Ordering():
            items = enumerate(question.sequence, 1)
            yield from (joined(f"{place}. ", _with_letter(item, options)) for place, item in items)
        case _:
            yield from _typed_answer(question)


def _typed_answer(question: Question) -> Iterator[str]:
    """Lines of the answer, where there is nothing to choose from."""
    match question:
        case ShortAnswer():
            yield question.answer
        case Cloze():
            for number, gap in enumerate(question.gaps, 1):
                yield joined(f"({number}) ", gap[0]) if len(question.gaps) > 1 else gap[0]
        case Numeric():
            yield question.in_words
        case Open():
            yield question.model_answer
            yield from (joined("☐ ", point) for point in question.points)


def _with_letter(text: str, options: Sequence[str]) -> str:
    return joined(f"{lettered(options.index(text))}. ", text)


def _also(question: Question) -> Iterator[str]:
    """What else counts, and how exactly."""
    match question:
        case ShortAnswer() if question.accept:
            yield f"also: {'; '.join(question.accept)}"
        case Cloze():
            for number, gap in enumerate(question.gaps, 1):
                mark = f"({number}) " if len(question.gaps) > 1 else ""
                if gap[1:]:
                    yield f"{mark}also: {'; '.join(gap[1:])}"
            if question.any_order and len(question.gaps) > 1:
                yield "in any order"
        case Numeric() if question.tolerance:
            yield f"within ± {question.tolerance}"


def choosing_one(question: Question) -> bool:
    """Whether one option is to be chosen."""
    return isinstance(question, Choice | TrueFalse) and not isinstance(question, MultipleChoice)
