"""What is to come: how many questions are due on which day, and how long they take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

HORIZON = 14
"""Days a forecast looks ahead, today included."""

CAP_MS = 120_000
"""What took longer counts as this much: the learner was away."""

LEAST_TIMES = 5
"""Fewer answers than this say nothing about a pace."""


class Forecast(NamedTuple):
    """Questions by the study day they are due; `backlog` was due before today.

    `days` begins with today; `later` is due after the last of them.
    """

    backlog: int
    days: tuple[int, ...]
    later: int

    @property
    def due(self) -> int:
        """Due today, the backlog included."""
        return self.backlog + self.days[0]


def forecast(dues: Iterable[int], today: int, horizon: int = HORIZON) -> Forecast:
    """Count study days of being due, none of which moves until its question is asked."""
    days = [0] * horizon
    backlog = later = 0
    for due in dues:
        if due < today:
            backlog += 1
        elif due < today + horizon:
            days[due - today] += 1
        else:
            later += 1
    return Forecast(backlog, tuple(days), later)


class Timed(NamedTuple):
    """How long an answer to a question of a kind took, and how long until the next question.

    Both in milliseconds; `reading_ms` is None for the last answer of a session.
    """

    kind: str
    answering_ms: int
    reading_ms: int | None


class Pace(NamedTuple):
    """The learner's own pace in milliseconds, medians of `answers` answers.

    `kinds` are the times to answer by kind, as far as there are enough; `any_kind` over all,
    `reading` what follows an answer until the next question.
    """

    any_kind: float
    kinds: Mapping[str, float]
    reading: float
    answers: int

    def minutes(self, due: Mapping[str, int]) -> float:
        """How long so many questions of each kind take, each asked once, read and gone on from."""
        each = ((self.kinds.get(kind, self.any_kind), count) for kind, count in due.items())
        return sum((took + self.reading) * count for took, count in each) / 60_000


def pace(times: Sequence[Timed]) -> Pace | None:
    """The medians of capped times, which a pause or a phone call does not move; None for too few.

    A kind with fewer than `LEAST_TIMES` answers goes by the median of all.
    """
    if len(times) < LEAST_TIMES:
        return None
    by_kind: dict[str, list[int]] = {}
    for timed in times:
        by_kind.setdefault(timed.kind, []).append(_capped(timed.answering_ms))
    reading = [_capped(t.reading_ms) for t in times if t.reading_ms is not None]
    return Pace(
        any_kind=median(_capped(timed.answering_ms) for timed in times),
        kinds={k: median(took) for k, took in by_kind.items() if k and len(took) >= LEAST_TIMES},
        reading=median(reading) if reading else 0.0,
        answers=len(times),
    )


def _capped(milliseconds: int) -> int:
    return max(0, min(CAP_MS, milliseconds))
