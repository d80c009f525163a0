"""How the lines of a document are drawn: what stands before them, and tables in columns.

What is drawn beside the text (bullets, bars, the space of a table) is no text: it has no offset.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from quiz.core.rendering.blocks import Block
from quiz.core.text.signs.columns import columns

BETWEEN = " │ "
"""What is drawn between the cells of a table."""


class Fragment(NamedTuple):
    """A piece of a drawn line; `start` is the offset of its first character, -1 for no text."""

    text: str
    start: int = -1


class Layout:
    """The blocks of a text by offset; `blocks` only of Markdown, other text is drawn as it is."""

    def __init__(self, text: str, blocks: Sequence[Block] = ()) -> None:
        self.text = text
        self.blocks = blocks
        self._starts = [block.start for block in blocks]

    def block_at(self, offset: int) -> Block | None:
        """The block an offset lies in."""
        at = bisect_right(self._starts, offset) - 1
        return self.blocks[at] if at >= 0 and offset <= self.blocks[at].end else None

    def lead(self, offset: int) -> str:
        """What stands before the line or row that begins at an offset."""
        block = self.block_at(offset)
        if block is None:
            return self._between(offset)
        return block.frame.lead if offset == block.start else block.frame.hang

    def _between(self, offset: int) -> str:
        """The bars that go on over a blank line."""
        at = bisect_right(self._starts, offset)
        if not 0 < at < len(self.blocks):
            return ""
        before, after = self.blocks[at - 1].frame.hang, self.blocks[at].frame.hang
        same = 0
        while same < min(len(before), len(after)) and before[same] == after[same]:
            same += 1
        return before[:same].rstrip()

    def fragments(self, start: int, end: int) -> Iterator[Fragment]:
        """What is drawn of a line or row of the text, one after another."""
        lead = self.lead(start)
        if lead:
            yield Fragment(lead)
        block = self.block_at(start) if start < end else None
        if block is None or not block.frame.cells:
            yield Fragment(self.text[start:end], start)
        else:
            yield from self._row(block)

    def _row(self, block: Block) -> Iterator[Fragment]:
        frame = block.frame
        widths = self._widths[frame.table]
        for i, (start, end) in enumerate(frame.cells):
            text = self.text[start:end]
            room = widths[i] - columns(text)
            aligned = frame.aligned[i : i + 1]
            before = room if aligned == ("right",) else room // 2 if aligned == ("center",) else 0
            yield Fragment((BETWEEN if i else "") + " " * before)
            yield Fragment(text, start)
            yield Fragment(" " * (room - before))

    @cached_property
    def _widths(self) -> dict[int, list[int]]:
        """The columns of each table."""
        found: dict[int, list[int]] = {}
        for block in self.blocks:
            if block.frame.cells:
                widths = found.setdefault(block.frame.table, [])
                widths += [0] * (len(block.frame.cells) - len(widths))
                for i, (start, end) in enumerate(block.frame.cells):
                    widths[i] = max(widths[i], columns(self.text[start:end]))
        return found
