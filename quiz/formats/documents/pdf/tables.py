"""Rows of cells that stand under each other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quiz.formats.documents.pdf.line import Line

_LABEL = re.compile(
    r"\(?(?:[\w]{1,3}|[ivxlc]{1,6})[.)]|[\d.]{1,9}|[•▪◦‣●○■□➢✓§*–-]|[\uf020-\uf0ff]"
)
_FEWEST_ROWS = 3
_MOST_COLUMNS = 25


@dataclass
class Table:
    """Rows of texts, and the lines they were made of."""

    rows: list[list[str]]
    lines: list[Line]


def tables_in(lines: Sequence[Line]) -> Iterator[Table | list[Line]]:
    """The lines in order, those that make a table as one."""
    waiting: list[Line] = []
    at = 0
    while at < len(lines):
        end = _end_of_rows(lines, at)
        table = _table(lines[at:end]) if end - at >= _FEWEST_ROWS else None
        if table is not None:
            if waiting:
                yield waiting
                waiting = []
            yield table
        else:
            end = max(end, at + 1)
            waiting += lines[at:end]
        at = end
    if waiting:
        yield waiting


def _end_of_rows(lines: Sequence[Line], start: int) -> int:
    """Where rows end that begin with a line; a cell may go on below, right of the first."""
    end, second = start, float("inf")
    while end < len(lines):
        line = lines[end]
        if _is_row(line):
            second = min(second, line.cells[1][0])
        elif line.level or line.left < second - 3 or not _is_right_below(lines[end - 1], line):
            break
        end += 1
    return end


def _is_right_below(line: Line, after: Line) -> bool:
    return 0 < line.bottom - after.bottom < 1.6 * max(line.size, after.size)


def _is_row(line: Line) -> bool:
    if len(line.cells) < 2 or line.level:
        return False
    return not (len(line.cells) == 2 and _LABEL.fullmatch(line.cells[0][2]))


def _table(lines: Sequence[Line]) -> Table | None:
    """Rows whose cells stand in the same columns; None where they do not."""
    columns: list[list[float]] = []
    for left, right in sorted((cell[0], cell[1]) for line in lines for cell in line.cells):
        if columns and left < columns[-1][1] + 1:
            columns[-1][1] = max(columns[-1][1], right)
        else:
            columns.append([left, right])
    if not 2 <= len(columns) <= _MOST_COLUMNS or sum(map(_is_row, lines)) < 2:
        return None
    rows: list[list[str]] = []
    for line in lines:
        going_on = bool(rows) and len(line.cells) == 1
        row = rows.pop() if going_on else [""] * len(columns)
        for left, _, text in line.cells:
            place = max(0, bisect_right(columns, left, key=lambda column: column[0]) - 1)
            row[place] = f"{row[place]} {text}".strip()
        rows.append(row)
    return Table(rows, list(lines))
