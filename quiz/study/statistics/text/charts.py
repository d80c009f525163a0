"""Plots in cells: a year of days, and shares with their intervals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from quiz.core.memory.rates import Rate
from quiz.core.text.signs.columns import columns, filled
from quiz.study.statistics.text.lines import INDENT, Line, Marks, Span, said

WEEKS = 53
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def calendar(studied: Mapping[int, int], today: int, width: int, marks: Marks) -> Iterator[Line]:
    """A column for each week, a row for each weekday, a shade for how many answers; a legend.

    As many weeks as fit, 53 at most, this one last. Days are study days.
    """
    last = date.fromordinal(today)
    weeks = max(1, min(WEEKS, width - INDENT - 4))
    first = last - timedelta(days=last.weekday() + 7 * (weeks - 1))
    shown = {day: n for day, n in studied.items() if first.toordinal() <= day <= today}
    most = max(shown.values(), default=0)
    yield (Span(" " * (INDENT + 4)), Span(_months(first, weeks), "muted"))
    for weekday, name in enumerate(_DAYS):
        days = (first.toordinal() + 7 * week + weekday for week in range(weeks))
        cells = (" " if d > today else _shade(shown.get(d, 0), most, marks) for d in days)
        label = name if weekday % 2 == 0 else ""
        yield (Span(f"{'':{INDENT}}{label:<4}", "muted"), Span("".join(cells), "bar"))
    if most:
        yield _legend(most, marks)


def _months(first: date, weeks: int) -> str:
    """The names of months above the first week that begins in each, where there is room."""
    line, named = "", first.month if first.day > 7 else 0
    for week in range(weeks):
        monday = first + timedelta(weeks=week)
        if monday.month != named and (len(line) < week or week == 0) and week + 3 <= weeks:
            line = f"{line:<{week}}{monday:%b}"
            named = monday.month
    return line


def _steps(most: int, marks: Marks) -> list[int]:
    """The highest count of each shade but the first, which is for none."""
    shades = len(marks.shades) - 1
    return [-(-most * step // shades) for step in range(1, shades + 1)]


def _shade(count: int, most: int, marks: Marks) -> str:
    if not count:
        return marks.shades[0]
    step = next(i for i, edge in enumerate(_steps(most, marks), start=1) if count <= edge)
    return marks.shades[step]


def _legend(most: int, marks: Marks) -> Line:
    edges = list(dict.fromkeys(_steps(most, marks)))
    shades = [_shade(edge, most, marks) for edge in edges]
    parts = [f"{marks.shades[0]} none", f"{shades[0]} up to {edges[0]}"]
    parts += [f"{shade} {edge}" for shade, edge in zip(shades[1:], edges[1:], strict=True)]
    return (Span(" " * (INDENT + 4)), Span("  ".join(parts), "muted"))


def intervals(rows: Sequence[tuple[str, Rate]], width: int, marks: Marks) -> Iterator[Line]:
    """A scale from 0 to 100 % with the share of each row and the interval it lies in."""
    names = max(columns(name) for name, _ in rows)
    room = max(11, min(61, width - INDENT - names - 4))
    lead = " " * (INDENT + names + 1)
    scale = f"{'0':<{room // 2 - 1}}{'50':<{room - room // 2 - 1}}100 %"
    yield (Span(f"{lead}{scale}", "muted"),)
    for name, rate in rows:
        if rate.share is not None and rate.interval is not None:
            drawn = _whisker(rate.share, rate.interval, room, marks)
            yield (Span(f"{'':{INDENT}}{filled(name, names)} "), Span(drawn, "bar"))
    note = f"{marks.point} is the share that was right; the true one lies "
    note += f"within {marks.ends[0]}{marks.span}{marks.ends[1]} 19 times out of 20."
    yield from said(note, width, "muted")


def _whisker(share: float, interval: tuple[float, float], room: int, marks: Marks) -> str:
    low, at, high = (round(value * (room - 1)) for value in (interval[0], share, interval[1]))
    cells = [marks.shades[0]] * room
    if high - low > 1:
        cells[low : high + 1] = marks.span * (high + 1 - low)
        cells[low], cells[high] = marks.ends[0], marks.ends[1]
    cells[at] = marks.point
    return "".join(cells)
