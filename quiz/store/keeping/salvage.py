"""A sound history made of what is sound in a damaged one and in its backups."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from quiz.core.memory.scheduling import Scheduler
from quiz.errors import HistoryError
from quiz.store.history.backup import backups, integrity, put_aside, sync_folder
from quiz.store.history.database import in_memory
from quiz.store.history.history import History
from quiz.store.history.rows import SESSIONS, TABLES, insertion
from quiz.store.keeping.rewriting import in_order_of_time, rewriting
from quiz.store.keeping.sound_rows import Sound, sound_rows
from quiz.store.keeping.transfer import export, merge

_NAMED = {
    "reviews": ("answer", "answers"),
    "undone": ("answer taken back", "answers taken back"),
    "sessions": ("session", "sessions"),
    "exam_answers": ("exam answer", "exam answers"),
    "flags": ("flag", "flags"),
    "closed": ("closed flag", "closed flags"),
    "suspensions": ("question set aside", "questions set aside"),
    "notes": ("note", "notes"),
    "selections": ("saved choice", "saved choices"),
    "drafts": ("half-given answer", "half-given answers"),
    "exam_clocks": ("exam clock", "exam clocks"),
    "fits": ("fit", "fits"),
    "aim": ("wanted retention", "wanted retentions"),
    "reading_places": ("reading place", "reading places"),
}


class Salvaged(NamedTuple):
    """What a repair saved and what not: rows by table.

    `found` stood in the damaged file, `added` only in backups, `lost` are there, but not as they
    were written, and nowhere else. `skipped` are backups that are damaged themselves, `aside` is
    where the damaged file went.
    """

    found: Counter[str]
    added: Counter[str]
    lost: Counter[str]
    used: tuple[Path, ...]
    skipped: tuple[Path, ...]
    aside: Path | None


def repair(path: Path, now_ms: int) -> Salvaged:
    """Put a sound history in the place of a damaged one, which stays beside it.

    All sound backups are merged: which is the newest does not matter. There is a history at `path`
    at every moment. Raise HistoryError when that is impossible; then the damaged file is there.
    """
    try:
        sound = _with_backups(sound_rows(path.read_bytes() if path.exists() else b""), path)
        part = path.with_name(f"{path.name}.repaired")
        part.unlink(missing_ok=True)
        with History.open(part, now_ms=now_ms) as history:
            put(history, sound)
            found = counts(history)
            used, skipped = merge_backups(history, path)
            added = counts(history) - found
            lost = _lost(sound, history)
        part.with_name(f"{part.name}-journal").unlink(missing_ok=True)
        aside = put_aside(path)
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise HistoryError(
            f"the history could not be repaired: {error.strerror}", path=str(path)
        ) from error
    return Salvaged(found, added, lost, used, skipped, aside)


def put(history: History, sound: Sound) -> None:
    """Bring rows into a new history as they are."""
    with history._writing() as connection, rewriting(connection):
        for table in TABLES:
            for values in sound.rows[table.name]:
                with suppress(sqlite3.IntegrityError, OverflowError):
                    connection.execute(insertion(table), values)
        in_order_of_time(connection)
        history._rebuild(connection)
    history.take_up()


def _with_backups(sound: Sound, path: Path) -> Sound:
    """With the answers of exams that only a backup still knows of."""
    if not any(sound.astray.values()):
        return sound
    for backup in sound_backups(path):
        with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as copy:
            found = copy.execute(f"SELECT {SESSIONS.listed} FROM sessions").fetchall()
        sound = sound.found_again(dict(zip(SESSIONS.names, row, strict=True)) for row in found)
    return sound


def counts(history: History) -> Counter[str]:
    """How many rows each table has."""
    found = ((t.name, history._read(f"SELECT count(*) FROM {t.name}")[0][0]) for t in TABLES)
    return Counter({name: int(count) for name, count in found})


def _lost(sound: Sound, history: History) -> Counter[str]:
    """How many broken rows of each table no backup had."""
    found: Counter[str] = Counter()
    for table in TABLES:
        key = table.names[0]
        if table.name == "exam_answers":
            key = "session || char(10) || question"
        kept = {str(row[0]) for row in history._read(f"SELECT {key} FROM {table.name}")}
        astray = len(sound.astray.get(table.name, ())) if table.name == "exam_answers" else 0
        found[table.name] = len(sound.broken[table.name] - kept) + astray
    return +found


def merge_backups(history: History, path: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Add what only backups have; those used, and those that are damaged."""
    used, skipped = [], []
    for backup in backups(path):
        if not is_sound(backup):
            skipped.append(backup)
            continue
        with History.open(backup, now_ms=0, readonly=True) as old:
            merge(history, export(old), str(backup))
        used.append(backup)
    return tuple(used), tuple(skipped)


def sound_backups(path: Path) -> Iterator[Path]:
    """The backups without any damage, the one with the most in it first."""
    return (backup for backup in backups(path) if is_sound(backup))


def is_sound(backup: Path) -> bool:
    """Whether a backup has no damage: neither in its pages and indexes nor in any row."""
    with suppress(sqlite3.Error, HistoryError, UnicodeError, OSError):
        uri = f"{backup.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True)) as copy:
            if integrity(copy):
                return False
        with History.open(backup, now_ms=0, readonly=True) as old:
            return not old.verify() and not old.refused()
    return False


def salvaged(content: bytes, path: Path) -> sqlite3.Connection:
    """A history in memory: what is sound in the bytes of a damaged file and in its backups.

    Raises HistoryError.
    """
    connection = in_memory(readonly=False)
    history = History(connection, path, Scheduler())
    try:
        put(history, _with_backups(sound_rows(content), path))
        merge_backups(history, path)
    except BaseException:
        connection.close()
        raise
    return connection


def rows_in_words(rows: Mapping[str, int]) -> str:
    """Rows as people count them: `31 answers, 5 sessions`; '' for none."""
    return ", ".join(f"{n} {_NAMED[name][n != 1]}" for name, n in rows.items() if n)
