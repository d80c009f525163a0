"""Rotating copies of the history beside it, and how one of them comes back.

`backups/history-YYYY-MM-DD.sqlite`, one a day with something new in it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from quiz.errors import HistoryError
from quiz.store.files.home import private_folder, there

KEPT = 7

_PATTERN = "history-[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].sqlite"


def backups(path: Path) -> list[Path]:
    """The backups of the history at `path`, the newest first."""
    folder = path.parent / "backups"
    return sorted(folder.glob(_PATTERN), reverse=True) if there(folder) else []


def newest_backup(path: Path) -> Path | None:
    """The newest backup of the history at `path`, None when there is none."""
    return next(iter(backups(path)), None)


def backup_is_due(path: Path, day: int) -> bool:
    """Whether `day` has no backup yet and the file changed since the last one was made."""
    found = backups(path)
    if any(backup.name == _name(day) for backup in found):
        return False
    last_made = max((backup.stat().st_mtime_ns for backup in found), default=0)
    return path.stat().st_mtime_ns >= last_made


def quick_check(connection: sqlite3.Connection) -> str:
    """What is broken in the file, '' when nothing is; sqlite3.DatabaseError when unreadable."""
    first = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    return "" if first == "ok" else first.replace("\n", " ")


def integrity(connection: sqlite3.Connection) -> str:
    """The same by the thorough check, which reads everything; '' when nothing is broken."""
    try:
        first = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    except sqlite3.DatabaseError as error:
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
        _sync_folder(target.parent)
        _rotate(path, day)
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
    _sync_folder(path.parent)


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
        aside = move_aside(path)
        part.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise HistoryError(
            f"the backup could not be restored: {error.strerror}", path=str(backup)
        ) from error
    return aside


def _name(day: int) -> str:
    return f"history-{date.fromordinal(day).isoformat()}.sqlite"


def _has_content(connection: sqlite3.Connection) -> bool:
    query = "SELECT EXISTS (SELECT 1 FROM reviews) OR EXISTS (SELECT 1 FROM flags)"
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


def _rotate(path: Path, day: int) -> None:
    """Keep the newest backups, and the largest; drop what killed programs left half done.

    A history only grows: one larger than what came later holds what a fresh start has lost.
    """
    for half_done in (path.parent / "backups").glob("history-*.part"):
        if half_done.name < _name(day):
            half_done.unlink(missing_ok=True)
    found = backups(path)
    largest = max(found, key=lambda backup: backup.stat().st_size)
    for old in found[KEPT:]:
        if old != largest:
            old.unlink(missing_ok=True)


def _refuse_unsound(backup: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as copy:
            detail = quick_check(copy)
            copy.execute("SELECT 1 FROM reviews LIMIT 1")
    except sqlite3.Error as error:
        detail = str(error)
    if detail:
        raise HistoryError(f"the backup is damaged too: {detail}", path=str(backup))


def move_aside(path: Path) -> Path | None:
    """Give a damaged history and its journal another name; that name, None without a file."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    # first the journal: it must never be rolled back into the restored file
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        journal.rename(path.with_name(f"{aside.name}-journal"))
    if not path.exists():
        return None
    path.rename(aside)
    return aside


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    # Windows cannot open a folder; the rename is safe there without
    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
