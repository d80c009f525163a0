"""Break long lines into screen rows, keeping offsets; fast for text of one column per character."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, repeat

from rich.cells import cell_len, get_character_cell_size

from quiz.core.rendering.blocks import Block

LEAST = 8
"""Cells for text that a row has at the least, however deep it is set in."""


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


def odd_characters(text: str) -> frozenset[str]:
    """Those characters of a text that do not take exactly one column."""
    if text.isascii():
        return frozenset()
    return frozenset(char for char in set(text) if get_character_cell_size(char) != 1)


def rows_of_line(
    line: str, width: int, odd: frozenset[str] | None = None
) -> Iterator[tuple[int, int]]:
    """Start and end (in characters of the line) of each screen row of at most `width` cells.

    Rows break after a space where there is one, else anywhere; an empty line is one empty row.
    `odd` are the `odd_characters` of the text, where they are known.
    """
    start, length = 0, len(line)
    if not length:
        yield 0, 0
    narrow = line.isascii() or (odd is not None and odd.isdisjoint(line))
    while start < length:
        limit = min(length, start + width) if narrow else _reach(line, start, width)
        end = limit if limit >= length else _break(line, start, limit)
        yield start, end
        start = end


def _reach(line: str, start: int, width: int) -> int:
    """The furthest end at which the row still fits; at least one character."""
    end = min(len(line), start + width)
    if cell_len(line[start:end]) == end - start and cell_len(line[start : end + 8]) > width:
        return end
    used, end = 0, start
    while end < len(line):
        used += get_character_cell_size(line[end])
        if used > width and end > start:
            break
        end += 1
    return end


def _break(line: str, start: int, limit: int) -> int:
    """The end of the row: after the last space that fits, the space itself may hang over."""
    if line[limit] == " ":
        return limit + 1
    space = line.rfind(" ", start, limit)
    return space + 1 if space > start and line[start:space].strip() else limit
