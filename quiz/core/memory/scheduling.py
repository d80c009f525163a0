"""How long a question stays remembered: FSRS-6 on study days, with its own seeded fuzz.

A study day is an int, `date.toordinal()`. The arithmetic of memory is py-fsrs's; it is imported
with the first review, so that showing what is due does not pay for it.
"""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import fsrs

ALGORITHM = "FSRS-6"

# The published weights of FSRS-6; the last one is the decay of the forgetting curve.
DEFAULT_PARAMETERS = (
    *(0.212, 1.2931, 2.3065, 8.2956),  # stability after the first rating
    *(6.4133, 0.8334, 3.0194, 0.001),  # difficulty
    *(1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729),  # stability later
    *(0.5425, 0.0912, 0.0658, 0.1542),  # stability within a day; decay
)

# From where to where (days) an interval is spread by which share of its length, both ways.
_SPREADS = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, math.inf, 0.05))


class Rating(IntEnum):
    """How well a question was remembered, in the words and numbers of FSRS."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Confidence(StrEnum):
    """What the learner said about the response; nothing, as long as it is not asked for.

    GUESSED is said after a right answer's verdict, GUESS before any.
    """

    UNMARKED = "unmarked"
    SURE = "sure"
    UNSURE = "unsure"
    GUESS = "guess"
    GUESSED = "guessed"
    DONT_KNOW = "dont-know"


_UNKNOWN = (Confidence.GUESS, Confidence.GUESSED, Confidence.DONT_KNOW)


class Memory(NamedTuple):
    """What is known about one question after its last review.

    `stability` is in days, `difficulty` from 1 to 10, `day` and `due` are study days.
    `lapses` counts AGAIN right after a success; missing it over and over is one lapse.
    """

    stability: float
    difficulty: float
    day: int
    due: int
    reviews: int
    lapses: int
    last: Rating


def study_day(moment: datetime, rollover_hour: int = 4) -> int:
    """The study day of an aware local moment; before `rollover_hour` it is still yesterday."""
    if moment.tzinfo is None:
        raise ValueError("a study day needs a moment with a time zone")
    wall_clock = moment.replace(tzinfo=None)
    return (wall_clock - timedelta(hours=rollover_hour)).toordinal()


def rate(
    *,
    correct: bool,
    confidence: Confidence = Confidence.UNMARKED,
    narrowed: bool = False,
    easy: bool = False,
    located: bool = False,
) -> Rating:
    """The rating of a response: `narrowed` and `located` tell which hints were taken.

    A hint that narrows the options counts as not known; one that only names the section, as hard.
    """
    if not correct or narrowed or confidence in _UNKNOWN:
        return Rating.AGAIN
    if located or confidence is Confidence.UNSURE:
        return Rating.HARD
    return Rating.EASY if easy else Rating.GOOD


def fuzz_seed(question: str, memory: Memory | None) -> str:
    """The seed for a question's next review: the same again when its reviews are replayed."""
    return _seed(question, memory.reviews if memory else 0)


def urgency(memory: Memory, day: int) -> float:
    """Elapsed days in stabilities: the higher, the lower is the retrievability."""
    return max(0, day - memory.day) / memory.stability


class Scheduler:
    """Moves a memory by ratings. `maximum_interval` is in days."""

    algorithm = ALGORITHM

    def __init__(
        self,
        desired_retention: float = 0.9,
        parameters: tuple[float, ...] | None = None,
        maximum_interval: int = 36500,
    ) -> None:
        """Raise ValueError when the number of parameters is not that of FSRS-6."""
        self.desired_retention = desired_retention
        self.parameters = parameters or DEFAULT_PARAMETERS
        self.maximum_interval = maximum_interval
        if len(self.parameters) != len(DEFAULT_PARAMETERS):
            raise ValueError(f"{ALGORITHM} has {len(DEFAULT_PARAMETERS)} parameters")

    @cached_property
    def digest(self) -> str:
        """Short name of everything that decides a due day, for the review rows."""
        import hashlib  # with OpenSSL behind it; no digest is needed before the first answer

        values = [*self.parameters, self.desired_retention, self.maximum_interval]
        return hashlib.blake2b(repr(values).encode(), digest_size=6).hexdigest()

    def review(self, memory: Memory | None, rating: Rating, day: int, seed: str) -> Memory:
        """The memory after a review on study day `day`.

        On a day before the last one a clock is or was wrong: then no time has passed, and the day
        of this review, which came last, counts from now on. After AGAIN the question stays due the
        same day; otherwise it is due the next day at least.
        """
        if memory and memory.day > day:
            memory = memory._replace(day=day, due=min(memory.due, day))
        stability, difficulty, interval = self._fsrs_review(memory, rating, day)
        missed = rating is Rating.AGAIN
        known = memory is not None and memory.last > Rating.AGAIN
        return Memory(
            stability=stability,
            difficulty=difficulty,
            day=day,
            due=day if missed else day + fuzzed(interval, seed, self.maximum_interval),
            reviews=(memory.reviews if memory else 0) + 1,
            lapses=(memory.lapses if memory else 0) + (missed and known),
            last=rating,
        )

    def retrievability(self, memory: Memory, day: int) -> float:
        """The chance, 0 to 1, of remembering on study day `day`.

        FSRS-6: (1 + factor · t / S) ^ -w20, with the factor for which R is 0.9 at t = S.
        """
        decay, factor = self._curve
        return float((1 + factor * urgency(memory, day)) ** decay)

    def due(self, question: str, memory: Memory) -> int:
        """The study day that `review` would have given, had it aimed at the present retention."""
        if memory.last is Rating.AGAIN:
            return memory.day
        decay, factor = self._curve
        days = round(memory.stability / factor * (self.desired_retention ** (1 / decay) - 1))
        interval = min(max(days, 1), self.maximum_interval)
        seed = _seed(question, memory.reviews - 1)
        return memory.day + fuzzed(interval, seed, self.maximum_interval)

    @cached_property
    def _curve(self) -> tuple[float, float]:
        """Exponent and factor of the forgetting curve."""
        decay = -self.parameters[20]
        return decay, float(0.9 ** (1 / decay) - 1)

    def prepare(self) -> None:
        """Load py-fsrs now, so that the first review does not wait for it."""
        self._fsrs  # noqa: B018

    @cached_property
    def _fsrs(self) -> fsrs.Scheduler:
        import fsrs

        return fsrs.Scheduler(
            parameters=self.parameters,
            desired_retention=self.desired_retention,
            learning_steps=(),
            relearning_steps=(),
            maximum_interval=self.maximum_interval,
            enable_fuzzing=False,
        )

    def _fsrs_review(
        self, memory: Memory | None, rating: Rating, day: int
    ) -> tuple[float, float, int]:
        """Stability, difficulty and interval in days after the review, before any fuzz."""
        import fsrs

        now = _noon(day)
        card = fsrs.Card(card_id=0, due=now)
        if memory is not None:
            card = fsrs.Card(
                card_id=0,
                state=fsrs.State.Review,
                stability=memory.stability,
                difficulty=memory.difficulty,
                due=_noon(memory.due),
                last_review=_noon(memory.day),
            )
        after, _ = self._fsrs.review_card(card, fsrs.Rating(rating), now)
        assert after.stability is not None
        assert after.difficulty is not None
        return after.stability, after.difficulty, (after.due - now).days


def fuzzed(interval: int, seed: str, maximum: int) -> int:
    """`interval` (days) moved by a few days, so that what was learned together comes apart.

    The same seed moves every interval the same way: a longer one never ends up shorter.
    """
    if interval < _SPREADS[0][0]:
        return interval
    spread = 1 + sum(share * max(0.0, min(interval, high) - low) for low, high, share in _SPREADS)
    lowest = max(2, round(interval - spread))
    highest = min(maximum, round(interval + spread))
    return lowest + int(_chance(seed) * (highest - lowest + 1))


def _seed(question: str, reviews: int) -> str:
    return f"{question}#{reviews}"


def _chance(seed: str) -> float:
    """A number from 0 up to but not including 1, decided by the seed alone."""
    import hashlib

    digest = hashlib.blake2b(seed.encode("utf-8", "surrogatepass"), digest_size=4).digest()
    return int.from_bytes(digest, "big") / 2**32


def _noon(day: int) -> datetime:
    return datetime.combine(date.fromordinal(day), time(12), tzinfo=UTC)
