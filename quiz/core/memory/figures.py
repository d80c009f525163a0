"""Figures over a history: how stable memories are, and on which days was studied."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable
from typing import NamedTuple

YEAR = 365
"""Study days that `the last year` has, today included."""

MATURE_DAYS = 21
"""A question asked again after so many days or more is mature, sooner: young."""

PROBLEM_LAPSES = 4
"""A question forgotten so often after it was known is a problem."""

STABILITY_EDGES = (1, 3, 7, 21, 60, 180, 365)
"""Where one bucket of stabilities (days) ends and the next begins."""


def stability_counts(stabilities: Iterable[float]) -> tuple[int, ...]:
    """How many lie below the first edge, from each edge to the next, and from the last edge on."""
    counts = [0] * (len(STABILITY_EDGES) + 1)
    for stability in stabilities:
        counts[bisect_right(STABILITY_EDGES, stability)] += 1
    return tuple(counts)


class Diligence(NamedTuple):
    """Over some study days: on how many was studied, and for how many in a row.

    `running` is the row that today or, as long as today is young, yesterday belongs to.
    """

    studied: int
    running: int
    longest: int


def diligence(studied: Collection[int], today: int, days: int = YEAR) -> Diligence:
    """Look at the last `days` study days, today included. A day off breaks a row, no more."""
    first = today - days + 1
    on = {day for day in studied if first <= day <= today}
    longest = row = 0
    rows: dict[int, int] = {}
    for day in range(first, today + 1):
        row = row + 1 if day in on else 0
        rows[day] = row
        longest = max(longest, row)
    return Diligence(len(on), rows.get(today) or rows.get(today - 1, 0), longest)
