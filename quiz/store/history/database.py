"""One connection to the history's file, written in whole transactions or not at all."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from quiz.errors import HistoryError
from quiz.store.files.home import there
from quiz.store.history import schema
from quiz.store.history.backup import newest_backup
from quiz.store.history.rows import row_checksum

Value: TypeAlias = str | int | float | None
# what sqlite3 hands out; each query knows its own columns
Row: TypeAlias = tuple[Any, ...]
Parsed = TypeVar("Parsed")

BUSY_SECONDS = 5.0

_WRITE_TROUBLES = {
    sqlite3.SQLITE_FULL: ("the disk is full", "free some space and try again"),
    sqlite3.SQLITE_READONLY: ("the file or its folder is read-only", "make both writable"),
    sqlite3.SQLITE_CANTOPEN: ("the file or its folder cannot be opened", "check its permissions"),
    sqlite3.SQLITE_IOERR: (
        "the disk does not take what is written",
        "free some space, or check the disk; then try again",
    ),
}
# codes that mean damage: every query is fixed, so one that SQLite cannot even prepare (ERROR) has
# met tables that no Citequiz has made
_DAMAGES = {
    *(sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR),
    *(sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_TOOBIG),
}
# what the sqlite3 module says, without a code, of a text that is not UTF-8
# or SQLite of a function that is given one
_UNDECODABLE = ("Could not decode", "user-defined function raised")
TROUBLES = (sqlite3.Error, UnicodeError)
"""What SQLite raises; the second for a message about a schema that is not UTF-8."""
_UNREADABLE = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RecursionError)


class UnsavableError(HistoryError):
    """Nothing is wrong with the history, but it cannot be written, or not even read, now."""


class LockedHistoryError(UnsavableError):
    """Another program holds the file locked; it will be free again."""

    def __init__(self, path: Path) -> None:
        hint = "close the other program and try again"
        message = "the history cannot be used: another program kept it locked"
        super().__init__(message, path=str(path), hint=hint)


class MovedHistoryError(UnsavableError):
    """The file is no longer where it was opened."""


class DamagedHistoryError(HistoryError):
    """The file is damaged. `backup` is the newest one, None when there is none."""

    def __init__(self, path: Path, detail: str) -> None:
        self.backup = newest_backup(path)
        hint = "nothing was changed; `quiz doctor --repair` saves what is sound"
        if self.backup is not None:
            hint += f", also from the backup {self.backup}"
        super().__init__(f"the history is damaged: {detail}", path=str(path), hint=hint)


class OverwrittenHistoryError(UnsavableError):
    """What this program has written is no longer in the file: another has written over it."""

    def __init__(self, path: Path) -> None:
        message = "another program has written over the history, or forgotten what you just did"
        hint = "trying again brings everything of this sitting there"
        super().__init__(message, path=str(path), hint=hint)


class OddFileError(HistoryError):
    """A pipe or a device stands in the place of the history."""


def refuse_odd(path: Path) -> None:
    """Raise OddFileError where something else than a file is: a pipe would be waited for."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        hint = "nothing was changed; move it away, or set QUIZ_HOME to another folder"
        raise OddFileError("the history is not a regular file", path=str(path), hint=hint)


def translated(error: sqlite3.Error | UnicodeError, path: Path) -> HistoryError:
    """What went wrong in SQLite, in words a user can act on."""
    if isinstance(error, UnicodeError) or str(error).startswith(_UNDECODABLE):
        return DamagedHistoryError(path, "it holds a text that is none")
    extended = getattr(error, "sqlite_errorcode", 0)
    code = extended & 0xFF
    if code in _DAMAGES:
        return DamagedHistoryError(path, str(error))
    if code == sqlite3.SQLITE_BUSY:
        return LockedHistoryError(path)
    if code not in _WRITE_TROUBLES:
        return HistoryError(f"the history cannot be used: {error}", path=str(path))
    moved = extended == sqlite3.SQLITE_READONLY_DBMOVED or (
        code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR) and not there(path)
    )
    if moved:
        return moved_away(path)
    trouble, hint = _WRITE_TROUBLES[code]
    return UnsavableError(f"the history cannot be used: {trouble}", path=str(path), hint=hint)


def moved_away(path: Path) -> MovedHistoryError:
    """What to say of a file that was open and has gone."""
    message = "the history is no longer where it was"
    hint = "trying again puts all of it back there"
    return MovedHistoryError(message, path=str(path), hint=hint)


class Database:
    """A connection for one thread; what it wrote is on disk when the call returns.

    `patience` is how many seconds a write waits for another program's; None: BUSY_SECONDS.
    """

    patience: float | None = None

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    def close(self) -> None:
        """Close the file; the object cannot be used afterwards."""
        self._connection.close()

    def _read(self, query: str, values: Sequence[Value] = ()) -> list[Row]:
        with self._translating():
            return self._connection.execute(query, values).fetchall()

    def _parsed(self, parse: Callable[[Row], Parsed], rows: Iterable[Row]) -> list[Parsed]:
        """What rows stand for; one that stands for nothing is damage."""
        try:
            return [parse(row) for row in rows]
        except _UNREADABLE as error:
            raise DamagedHistoryError(self.path, f"a row cannot be read: {error}") from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: committed to disk at the end, rolled back on any error."""
        with self._translating():
            self._begin(BUSY_SECONDS if self.patience is None else self.patience)
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    with suppress(sqlite3.Error):
                        self._connection.execute("ROLLBACK")

    def _begin(self, seconds: float) -> None:
        """Begin to write; what follows waits as long as ever."""
        self._connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")

    def is_free(self) -> bool:
        """Whether no other program holds the file locked at this moment; does not wait."""
        try:
            self._begin(0)
            self._connection.execute("ROLLBACK")
        except TROUBLES as error:
            return not isinstance(translated(error, self.path), LockedHistoryError)
        return True

    @contextmanager
    def _translating(self) -> Iterator[None]:
        try:
            yield
        except TROUBLES as error:
            raise translated(error, self.path) from error


def connect(path: Path, patience: float | None = None) -> sqlite3.Connection:
    """A connection that may write; the file and its folder are made, private to the user.

    It waits `patience` seconds for a lock, by default BUSY_SECONDS.

    Raise UnsavableError when that is impossible, HistoryError when the file is damaged, foreign
    or newer.
    """
    refuse_odd(path)
    try:
        made = _make_private(path)
    except OSError as error:
        raise UnsavableError(
            f"the history cannot be opened for writing: {error.strerror}",
            path=str(path),
            hint="check the permissions, or set QUIZ_HOME to a folder that can be written",
        ) from error
    return _prepared(path, made=made, patience=patience)


def _make_private(path: Path) -> bool:
    """Make sure of a private file that may be written; whether it had to be made."""
    missing = not there(path)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if missing:
        # another instance may be quicker
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    # never opened here when it exists: closing it would drop SQLite's locks of this process
    if not (path.is_file() and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    with suppress(OSError):
        path.chmod(0o600)
    return missing


def connect_readonly(path: Path) -> sqlite3.Connection:
    """A connection that cannot write; an empty history in memory when there is no file.

    An older format is read through an upgraded copy in memory.
    """
    if not there(path):
        return in_memory()
    source = _prepared(path, readonly=True)
    if schema.version(source) == len(schema.MIGRATIONS):
        return source
    try:
        with closing(source):
            return in_memory(source)
    except TROUBLES as error:
        raise translated(error, path) from error


def in_memory(
    source: sqlite3.Connection | None = None, *, readonly: bool = True
) -> sqlite3.Connection:
    """A copy of `source`, or nothing, in the newest format."""
    connection = _connection(":memory:")
    if source is not None:
        source.backup(connection)
    schema.migrate(connection)
    if readonly:
        connection.execute("PRAGMA query_only = ON")
    return connection


def _prepared(
    path: Path, *, made: bool = False, readonly: bool = False, patience: float | None = None
) -> sqlite3.Connection:
    refuse_odd(path)
    try:
        if not made and path.stat().st_size == 0 and newest_backup(path):
            raise DamagedHistoryError(path, "the file is empty")
        uri = f"{path.absolute().as_uri()}?mode={_mode(path, readonly)}"
        connection = _connection(uri, patience)
    except sqlite3.Error as error:
        raise translated(error, path) from error
    except OSError as error:
        raise moved_away(path) from error
    try:
        _settle(connection, path, readonly=readonly)
    except TROUBLES as error:
        connection.close()
        raise translated(error, path) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _mode(path: Path, readonly: bool) -> str:
    # a journal left by a killed program can be rolled back only with leave to write
    return "ro" if readonly and not os.access(path, os.W_OK) else "rw"


def _connection(uri: str, patience: float | None = None) -> sqlite3.Connection:
    seconds = BUSY_SECONDS if patience is None else patience
    made = sqlite3.connect(uri, uri=True, timeout=seconds, isolation_level=None)
    made.create_function("row_checksum", -1, row_checksum, deterministic=True)
    return made


def _settle(connection: sqlite3.Connection, path: Path, *, readonly: bool) -> None:
    schema.identify(connection, path)
    if schema.version(connection) < 0:
        raise DamagedHistoryError(path, f"there is no format {schema.version(connection)}")
    if readonly:
        connection.execute("PRAGMA query_only = ON")
        return
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = EXTRA")
    schema.migrate(connection)


def storable(text: str) -> str:
    """Text that UTF-8 can hold: lone surrogates (odd file names) become escapes."""
    return text.encode("utf-8", "backslashreplace").decode()
