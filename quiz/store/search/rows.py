"""Bringing the tables of the search index up to date with the files of a library."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable, Sequence
from pathlib import Path

from quiz.core.documents.search_terms import folded_words
from quiz.store.search.files import INDEXER, Fresh, Indexed, Progress, read_fresh, unchanged
from quiz.store.sets.text import Stamp

ROW_BITS = 24
"""A row's number is that of its file, and in the lowest so many bits its place in the file."""

MAX_FILES = 5000
SPARE_ROWS = 5000
"""More dead rows than living ones, and than these, and everything is indexed anew."""

Numbered = dict[int, Indexed]


def bring_up_to_date(
    database: sqlite3.Connection, files: Sequence[Indexed], cache: Path
) -> Generator[Progress, None, Numbered]:
    """Index what is new or changed, drop what is gone; the files by their numbers in the index.

    Every file is a transaction of its own, so that others who search wait for moments only. Raises
    sqlite3.Error, OSError.
    """
    _drop_dead(database, files)
    found: Numbered = {}
    stale = []
    for file in files:
        number = _number(database, file)
        if number is None:
            stale.append(file)
        else:
            found[number] = file
    for done, file in enumerate(stale):
        yield Progress(done, len(stale))
        reading = read_fresh(file, cache)
        while True:
            try:
                next(reading)
            except StopIteration as end:
                fresh: Fresh | None = end.value
                break
            yield Progress(done, len(stale))
        if fresh is not None:
            found[_store(database, file, fresh)] = file
    return found


def _number(database: sqlite3.Connection, file: Indexed) -> int | None:
    """The number of a file that is indexed as it is now."""
    sql = "SELECT number, size, mtime_ns, settled, digest FROM files WHERE name = ? AND reader = ?"
    row = database.execute(sql, (file.name, _reader(file))).fetchone()
    if row is None:
        return None
    number, size, mtime_ns, settled, digest = row
    return number if unchanged(file, Stamp(size, mtime_ns), settled, digest) else None


def _reader(file: Indexed) -> str:
    return f"{INDEXER} document" if file.document else INDEXER


def _store(database: sqlite3.Connection, file: Indexed, fresh: Fresh) -> int:
    """Keep what was read in place of what was known of the file; its number."""
    with database:
        database.execute("BEGIN IMMEDIATE")
        there = _same(database, file, fresh)
        if there is not None:
            return there
        _bury(database, "name = ?", file.name)
        number = database.execute(
            "INSERT INTO files(name, reader, size, mtime_ns, settled, digest, title, rows)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                file.name,
                _reader(file),
                *fresh.stamp,
                fresh.settled,
                fresh.digest,
                fresh.title,
                len(fresh.questions) + len(fresh.units),
            ),
        ).lastrowid
        assert number is not None
        _insert(database, number << ROW_BITS, fresh)
    return number


def _same(database: sqlite3.Connection, file: Indexed, fresh: Fresh) -> int | None:
    """The number of the file, if another program has indexed the same of it meanwhile."""
    sql = "SELECT number FROM files WHERE name = ? AND reader = ? AND digest = ? AND digest != ''"
    row = database.execute(sql, (file.name, _reader(file), fresh.digest)).fetchone()
    return int(row[0]) if row else None


def _insert(database: sqlite3.Connection, first: int, fresh: Fresh) -> None:
    database.executemany(
        "INSERT INTO ids VALUES (?, ?)", ((first + i, q[0]) for i, q in enumerate(fresh.questions))
    )
    database.executemany(
        "INSERT INTO questions(rowid, stem, answer, explanation, option, tag)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        ((first + i, *q[1:]) for i, q in enumerate(fresh.questions)),
    )
    database.executemany(
        "INSERT INTO units VALUES (?, ?, ?, ?, ?, ?)",
        ((first + i, *unit) for i, unit in enumerate(fresh.units)),
    )
    database.executemany(
        "INSERT INTO passages(rowid, text) VALUES (?, ?)",
        ((first + i, folded_words(unit[3])) for i, unit in enumerate(fresh.units)),
    )


def _bury(database: sqlite3.Connection, condition: str, value: str | int) -> None:
    """Give up files: their words stay in the index, but nothing leads from them to a text."""
    for (number,) in database.execute(
        f"SELECT number FROM files WHERE {condition}", (value,)
    ).fetchall():
        rows = (number << ROW_BITS, (number + 1) << ROW_BITS)
        database.execute("DELETE FROM ids WHERE row >= ? AND row < ?", rows)
        database.execute("DELETE FROM units WHERE row >= ? AND row < ?", rows)
        database.execute("UPDATE files SET name = NULL WHERE number = ?", (number,))


def _drop_dead(database: sqlite3.Connection, files: Iterable[Indexed]) -> None:
    """Drop files that are gone, the oldest of very many, and everything once most of it is dead."""
    ours = {file.name for file in files}
    kept = database.execute("SELECT number, name FROM files WHERE name NOT NULL ORDER BY 1 DESC")
    others = [(number, name) for number, name in kept if name not in ours]
    gone = [number for i, (number, name) in enumerate(others) if i >= MAX_FILES or _gone(name)]
    if gone:
        with database:
            database.execute("BEGIN IMMEDIATE")
            for number in gone:
                _bury(database, "number = ?", number)
    (dead, living) = database.execute(
        "SELECT coalesce(sum(rows) FILTER (WHERE name IS NULL), 0),"
        " coalesce(sum(rows) FILTER (WHERE name NOT NULL), 0) FROM files"
    ).fetchone()
    if dead > max(living, SPARE_ROWS):
        _clear(database)


def _gone(name: str) -> bool:
    return not Path(name).exists()


def _clear(database: sqlite3.Connection) -> None:
    with database:
        database.execute("BEGIN IMMEDIATE")
        for table in ("ids", "units", "files"):
            database.execute(f"DELETE FROM {table}")
        for table in ("questions", "passages"):
            database.execute(f"INSERT INTO {table}({table}) VALUES ('delete-all')")
