"""A table as rows of cells: how its cells are parted is told by its content."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from quiz.errors import QuizError
from quiz.formats.tables.header import header_row

DELIMITERS = "\t;,|"
LOOKED_AT = 60
"""Rows by which the delimiter is told."""

MAX_CELL = 500_000
"""Characters of a cell."""

MAX_COLUMNS = 200
_NAMES = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " ", "colon": ":"}


class Row(NamedTuple):
    """A row: its line in the file and its number in a spreadsheet, both from 1, and its cells."""

    line: int
    number: int
    cells: tuple[str, ...]


class Table(NamedTuple):
    """Rows, and what the file says of itself before them, as Anki's exports do (`#html:true`)."""

    rows: tuple[Row, ...]
    said: dict[str, str]


def table_of(text: str, path: str = "") -> Table:
    """The rows of a text. Raises QuizError for a table that cannot be taken apart."""
    lines = text.split("\n")
    start, said = _preamble(lines)
    body = "\n".join(lines[start:])
    delimiter = said.get("separator") or _delimiter(body)
    return Table(tuple(_rows(body, delimiter, start, path)), said)


def looks_like_table(text: str) -> bool:
    """Whether a text is a table with questions in it: by its header, or two cells in each row."""
    start, said = _preamble(text.split("\n"))
    if said:
        return True
    body = "\n".join(text.split("\n")[start : start + 4 * LOOKED_AT])
    for delimiter in DELIMITERS:
        rows = _sample(body, delimiter)
        if header_row([row.cells for row in rows]) is not None:
            return True
        widths = Counter(len(row.cells) for row in rows)
        most = widths.most_common(1)
        even = bool(most) and most[0][0] == 2 and most[0][1] == len(rows)
        if even and (delimiter == "\t" or len(rows) > 1) and all(all(r.cells) for r in rows):
            return True
        if delimiter == "\t" and most and most[0][0] == 2 and most[0][1] >= len(rows) / 2:
            return True
    return False


def has_header(text: str) -> bool:
    """Whether the first line names columns with a question and what answers it."""
    first = text.lstrip("\ufeff").split("\n", 1)[0]
    return any(header_row([cells]) is not None for cells in _split_by_all(first))


def _split_by_all(line: str) -> Iterator[list[str]]:
    for delimiter in DELIMITERS:
        yield from csv.reader([line], delimiter=delimiter)


def cell_name(row: Row, column: int) -> str:
    """A cell as spreadsheets call it: `C7`."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row.number}"


def _preamble(lines: Sequence[str]) -> tuple[int, dict[str, str]]:
    """How many lines speak of the file itself, and what they say."""
    said: dict[str, str] = {}
    if lines and lines[0].strip().strip('"').lower().startswith("sep="):
        mark = lines[0].strip().strip('"')[4:] or "\t"
        return 1, {"separator": mark[:1]}
    at = 0
    while at < len(lines) and lines[at].startswith("#") and ":" in lines[at]:
        name, _, value = lines[at][1:].partition(":")
        name, value = name.strip().lower(), value.strip("\r\n")
        if name == "separator":
            mark = value.strip().lower()
            value = _NAMES.get(mark) or ("\t" if mark == "\\t" else mark[:1] or "\t")
        elif not name.isascii() or len(name) > 30:
            break
        said[name] = value
        at += 1
    return at, said


def _delimiter(body: str) -> str:
    """What parts the cells: where a header appears, else where most rows are equally wide."""
    best, found = 0.0, ","
    for delimiter in DELIMITERS:
        rows = _sample(body, delimiter)
        if header_row([row.cells for row in rows]) is not None:
            return delimiter
        widths = Counter(len(row.cells) for row in rows)
        width, times = widths.most_common(1)[0] if widths else (1, 0)
        share = times / len(rows) if rows and width > 1 else 0.0
        if share > best:
            best, found = share, delimiter
    return found


def _sample(body: str, delimiter: str) -> list[Row]:
    found = []
    try:
        for row in _rows(body, delimiter, 0, ""):
            found.append(row)
            if len(found) >= LOOKED_AT:
                break
    except QuizError:
        return found
    return found


def _rows(body: str, delimiter: str, before: int, path: str) -> Iterator[Row]:
    """Rows that are not empty."""
    csv.field_size_limit(MAX_CELL)
    quoting: Literal[0, 3] = 0 if _quoted(body, delimiter) else 3  # QUOTE_MINIMAL, QUOTE_NONE
    reader = csv.reader(_lines(body), delimiter=delimiter, quoting=quoting, strict=True)
    number = before
    while True:
        line = before + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _broken(error, line, path) from None
        number += 1
        if len(cells) > MAX_COLUMNS:
            raise QuizError(f"the row has more than {MAX_COLUMNS} cells", path=path, line=line)
        if any(cell.strip() for cell in cells):
            yield Row(line, number, tuple(cell.strip() for cell in cells))


def _broken(error: csv.Error, line: int, path: str) -> QuizError:
    said = str(error)
    if "unexpected end" in said:
        return QuizError(
            "a quotation mark opens a cell here and never closes", path=path, line=line
        )
    if "field larger" in said:
        return QuizError(f"a cell has more than {MAX_CELL} characters", path=path, line=line)
    hint = "double the quotation marks within a cell"
    return QuizError("the quotation marks of this row do not fit", path=path, line=line, hint=hint)


def _quoted(body: str, delimiter: str) -> bool:
    """Whether quotation marks hold cells together, and are not just signs in them."""
    if '"' not in body:
        return False
    reader = csv.reader(_lines(body), delimiter=delimiter, strict=True)
    try:
        for _ in reader:
            pass
    except csv.Error:
        return delimiter != "\t"
    return True


def _lines(body: str) -> Iterator[str]:
    """Lines with their ends: a cell may hold several."""
    return (f"{line}\n" for line in body.split("\n"))
