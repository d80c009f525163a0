"""The learner's own parameters: fitted, put to the test, kept only if they predict better."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from quiz.core.memory.fitting import (
    Accuracy,
    Course,
    Gain,
    Prediction,
    Step,
    accuracy,
    before,
    fitted,
    gain,
    predictions,
    split_day,
)
from quiz.core.memory.scheduling import Rating, Scheduler
from quiz.store.history.tables.fits import Fit, Fits, Graded

ENOUGH_ANSWERS = 400
"""So many answers on a later day than the one before make a fit worth a try."""

ENOUGH_QUESTIONS = 50
"""Over at least so many questions."""

SHARES = (0.4, 0.6, 0.8)
"""A fit to each first part of the answers is tested on those up to the next, the last to the end.

With one part to test, a year in which the questions have grown old tells too little.
"""

LEAST_LEARNED, LEAST_TESTED = 100, 100
"""Where a few days hold most answers, so many must be left to learn from, and to test."""


class Found(NamedTuple):
    """What came of a fit to `answers` on later days, to so many `questions`.

    `present` and `own` are the accuracies over the last `tested` answers of the parameters in use
    and of those fitted to what came before each part of them; None when there were too few.
    `parameters` are fitted to all answers, and only when that was better.
    """

    answers: int
    questions: int
    tested: int = 0
    present: Accuracy | None = None
    own: Accuracy | None = None
    gain: Gain | None = None
    parameters: tuple[float, ...] | None = None

    @property
    def better_by(self) -> float:
        """The share, 0 to 1, by which the log loss falls; 0 when nothing was fitted."""
        return self.gain.mean / self.present.loss if self.gain and self.present else 0.0


def optimize(history: Fits) -> Found:
    """Fit parameters to the learner and judge them; nothing is written.

    Raise ImportError without fsrs-rs-python, unless there are too few answers anyway.
    """
    courses = list(courses_of(history.graded()))
    counts = [sum(step.tested for step in course) for course in courses]
    found = Found(sum(counts), sum(count > 0 for count in counts))
    if found.answers < ENOUGH_ANSWERS or found.questions < ENOUGH_QUESTIONS:
        return found
    days = sorted({split_day(courses, share) for share in SHARES})
    tested = sum(step.day >= days[0] for course in courses for step in course if step.tested)
    if found.answers - tested < LEAST_LEARNED or tested < LEAST_TESTED:
        return found
    return _judged(found, courses, history.scheduler, days)


def keep(history: Fits, found: Found, now_ms: int) -> None:
    """Go by the parameters found from now on. Raise ValueError when none were found better."""
    if found.parameters is None or found.present is None or found.own is None:
        raise ValueError("there are no better parameters to keep")
    losses = found.present.loss, found.own.loss
    history.adopt(Fit(now_ms, found.parameters, found.answers, found.tested, *losses))


def courses_of(answers: Iterable[Graded]) -> Iterator[Course]:
    """The answers to each question as its memory sees them; a changed key begins anew."""
    for _, course in groupby(answers, key=lambda one: (one.question, one.key_hash)):
        yield tuple(_steps(course))


def _steps(answers: Iterable[Graded]) -> Iterator[Step]:
    last: int | None = None
    for one in answers:
        # a clock that was set back makes no day shorter than nothing, as in the scheduler
        day = one.day if last is None else max(last, one.day)
        wait = day - last if last is not None else 0
        yield Step(Rating(one.rating), wait, day, one.fair and wait > 0)
        last = day


def _judged(found: Found, courses: Sequence[Course], now: Scheduler, days: Sequence[int]) -> Found:
    old = [one for one in predictions(courses, now) if one.day >= days[0]]
    new: list[Prediction] = []
    for day, end in pairwise((*days, sys.maxsize)):
        own = _with(now, fitted(before(courses, day)))
        new += [one for one in predictions(courses, own) if day <= one.day < end]
    better = gain(old, new)
    return found._replace(
        tested=len(old),
        present=accuracy(old),
        own=accuracy(new),
        gain=better,
        parameters=fitted(courses) if better.sure else None,
    )


def _with(scheduler: Scheduler, parameters: tuple[float, ...]) -> Scheduler:
    return Scheduler(scheduler.desired_retention, parameters, scheduler.maximum_interval)
