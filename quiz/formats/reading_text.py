"""A document with a gutter of letters that say how well the passages on each line are mastered."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from textwrap import wrap

from quiz.core.documents.document import Document
from quiz.core.memory.mastery import WORST_FIRST, Counts, Marked, Mastery, Span, flattened, in_need
from quiz.formats.findings_text import Paint, plain

LEGEND = "   ".join(f"{state.letter} {state.value}" for state in WORST_FIRST)
NOTHING = "No question stands on this document."

_ROLES = {
    Mastery.MISSED: "error",
    Mastery.NEVER: "strong",
    Mastery.LEARNING: "warning",
    Mastery.KNOWN: "good",
}
_GUTTER = 4
_LEAST_WIDTH = 40


def reading_text(
    document: Document,
    marked: Sequence[Marked],
    counts: Counts,
    *,
    width: int,
    paint: Paint = plain,
) -> Iterator[str]:
    """The lines of the text, wrapped, each with the letter of the worst passage on it.

    At the end, how many questions are in each state.
    """
    room = max(width, _LEAST_WIDTH) - _GUTTER
    spans = flattened(marked)
    start, layout, page = 0, document.layout, ""
    for line in document.text.split("\n"):
        here = document.leaf_at(start)
        if here != page:
            yield f"{'':{_GUTTER}}{paint(f'[{here}]', 'dim')}"
            page = here
        lead, block = layout.lead(start), layout.block_at(start)
        if block is not None and block.wide:
            drawn = "".join(one.text for one in layout.fragments(start, start + len(line)))
            yield _lettered(drawn, _worst(spans, start, start + len(line)), paint)
        else:
            hang = block.frame.hang if block is not None else ""
            leads = chain([lead], repeat(hang))
            yield from _rows(line, start, max(room - len(lead), 8), spans, paint, leads)
        start += len(line) + 1
    yield ""
    yield _total(document, counts)


def _rows(
    text: str, start: int, room: int, spans: Sequence[Span], paint: Paint, leads: Iterator[str]
) -> Iterator[str]:
    at = 0
    for row in wrap(text, room, drop_whitespace=True, break_on_hyphens=False) or [""]:
        at = max(at, text.find(row, at))
        state = _worst(spans, start + at, start + at + len(row))
        at += len(row)
        yield _lettered(next(leads) + row, state, paint)


def _lettered(row: str, state: Mastery | None, paint: Paint) -> str:
    letter = paint(state.letter, _ROLES[state]) if state else " "
    return f"{letter} | {row}".rstrip() if state or row.strip() else ""


def _worst(spans: Sequence[Span], start: int, end: int) -> Mastery | None:
    """The worst state of the spans that touch a stretch."""
    at = bisect_right(spans, start, key=lambda span: span.end)
    found: list[Mastery] = []
    while at < len(spans) and spans[at].start < end:
        found.append(spans[at].state)
        at += 1
    return min(found, key=in_need, default=None)


def _total(document: Document, counts: Counts) -> str:
    if not counts.total:
        return f"{document.title}: {NOTHING}"
    said = ", ".join(f"{count} {state.value}" for state, count in counts.counts)
    total = "1 question" if counts.total == 1 else f"{counts.total} questions"
    return f"{document.title}: {total}: {said}"
