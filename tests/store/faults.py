"""A disk that can be full, read-only or gone, as SQLite itself reports it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from quiz.store.history import database

TABLES = ("reviews", "drafts", "flags", "sessions", "exam_clocks", "reading_places")
ANY_SIZE = 1_000_000_000


class Disk:
    """What the history lies on; every connection made from now on feels what happens to it.

    While it is full, each row written needs room that the file may not have any more.
    """

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._connections: list[sqlite3.Connection] = []
        self._full = self._readonly = False
        connect = database._connection

        def connected(uri: str, patience: float | None = None) -> sqlite3.Connection:
            connection = connect(uri, patience)
            if uri.startswith("file:"):
                self._connections.append(connection)
                self._afflict(connection)
            return connection

        patch.setattr(database, "_connection", connected)
        patch.setattr(database, "BUSY_SECONDS", 0.01)

    def fill(self) -> None:
        """No room any more."""
        self._full = True
        self._afflict_all()

    def free(self) -> None:
        """Room again."""
        self._full = False
        self._afflict_all()

    def protect(self, *, readonly: bool = True) -> None:
        """Read-only, or no more."""
        self._readonly = readonly
        self._afflict_all()

    def _afflict_all(self) -> None:
        for connection in self._connections:
            with suppress(sqlite3.ProgrammingError):  # closed
                self._afflict(connection)

    def _afflict(self, connection: sqlite3.Connection) -> None:
        connection.execute(f"PRAGMA query_only = {int(self._readonly)}")
        if not self._full:
            connection.execute(f"PRAGMA max_page_count = {ANY_SIZE}")
            for table in TABLES:
                connection.execute(f"DROP TRIGGER IF EXISTS temp.fill_{table}")
            return
        connection.execute("PRAGMA max_page_count = 1")  # as many as there are
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        for table in there.intersection(TABLES):
            connection.execute(
                f"""CREATE TEMP TRIGGER IF NOT EXISTS fill_{table} BEFORE INSERT ON main.{table}
                    BEGIN INSERT INTO flags VALUES (hex(randomblob(16)), 0, '',
                        hex(zeroblob(500000)), '', 0, 0); END"""
            )


@contextmanager
def locked(path: Path, how: str = "IMMEDIATE") -> Iterator[None]:
    """Another program that keeps the file locked."""
    other = sqlite3.connect(path, isolation_level=None)
    try:
        other.execute(f"BEGIN {how}")
        yield
        other.execute("ROLLBACK")
    finally:
        other.close()


def remove_folder(path: Path) -> None:
    """The folder of the history vanishes under way."""
    shutil.rmtree(path.parent)


def overwrite(path: Path, content: bytes) -> bytes:
    """Write over the file in place, as a failing disk does; what stands there now."""
    with path.open("r+b") as file:
        file.write(content)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())
    return content
