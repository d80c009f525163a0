"""What front ends show: a turn, a judgement to make, the feedback on an answer."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.core.grading import Grade, Response
from quiz.core.memory import Confidence, Rating
from quiz.core.question import Question
from quiz.core.review import set_of
from quiz.core.session import Slot
from quiz.study.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Turn:
    """The question whose turn it is, as it is to be shown. `place` counts from 1."""

    slot: Slot
    question: Question
    set_title: str
    options: tuple[str, ...]
    place: int
    total: int
    restarted: bool

    @property
    def uid(self) -> str:
        """`set/question`."""
        return self.slot.question

    @property
    def set_id(self) -> str:
        """The set it belongs to."""
        return set_of(self.slot.question)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A response that only the learner can decide on: which parts of `grade` are open."""

    response: Response
    parts: tuple[int, ...]
    grade: Grade


@dataclass(frozen=True, slots=True)
class Feedback:
    """A recorded answer: the verdict, what it rests on, and when the question comes again.

    `days` is how many study days from now; 0 means later in this session or today; None: unplanned.
    """

    turn: Turn
    response: Response
    grade: Grade
    rating: Rating
    confidence: Confidence
    evidence: tuple[Evidence, ...]
    days: int | None
    again: bool

    @property
    def can_be_easier(self) -> bool:
        """Whether the learner may still call it too easy."""
        return self.rating is Rating.GOOD and self.days is not None
