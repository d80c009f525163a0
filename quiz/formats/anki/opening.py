"""The notes of an Anki package, read as data: nothing in the file is run.

A package holds its collection up to three times; the newest form counts, for beside it the old one
has only a note that asks to update Anki.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from quiz.errors import QuizError
from quiz.extras import install
from quiz.formats.bank.bounded import BankFile

MAX_COLLECTION = 150_000_000
"""Bytes of a collection when unpacked; 10,000 notes have 10 million."""

_FORMS = ("collection.anki21b", "collection.anki21", "collection.anki2")
_READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION}
_STEPS = 2_000_000_000
"""Steps of SQLite's machine; to read 10,000 notes takes a million."""


@contextmanager
def collection(bank: BankFile) -> Iterator[sqlite3.Connection]:
    """The collection of a package, in memory; raises QuizError for what is none."""
    data = _unpacked(bank) if bank.is_zip else bank.data
    database = sqlite3.connect(":memory:")
    try:
        database.deserialize(_without_log(data))
        database.create_collation("unicase", _unicase)
        database.execute("pragma trusted_schema = off")
        database.execute("pragma query_only = on")
        database.set_authorizer(_only_reading)
        database.set_progress_handler(_Patience(), 1_000_000)
        if ("notes", "table") not in database.execute("select name, type from sqlite_master"):
            raise QuizError("the collection has no notes", path=bank.path)
        yield database
    except (sqlite3.DatabaseError, OverflowError) as error:
        hint = "in Anki: Tools › Check Database, then export it again"
        raise QuizError(f"the collection is damaged: {error}", path=bank.path, hint=hint) from None
    finally:
        database.close()


def _without_log(data: bytes) -> bytes:
    """As a file that has no write-ahead log beside it, which there is none of in memory."""
    return data[:18] + b"\x01\x01" + data[20:] if data[18:20] == b"\x02\x02" else data


def _unicase(one: str, other: str) -> int:
    """How Anki sorts names."""
    first, second = one.casefold(), other.casefold()
    return (first > second) - (first < second)


def _only_reading(
    action: int, one: str | None, two: str | None, database: str | None, by: str | None
) -> int:
    """No writing, no attaching, no pragma; nothing that a trigger or a view of the file asks."""
    return sqlite3.SQLITE_OK if action in _READING and by is None else sqlite3.SQLITE_DENY


class _Patience:
    """Ends what never ends."""

    def __init__(self) -> None:
        self.left = _STEPS // 1_000_000

    def __call__(self) -> int:
        self.left -= 1
        return self.left < 0


def _unpacked(bank: BankFile) -> bytes:
    names = bank.archive.names
    name = next((form for form in _FORMS if form in names), None)
    if name is None:
        raise QuizError("the package has no collection", path=bank.path)
    data = bank.archive.read(name, MAX_COLLECTION)
    return _expanded(data, bank.path) if name.endswith("21b") else data


def _expanded(data: bytes, path: str) -> bytes:
    """What was compressed with zstd."""
    try:
        from compression import zstd  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        try:
            from backports import zstd  # type: ignore[import-not-found, unused-ignore]
        except ImportError:
            older = "export it in Anki with “Support older Anki versions”"
            hint = f"{install('anki')}, or {older}"
            message = "this package is compressed in a way that needs another library"
            raise QuizError(message, path=path, hint=hint) from None
    try:
        found: bytes = zstd.ZstdDecompressor().decompress(data, MAX_COLLECTION + 1)
    except (zstd.ZstdError, ValueError, EOFError):
        raise QuizError("the package is damaged", path=path, hint="export it again") from None
    if len(found) > MAX_COLLECTION:
        size = MAX_COLLECTION // 1_000_000
        raise QuizError(f"the collection is larger than {size} MB when unpacked", path=path)
    return found
