"""Lines of text that any front end can show: spans with a role, tables with bars, wrapped words.

A role says how a span is meant ("heading", "muted", "bar", "strong", "warning"); no line needs it
to be understood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from quiz.core.text.safe_text import sanitise
from quiz.core.text.signs.columns import columns, cut, filled
from quiz.core.text.signs.rows import wrapped

INDENT = 2
MOST_BAR, LEAST_BAR, LEAST_NAME = 40, 6, 24


class Span(NamedTuple):
    """A part of a line."""

    text: str
    role: str = ""


Line: TypeAlias = tuple[Span, ...]


class Marks(NamedTuple):
    """The characters of plots; `parts` are eighths of a full cell, `shades` from none to most."""

    full: str
    parts: str
    goal: str
    shades: str
    point: str
    span: str
    ends: str
    cut: str
    within: str


UNICODE = Marks("█", "▏▎▍▌▋▊▉", "│", "·░▒▓█", "●", "─", "├┤", "…", "›")
NO_ART = Marks(" ", "", " ", "     ", " ", " ", "  ", "...", ">")
"""For those who hear or feel what is printed: the figures say all of it."""
ASCII = Marks("#", "", "|", ".-+*#", "o", "-", "[]", "...", ">")


class Row(NamedTuple):
    """A line of a table: a name, cells set flush right, and a bar of a share (0 to 1) or none."""

    name: str
    cells: tuple[str, ...]
    share: float | None = None


def plain(line: Line) -> str:
    """A line without its roles."""
    return "".join(span.text for span in line).rstrip()


def heading(text: str) -> Iterator[Line]:
    """A heading, a blank line before it."""
    yield ()
    yield (Span(text, "heading"),)


def said(text: str, width: int, role: str = "", indent: int = INDENT) -> Iterator[Line]:
    """Words in lines of at most `width` columns."""
    held = sanitise(text).replace(" %", "\u00a0%")
    for line in wrapped(held, max(10, width - indent)):
        yield (Span(" " * indent), Span(line.replace("\u00a0%", " %"), role))


def table(
    rows: Sequence[Row],
    width: int,
    marks: Marks,
    *,
    heads: Row | None = None,
    goal: float | None = None,
) -> Iterator[Line]:
    """Names, cells and bars in columns; `goal` (0 to 1) is marked in every bar.

    Where there is little room, bars are left out, long names are cut, or stand on their own line.
    """
    named = [row._replace(name=_one_line(row.name, marks)) for row in rows]
    everything = [heads, *named] if heads else named
    if not everything:
        return
    sizes = tuple(max(columns(row.cells[i]) for row in named) for i in range(len(named[0].cells)))
    if heads:
        sizes = tuple(max(n, columns(head)) for n, head in zip(sizes, heads.cells, strict=True))
    longest = max(columns(row.name) for row in everything)
    layout = _layout(width, sizes, longest, barred=any(row.share is not None for row in rows))
    for row in everything:
        yield from _row(row, layout, marks, goal, "muted" if row is heads else "")


class _Layout(NamedTuple):
    """Columns of names (0: on a line of their own), cells and bars (0: none)."""

    name: int
    cells: tuple[int, ...]
    bar: int
    whole: int


def _layout(width: int, cells: tuple[int, ...], longest: int, *, barred: bool) -> _Layout:
    room = width - INDENT - sum(size + 2 for size in cells)
    needed = min(longest, LEAST_NAME)
    if room < needed:
        return _Layout(0, cells, min(MOST_BAR, room - 4) if barred else 0, width)
    if not barred or room - LEAST_BAR - 2 < needed:
        return _Layout(min(longest, room), cells, 0, width)
    name = min(longest, room - LEAST_BAR - 2)
    return _Layout(name, cells, min(MOST_BAR, room - name - 2), width)


def _row(row: Row, layout: _Layout, marks: Marks, goal: float | None, role: str) -> Iterator[Line]:
    cells = "".join(
        f"  {filled(cell, size, right=True)}"
        for cell, size in zip(row.cells, layout.cells, strict=True)
    )
    if layout.name:
        name = filled(cut(row.name, layout.name, marks.cut), layout.name)
        words = Span(f"{' ' * INDENT}{name}{cells}", role)
    else:
        if row.name:
            yield (Span(f"{' ' * INDENT}{cut(row.name, layout.whole - INDENT, marks.cut)}", role),)
        words = Span(f"{' ' * INDENT}{cells}", role)
    if row.share is None or layout.bar < LEAST_BAR:
        yield (words,)
    else:
        yield (words, Span("  "), *bar(row.share, layout.bar, marks, goal))


def bar(share: float, width: int, marks: Marks, goal: float | None = None) -> Line:
    """A bar of a share (0 to 1) within `width` columns, with a mark at the goal."""
    cells = max(0.0, min(1.0, share)) * width
    whole = int(cells)
    text = marks.full * whole
    part = int((cells - whole) * (len(marks.parts) + 1))
    if part:
        text += marks.parts[part - 1]
    elif share > 0 and not text:
        text = marks.parts[0] if marks.parts else marks.full
    if goal is None:
        return (Span(text, "bar"),)
    at = min(width - 1, round(goal * width))
    if at < len(text):
        return (Span(text[:at], "bar"), Span(marks.goal, "goal"), Span(text[at + 1 :], "bar"))
    return (Span(text, "bar"), Span(" " * (at - len(text))), Span(marks.goal, "goal"))


def _one_line(text: str, marks: Marks) -> str:
    return " ".join(sanitise(text).split()).replace("›", marks.within)
