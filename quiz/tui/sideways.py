"""Tables and code are not wrapped: how far a view has moved sideways over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from quiz.core.rendering.blocks import Block
from quiz.core.text.passages import Passage
from quiz.tui.cells import cell_len

if TYPE_CHECKING:
    from quiz.core.documents.layout import Layout

LEAST_STEP = 4
"""Columns of a step, which else is half the view."""


class Sideways:
    """How many columns a view has moved, over one table or block of code or over all of them."""

    def __init__(self) -> None:
        self.shift = 0
        self.group: int | None = None

    def cropped(self, block: Block | None, text: Strip, room: int, sign: Segment) -> Strip:
        """As much of a row of a table or of code as is seen, with a sign where there is more."""
        past = text.cell_length - room
        if block is None or not block.wide or past <= 0:
            return text
        shift = min(self.shift, past) if self.group in (None, _group(block)) else 0
        if shift == past:
            return text.crop(shift, shift + room)
        return Strip.join([text.crop(shift, shift + room - 1), Strip([sign])])

    def step(self, by: int, widest: int, room: int) -> None:
        """Move over all of them, at most to the end of the widest."""
        self.shift = max(0, min(self.shift + by * max(LEAST_STEP, room // 2), widest - room))
        self.group = None

    def reach(self, layout: Layout, row: tuple[int, int], passage: Passage, room: int) -> bool:
        """Move so far that the start of a passage is seen, all of it where it fits.

        `row` is where the passage begins. Whether that is another place.
        """
        first, last = _columns(layout, row, passage)
        shift = self.shift
        if last <= room:
            shift = 0
        elif last - shift >= room or first < shift:
            shift = max(0, min(first - 2, last - room + 2))
        block = layout.block_at(row[0])
        before = self.shift, self.group
        self.shift, self.group = shift, _group(block) if block is not None else None
        return before != (self.shift, self.group)


def width_of(layout: Layout, row: tuple[int, int]) -> int:
    """Columns of a row of a table or of code; 0 for other rows."""
    block = layout.block_at(row[0])
    if block is None or not block.wide:
        return 0
    return sum(cell_len(fragment.text) for fragment in layout.fragments(*row))


def _columns(layout: Layout, row: tuple[int, int], passage: Passage) -> tuple[int, int]:
    """The columns at which a passage begins and ends in a row."""
    column, first, last = 0, 0, 0
    for text, offset in layout.fragments(*row):
        if 0 <= offset <= passage.start:
            first = column + cell_len(text[: passage.start - offset])
        if 0 <= offset < passage.end:
            last = column + cell_len(text[: passage.end - offset])
        column += cell_len(text)
    return first, last


def _group(block: Block) -> int:
    """What moves sideways together: a table, or one block of code."""
    return block.frame.table if block.frame.cells else -2 - block.start
