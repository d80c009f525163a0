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
from quiz.study.common.workspace import Workspace

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


class DayBudget(NamedTuple):
    """What a day holds.

    `seconds` is what an answer takes. `left` is how many answers the minutes of today still hold,
    None without such a limit. `a_day` is how many a whole day holds, by its minutes or else by the
    length of a session; 0 for any number.
    """

    seconds: float
    left: int | None
    a_day: int


def exam_days(workspace: Workspace) -> dict[str, int]:
    """The study day of the exam on each set that has one, today or later."""
    days = {set_id: day.toordinal() for set_id, day in workspace.settings.exam_dates.items()}
    return {set_id: day for set_id, day in days.items() if day >= workspace.today}


def promises(workspace: Workspace, until: int) -> dict[str, Promise]:
    """What is to be asked by study day `until`, and before the day its memory would ask for it."""
    found: dict[str, list[tuple[int, Why]]] = {}
    dues: dict[str, int] = {}
    for question, due, day, why in (*_before_exams(workspace, until), *_second_looks(workspace)):
        found.setdefault(question, []).append((day, why))
        dues[question] = due
    kept = {uid: _first(workspace.today, dues[uid], days) for uid, days in found.items()}
    return {uid: one for uid, one in kept.items() if one is not None and one.day <= until}


def turn_days(workspace: Workspace, memories: Mapping[str, Memory], until: int) -> dict[str, int]:
    """The study day on which each question is due: its memory's, or sooner as was promised.

    This is what *due* means everywhere; one that is set aside is not due before that ends. Promises
    after `until` are not looked up.
    """
    early = promises(workspace, until)
    days = {
        uid: min(memory.due, early[uid].day) if uid in early else memory.due
        for uid, memory in memories.items()
    }
    for uid, end in workspace.history.suspensions(workspace.today).items():
        if uid in days:
            days[uid] = max(days[uid], end)
    return days


def _first(today: int, due: int, days: Iterable[tuple[int, Why]]) -> Promise | None:
    """The soonest of the promised days, none of them gone by, if it comes before `due`."""
    soonest = min((Promise(max(day, today), why) for day, why in days), default=None)
    return soonest if soonest is not None and soonest.day < due else None


def _second_looks(workspace: Workspace) -> Iterable[tuple[str, int, int, Why]]:
    since = workspace.today - FORGIVEN
    for one in workspace.history.confident_mistakes(since, workspace.today):
        question, mistake, last, due = one
        day = second_look(mistake, last)
        if day is not None:
            yield question, due, day, Why.SURE


def _before_exams(workspace: Workspace, until: int) -> Iterable[tuple[str, int, int, Why]]:
    for set_id, exam in exam_days(workspace).items():
        start = exam - EXAM_WINDOW
        if start > until:
            continue
        for question, last, due in workspace.history.not_since(set_id, start, workspace.today):
            day = before_exam(question, last, exam)
            if day is not None:
                yield question, due, day, Why.EXAM


def promise_of(
    workspace: Workspace, question: str, key_hash: str, memory: Memory
) -> Promise | None:
    """When a question is asked before it is due, if it is."""
    days: list[tuple[int, Why]] = []
    exam = exam_days(workspace).get(set_of(question))
    if exam is not None and (day := before_exam(question, memory.day, exam)) is not None:
        days.append((day, Why.EXAM))
    mistake = workspace.history.confident_mistake(question, key_hash)
    if mistake is not None and mistake >= workspace.today - FORGIVEN:
        look = second_look(mistake, memory.day)
        days += [(look, Why.SURE)] if look is not None else []
    return _first(workspace.today, memory.due, days)


def needed(
    workspace: Workspace, unseen: Mapping[str, int], begun: Mapping[str, int]
) -> dict[str, int]:
    """How many new questions to begin today for each exam; `unseen` and `begun` by set."""
    return {
        set_id: new_needed(unseen[set_id], begun.get(set_id, 0), workspace.today, exam)
        for set_id, exam in exam_days(workspace).items()
        if set_id in unseen
    }


def day_budget(workspace: Workspace) -> DayBudget:
    """Look at the learner's pace and at what was done today."""
    seconds = pace(seconds_taken(workspace.history.latest_times(LATEST)))
    minutes = workspace.settings.minutes_per_day
    if not minutes:
        return DayBudget(seconds, None, workspace.settings.session_limit)
    spent = sum(seconds_taken(workspace.history.times_on(workspace.today)))
    return DayBudget(seconds, answers_in(minutes, seconds, spent), answers_in(minutes, seconds))
