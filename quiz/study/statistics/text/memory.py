"""How long it lasts, what does not stay, and what the learner is wrong about, in lines."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.core.memory.calibration import ENOUGH_MARKED
from quiz.core.memory.figures import PROBLEM_LAPSES, STABILITY_EDGES
from quiz.core.memory.scheduling import Confidence
from quiz.study.statistics.certainty import CertaintyFigures
from quiz.study.statistics.memory import MemoryFigures
from quiz.study.statistics.places import Placed
from quiz.study.statistics.text.charts import intervals
from quiz.study.statistics.text.lines import Line, Marks, Row, Span, heading, said, table
from quiz.study.statistics.text.words import (
    count_text,
    day_text,
    place_text,
    rate_text,
    span_text,
)

SAYINGS = {
    Confidence.SURE: "When you were sure",
    Confidence.UNSURE: "When you were unsure",
    Confidence.GUESS: "When you guessed",
}
_UNITS = {60: "2 months", 180: "6 months", 365: "a year"}


def bucket_names() -> tuple[str, ...]:
    """`under 1 day`, `from 1 day`, … `from a year`: a name for each bucket of stability."""
    units = [_UNITS.get(edge) or count_text(edge, "day") for edge in STABILITY_EDGES]
    return (f"under {units[0]}", *(f"from {unit}" for unit in units))


def memory_lines(found: MemoryFigures, width: int, marks: Marks) -> Iterator[Line]:
    """Stabilities, then problem questions."""
    yield from heading("How long it will last")
    if not found.asked:
        yield from said("Nothing was asked yet.", width)
        return
    most = max(found.buckets)
    rows = [
        Row(name, (str(count),), count / most)
        for name, count in zip(bucket_names(), found.buckets, strict=True)
    ]
    yield from table(rows, width, marks)
    asked = f"{count_text(found.asked, 'question')}, by how long until 1 in 10 such is forgotten."
    yield from said(asked, width, "muted")
    yield from heading("Problem questions")
    if not found.problems:
        text = f"None: no question was forgotten {PROBLEM_LAPSES} times after it was known."
        yield from said(text, width)
        return
    worst = ""
    if len(found.worst) < found.problems:
        worst = f" The {len(found.worst)} worst:"
    forgotten = count_text(found.problems, "question was", "questions were")
    yield from said(
        f"{forgotten} forgotten {PROBLEM_LAPSES} times or more after being known.{worst}", width
    )
    for one in found.worst:
        yield from _question(one.placed, f"{one.lapses} times", width, marks)


def certainty_lines(found: CertaintyFigures, width: int, marks: Marks) -> Iterator[Line]:
    """What was marked and came true, then what was wrong although sure."""
    yield from heading("Certainty")
    if found.contested:
        misses = count_text(found.contested, "typed miss", "typed misses")
        yield from said(f"{misses} in the last year counted as right by you.", width)
    if not found.marked:
        text = "No answer was marked yet. Mark some as a guess or unsure before you submit them,"
        yield from said(f"{text} and this page tells how well you know what you know.", width)
        return
    for mark, rate in found.marks.items():
        if rate.interval is None:
            yield from said(f"{SAYINGS[mark]}: no answers yet.", width, "muted")
        else:
            text = f"{SAYINGS[mark]}, you were right {rate_text(rate)}, {span_text(rate.interval)}."
            yield from said(text, width)
    if found.enough:
        yield ()
        yield from intervals([(m.value, rate) for m, rate in found.marks.items()], width, marks)
    else:
        text = f"A plot comes with {ENOUGH_MARKED} marked answers; so far there are {found.marked}."
        yield from said(text, width, "muted")
    yield from _errors(found, width, marks)


def _errors(found: CertaintyFigures, width: int, marks: Marks) -> Iterator[Line]:
    yield from heading("Sure, but wrong")
    if not found.mistaken:
        yield from said("None in the last year.", width)
        return
    standing = found.mistaken - found.righted
    text = f"{count_text(found.mistaken, 'question')} in the last year"
    if not standing:
        yield from said(f"{text}, every one right since.", width)
        return
    latest = f" The {len(found.errors)} latest:" if len(found.errors) < standing else ""
    yield from said(f"{text}, {standing} of them not right since.{latest}", width)
    for one in found.errors:
        times = f", {one.times} times" if one.times > 1 else ""
        yield from _question(one.placed, f"{day_text(one.day)}{times}", width, marks)


def _question(placed: Placed, note: str, width: int, marks: Marks) -> Iterator[Line]:
    yield (Span(""),)
    yield from said(placed.stem, width)
    where = f"{place_text(placed.place, marks)}; " if placed.place else ""
    yield from said(f"{where}{note}", width, "muted", indent=4)
