"""Every text of a question that an author wrote, with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quiz.core.checking.findings import Path
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.open import Open
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse


class Part(NamedTuple):
    """A text and the keys that lead to it; `asks` where it stands before the answer."""

    path: Path
    text: str
    asks: bool = True


def parts(question: Question) -> Iterator[Part]:
    """All texts but the quotations, in the order of reading."""
    if question.stem:
        yield Part(("stem",), question.stem)
    yield from _answers(question)
    if question.hint:
        yield Part(("hint",), question.hint)
    if question.explanation:
        yield Part(("explanation",), question.explanation, asks=False)


def _answers(question: Question) -> Iterator[Part]:
    match question:
        case SingleChoice() | MultipleChoice():
            yield from _options(question)
        case TrueFalse(correction=text) if text:
            yield Part(("correction",), text, asks=False)
        case ShortAnswer():
            yield Part(("answer",), question.answer)
        case Cloze():
            yield Part(("text",), question.whole)
        case Matching():
            for at, (left, right) in enumerate(question.pairs):
                yield Part(("pairs", at, "left"), left)
                yield Part(("pairs", at, "right"), right)
            yield from (Part(("distractors", i), t) for i, t in enumerate(question.distractors))
        case Ordering():
            yield from (Part(("sequence", i), t) for i, t in enumerate(question.sequence))
        case Open():
            yield Part(("model_answer",), question.model_answer, asks=False)
            yield from (Part(("points", i), t, asks=False) for i, t in enumerate(question.points))


def _options(question: SingleChoice | MultipleChoice) -> Iterator[Part]:
    if isinstance(question, SingleChoice):
        yield Part(("answer",), question.answer)
    else:
        yield from (Part(("answers", i), text) for i, text in enumerate(question.answers))
    for at, one in enumerate(question.distractors):
        yield Part(("distractors", at, "text"), one.text)
        if one.feedback:
            yield Part(("distractors", at, "feedback"), one.feedback, asks=False)
