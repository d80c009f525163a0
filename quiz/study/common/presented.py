"""What front ends show: a question presented, a judgement to make, the feedback on an answer."""

from __future__ import annotations

from typing import NamedTuple

from quiz.core.grading.grading import Grade, Response
from quiz.core.memory.records import set_of
from quiz.core.memory.scheduling import Confidence, Rating
from quiz.core.questions.hints import LookedUp
from quiz.core.questions.question import Question
from quiz.core.sessions.session import Slot
from quiz.study.common.daily import Why
from quiz.study.common.evidence import Evidence


class Presented(NamedTuple):
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


class Judgement(NamedTuple):
    """A response that only the learner can decide on: which parts of `grade` are open.

    `evidence` is what it is held against.
    """

    response: Response
    parts: tuple[int, ...]
    grade: Grade
    evidence: tuple[Evidence, ...] = ()


class Feedback(NamedTuple):
    """A recorded answer: the verdict, what it rests on, and when the question comes again.

    `days` is how many study days from now; 0 means later in this session or today; None: unplanned.
    `schedule`, where given, says in words what these two cannot. `why` tells what brings it sooner
    than its memory would; `lapses` is how often it was forgotten. `may_be_luck`: the learner is
    asked whether it was known or guessed. `own` is what they noted on the question or its passages.
    `helps` counts the hints taken, and having `looked_up`.
    """

    presented: Presented
    response: Response
    grade: Grade
    rating: Rating
    confidence: Confidence
    evidence: tuple[Evidence, ...]
    days: int | None
    again: bool
    schedule: str = ""
    why: Why | None = None
    lapses: int = 0
    may_be_luck: bool = False
    own: tuple[str, ...] = ()
    helps: int = 0
    looked_up: LookedUp = LookedUp.NOTHING

    @property
    def contestable(self) -> bool:
        """Whether something typed did not count, and the learner may say that it is right."""
        missed = any(part.given and not part.right for part in self.grade.parts)
        return missed and self.presented.question.typed

    @property
    def can_be_easier(self) -> bool:
        """Whether the learner may still call it too easy."""
        return self.rating is Rating.GOOD and self.days is not None
