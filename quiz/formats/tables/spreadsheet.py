"""The rows of an Excel file (.xlsx), as Kahoot's template is: values only.

Formulas are never worked out: what the file says came of them stands in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.errors import QuizError
from quiz.formats.bank.bounded import BankFile
from quiz.formats.bank.xml import Element, local, parse_xml
from quiz.formats.tables.header import header_row
from quiz.formats.tables.rows import MAX_CELL, MAX_COLUMNS, Row, Table

_CELL = re.compile(r"([A-Z]{1,3})(\d+)")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_STRINGS = "xl/sharedStrings.xml"


def sheet_table(bank: BankFile) -> Table:
    """The rows of the first sheet that has a header, else of the first one."""
    names = [name for name in bank.archive.names if _SHEET.fullmatch(name)]
    if not names:
        raise QuizError("the spreadsheet has no sheet", path=bank.path)
    strings = _strings(bank)
    first: tuple[Row, ...] = ()
    for name in sorted(names, key=lambda name: (len(name), name)):
        rows = tuple(_rows(parse_xml(bank.archive.member(name)), strings))
        if header_row([row.cells for row in rows]) is not None:
            return Table(rows, {})
        first = first or rows
    return Table(first, {})


def _strings(bank: BankFile) -> list[str]:
    """The texts that cells share."""
    if _STRINGS not in bank.archive.names:
        return []
    root = parse_xml(bank.archive.member(_STRINGS))
    return [_text(element) for element in root if local(element) == "si"]


def _text(element: Element) -> str:
    """A text, without how it is pronounced."""
    parts = []
    for child in element:
        if local(child) == "t":
            parts.append(child.text or "")
        elif local(child) == "r":
            parts += [part.text or "" for part in child if local(part) == "t"]
    return "".join(parts)


def _rows(root: Element, strings: list[str]) -> Iterator[Row]:
    number = 0
    for row in root.iter():
        if local(row) != "row":
            continue
        said = row.get("r", "")
        number = int(said) if said.isdigit() and len(said) < 8 else number + 1
        cells: dict[int, str] = {}
        for cell in row:
            column = _column(cell.get("r", ""), len(cells))
            if local(cell) == "c" and column < MAX_COLUMNS:
                cells[column] = _value(cell, strings).strip()[:MAX_CELL]
        if any(cells.values()):
            width = max(cells) + 1
            yield Row(number, number, tuple(cells.get(at, "") for at in range(width)))


def _column(name: str, default: int) -> int:
    match = _CELL.fullmatch(name)
    if match is None:
        return default
    found = 0
    for letter in match[1]:
        found = found * 26 + ord(letter) - ord("A") + 1
    return found - 1


def _value(cell: Element, strings: list[str]) -> str:
    """What a cell shows, as far as it is a text or a number."""
    kind = cell.get("t", "n")
    for child in cell:
        if kind == "inlineStr" and local(child) == "is":
            return _text(child)
        if local(child) == "v":
            text = child.text or ""
            if kind == "s":
                at = int(text) if text.isdigit() and len(text) < 9 else -1
                return strings[at] if 0 <= at < len(strings) else ""
            if kind == "b":
                return "true" if text == "1" else "false"
            return text.removesuffix(".0") if kind == "n" else text
    return ""
