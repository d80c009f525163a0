"""A copy of the history in memory, and the way from there back to the file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from quiz.core.memory.scheduling import Scheduler
from quiz.errors import HistoryError
from quiz.store.files.home import there
from quiz.store.history.backup import put_in_place, quick_check
from quiz.store.history.database import (
    BUSY_SECONDS,
    DamagedHistoryError,
    UnsavableError,
    connect,
    connect_readonly,
    in_memory,
    moved_away,
    translated,
)
from quiz.store.history.history import History
from quiz.store.keeping.salvage import merge_backup, sound_backups, sound_entries
from quiz.store.keeping.transfer import add

QUICK_SECONDS = 0.2
"""How long a try that nobody asked for waits for a lock."""


class Copied(NamedTuple):
    """A history in memory; of a damaged one, what is sound."""

    connection: sqlite3.Connection
    damaged: bool = False


class Reached(NamedTuple):
    """The file, ready to be written. `whole`: it was made of the copy and lacks nothing."""

    connection: sqlite3.Connection
    whole: bool


def copy_of(connection: sqlite3.Connection, path: Path) -> Copied:
    """A copy of an open history, even when the file has been removed or another has locked it.

    Raise HistoryError when it cannot be read at all.
    """
    try:
        return Copied(_sound_copy(connection))
    except sqlite3.Error:
        return _copy_of_content(path)


def copy_of_file(path: Path) -> Copied:
    """The same for a history that cannot be opened for writing; an empty one without a file."""
    try:
        with closing(connect_readonly(path)) as source:
            return copy_of(source, path)
    except UnsavableError:
        return _copy_of_content(path)


def _sound_copy(source: sqlite3.Connection) -> sqlite3.Connection:
    # copying waits for a lock without end, this only as long as the connection does
    source.execute("BEGIN")
    try:
        source.execute("SELECT 1 FROM reviews LIMIT 1").fetchone()
        copy = in_memory(source, readonly=False)
    finally:
        source.execute("ROLLBACK")
    try:
        detail = quick_check(copy)
    except sqlite3.Error:
        copy.close()
        raise
    if detail:
        copy.close()
        raise sqlite3.DatabaseError(detail)
    return copy


def _copy_of_content(path: Path) -> Copied:
    """A copy that heeds no lock; half-written pages count as damage."""
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"the history cannot be read: {error.strerror}"
        raise UnsavableError(message, path=str(path)) from error
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
            if not content:
                raise sqlite3.DatabaseError("the file is empty")
            raw.deserialize(content)
            return Copied(_sound_copy(raw))
    except sqlite3.Error:
        return Copied(_salvaged(content, path), damaged=True)


def _salvaged(content: bytes, path: Path) -> sqlite3.Connection:
    """What is sound in a damaged file and in the newest backup."""
    connection = in_memory(readonly=False)
    history = History(connection, path, Scheduler())
    try:
        add(history, sound_entries(content).entries, str(path), lenient=True)
        backup = next(sound_backups(path), None)
        if backup is not None:
            merge_backup(history, backup)
    except BaseException:
        connection.close()
        raise
    return connection


def reach(
    path: Path, memory: sqlite3.Connection, *, asked: bool, had_file: bool, damaged: bool
) -> Reached:
    """Open the file to bring to it what is in `memory` only.

    Unless it is `asked` for, a file that has vanished (`had_file`) is not made again, nor is one
    looked at that was `damaged`. Raise HistoryError when the file cannot be written or is damaged.
    """
    vanished = had_file and not there(path)
    if vanished and not asked:
        raise moved_away(path)
    if damaged and not asked:
        raise DamagedHistoryError(path, "it has not been repaired yet")
    if vanished:
        _put_back(path, memory)
    connection = connect(path, None if asked else QUICK_SECONDS)
    try:
        connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
        if damaged:
            _refuse_damaged(connection, path)
    except sqlite3.Error as error:
        connection.close()
        raise translated(error, path) from error
    except HistoryError:
        connection.close()
        raise
    return Reached(connection, vanished)


def reopened(connection: sqlite3.Connection, path: Path, *, damaged: bool) -> sqlite3.Connection:
    """The file opened anew; put back from the open `connection` when it has vanished.

    Raise HistoryError when that fails, or it is still `damaged`.
    """
    memory = sqlite3.connect(":memory:") if there(path) else copy_of(connection, path).connection
    with closing(memory):
        return reach(path, memory, asked=True, had_file=True, damaged=damaged).connection


def _refuse_damaged(connection: sqlite3.Connection, path: Path) -> None:
    detail = quick_check(connection)
    if detail or History(connection, path, Scheduler()).verify():
        raise DamagedHistoryError(path, detail or "reviews are not as written")


def _put_back(path: Path, memory: sqlite3.Connection) -> None:
    try:
        put_in_place(memory, path)
    except (OSError, sqlite3.Error) as error:
        message = f"the history cannot be put back: {error}"
        hint = "check the permissions, or free some space; then try again"
        raise UnsavableError(message, path=str(path), hint=hint) from error
