"""Grade a response: `grade(question, response) -> Grade`; each type of question says how."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from quiz.core.grounding.source import Source


class Distractor(NamedTuple):
    """A wrong option, why it is wrong, and the passages that refute it."""

    text: str
    feedback: str = ""
    sources: tuple[Source, ...] = ()


class Verdict(StrEnum):
    """The graded result of a response."""

    CORRECT = "correct"
    PARTLY = "partly"
    WRONG = "wrong"


class Response(NamedTuple):
    """What the learner gave: texts in the question's own order (gaps, left sides, positions).

    `judged` is the learner's own judgement, part by part: near misses accepted, points ticked.
    `contested`: the learner says that what was typed is right, although it is no wording known.
    """

    given: tuple[str, ...] = ()
    judged: tuple[bool, ...] = ()
    gave_up: bool = False
    contested: bool = False

    @property
    def filled(self) -> tuple[str, ...]:
        """The texts with something in them."""
        return tuple(text for text in self.given if text.strip())


class Part(NamedTuple):
    """One thing asked and what came back; `label` says which (a gap, a left side, a position).

    `nearest` is the wording that typed words come nearest, where that is not the one shown.
    """

    given: str
    expected: str
    right: bool
    near: bool = False
    label: str = ""
    nearest: str = ""


class Grade(NamedTuple):
    """A verdict, the share that is right (0 to 1), and how it came about."""

    verdict: Verdict
    score: float
    parts: tuple[Part, ...] = ()
    chosen_wrong: tuple[Distractor, ...] = ()


class Gradable(Protocol):
    """What grading needs of a question."""

    def parts_of(self, response: Response) -> tuple[Part, ...]:
        """What was asked and what came back, part by part."""

    def score_of(self, parts: Sequence[Part]) -> float:
        """The share that is right, 0 to 1."""

    def chosen_wrong(self, response: Response) -> tuple[Distractor, ...]:
        """The wrong options among what was given."""

    def to_judge(self, parts: Sequence[Part]) -> tuple[int, ...]:
        """Which parts only the learner can judge."""

    def complaint_about(self, response: Response) -> str:
        """Why a response cannot be graded yet; empty when it can."""


def grade(question: Gradable, response: Response) -> Grade:
    """Grade any response, an empty or a given-up one too (wrong)."""
    if response.gave_up:
        return Grade(Verdict.WRONG, 0.0, question.parts_of(Response()))
    parts = question.parts_of(response)
    score = question.score_of(parts) if parts else 0.0
    return Grade(_verdict(score), score, parts, question.chosen_wrong(response))


def undecided(question: Gradable, response: Response) -> tuple[int, ...]:
    """Which parts only the learner can judge: near misses of typed words, every open point."""
    if response.gave_up or response.judged:
        return ()
    return question.to_judge(question.parts_of(response))


def complaint(question: Gradable, response: Response) -> str:
    """Why a response cannot be graded yet, as a sentence to the learner; empty when it can."""
    return "" if response.gave_up else question.complaint_about(response)


def placed_parts(given: Sequence[str], expected: Sequence[tuple[str, str]]) -> tuple[Part, ...]:
    """A part for each (label, text) expected: right where just that text was given there."""
    filled = [*given, *[""] * len(expected)]
    return tuple(
        Part(filled[at], text, filled[at] == text, label=label)
        for at, (label, text) in enumerate(expected)
    )


def padded(flags: Sequence[bool], length: int) -> list[bool]:
    """So many flags; those that are missing are False."""
    return [*flags[:length], *[False] * (length - len(flags))]


def _verdict(score: float) -> Verdict:
    if score >= 1:
        return Verdict.CORRECT
    return Verdict.PARTLY if score > 0 else Verdict.WRONG
