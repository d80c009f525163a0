"""What was parsed before: one SQLite file in the cache folder, safe to delete at any time.

A file is known again by its size and time of change, or, when only the time is another, by its
content. A cache that cannot be used (damaged, read-only, no space) is as good as an empty one.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
import weakref
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from quiz import __version__
from quiz.store.files.home import private_folder
from quiz.store.library.entry import IndexRow
from quiz.store.sets.text import Stamp, read_bytes
from quiz.store.yaml.problems import Problems, SetProblem, dump_problems, load_problems

READER = f"5 {__version__}"
"""Raise the number whenever the reader, `sanitise` or `Question.key` give other results."""

SCHEMA = 1
MAX_FILES = 1000
BATCH = 500
UNSETTLED_NS = 2_000_000_000
"""A file changed less than this before it was read may change again and keep its stamp."""

_TABLES = """
BEGIN IMMEDIATE;
CREATE TABLE files(
  number INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT UNIQUE NOT NULL, reader TEXT NOT NULL,
  size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, settled INTEGER NOT NULL,
  digest TEXT NOT NULL, header TEXT NOT NULL, problems TEXT NOT NULL, rows TEXT NOT NULL);
CREATE TABLE payloads(
  file INTEGER NOT NULL, question TEXT NOT NULL, data TEXT NOT NULL,
  PRIMARY KEY(file, question)) WITHOUT ROWID;
PRAGMA user_version = 1;
COMMIT;
"""


class CachedSet(NamedTuple):
    """A parsed file; `number` is its name in the cache, never used twice."""

    number: int
    header: Mapping[str, object]
    problems: tuple[SetProblem, ...]


class NewSet(NamedTuple):
    """A file just parsed, to be kept."""

    path: Path
    stamp: Stamp
    content: bytes
    header: Mapping[str, object]
    problems: Sequence[SetProblem]
    rows: Sequence[IndexRow]
    payloads: Mapping[str, Mapping[str, object]]


class ParseCache:
    """The cache file in `folder`, made when first written to. Its methods never raise."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "sets.sqlite"
        self._database: sqlite3.Connection | None = None
        self._closer: weakref.finalize[..., Any] | None = None

    def close(self) -> None:
        """Let go of the file; it is opened again when needed."""
        if self._closer is not None:
            self._closer()
        self._database = self._closer = None

    def find(self, path: Path, stamp: Stamp) -> CachedSet | None:
        """What is known of the file at `path`, which now has this stamp."""
        columns = "number, size, mtime_ns, settled, digest, header, problems"
        rows = self._read(
            f"SELECT {columns} FROM files WHERE path = ? AND reader = ?", _name(path), READER
        )
        if not rows or rows[0][1] != stamp.size:
            return None
        number, _, mtime_ns, settled, digest, header, problems = rows[0]
        if (mtime_ns != stamp.mtime_ns or not settled) and not self._same(path, number, digest):
            return None
        try:
            found = json.loads(header)
            return CachedSet(number, found, load_problems(problems, str(path)))
        except (ValueError, TypeError):
            return None

    def index(self, number: int) -> tuple[IndexRow, ...] | None:
        """The questions of a parsed file in brief; None when the cache no longer has it."""
        rows = self._read("SELECT rows FROM files WHERE number = ?", number)
        try:
            return tuple(map(IndexRow._make, json.loads(rows[0][0]))) if rows else None
        except (ValueError, TypeError):
            return None

    def index_json(self, number: int) -> str | None:
        """The same as the JSON it is kept as, unread."""
        sql = "SELECT rows FROM files WHERE number = ? AND json_valid(rows)"
        rows = self._read(sql, number)
        return str(rows[0][0]) if rows else None

    def payloads(self, number: int, ids: Iterable[str]) -> dict[str, dict[str, object]]:
        """The data of questions by id; those that the cache no longer has are left out."""
        wanted = list(ids)
        found: dict[str, dict[str, object]] = {}
        for start in range(0, len(wanted), BATCH):
            batch = wanted[start : start + BATCH]
            marks = ",".join("?" * len(batch))
            sql = f"SELECT question, data FROM payloads WHERE file = ? AND question IN ({marks})"
            for question, data in self._read(sql, number, *batch):
                try:
                    found[question] = json.loads(data)
                except (ValueError, TypeError):
                    continue
        return found

    def store(self, new: NewSet) -> None:
        """Keep a parsed file in place of what was known of it."""
        try:
            database = self._open(make=True)
            if database is not None:
                with database:
                    database.execute("BEGIN IMMEDIATE")
                    _insert(database, new)
                    _prune(database)
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)

    def _same(self, path: Path, number: int, digest: str) -> bool:
        """Compare the content; if it is the same, remember the new stamp."""
        read = read_bytes(path, Problems())
        if read is None or _digest(read[0]) != digest:
            return False
        stamp = read[1]
        try:
            database = self._open(make=True)
            if database is not None:
                sql = "UPDATE files SET mtime_ns = ?, settled = ? WHERE number = ?"
                database.execute(sql, (stamp.mtime_ns, _settled(stamp), number))
        except (sqlite3.Error, OSError):
            pass  # the file is compared again next time
        return True

    def _read(self, sql: str, *values: str | int) -> list[tuple[Any, ...]]:
        try:
            database = self._open(make=False)
            return [] if database is None else database.execute(sql, values).fetchall()
        except (sqlite3.Error, OSError, UnicodeError) as error:
            self._give_up(error)
            return []

    def _open(self, *, make: bool) -> sqlite3.Connection | None:
        if self._database is None and (make or self.path.exists()):
            private_folder(self.path.parent)
            database = sqlite3.connect(
                self.path, timeout=0.2, isolation_level=None, check_same_thread=False
            )
            self._database = database
            self._closer = weakref.finalize(self, database.close)
            self._prepare(database)
        return self._database

    def _prepare(self, database: sqlite3.Connection) -> None:
        database.execute("PRAGMA synchronous = NORMAL")
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version == 0:
            self.path.chmod(0o600)
            database.executescript(_TABLES)
        elif version != SCHEMA:
            raise sqlite3.DatabaseError("made by another version")

    def _give_up(self, error: Exception) -> None:
        """Let go of the file; remove it when it is damaged rather than busy or read-only."""
        self.close()
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(
            error, sqlite3.OperationalError
        ):
            try:
                self.path.unlink(missing_ok=True)
            except OSError:
                return


def _insert(database: sqlite3.Connection, new: NewSet) -> None:
    name = _name(new.path)
    database.execute(
        "DELETE FROM payloads WHERE file = (SELECT number FROM files WHERE path = ?)", (name,)
    )
    database.execute("DELETE FROM files WHERE path = ?", (name,))
    cursor = database.execute(
        "INSERT INTO files(path, reader, size, mtime_ns, settled, digest, header, problems, rows)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            name,
            READER,
            *new.stamp,
            _settled(new.stamp),
            _digest(new.content),
            _json(new.header),
            dump_problems(new.problems),
            _json(new.rows),
        ),
    )
    payloads = ((cursor.lastrowid, key, _json(data)) for key, data in new.payloads.items())
    database.executemany("INSERT INTO payloads VALUES (?, ?, ?)", payloads)


def _prune(database: sqlite3.Connection) -> None:
    """Forget the files that were parsed longest ago."""
    old = "SELECT number FROM files ORDER BY number DESC LIMIT -1 OFFSET ?"
    database.execute(f"DELETE FROM payloads WHERE file IN ({old})", (MAX_FILES,))
    database.execute(f"DELETE FROM files WHERE number IN ({old})", (MAX_FILES,))


def _settled(stamp: Stamp) -> bool:
    return time.time_ns() - stamp.mtime_ns > UNSETTLED_NS


def _name(path: Path) -> str:
    return os.fsencode(os.path.realpath(path)).decode("utf-8", "backslashreplace")


def _digest(content: bytes) -> str:
    import hashlib

    return hashlib.blake2b(content, digest_size=16).hexdigest()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
