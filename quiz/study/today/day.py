"""The day in figures: what was done, for how many days in a row, and what tomorrow brings."""

from __future__ import annotations

from typing import NamedTuple

from quiz.core.memory.daily_load import seconds_taken
from quiz.study.common.workspace import Workspace
from quiz.study.today.overview import set_rows

LONGEST_ROW = 366
"""So many days in a row are looked for; then it is `more than a year`."""


class Day(NamedTuple):
    """`answers` given today in `minutes`; `in_a_row` are days up to today or yesterday with any.

    `waiting` is due today, `tomorrow` what comes due on top of it.
    """

    answers: int
    minutes: int
    in_a_row: int
    waiting: int
    tomorrow: int


def the_day(workspace: Workspace, waiting: int | None = None) -> Day:
    """Look at today; `waiting` is what is due, where that is known already."""
    history, today = workspace.history, workspace.today
    times = history.times_on(today)
    if waiting is None:
        waiting = sum(row.due for row in set_rows(workspace))
    tomorrow = sum(row.due for row in set_rows(workspace, today + 1))
    return Day(
        answers=len(times),
        minutes=round(sum(seconds_taken(times)) / 60),
        in_a_row=_in_a_row(workspace, bool(times)),
        waiting=waiting,
        tomorrow=max(0, tomorrow - waiting),
    )


def _in_a_row(workspace: Workspace, studied_today: bool) -> int:
    """A day off ends a row, no more; today does not end one before it is over."""
    day, count = workspace.today - 1, int(studied_today)
    while count < LONGEST_ROW and workspace.history.studied_on(day):
        day, count = day - 1, count + 1
    return count


def done_text(day: Day) -> str:
    """What was done, and for how long: '' before anything was, without any blame."""
    parts = []
    if day.answers:
        many = "1 answer" if day.answers == 1 else f"{day.answers} answers"
        parts.append(f"Today {many}{f' in {day.minutes} min' if day.minutes else ''}")
    if day.in_a_row > 1:
        parts.append(row_text(day.in_a_row))
    return ", ".join(parts)


def row_text(days: int) -> str:
    """Days in a row in words."""
    return "more than a year in a row" if days >= LONGEST_ROW else f"{days} days in a row"


def tomorrow_text(day: Day) -> str:
    """What tomorrow brings, as far as it is known today."""
    if not day.tomorrow:
        return "Nothing new comes due tomorrow" if day.waiting else "Nothing is due tomorrow"
    more = "more " if day.waiting else ""
    are = "question comes" if day.tomorrow == 1 else "questions come"
    return f"{day.tomorrow} {more}{are} due tomorrow"


def day_line(day: Day) -> str:
    """All of it on one line; '' when nothing was done yet and nothing is known."""
    known = day.answers or day.in_a_row or day.waiting or day.tomorrow
    done = done_text(day)
    return ". ".join(part for part in (done, tomorrow_text(day)) if part) + "." if known else ""
