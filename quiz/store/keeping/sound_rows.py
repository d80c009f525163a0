"""The rows of a damaged history that can be trusted: read by SQLite, then page by page."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from typing import NamedTuple, TypeAlias

from quiz.store.history.backup import integrity
from quiz.store.history.rows import (
    CLOSED,
    EXAM_ANSWERS,
    EXAM_CLOCKS,
    FLAGS,
    READING_PLACES,
    RENEWED,
    REVIEWS,
    SESSIONS,
    SUSPENSIONS,
    TABLES,
    UNDONE,
    Table,
    checksum,
    row_checksum,
)
from quiz.store.keeping.sqlite_pages import Record, records

Values: TypeAlias = dict[str, object]

_UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LONG_AGO = 10**11  # 1973 in milliseconds: larger than the number of any row
_BY_ROW_NUMBER = ("fits", "aim")
"""Tables whose first column is the row's number, which stands outside of its record."""
_EVER_SEALED = (REVIEWS, *RENEWED)
"""Tables that had checksums from the beginning."""


class Sound(NamedTuple):
    """The rows that can be trusted, by table, and the keys of rows that are there but broken.

    `astray` are sound rows about exams of which nothing else is left.
    """

    rows: dict[str, list[Values]]
    broken: dict[str, set[str]]
    astray: dict[str, list[Values]]

    def found_again(self, sessions: Iterable[Values]) -> Sound:
        """With what is astray and belongs to these sessions, known from elsewhere."""
        known = {values["uid"]: values for values in sessions}
        rows, astray = dict(self.rows), dict(self.astray)
        owners = {v["session"] for found in astray.values() for v in found} & known.keys()
        rows["sessions"] = [*rows["sessions"], *(known[owner] for owner in owners)]
        for name, found in astray.items():
            rows[name] = [*rows[name], *(v for v in found if v["session"] in owners)]
            astray[name] = [values for values in found if values["session"] not in owners]
        return Sound(rows, self.broken, astray)


def sound_rows(content: bytes) -> Sound:
    """Every row of a history's file that has its checksum, its types and its ranges.

    What SQLite can read counts first; where anything is wrong, every page is looked at as well.
    """
    gathered = _Gathered()
    if not gathered.by_sqlite(content):
        for record in records(content):
            gathered.take_any(list(_candidates(record)))
    return gathered.sound()


def _candidates(record: Record) -> Iterator[tuple[Table, Record]]:
    """The tables whose rows have so many columns, with and without a checksum."""
    for table in TABLES:
        size = len(table.columns)
        if table is REVIEWS:
            if len(record) == size + 2:
                yield table, record[1:]
        elif table.name not in _BY_ROW_NUMBER and size <= len(record) <= size + table.sealed:
            yield table, record
        elif table is EXAM_CLOCKS and len(record) == size - 1:
            yield table, (*record, 0)  # of before the latest moment was kept


class _Gathered:
    """Rows by table and key, as they come in."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Values]] = {table.name: {} for table in TABLES}
        self.broken: dict[str, set[str]] = {table.name: set() for table in TABLES}
        self._named: dict[str, set[str]] = {}
        """Keys of rows that SQLite read, by table: no doubt which table they are of."""

    def by_sqlite(self, content: bytes) -> bool:
        """Take what SQLite can read; whether that was everything, and nothing was wrong."""
        whole = True
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.create_function("row_checksum", -1, row_checksum, deterministic=True)
            try:
                connection.deserialize(content)
                whole = not integrity(connection)
                connection.text_factory = bytes
            except (sqlite3.Error, UnicodeError, OverflowError, MemoryError):
                return False  # SQLite says of an empty one that there is no memory for it
            for table in TABLES:
                try:
                    query = f"SELECT {_columns(connection, table)} FROM {table.name} NOT INDEXED"
                    for found in connection.execute(query):
                        whole &= self.take(table, _decoded(found))
                except (sqlite3.Error, UnicodeError):
                    whole = False
        self._named = {name: set(found) for name, found in self.rows.items()}
        return whole

    def take_any(self, candidates: Sequence[tuple[Table, Record]]) -> None:
        """Take a record as a row of the table it fits; broken it may be one of any of them."""
        taken = [self.take(*one, broken=False) for one in candidates]
        if not any(taken):
            for table, record in candidates:
                self.take(table, record)

    def take(self, table: Table, record: Record, *, broken: bool = True) -> bool:
        """Take a row, if it can be trusted; False when it is there but broken, and note that."""
        size = len(table.columns)
        record = _as_columns(table, record)
        values: Values = dict(zip(table.names, record, strict=False))
        key = _key(table, values)
        sealed = len(record) > size
        sound = not table.fault(values) and (
            record[size] == checksum(record[:size]) if sealed else table not in _EVER_SEALED
        )
        if key is None:
            return False
        if not sound:
            if sealed and broken:  # else it may as well be a pair of an index
                self.broken[table.name].add(key)
            return False
        before = self.rows[table.name].get(key)
        if before is None or _later(values, before):
            self.rows[table.name][key] = values
        return True

    def sound(self) -> Sound:
        """What was taken, without pairs of an index and answers of which there is no exam."""
        sessions = self.rows[SESSIONS.name]
        self._keep(UNDONE, lambda v: self._is_of(UNDONE, v["review"], CLOSED, FLAGS, v["at_ms"]))
        self._keep(CLOSED, lambda v: self._is_of(CLOSED, v["flag"], UNDONE, REVIEWS, v["at_ms"]))
        self._keep(READING_PLACES, lambda v: cast_int(v["at_ms"]) > _LONG_AGO)
        astray: dict[str, list[Values]] = {}
        for name in (EXAM_ANSWERS.name, "drafts", "exam_clocks"):
            every = self.rows[name]
            astray[name] = [v for v in every.values() if v["session"] not in sessions]
            self.rows[name] = {k: v for k, v in every.items() if v["session"] in sessions}
        return Sound(
            {name: list(found.values()) for name, found in self.rows.items()},
            {name: keys - set(self.rows[name]) for name, keys in self.broken.items()},
            astray,
        )

    def _is_of(self, table: Table, key: object, twin: Table, others: Table, at_ms: object) -> bool:
        """Whether a row is one of a table, and not of its twin, which has rows of the same form.

        What names neither a known answer nor a known flag is taken for both: each is harmless
        without the other, and a backup may hold what it is about.
        """
        if cast_int(at_ms) <= _LONG_AGO:
            return False
        named = self._named.get(table.name, ())
        return key in named or (
            key not in self._named.get(twin.name, ()) and key not in self.rows[others.name]
        )

    def _keep(self, table: Table, wanted: Callable[[Values], bool]) -> None:
        found = self.rows[table.name].items()
        self.rows[table.name] = {key: values for key, values in found if wanted(values)}


def cast_int(value: object) -> int:
    """A number that was checked to be one."""
    assert isinstance(value, int)
    return value


def _columns(connection: sqlite3.Connection, table: Table) -> str:
    """The columns of a table; what a file of before has not is 0, but for the checksum."""
    found = connection.execute(f"PRAGMA table_info({table.name})").fetchall()
    there = {name.decode() if isinstance(name, bytes) else name for _, name, *_ in found}
    names = ", ".join(name if name in there else "0" for name in table.names)
    return f"{names}, checksum" if table.sealed and "checksum" in there else names


def _decoded(found: Sequence[object]) -> Record:
    """Values with their texts; one that is no UTF-8 stays bytes, which no column takes."""
    return tuple(map(_text, found))


def _text(value: object) -> str | int | float | bytes | None:
    if isinstance(value, bytes):
        with suppress(UnicodeDecodeError):
            return value.decode("utf-8")
    assert value is None or isinstance(value, str | int | float | bytes)
    return value


def _as_columns(table: Table, record: Record) -> Record:
    """A record with the types of its columns: on disk, 1.0 stands as 1."""
    real = [column.of is float for column in table.columns] + [False] * len(record)
    return tuple(
        float(value) if is_real and isinstance(value, int) else value
        for value, is_real in zip(record, real, strict=False)
    )


def _key(table: Table, values: Values) -> str | None:
    """What tells a row from all others; None where the first column is no name of a row."""
    first = values[table.names[0]]
    if table.name in (*_BY_ROW_NUMBER, "reading_places"):
        return str(first)
    if table is SUSPENSIONS:
        return first if isinstance(first, str) and "/" in first else None
    if not isinstance(first, str) or not _UID.fullmatch(first):
        return None
    return f"{first}\n{values['question']}" if table is EXAM_ANSWERS else first


def _later(values: Values, before: Values) -> bool:
    """Whether one of two states of a row, found in old pages, is the later one."""
    for name in ("finished_ms", "spent_ms", "elapsed_ms", "at_ms"):
        if name in values:
            one, other = values[name], before[name]
            return isinstance(one, int) and (not isinstance(other, int) or one > other)
    return False
