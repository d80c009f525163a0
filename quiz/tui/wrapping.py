"""Break long lines into screen rows, keeping offsets; fast for text of one column per character."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, get_character_cell_size


def rows_of_line(line: str, width: int) -> Iterator[tuple[int, int]]:
    """Start and end (in characters of the line) of each screen row of at most `width` cells.

    Rows break after a space where there is one, else anywhere; an empty line is one empty row.
    """
    start, length = 0, len(line)
    if not length:
        yield 0, 0
    narrow = line.isascii()
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
