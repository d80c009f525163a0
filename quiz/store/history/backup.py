"""Rotating copies of the history beside it, and how one of them comes back.

`backups/history-YYYY-MM-DD.sqlite`, one a day with something new in it.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import TypeAlias

from quiz.errors import HistoryError
from quiz.store.files.home import private_folder, there

KEPT = 7

_PATTERN = "history-*.sqlite"
_NAMED = re.compile(r"history-(\d{4}-\d\d-\d\d)\.sqlite")

Content: TypeAlias = tuple[int, ...]
"""How many answers a history holds, how many were taken back, exam answers, sessions, flags; and
when notes, suspensions and saved choices last changed."""
_COUNTED = ("reviews", "undone", "exam_answers", "sessions", "flags")
_CHANGING = ("notes", "suspensions", "selections")


def backups(path: Path) -> list[Path]:
    """The backups of the history at `path`, the one with the most in it first.

    Names and file times decide nothing: a clock may have been wrong. Damaged ones come last. What
    is neither a file nor a folder (a pipe, a device) is none: opening it may wait for ever.
    """
    folder = path.parent / "backups"
    named = [b for b in folder.glob(_PATTERN) if day_of(b) is not None] if there(folder) else []
    found = [backup for backup in named if backup.is_file() or backup.is_dir()]
    return sorted(found, key=lambda backup: (content_of(backup), backup.name), reverse=True)


def day_of(backup: Path) -> date | None:
    """The day in a backup's name; None where it is none."""
    named = _NAMED.fullmatch(backup.name)
    try:
        return date.fromisoformat(named[1]) if named else None
    except ValueError:
        return None


def newest_backup(path: Path) -> Path | None:
    """The backup that came last, None when there is none."""
    return next(iter(backups(path)), None)


def content_of(backup: Path) -> Content:
    """How much a backup holds; () where it cannot be read."""
    try:
        with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as copy:
            return content(copy)
    except (sqlite3.Error, UnicodeError):
        return ()


def content(connection: sqlite3.Connection) -> Content:
    """How much an open history holds."""
    found = []
    for table in _COUNTED:
        counted = "max(seq)" if table == "reviews" else "count(*)"
        found.append(_number(connection, f"SELECT {counted} FROM {table}"))
    with suppress(sqlite3.OperationalError):  # a file of before has no such table
        found[-1] += _number(connection, "SELECT count(*) FROM closed")
    with suppress(sqlite3.OperationalError):  # neither has it these
        for table in _CHANGING:
            found.append(_number(connection, f"SELECT max(at_ms) FROM {table}"))
    return tuple(found)


def _number(connection: sqlite3.Connection, query: str) -> int:
    """What a query gives; anything but a number is damage."""
    (value,) = connection.execute(query).fetchone()
    if not isinstance(value, int | None):
        error = sqlite3.DatabaseError("a number is none")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error
    return value or 0


def backup_is_due(connection: sqlite3.Connection, path: Path, day: int) -> bool:
    """Whether no backup has what the history has, and the newest of it was not made on `day`."""
    now = content(connection)
    kept = {backup: content_of(backup) for backup in backups(path)}
    earlier = [backup for backup, held in kept.items() if held <= now]
    return now not in kept.values() and not (earlier and earlier[0].name == _name(day))


def quick_check(connection: sqlite3.Connection) -> str:
    """What is broken in the file, '' when nothing is; sqlite3.DatabaseError when unreadable."""
    first = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    return "" if first == "ok" else first.replace("\n", " ")


def integrity(connection: sqlite3.Connection) -> str:
    """The same by the thorough check, which reads everything; '' when nothing is broken."""
    try:
        first = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    except (sqlite3.DatabaseError, UnicodeError) as error:
        return str(error)
    return "" if first == "ok" else first.replace("\n", " ")


def make_backup(connection: sqlite3.Connection, path: Path, day: int) -> Path | None:
    """Copy a history that passed `quick_check`, then drop the backups that are too many.

    Nothing is done for a history without content. Raise HistoryError when it cannot be written.
    """
    if not _has_content(connection):
        return None
    target = path.parent / "backups" / _name(day)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(mode=0o700, exist_ok=True)
        _copy_database(connection, part)
        part.replace(target)
        sync_folder(target.parent)
        _rotate(path, target)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise HistoryError(
            f"no backup of the history could be made: {error}",
            path=str(target),
            hint="free some space, or check the permissions of the folder",
        ) from error
    return target


def put_in_place(connection: sqlite3.Connection, path: Path) -> None:
    """Write a whole history to a place where there is none; raises OSError or sqlite3.Error."""
    private_folder(path.parent)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        _copy_database(connection, part)
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)


def restore(path: Path, backup: Path) -> Path | None:
    """Put a sound backup in the place of the history; return where the damaged file went.

    The damaged file and its journal stay beside it as `….damaged-N`. No other program may have
    the history open. Raise HistoryError when the backup itself is damaged or cannot be copied.
    """
    _refuse_unsound(backup)
    part = path.with_name(f"{path.name}.part")
    try:
        shutil.copyfile(backup, part)
        part.chmod(0o600)
        _sync_file(part)
        aside = put_aside(path)
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise HistoryError(
            f"the backup could not be restored: {error.strerror}", path=str(backup)
        ) from error
    return aside


def _name(day: int) -> str:
    return f"history-{date.fromordinal(day).isoformat()}.sqlite"


def _has_content(connection: sqlite3.Connection) -> bool:
    held = ("reviews", "flags", *_CHANGING)
    query = "SELECT " + " OR ".join(f"EXISTS (SELECT 1 FROM {table})" for table in held)
    return bool(connection.execute(query).fetchone()[0])


def _copy_database(connection: sqlite3.Connection, target: Path) -> None:
    target.unlink(missing_ok=True)
    os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(target)) as copy:
        # one fsync at the end is enough for a file that gets its name afterwards
        copy.execute("PRAGMA synchronous = OFF")
        copy.execute("PRAGMA journal_mode = OFF")
        connection.backup(copy)
    _sync_file(target)


def _rotate(path: Path, made: Path) -> None:
    """Keep the newest backups, and the largest; drop what killed programs left half done.

    A history only grows: one larger than what came later holds what a fresh start has lost.
    """
    for half_done in made.parent.glob("history-*.part"):
        if not _at_work(half_done):
            half_done.unlink(missing_ok=True)
    found = backups(path)
    largest = max(found, key=lambda backup: backup.stat().st_size)
    for old in found[KEPT:]:
        if old not in (largest, made):
            old.unlink(missing_ok=True)


def _at_work(part: Path) -> bool:
    """Whether the program that writes a half-done file still runs; its number is in the name."""
    number = part.name.split(".")[-2]
    if not number.isdigit() or os.name != "posix":
        return number.isdigit()
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _refuse_unsound(backup: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as copy:
            detail = integrity(copy)
            copy.execute("SELECT 1 FROM reviews LIMIT 1")
    except (sqlite3.Error, UnicodeError) as error:
        detail = str(error)
    if detail:
        raise HistoryError(f"the backup is damaged too: {detail}", path=str(backup))


def put_aside(path: Path) -> Path | None:
    """Keep a damaged history and its journal under another name as well; that name.

    The history stays where it is until something takes its place. None without a file.
    """
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    if path.exists():
        _roll_back(path)
    # the journal goes first: it must never be rolled back into what comes in the history's place
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        journal.rename(path.with_name(f"{aside.name}-journal"))
    if not path.exists():
        return None
    try:
        os.link(path, aside)
    except OSError:  # a file system without links
        shutil.copyfile(path, aside)
        aside.chmod(0o600)
        _sync_file(aside)
    sync_folder(path.parent)
    return aside


def _roll_back(path: Path) -> None:
    """Let SQLite undo what a killed program left half written, as far as it can."""
    with (
        suppress(sqlite3.Error, UnicodeError),
        closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection,
    ):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Make sure that names in a folder are on disk."""
    # Windows cannot open a folder; the rename is safe there without
    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
