"""What the terminal shows, so that only what differs from it is sent.

Textual paints whole regions anew, often several times for one key; over a slow line that is felt.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category

from rich.console import Console
from rich.control import Control
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Size
from textual.strip import Strip

from quiz.tui.cells import get_character_cell_size

GAP = 12
"""Cells that differ are sent together when fewer equal ones lie between: a move costs as much."""

Piece = tuple[int, int, Strip]
"""Column, row, and what to write there."""


class Pieces(CompositorUpdate):
    """Stretches of rows to write; maybe none, then only the cursor moves."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces

    def render_segments(self, console: Console) -> str:
        """The pieces with their places, as a terminal reads them."""
        parts = [Control.move_to(x, y).segment.text + s.render(console) for x, y, s in self.pieces]
        return "".join(parts)


class Painted:
    """The rows that were sent last; rows not known are sent whole."""

    def __init__(self) -> None:
        self._rows: dict[int, Strip] = {}
        self._size = Size(0, 0)

    def forget(self) -> None:
        """Something else wrote on the terminal, or its size is another one."""
        self._rows.clear()

    def news(self, update: object, size: Size) -> object:
        """What of an update the terminal does not show yet; other kinds of update pass whole."""
        if size != self._size:
            self.forget()
            self._size = size
        if not isinstance(update, LayoutUpdate | ChopsUpdate):
            self.forget()
            return update
        return Pieces([new for piece in _pieces(update) for new in self._write(*piece)])

    def _write(self, x: int, y: int, strip: Strip) -> Iterator[Piece]:
        width = self._size.width
        before = self._rows.get(y)
        if before is None:
            if x == 0 and strip.cell_length >= width:
                self._rows[y] = strip
            yield x, y, strip
            return
        end = x + strip.cell_length
        old = before.crop(x, end)
        if old == strip:
            return
        self._rows[y] = Strip.join([before.crop(0, x), strip, before.crop(end, width)]).simplify()
        for first, last in _differing(old, strip):
            yield x + first, y, strip.crop(first, last)


def _pieces(update: LayoutUpdate | ChopsUpdate) -> Iterator[Piece]:
    """What an update writes, from left to right."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            yield update.region.x, y, Strip.join(line)
        return
    for y, left, right in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x < right and end > left:
                yield x, y, strip.crop(0, min(end, right) - x)


def _differing(old: Strip, new: Strip) -> Iterator[tuple[int, int]]:
    """The stretches of cells that are not the same; all of them where a sign takes two cells."""
    was, now = _cells(old), _cells(new)
    if not was or len(was) != len(now):
        yield 0, new.cell_length
        return
    places = [place for place, cell in enumerate(now) if cell != was[place]]
    if not places:
        return
    first = last = places[0]
    for place in places:
        if place - last > GAP:
            yield first, last + 1
            first = place
        last = place
    yield first, last + 1


def _cells(strip: Strip) -> list[tuple[str, Style | None]]:
    """The cells one by one; none where a sign does not take exactly one, or is drawn on another."""
    signs = {sign for text, _, _ in strip for sign in text}
    if any(get_character_cell_size(sign) != 1 or category(sign)[0] == "M" for sign in signs):
        return []
    return [(sign, style) for text, style, _ in strip for sign in text]
