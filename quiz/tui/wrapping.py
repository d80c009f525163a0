"""Break long lines into screen rows, keeping offsets; fast for text of one column per character."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, repeat

from quiz.core.rendering.blocks import Block
from quiz.core.text.signs import rows
from quiz.tui.cells import cell_len, get_character_cell_size

LEAST = 8
"""Cells for text that a row has at the least, however deep it is set in."""


def odd_characters(text: str) -> frozenset[str]:
    """Those characters of a text that do not take exactly one column."""
    return rows.odd_characters(text, get_character_cell_size)


def rows_of_line(
    line: str, width: int, odd: frozenset[str] | None = None
) -> Iterator[tuple[int, int]]:
    """Start and end of each screen row of a line, as `core.text.signs.rows` has them."""
    return rows.rows_of_line(line, width, odd, get_character_cell_size)


class Wrapped:
    """The rows of a text at a width in cells: where each starts, in characters of the text.

    A row ends where the next starts; a line break belongs to the row it ends. Lines of `blocks`
    leave room for what is drawn before them; those of tables and code are not wrapped.
    """

    def __init__(self, text: str, width: int, blocks: Sequence[Block] = ()) -> None:
        self.text = text
        odd = odd_characters(text)
        lines = text.split("\n")
        starts: list[int] = []
        rooms = _rooms(blocks, width) if blocks else repeat((len(text) + 1, width))
        end, room = next(rooms)
        for offset, line in zip(line_starts(lines), lines, strict=True):
            while offset > end:
                end, room = next(rooms)
            if len(line) <= room and (line.isascii() or odd.isdisjoint(line)):
                starts.append(offset)
            else:
                starts += [offset + start for start, _ in rows_of_line(line, room, odd)]
        self.starts = starts

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, row: int) -> tuple[int, int]:
        """Start and end of a row (from 0), without a line break."""
        start = self.starts[row]
        last = row + 1 >= len(self.starts)
        end = len(self.text) if last else self.starts[row + 1]
        return start, end - (end > start and not last and self.text[end - 1] == "\n")

    def begins_line(self, row: int) -> bool:
        """Whether a row is the first of its line."""
        start = self.starts[row]
        return start == 0 or self.text[start - 1] == "\n"


def _rooms(blocks: Iterable[Block], width: int) -> Iterator[tuple[int, int]]:
    """Up to which offset lines have how much room."""
    for block in blocks:
        room = width - cell_len(block.frame.hang)
        yield block.end, sys.maxsize if block.wide else max(min(LEAST, width), room)
    yield sys.maxsize, width


def line_starts(lines: Collection[str]) -> Iterator[int]:
    """Where each line starts, when line breaks of one character stand between them."""
    sizes = (len(line) + 1 for line in lines)
    return (end for end, _ in zip(accumulate(sizes, initial=0), lines, strict=False))
