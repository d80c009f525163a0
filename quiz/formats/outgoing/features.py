"""What a question consists of beside stem and key, by names that a loss can be told with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from quiz.core.grading.grading import Distractor
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.options import Choice
from quiz.core.questions.question import Question
from quiz.core.questions.typed import Typed
from quiz.core.rendering.marked import marks_of
from quiz.formats.bank.html_text import formulas
from quiz.formats.outgoing.bank import Outgoing
from quiz.formats.outgoing.gapped import own_stem
from quiz.formats.outgoing.remarks import correction

EXPLANATION = "explanation"
PASSAGES = "passages"
REASONS = "reasons for wrong options"
HINT = "hint"
TAGS = "tags"
VARIANTS = "accepted variants"
REJECTED = "rejected answers"
EXACT = "exact comparison"
ANY_ORDER = "gaps in any order"
SORTED = "options in order"
UNIT = "unit"
TOLERANCE = "tolerance"
OTHER_UNITS = "other spellings of the unit"
EXPLAINED_OPEN = "explanation of an open question"
STEM_OF_CLOZE = "stem of a cloze"
NOWHERE = "right sides that belong nowhere"
SEVERAL_GAPS = "cloze of several gaps"
LINES = "line breaks"
MARKS = "code and emphasis"
TEX = "formulas in TeX"
TEX_LEFT = "left as their source, which some programs draw"

_HAS: Mapping[str, Callable[[Outgoing], bool]] = {
    EXPLANATION: lambda out: bool(out.question.explanation or correction(out.question)),
    PASSAGES: lambda out: bool(out.proofs or out.disputes or any(out.refuted.values())),
    REASONS: lambda out: any(distractor.feedback for distractor in said_wrong(out.question)),
    HINT: lambda out: bool(out.question.hint),
    TAGS: lambda out: bool(out.question.tags),
    VARIANTS: lambda out: _typed(out.question, lambda typed: len(typed.wordings) > len(typed.key)),
    REJECTED: lambda out: _typed(out.question, lambda typed: bool(typed.reject)),
    EXACT: lambda out: _typed(out.question, lambda typed: typed.compared_exactly),
    ANY_ORDER: lambda out: isinstance(out.question, Cloze) and out.question.any_order,
    SORTED: lambda out: isinstance(out.question, Choice) and out.question.sorted,
    OTHER_UNITS: lambda out: isinstance(out.question, Numeric) and bool(out.question.accept_units),
    EXPLAINED_OPEN: lambda out: isinstance(out.question, Open) and bool(out.question.explanation),
    STEM_OF_CLOZE: lambda out: isinstance(out.question, Cloze) and bool(own_stem(out.question)),
    UNIT: lambda out: isinstance(out.question, Numeric) and bool(out.question.unit),
    TOLERANCE: lambda out: isinstance(out.question, Numeric) and bool(out.question.tolerance),
    NOWHERE: lambda out: isinstance(out.question, Matching) and bool(out.question.distractors),
    MARKS: lambda out: any(map(marks_of, _said(out.question))),
    TEX: lambda out: bool(formulas("\n".join(text for _, text in out.question.texts()))),
    LINES: lambda out: any("\n" in text for text in _shown(out.question)),
}


def features(out: Outgoing) -> Iterator[str]:
    """Its type, and what it has of all that a format may not hold."""
    question = out.question
    several = isinstance(question, Cloze) and len(question.gaps) > 1
    yield SEVERAL_GAPS if several else question.type
    yield from (name for name, has in _HAS.items() if has(out))


def said_wrong(question: Question) -> tuple[Distractor, ...]:
    """What the author names as wrong: distractors, or answers to reject."""
    if isinstance(question, Choice):
        return question.distractors
    return question.reject if isinstance(question, Typed) else ()


def _typed(question: Question, has: Callable[[Typed], bool]) -> bool:
    return isinstance(question, Typed) and has(question)


def _said(question: Question) -> Iterator[str]:
    yield from _shown(question)
    yield question.explanation
    yield from (wrong.feedback for wrong in said_wrong(question))


def _shown(question: Question) -> Iterator[str]:
    yield question.stem
    yield from question.key
    yield from question.wrong
