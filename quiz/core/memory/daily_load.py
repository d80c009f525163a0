"""Daily care: what is asked before its memory would ask for it, and how much a day holds.

Days are study days (`date.toordinal`). Nothing here is written into a memory: it holds for as long
as its reason does.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

NEXT_DAY, WEEK = 1, 7
"""A confident mistake is asked again so many study days after it."""

FORGIVEN = 90
"""After so many study days a repeat that was never given is no longer owed."""

EXAM_WINDOW = 14
"""Every question of a set is seen again within so many days before its exam."""

LEECH = 4
"""From so many lapses on, a question is one that keeps slipping away."""

SECONDS_EACH = 25.0
"""What an answer is taken to cost as long as the learner's own pace is unknown."""

LONGEST = 120.0
"""Seconds; what took longer counts as this much: the learner was away."""

FEWEST_TIMED = 10
"""So many answers make a pace."""

FARTHEST = 60
"""How many days ahead a backlog is planned."""


class Answered(NamedTuple):
    """When an answer was given, how long after its question was shown, and in which session."""

    session: str
    at_ms: int
    duration_ms: int


def second_look(mistake: int, last: int) -> int | None:
    """When a question is asked again after it was answered wrong, but surely, on day `mistake`.

    `last` is the day of its latest answer. The next day and a week later, each until it was
    answered on that day or a later one; None when nothing is owed any more. Confident mistakes are
    corrected best when they are met again soon, and come back after a week if they are not
    (Butler, Fazio and Marsh 2011, the hypercorrection effect over a week).
    """
    if last < mistake + NEXT_DAY:
        return mistake + NEXT_DAY
    return mistake + WEEK if last < mistake + WEEK else None


def exam_turn(question: str, exam: int) -> int:
    """The day of the last fortnight before an exam that is a question's own: the same each time."""
    return exam - 1 - zlib.crc32(question.encode("utf-8", "surrogatepass")) % EXAM_WINDOW


def before_exam(question: str, last: int, exam: int) -> int | None:
    """The latest day to ask a question last answered on day `last`; None if that was lately."""
    return exam_turn(question, exam) if last < exam - EXAM_WINDOW else None


def new_needed(unseen: int, begun: int, day: int, exam: int) -> int:
    """How many more new questions to begin on `day`, so that all are known before the exam.

    `unseen` were never asked, `begun` are those of this set begun on this day already. All are
    begun before the last fortnight, or, when it has come, before the exam.
    """
    start = exam - EXAM_WINDOW
    days = start - day if day < start else exam - day
    return max(0, math.ceil((unseen + begun) / days) - begun) if days > 0 else 0


def seconds_taken(answers: Iterable[Answered]) -> list[float]:
    """What each answer took, reading the verdict before it included; they come in their order.

    A clock set back makes none shorter than the time its question was on screen.
    """
    taken = []
    before = Answered("", 0, 0)
    for answer in answers:
        took = answer.duration_ms
        if answer.session == before.session:
            took = max(took, answer.at_ms - before.at_ms)
        taken.append(min(LONGEST, max(0, took) / 1000))
        before = answer
    return taken


def pace(seconds: Sequence[float]) -> float:
    """Seconds an answer takes: the median of the latest ones."""
    if len(seconds) < FEWEST_TIMED:
        return SECONDS_EACH
    return max(1.0, sorted(seconds)[len(seconds) // 2])


def answers_in(minutes: int, seconds_each: float, spent: float = 0.0) -> int:
    """How many answers fit into so many minutes of which `spent` seconds are gone."""
    return max(0, int((60 * minutes - spent) / seconds_each))


def days_for(waiting: int, a_day: int, ahead: Mapping[int, int]) -> int | None:
    """In how many days a backlog is done, today included, with so many answers a day.

    `ahead` tells how many come due on top of it in so many days. None: not within two months.
    """
    for days in range(1, FARTHEST + 1):
        waiting += ahead.get(days - 1, 0) - a_day
        if waiting <= 0:
            return days
    return None
