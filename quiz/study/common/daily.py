"""What today asks beyond what is due, and how much of it today holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from quiz.core.memory.daily_load import (
    EXAM_WINDOW,
    FORGIVEN,
    answers_in,
    before_exam,
    new_needed,
    pace,
    second_look,
    seconds_taken,
)
from quiz.core.memory.records import set_of
from quiz.core.memory.scheduling import Memory
from quiz.study.common.workspace import Desk

LATEST = 200
"""The pace is that of so many answers."""


class Why(StrEnum):
    """Why a question is asked before its memory would ask for it."""

    SURE = "sure"
    EXAM = "exam"


class Promise(NamedTuple):
    """The study day on which a question is asked at the latest, and why."""

    day: int
    why: Why


class Room(NamedTuple):
    """What a day holds.

    `seconds` is what an answer takes. `left` is how many answers the minutes of today still hold,
    None without such a limit. `a_day` is how many a whole day holds, by its minutes or else by the
    length of a session; 0 for any number.
    """

    seconds: float
    left: int | None
    a_day: int


def exam_days(desk: Desk) -> dict[str, int]:
    """The study day of the exam on each set that has one, today or later."""
    days = {set_id: day.toordinal() for set_id, day in desk.settings.exam_dates.items()}
    return {set_id: day for set_id, day in days.items() if day >= desk.today}


def promises(desk: Desk, until: int) -> dict[str, Promise]:
    """Questions that are not due by study day `until`, but are to be asked by then, and why."""
    found = dict(_before_exams(desk, until))
    since = desk.today - FORGIVEN
    for question, mistake, last in desk.history.confident_mistakes(since, until):
        day = second_look(mistake, last)
        if day is not None and day <= until:
            found[question] = Promise(day, Why.SURE)
    return found


def _before_exams(desk: Desk, until: int) -> Iterable[tuple[str, Promise]]:
    for set_id, exam in exam_days(desk).items():
        start = exam - EXAM_WINDOW
        if start > until:
            continue
        for question, last in desk.history.not_since(set_id, start, until).items():
            day = before_exam(question, last, exam)
            if day is not None and day <= until:
                yield question, Promise(day, Why.EXAM)


def promise_of(desk: Desk, question: str, key_hash: str, memory: Memory) -> Promise | None:
    """When a question is asked before it is due, if it is."""
    found = []
    exam = exam_days(desk).get(set_of(question))
    if exam is not None and (day := before_exam(question, memory.day, exam)) is not None:
        found.append(Promise(max(day, desk.today), Why.EXAM))
    mistake = desk.history.confident_mistake(question, key_hash)
    if mistake is not None and mistake >= desk.today - FORGIVEN:
        look = second_look(mistake, memory.day)
        found += [Promise(max(look, desk.today), Why.SURE)] if look is not None else []
    soonest = min(found, default=None)
    return soonest if soonest is not None and soonest.day < memory.due else None


def needed(desk: Desk, unseen: Mapping[str, int], begun: Mapping[str, int]) -> dict[str, int]:
    """How many new questions to begin today for each exam; `unseen` and `begun` by set."""
    return {
        set_id: new_needed(unseen[set_id], begun.get(set_id, 0), desk.today, exam)
        for set_id, exam in exam_days(desk).items()
        if set_id in unseen
    }


def room(desk: Desk) -> Room:
    """Look at the learner's pace and at what was done today."""
    seconds = pace(seconds_taken(desk.history.latest_times(LATEST)))
    minutes = desk.settings.minutes_per_day
    if not minutes:
        return Room(seconds, None, desk.settings.session_limit)
    spent = sum(seconds_taken(desk.history.times_on(desk.today)))
    return Room(seconds, answers_in(minutes, seconds, spent), answers_in(minutes, seconds))
