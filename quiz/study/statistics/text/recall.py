"""How much is remembered, and of what, in lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.core.memory.figures import MATURE_DAYS
from quiz.core.memory.luck import Corrected
from quiz.study.statistics.recall import Recalled, RecallFigures, group_name
from quiz.study.statistics.retention import Month, RetentionFigures
from quiz.study.statistics.sections import SectionFigures
from quiz.study.statistics.text.lines import Line, Marks, Row, heading, said, table
from quiz.study.statistics.text.words import (
    count_text,
    percent,
    rate_text,
    share_text,
    span_text,
)

NOTHING = "Nothing to tell yet: that takes questions asked again on a later day."
ROOMY = 60


def retention_lines(found: RetentionFigures, width: int, marks: Marks) -> Iterator[Line]:
    """True retention against what is wanted, young and mature, by month."""
    yield from heading("True retention")
    share, interval = found.all.share, found.all.interval
    if share is None or interval is None:
        yield from said(NOTHING, width)
        return
    text = f"You remembered {rate_text(found.all)} at the first try: {_against(found, interval)}"
    yield from said(text, width, "strong")
    if found.corrected is not None:
        yield from said(_without_guesses(found.corrected), width)
    rows = [
        Row("young", (rate_text(found.young),), found.young.share),
        Row("mature", (rate_text(found.mature),), found.mature.share),
    ]
    yield from table(rows, width, marks, goal=found.desired)
    note = f"Mature is what was asked again after {MATURE_DAYS} days or more, young what sooner."
    yield from said(note, width, "muted")
    yield from heading("By month")
    yield from _months(found, width, marks)
    yield from said(f"{marks.goal} is what you want: {percent(found.desired)}.", width, "muted")


def _without_guesses(found: Corrected) -> str:
    span = span_text((found.low, found.high))
    return (
        f"Less the right guesses that nobody owned up to, as many as the wrong answers to choices "
        f"let expect, it is about {percent(found.share)} ({span})."
    )


def _against(found: RetentionFigures, interval: tuple[float, float]) -> str:
    low, high = interval
    wanted = f"the {percent(found.desired)} you want"
    if high < found.desired:
        return f"less than {wanted}."
    if low > found.desired:
        return f"more than {wanted}; you could ask for longer intervals."
    return f"as far as so many can tell ({span_text(interval)}), {wanted}."


def _months(found: RetentionFigures, width: int, marks: Marks) -> Iterator[Line]:
    roomy = width >= ROOMY
    heads = Row("", ("all", "young", "mature") if roomy else ("all",))
    first = next((i for i, month in enumerate(found.months) if month.all.of), 0)
    rows = [Row(m.name, _cells(m, roomy=roomy), m.all.share) for m in found.months[first:]]
    yield from table(rows, width, marks, heads=heads, goal=found.desired)


def _cells(month: Month, *, roomy: bool) -> tuple[str, ...]:
    rates = (month.all, month.young, month.mature) if roomy else (month.all,)
    return tuple(share_text(rate) for rate in rates)


def recall_lines(
    found: RecallFigures, width: int, marks: Marks, limit: int | None = None
) -> Iterator[Line]:
    """By kind, tag and set; at most `limit` lines of each."""
    if not found.all.of:
        yield from heading("Recall")
        yield from said(NOTHING, width)
        return
    yield from heading("Recall by kind of question")
    yield from _groups(found.kinds, width, marks, limit)
    if found.tags:
        yield from heading("Recall by tag")
        yield from _groups(found.tags, width, marks, limit)
    yield from heading("Recall by set")
    yield from _groups(found.sets, width, marks, limit)
    yield from said("The last year, right at the first try; the worst first.", width, "muted")


def section_lines(
    found: SectionFigures, width: int, marks: Marks, limit: int | None = None
) -> Iterator[Line]:
    """By section and document; at most `limit` lines of each."""
    yield from heading("Recall by section")
    if not found.all.of:
        yield from said(NOTHING, width)
        return
    if found.waiting:
        sets = count_text(found.waiting, "set")
        yield from said(f"Reading documents: {sets} to go.", width, "muted")
        return
    if not found.sections:
        yield from said("No question stands in a section of its document.", width)
    yield from _groups(found.sections, width, marks, limit)
    if found.elsewhere.of:
        text = f"In no section, or not found there: {rate_text(found.elsewhere)}."
        yield from said(text, width, "muted")
    yield from heading("Recall by document")
    yield from _groups(found.documents, width, marks, limit)
    yield from said("The last year, right at the first try; the worst first.", width, "muted")


def _groups(
    rows: Sequence[Recalled], width: int, marks: Marks, limit: int | None
) -> Iterator[Line]:
    shown = [Row(group_name(row), (rate_text(row.rate),), row.rate.share) for row in rows[:limit]]
    yield from table(shown, width, marks)
    if len(rows) > len(shown):
        yield from said(f"and {len(rows) - len(shown)} more", width, "muted")
