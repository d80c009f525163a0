"""Grade a response: `grade(question, response) -> Grade`, by the question's type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from quiz.core.questions.question import (
    Cloze,
    Distractor,
    Matching,
    MultipleChoice,
    Numeric,
    Open,
    Ordering,
    Question,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
)


class Verdict(StrEnum):
    """The graded result of a response."""

    CORRECT = "correct"
    PARTLY = "partly"
    WRONG = "wrong"


class Response(NamedTuple):
    """What the learner gave: texts in the question's own order (gaps, left sides, positions).

    `judged` is the learner's own judgement, part by part: near misses accepted, points ticked.
    """

    given: tuple[str, ...] = ()
    judged: tuple[bool, ...] = ()
    gave_up: bool = False


class Part(NamedTuple):
    """One thing asked and what came back; `label` says which (a gap, a left side, a position)."""

    given: str
    expected: str
    right: bool
    near: bool = False
    label: str = ""


class Grade(NamedTuple):
    """A verdict, the share that is right (0 to 1), and how it came about."""

    verdict: Verdict
    score: float
    parts: tuple[Part, ...] = ()
    chosen_wrong: tuple[Distractor, ...] = ()


def grade(question: Question, response: Response) -> Grade:
    """Grade any response, an empty or a given-up one too (wrong)."""
    if response.gave_up:
        return Grade(Verdict.WRONG, 0.0, _parts(question, Response()))
    parts = _parts(question, response)
    score = _score(question, parts)
    return Grade(_verdict(score), score, parts, _chosen_wrong(question, response))


def undecided(question: Question, response: Response) -> tuple[int, ...]:
    """Which parts only the learner can judge: near misses of typed words, every open point."""
    if response.gave_up or response.judged:
        return ()
    if isinstance(question, Open):
        return tuple(range(len(question.points)))
    return tuple(i for i, part in enumerate(_parts(question, response)) if part.near)


def complaint(question: Question, response: Response) -> str:
    """Why a response cannot be graded yet, as a sentence to the learner; empty when it can."""
    if response.gave_up:
        return ""
    filled = [text for text in response.given if text.strip()]
    match question:
        case Numeric() if not filled:
            return "Type a number."
        case Numeric() if not _is_number(filled[0]):
            return "That is not a number: type digits, for example 4.5."
        case MultipleChoice() if not filled:
            return "Choose at least one option."
        case SingleChoice() | TrueFalse() if not filled:
            return "Choose an option."
        case Matching() if len(filled) < len(question.pairs):
            return "Give every left side a partner."
        case Ordering() if len(filled) < len(question.sequence):
            return "Put every item in order."
        case _ if not filled:
            return "Type an answer, or say that you don't know."
    return ""


def _parts(question: Question, response: Response) -> tuple[Part, ...]:
    match question:
        case SingleChoice() | TrueFalse():
            given = response.given[0] if response.given else ""
            return (Part(given, question.key[0], given == question.key[0]),)
        case MultipleChoice():
            return _choice_parts(question, response.given)
        case ShortAnswer():
            return _typed_parts(((question.answer, *question.accept),), response)
        case Cloze():
            return _typed_parts(question.gaps, response)
        case Numeric():
            return _numeric_parts(question, response.given)
        case Matching():
            return _matching_parts(question, response.given)
        case Ordering():
            return _ordering_parts(question, response.given)
        case Open():
            ticks = _padded(response.judged, len(question.points))
            return tuple(
                Part("", point, tick) for point, tick in zip(question.points, ticks, strict=True)
            )
    raise TypeError(f"no grading for {type(question).__name__}")


def _choice_parts(question: MultipleChoice, given: Sequence[str]) -> tuple[Part, ...]:
    chosen = set(given)
    wanted = [
        Part(a if a in chosen else "", a, a in chosen) for a in dict.fromkeys(question.answers)
    ]
    extra = [Part(d.text, "", False) for d in question.distractors if d.text in chosen]
    return (*wanted, *extra)


def _typed_parts(keys: Sequence[Sequence[str]], response: Response) -> tuple[Part, ...]:
    from quiz.core.grading.typed_answers import (  # many a session has nothing that is typed
        close,
        same,
    )

    judged = _padded(response.judged, len(keys))
    parts = []
    for i, (variants, accepted) in enumerate(zip(keys, judged, strict=True)):
        given = response.given[i].strip() if i < len(response.given) else ""
        exact = any(same(given, variant) for variant in variants)
        near = not exact and any(close(given, variant) for variant in variants)
        label = f"gap {i + 1}" if len(keys) > 1 else ""
        parts.append(Part(given, variants[0], exact or (near and accepted), near, label))
    return tuple(parts)


def _numeric_parts(question: Numeric, given: Sequence[str]) -> tuple[Part, ...]:
    from quiz.core.grading.numbers import matches_number

    number = given[0] if given else ""
    return (Part(number, question.key[0], matches_number(question, number)),)


def _is_number(text: str) -> bool:
    from quiz.core.grading.numbers import parse_quantity

    return parse_quantity(text) is not None


def _matching_parts(question: Matching, given: Sequence[str]) -> tuple[Part, ...]:
    filled = [*given, *[""] * len(question.pairs)]
    return tuple(
        Part(filled[i], right, filled[i] == right, label=left)
        for i, (left, right) in enumerate(question.pairs)
    )


def _ordering_parts(question: Ordering, given: Sequence[str]) -> tuple[Part, ...]:
    filled = [*given, *[""] * len(question.sequence)]
    return tuple(
        Part(filled[i], item, filled[i] == item, label=str(i + 1))
        for i, item in enumerate(question.sequence)
    )


def _score(question: Question, parts: Sequence[Part]) -> float:
    if not parts:
        return 0.0
    right = sum(part.right for part in parts)
    if isinstance(question, MultipleChoice):
        wrong = sum(1 for part in parts if not part.expected)
        return max(0.0, (right - wrong) / len(question.answers))
    return right / len(parts)


def _verdict(score: float) -> Verdict:
    if score >= 1:
        return Verdict.CORRECT
    return Verdict.PARTLY if score > 0 else Verdict.WRONG


def _chosen_wrong(question: Question, response: Response) -> tuple[Distractor, ...]:
    if not isinstance(question, SingleChoice | MultipleChoice):
        return ()
    chosen = Counter(response.given)
    return tuple(d for d in question.distractors if chosen[d.text])


def _padded(flags: Sequence[bool], length: int) -> list[bool]:
    return [*flags[:length], *[False] * (length - len(flags))]
