"""A session as a pure state machine: ask, respond, undo. Every step gives a new value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from quiz.core.grading.grading import Verdict

RETURN_AFTER = (3, 8, 20)
"""A question missed for the first, second, third time comes back after so many others, or after all
that are left if fewer; missed once more, it has had enough of this session.
"""


class Slot(NamedTuple):
    """A question's turn; `attempt` counts from 0 within the session."""

    question: str
    attempt: int = 0


class Answered(NamedTuple):
    """A turn that is over; `again`: its question was put back into the queue.

    `review` is the uid under which the history keeps it.
    """

    slot: Slot
    verdict: Verdict
    again: bool
    review: str = ""


class Tally(NamedTuple):
    """First attempts by verdict; `repeats` are turns after the first."""

    correct: int = 0
    partly: int = 0
    wrong: int = 0
    repeats: int = 0

    @property
    def asked(self) -> int:
        """How many questions were answered at least once."""
        return self.correct + self.partly + self.wrong


class Session(NamedTuple):
    """What was planned, what is still to come, and what was answered, in order."""

    plan: tuple[str, ...]
    queue: tuple[Slot, ...]
    answered: tuple[Answered, ...] = ()

    @classmethod
    def of(cls, plan: Sequence[str]) -> Session:
        """A fresh session over the questions of the plan, each once."""
        unique = tuple(dict.fromkeys(plan))
        return cls(unique, tuple(Slot(question) for question in unique))

    @property
    def current(self) -> Slot | None:
        """Whose turn it is; None when the session is over."""
        return self.queue[0] if self.queue else None

    @property
    def done(self) -> int:
        """How many questions of the plan will not come again."""
        return len(self.plan) - len({slot.question for slot in self.queue})

    @property
    def place(self) -> int:
        """Which question of the plan is being asked, from 1; a repeat keeps its number's place."""
        begun = len({a.slot.question for a in self.answered})
        fresh = self.current is not None and self.current.attempt == 0
        return begun + fresh

    @property
    def tally(self) -> Tally:
        """Counts over what was answered."""
        first = Counter(a.verdict for a in self.answered if a.slot.attempt == 0)
        repeats = sum(1 for a in self.answered if a.slot.attempt > 0)
        return Tally(first[Verdict.CORRECT], first[Verdict.PARTLY], first[Verdict.WRONG], repeats)

    def respond(self, verdict: Verdict, *, again: bool, review: str = "") -> Session:
        """Answer the current turn; with `again` the question returns later, unless it did so often.

        So no question has more than `len(RETURN_AFTER) + 1` turns, and every session ends.
        Raises ValueError when the session is over.
        """
        if not self.queue:
            raise ValueError("the session is over")
        slot, rest = self.queue[0], self.queue[1:]
        again = again and slot.attempt < len(RETURN_AFTER)
        if again:
            place = RETURN_AFTER[slot.attempt]
            rest = (*rest[:place], Slot(slot.question, slot.attempt + 1), *rest[place:])
        answered = (*self.answered, Answered(slot, verdict, again, review))
        return self._replace(queue=rest, answered=answered)

    def turned_to(self, slot: Slot) -> Session:
        """The same session with this turn in front; its question waits nowhere else."""
        rest = tuple(other for other in self.queue if other.question != slot.question)
        return self._replace(queue=(slot, *rest))

    def undo(self) -> Session:
        """Take the last answer back; its question is current again. Raises ValueError if none."""
        if not self.answered:
            raise ValueError("there is nothing to undo")
        last = self.answered[-1]
        queue = self.queue
        if last.again:
            returned = Slot(last.slot.question, last.slot.attempt + 1)
            queue = tuple(slot for slot in queue if slot != returned)
        return self._replace(queue=(last.slot, *queue), answered=self.answered[:-1])

    def set_aside(self, question: str) -> Session:
        """The same session in which a question is not asked any more; what was answered stays."""
        queue = tuple(slot for slot in self.queue if slot.question != question)
        answered = any(done.slot.question == question for done in self.answered)
        plan = self.plan if answered else tuple(uid for uid in self.plan if uid != question)
        return self._replace(plan=plan, queue=queue)

    def without(self, gone: Collection[str]) -> Session:
        """The same session without questions that no longer exist."""
        return self._replace(
            plan=tuple(question for question in self.plan if question not in gone),
            queue=tuple(slot for slot in self.queue if slot.question not in gone),
        )
