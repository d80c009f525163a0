"""What is still sound in a damaged history, and a new one made of it and the newest backup."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from quiz.core.memory.scheduling import Scheduler
from quiz.errors import HistoryError
from quiz.store.history.backup import backups, move_aside, quick_check
from quiz.store.history.database import in_memory
from quiz.store.history.history import History
from quiz.store.keeping.sqlite_pages import Record, Value, records
from quiz.store.keeping.transfer import SHAPES, Entry, add, checked, export, merge

_UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# By how many columns the records of each table have; a review's first is its row number.
_KINDS = {len(shape) + (kind == "review"): kind for kind, shape in SHAPES.items()}
_NAME = "salvaged"
_LONG_AGO = 10**11  # 1973 in milliseconds: larger than the number of any row


class Salvaged(NamedTuple):
    """What a repair saved: reviews found sound in the file, and further ones from the backup.

    `broken` are uids of reviews that are in the file, but not as they were written, and nowhere
    else. `aside` is where the damaged file went.
    """

    found: int
    from_backup: int
    backup: Path | None
    broken: tuple[str, ...]
    aside: Path | None


class Sound(NamedTuple):
    """The entries of a file that can be trusted, and the uids of broken reviews."""

    entries: list[Entry]
    broken: set[str]

    @property
    def reviews(self) -> set[str]:
        """The uids of its sound reviews."""
        return {str(entry.values["uid"]) for entry in self.entries if entry.kind == "review"}


def sound_entries(content: bytes) -> Sound:
    """Read a history's file page by page: reviews by their checksum, the rest by its shape."""
    found, broken = [], set()
    for record in records(content):
        kind = _KINDS.get(len(record))
        if kind is None:
            continue
        entry = Entry(kind, _values(kind, record))
        if _can_be_trusted(entry):
            found.append(entry)
        elif kind == "review":
            broken.add(str(entry.values["uid"]))
    sound = Sound(found, broken)
    reviews = sound.reviews
    kept = [e for e in found if e.kind != "undone" or _is_undone(e, reviews)]
    return Sound(kept, {uid for uid in broken - reviews if _UID.fullmatch(uid)})


def repair(path: Path, now_ms: int) -> Salvaged:
    """Put a sound history in the place of a damaged one, which stays beside it.

    Raise HistoryError when that is impossible; then the damaged file is where it was.
    """
    try:
        sound = sound_entries(path.read_bytes() if path.exists() else b"")
        part = path.with_name(f"{path.name}.repaired")
        part.unlink(missing_ok=True)
        backup = next(sound_backups(path), None)
        with History.open(part, now_ms=now_ms) as history:
            add(history, sound.entries, _NAME, lenient=True)
            added = merge_backup(history, backup) if backup else 0
            kept = {uid for (uid,) in history._read("SELECT uid FROM reviews")}
        part.with_name(f"{part.name}-journal").unlink(missing_ok=True)
        aside = move_aside(path)
        part.replace(path)
    except OSError as error:
        raise HistoryError(
            f"the history could not be repaired: {error.strerror}", path=str(path)
        ) from error
    broken = tuple(sorted(sound.broken - kept))
    return Salvaged(len(sound.reviews), added, backup, broken, aside)


def _values(kind: str, record: Record) -> dict[str, Value]:
    columns = record[1:] if kind == "review" else record
    values = dict(zip(SHAPES[kind], columns, strict=True))
    if kind == "review" and values["scheduled"] in (0, 1):
        values["scheduled"] = bool(values["scheduled"])
    return values


def _can_be_trusted(entry: Entry) -> bool:
    try:
        checked(entry, _NAME)
    except HistoryError:
        return False
    return True


def _is_undone(entry: Entry, reviews: set[str]) -> bool:
    """Whether a pair of a text and a number is of a review taken back, and not of an index."""
    moment = entry.values["at_ms"]
    return entry.values["review"] in reviews and isinstance(moment, int) and moment > _LONG_AGO


def merge_backup(history: History, backup: Path) -> int:
    """Add what only the backup has; how many reviews."""
    with History.open(backup, now_ms=0, readonly=True) as old:
        return merge(history, export(old), str(backup)).reviews


def sound_backups(path: Path) -> Iterator[Path]:
    """The backups without any damage, the newest first."""
    for backup in backups(path):
        with suppress(sqlite3.Error, HistoryError):
            uri = f"{backup.absolute().as_uri()}?mode=ro"
            with closing(sqlite3.connect(uri, uri=True)) as copy:
                sound = not quick_check(copy)
            if sound:
                with History.open(backup, now_ms=0, readonly=True) as old:
                    sound = not old.verify()
            if sound:
                yield backup


def salvaged(content: bytes, path: Path) -> sqlite3.Connection:
    """A history in memory: what is sound in the bytes of a damaged file and in the newest backup.

    Raises HistoryError.
    """
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
