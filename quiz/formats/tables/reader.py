"""CSV, TSV and spreadsheets: with a header, or two columns as flashcard programs export them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.errors import QuizError
from quiz.formats.bank.bounded import BankFile
from quiz.formats.bank.item import Item
from quiz.formats.tables.cards import cards
from quiz.formats.tables.header import columns_of, header_row
from quiz.formats.tables.questions import question_of
from quiz.formats.tables.rows import Row, Table, table_of

HINT = (
    "the first row names the columns: `question`, `answer`, and `wrong 1` … or `option A` … with "
    "`correct`; docs/import.md has them all"
)


def read(bank: BankFile) -> Iterator[Item]:
    """The items of a table; raises QuizError for one that is not understood."""
    table = _table(bank)
    at = None if _of_anki(table) else header_row([row.cells for row in table.rows])
    if at is None:
        yield from _without_header(bank, table)
        return
    columns = columns_of(table.rows[at].cells)
    for row in table.rows[at + 1 :]:
        item = question_of(row, columns, bank.path)
        if item is not None:
            yield item


def _of_anki(table: Table) -> bool:
    """Whether the file says itself what its columns are."""
    return any("column" in name or name in ("html", "notetype") for name in table.said)


def _table(bank: BankFile) -> Table:
    if bank.is_zip:
        from quiz.formats.tables.spreadsheet import sheet_table

        return sheet_table(bank)
    return table_of(bank.text, bank.path)


def _without_header(bank: BankFile, table: Table) -> Iterator[Item]:
    widths = {len(row.cells) for row in table.rows}
    if not _of_anki(table) and widths and max(widths) > 2 and not _trailing(table.rows):
        first = table.rows[0]
        message = f"no row names the columns, and there are {max(widths)} of them"
        raise QuizError(message, path=bank.path, line=first.line, hint=HINT)
    if not table.rows or max(widths, default=0) < 2:
        raise QuizError("the table has no second column", path=bank.path, hint=HINT)
    yield from cards(table, bank.path)


def _trailing(rows: Sequence[Row]) -> bool:
    """Whether all cells but the first two are empty."""
    return not any(any(row.cells[2:]) for row in rows)
