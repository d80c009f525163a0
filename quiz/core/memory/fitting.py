"""How well parameters of the memory predict a learner, and parameters fitted to that learner.

The fit is fsrs-rs's, an optional dependency; judging it is done here, with the very scheduler that
the questions are planned with, on answers that the fit has not seen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log, sqrt
from typing import NamedTuple

from quiz.core.memory.scheduling import DEFAULT_PARAMETERS, Memory, Rating, Scheduler

CHANCE = 1.645
"""So many standard errors a gain must be above 0 to count: one time in twenty it is chance."""

BINS = 20
"""Into so many equal groups predictions are sorted to compare them with what came true."""

PRUDENCE = 20.0
"""How strongly a fit is held near the published parameters, as a multiple of fsrs-rs's own.

At 1, which suits tens of thousands of answers, learners who are as published are predicted worse
in the simulation (`tests.benchmarks.simulated_learners`), and odd ones no better than at 20.
"""

_NEAREST = 1e-6  # a prediction counts as no nearer than this to 0 or 1


class Step(NamedTuple):
    """An answer as FSRS sees it: its rating, days since the one before, and its study day.

    `tested`: it is one that a prediction is judged by.
    """

    rating: Rating
    wait: int
    day: int
    tested: bool


Course = tuple[Step, ...]
"""The answers to one question with one key, in their order."""


class Prediction(NamedTuple):
    """The chance, 0 to 1, given to an answer of a course (by its number), and what came true."""

    course: int
    day: int
    chance: float
    recalled: bool

    @property
    def loss(self) -> float:
        """The negative logarithm of the chance given to what came true."""
        chance = self.chance if self.recalled else 1 - self.chance
        return -log(max(_NEAREST, chance))


class Accuracy(NamedTuple):
    """The mean log loss over some answers, and how far predictions are off (root mean square)."""

    loss: float
    off: float


class Gain(NamedTuple):
    """By how much the mean log loss falls, and the standard error of that."""

    mean: float
    error: float

    @property
    def sure(self) -> bool:
        """Whether it is more than chance."""
        return self.mean > CHANCE * self.error


def predictions(courses: Sequence[Course], scheduler: Scheduler) -> list[Prediction]:
    """What the scheduler would have said before each tested answer, by day."""
    found: list[Prediction] = []
    for number, course in enumerate(courses):
        memory: Memory | None = None
        for step in course:
            if step.tested and memory is not None:
                chance = scheduler.retrievability(memory, step.day)
                found.append(Prediction(number, step.day, chance, step.rating > Rating.AGAIN))
            memory = scheduler.review(memory, step.rating, step.day, "")
    return sorted(found, key=lambda prediction: prediction.day)


def accuracy(judged: Sequence[Prediction]) -> Accuracy:
    """How good predictions are; raises ZeroDivisionError without any."""
    return Accuracy(sum(one.loss for one in judged) / len(judged), _off(judged))


def _off(judged: Sequence[Prediction]) -> float:
    """The root mean square of predicted minus observed share, over groups of equal size."""
    ranked = sorted(judged, key=lambda one: (one.chance, one.course, one.day))
    size = max(1, -(-len(ranked) // BINS))
    total = 0.0
    for start in range(0, len(ranked), size):
        group = ranked[start : start + size]
        total += sum(one.chance - one.recalled for one in group) ** 2 / len(group)
    return sqrt(total / len(ranked))


def gain(before: Sequence[Prediction], after: Sequence[Prediction]) -> Gain:
    """By how much `after` is better at the same answers.

    Answers to one question are off together, so the error is that of a ratio estimate over
    questions as clusters (Cochran 1977, section 9A.1).
    """
    falls: dict[int, list[float]] = defaultdict(list)
    for old, new in zip(before, after, strict=True):
        falls[old.course].append(old.loss - new.loss)
    count = len(before)
    mean = sum(map(sum, falls.values())) / count
    squares = sum((sum(own) - mean * len(own)) ** 2 for own in falls.values())
    clusters = len(falls)
    return Gain(mean, sqrt(squares * clusters / max(1, clusters - 1)) / count)


def split_day(courses: Iterable[Course], share: float) -> int:
    """The study day before which `share` of the tested answers lie; the rest is on it or later."""
    days = sorted(step.day for course in courses for step in course if step.tested)
    return days[min(len(days) - 1, int(share * len(days)))]


def before(courses: Iterable[Course], day: int) -> list[Course]:
    """The same as they stood at the beginning of a study day."""
    cut = (tuple(step for step in course if step.day < day) for course in courses)
    return [course for course in cut if course]


def fitted(courses: Iterable[Course]) -> tuple[float, ...]:
    """The parameters under which these answers are most likely, held near the published ones.

    The same courses give the same parameters. Raise ImportError without fsrs-rs-python.
    """
    from fsrs_rs_python import FSRS, FSRSItem, FSRSReview, TrainingConfig

    items = []
    for course in courses:
        seen = [FSRSReview(rating=int(step.rating), delta_t=step.wait) for step in course]
        items += [FSRSItem(seen[: i + 1]) for i, step in enumerate(course) if step.tested]
    model = FSRS(list(DEFAULT_PARAMETERS))
    found = model.compute_parameters(items, training_config=TrainingConfig(gamma=PRUDENCE))
    return _within_bounds(found)


def _within_bounds(parameters: Sequence[float]) -> tuple[float, ...]:
    """Without the noise of 32 bits, which py-fsrs takes for a step over the bounds."""
    from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

    bounds = zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    pairs = zip(parameters, bounds, strict=True)
    return tuple(min(high, max(low, round(value, 5))) for value, (low, high) in pairs)
