"""The order in which a page is read: as written, unless columns are mixed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quiz.formats.documents.pdf.line import Line

_WRONG = 0.08  # of the steps from line to line: with more, the file's own order is none
_LEAST = 6  # lines on each side of a gutter


def in_reading_order(lines: list[Line]) -> list[Line]:
    """The lines of a page; each column from top to bottom, the left one first."""
    gutter = _gutter(lines)
    if gutter is not None:
        return _by_place([part for line in lines for part in _split(line, gutter)])
    if _steps_back(lines) <= max(1, _WRONG * len(lines)):
        return lines
    return _by_place(lines)


def _steps_back(lines: Sequence[Line]) -> int:
    """How often the next line stands above the one before without standing to the right of it."""
    count = 0
    for line, after in pairwise(lines):
        above = after.bottom > line.top - 0.2 * line.size
        beside = line.beside(after)
        if (above and not beside and after.left < line.right - 1) or (
            beside and after.right <= line.left + 1
        ):
            count += 1
    return count


def _gutter(lines: Sequence[Line]) -> float | None:
    """The middle of an empty strip that long lines of text stand on both sides of."""
    gaps = [
        (a[1], b[0])
        for line in lines
        for a, b in pairwise(line.cells)
        if len(line.cells) == 2 and len(a[2]) > 20 and len(b[2]) > 20
    ]
    if len(gaps) < _LEAST:
        return None
    left, right = max(gap[0] for gap in gaps), min(gap[1] for gap in gaps)
    return (left + right) / 2 if left < right else None


def _split(line: Line, gutter: float) -> list[Line]:
    """A line in two where it runs over the gutter with a gap there."""
    before = [cell for cell in line.cells if cell[1] <= gutter]
    after = [cell for cell in line.cells if cell[0] >= gutter]
    if not before or not after or len(before) + len(after) != len(line.cells):
        return [line]
    return [_part(line, before, broken=False), _part(line, after, broken=line.broken)]


def _part(line: Line, cells: list[tuple[float, float, str]], *, broken: bool) -> Line:
    words = " ".join(cell[2] for cell in cells)
    return replace(
        line, text=words, left=cells[0][0], right=cells[-1][1], cells=cells, broken=broken
    )


def _by_place(lines: Sequence[Line]) -> list[Line]:
    """From top to bottom; where an empty strip parts lines into columns, column by column."""
    if len(lines) < 2:
        return list(lines)
    rows = _parted(lines, lambda line: (-line.top, -line.bottom), least=0.6)
    if len(rows) > 1:
        columns_below = _merge_rows(rows)
        if len(columns_below) > 1:
            return [line for row in columns_below for line in _by_place(row)]
    columns = _parted(lines, lambda line: (line.left, line.right), least=0.8)
    if len(columns) > 1:
        return [line for column in columns for line in _by_place(column)]
    return sorted(lines, key=lambda line: (-round(line.middle), line.left))


def _merge_rows(rows: list[list[Line]]) -> list[list[Line]]:
    """Rows that make the same columns belong together; what spans them all stands alone."""
    found: list[list[Line]] = []
    for row in rows:
        if found and _columns_of(found[-1] + row) > 1:
            found[-1] = found[-1] + row
        else:
            found.append(row)
    return found


def _columns_of(lines: Sequence[Line]) -> int:
    return len(_parted(lines, lambda line: (line.left, line.right), least=0.8))


def _parted(lines: Sequence[Line], span: object, *, least: float) -> list[list[Line]]:
    """Groups of lines with an empty strip between them."""
    assert callable(span)
    found: list[list[Line]] = []
    end = float("-inf")
    for line in sorted(lines, key=lambda line: span(line)[0]):
        start, stop = span(line)
        if not found or start - end > least * line.size:
            found.append([])
        found[-1].append(line)
        end = max(end, stop)
    return found
