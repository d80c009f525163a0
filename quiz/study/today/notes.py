"""Quiet sentences about the days to come: a backlog, an exam, what keeps slipping away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from quiz.core.memory.daily_load import EXAM_WINDOW, days_for
from quiz.study.common.day_spans import when_text


def backlog_note(waiting: int, a_day: int, ahead: Mapping[int, int]) -> str:
    """How long it takes to catch up, the most valuable first; `ahead` comes due meanwhile."""
    days = days_for(waiting, a_day, ahead)
    if days is None:
        return f"{waiting} questions are waiting. The most useful come first; the rest can wait."
    until = "1 day" if days == 1 else f"{days} days"
    return f"{waiting} questions are waiting, the most useful first; {a_day} a day takes {until}."


def exam_note(title: str, days: int, must: int, usual: int) -> str:
    """When the exam on a set is, and what that asks of today: `must` new ones are to be begun."""
    if days == 0:
        return f"Exam on {title} today. All the best!"
    said = f"Exam on {title} {when_text(days)}"
    if must > usual:
        return f"{said}: {must} new questions today, to have seen all in time."
    if days <= EXAM_WINDOW:
        return f"{said}: each question comes once more until then."
    return f"{said}."


def leech_note(count: int) -> str:
    """How many keep slipping away, and where they are named."""
    many = "1 question keeps" if count == 1 else f"{count} questions keep"
    return f"{many} slipping away; the statistics name {'it' if count == 1 else 'the worst'}."


def exam_line(day: date, days: int) -> str:
    """The exam date of a set as a line about it."""
    return f"Exam on {day.day} {day:%B %Y}, {when_text(days)}."
