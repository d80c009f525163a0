"""A copy of the history in memory, and the way from there back to the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, TypeAlias

from quiz.core.memory.scheduling import Scheduler
from quiz.errors import HistoryError
from quiz.store.files.home import there
from quiz.store.history.backup import put_in_place, quick_check
from quiz.store.history.database import (
    BUSY_SECONDS,
    TROUBLES,
    DamagedHistoryError,
    UnsavableError,
    connect,
    connect_readonly,
    in_memory,
    moved_away,
    refuse_odd,
    translated,
)
from quiz.store.history.tables.reviews import Reviews

QUICK_SECONDS = 0.2
"""How long a try that nobody asked for waits for a lock."""


Salvage: TypeAlias = Callable[[bytes, Path], sqlite3.Connection]
"""Makes a history in memory of what is sound in a damaged file's bytes, and in its backups.

It comes from above: a history does not know how it is rescued. Raises HistoryError.
"""


class Copied(NamedTuple):
    """A history in memory; of a damaged one, what is sound."""

    connection: sqlite3.Connection
    damaged: bool = False


class Reached(NamedTuple):
    """The file, ready to be written. `whole`: it was made of the copy and lacks nothing."""

    connection: sqlite3.Connection
    whole: bool


def file_id(path: Path) -> tuple[int, int] | None:
    """What tells the file at a place from one put there later; None without a file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def copy_of(connection: sqlite3.Connection, path: Path, salvage: Salvage) -> Copied:
    """A copy of an open history, even when the file has been removed or another has locked it.

    Raise HistoryError when it cannot be read at all.
    """
    try:
        return Copied(_sound_copy(connection))
    except TROUBLES:
        return _copy_of_content(path, salvage)


def copy_of_file(path: Path, salvage: Salvage) -> Copied:
    """The same for a history that cannot be opened for writing; an empty one without a file."""
    try:
        with closing(connect_readonly(path)) as source:
            return copy_of(source, path, salvage)
    except UnsavableError:
        return _copy_of_content(path, salvage)


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
    except TROUBLES:
        copy.close()
        raise
    if detail:
        copy.close()
        raise sqlite3.DatabaseError(detail)
    return copy


def _copy_of_content(path: Path, salvage: Salvage) -> Copied:
    """A copy that heeds no lock; half-written pages count as damage."""
    refuse_odd(path)
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
    except TROUBLES:
        return Copied(salvage(content, path), damaged=True)


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
    except TROUBLES as error:
        connection.close()
        raise translated(error, path) from error
    except HistoryError:
        connection.close()
        raise
    return Reached(connection, vanished)


def reopened(
    connection: sqlite3.Connection, path: Path, salvage: Salvage, *, damaged: bool
) -> sqlite3.Connection:
    """The file opened anew; put back from the open `connection` when it has vanished.

    Raise HistoryError when that fails, or it is still `damaged`.
    """
    here = there(path)
    memory = sqlite3.connect(":memory:") if here else copy_of(connection, path, salvage).connection
    with closing(memory):
        return reach(path, memory, asked=True, had_file=True, damaged=damaged).connection


def _refuse_damaged(connection: sqlite3.Connection, path: Path) -> None:
    detail = quick_check(connection)
    if detail or Reviews(connection, path, Scheduler()).verify():
        raise DamagedHistoryError(path, detail or "reviews are not as written")


def _put_back(path: Path, memory: sqlite3.Connection) -> None:
    try:
        put_in_place(memory, path)
    except (OSError, sqlite3.Error) as error:
        message = f"the history cannot be put back: {error}"
        hint = "check the permissions, or free some space; then try again"
        raise UnsavableError(message, path=str(path), hint=hint) from error
