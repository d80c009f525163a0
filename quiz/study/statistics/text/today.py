"""What is due, what comes and what was done, in lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from quiz.core.memory.forecast import LEAST_TIMES
from quiz.study.statistics.text.charts import calendar
from quiz.study.statistics.text.lines import Line, Marks, Row, heading, said, table
from quiz.study.statistics.text.words import count_text, minutes_text, seconds_text
from quiz.study.statistics.today import TodayFigures


def today_lines(found: TodayFigures, width: int, marks: Marks) -> Iterator[Line]:
    """Due today, the forecast, the calendar."""
    yield from heading("Today")
    yield from _done(found, width)
    yield from _due(found, width)
    yield from heading(f"The next {len(found.forecast.days)} days")
    yield from _forecast(found, width, marks)
    yield from heading("The last year")
    if not found.studied:
        yield from said("No answers yet.", width)
        return
    yield from calendar(found.studied, found.today, width, marks)
    yield from said(_diligence(found), width)


def _done(found: TodayFigures, width: int) -> Iterator[Line]:
    answers = found.studied.get(found.today, 0)
    if answers:
        row = found.diligence.running
        in_a_row = f"; {row} days in a row" if row > 1 else ""
        yield from said(f"{count_text(answers, 'answer')} today{in_a_row}.", width, "strong")


def _due(found: TodayFigures, width: int) -> Iterator[Line]:
    due, backlog = found.forecast.due, found.forecast.backlog
    if not due:
        yield from said("Nothing is due.", width)
    else:
        words = f"{count_text(due, 'question is', 'questions are')} due"
        old = f", {backlog} of them since earlier days" if backlog else ""
        yield from said(f"{words}{old}.", width, "strong")
        yield from said(_pace(found), width)
    if found.new:
        yield from said(f"{count_text(found.new, 'was', 'were')} never asked.", width)


def _pace(found: TodayFigures) -> str:
    own = found.pace
    if own is None or found.minutes is None:
        return f"How long that takes can be told after {LEAST_TIMES} answers."
    long = minutes_text(found.minutes)
    about = "About " if long[0].isdigit() else ""
    return (
        f"{about}{long[0].upper()}{long[1:]} at your own pace: {seconds_text(own.any_kind)} to "
        f"answer and {seconds_text(own.reading)} to read on, the medians of your last "
        f"{own.answers} answers."
    )


def _forecast(found: TodayFigures, width: int, marks: Marks) -> Iterator[Line]:
    days, backlog, later = found.forecast.days, found.forecast.backlog, found.forecast.later
    if not (any(days) or backlog or later):
        yield from said("Nothing is planned yet; each answer sets the next day.", width)
        return
    most = max(days) or 1
    rows = [Row("earlier", (str(backlog),))] if backlog else []
    rows += [Row(_day(found.today, at), (str(n),), n / most) for at, n in enumerate(days)]
    yield from table(rows, width, marks)
    after = f"{later} later. " if later else ""
    yield from said(f"{after}What you miss or learn anew comes on top.", width, "muted")


def _day(today: int, at: int) -> str:
    found = date.fromordinal(today + at)
    return "today" if at == 0 else f"{found:%a} {found.day} {found:%b}"


def _diligence(found: TodayFigures) -> str:
    studied, running, longest = found.diligence
    answers = count_text(sum(found.studied.values()), "answer")
    if longest < 2:
        return f"{answers} on {count_text(studied, 'day')}."
    row = f"{running} days in a row now, {longest} at most"
    if running < 2:
        row = f"{longest} days in a row at most"
    return f"{answers} on {studied} days; {row}."
