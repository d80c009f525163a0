"""Whether everything that the program keeps is sound: what `quiz doctor` says."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from quiz.errors import HistoryError, QuizError
from quiz.store.files.home import Places, there
from quiz.store.history.backup import backups, day_of, integrity
from quiz.store.history.database import OddFileError, in_memory
from quiz.store.history.history import History, ahead
from quiz.store.keeping.salvage import is_sound, rows_in_words
from quiz.store.library.library import Library
from quiz.store.settings.settings import load

_LITTLE_SPACE = 50_000_000
_NAMES = "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@'"


class Level(StrEnum):
    """How bad a finding is."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


class Repair(StrEnum):
    """What `quiz doctor --repair` can do about a finding."""

    NOTHING = ""
    HISTORY = "history"
    ROWS = "rows"
    MEMORIES = "memories"
    MODES = "modes"


class Health(NamedTuple):
    """One thing looked at: what it is, how it is, and what to do about it."""

    subject: str
    level: Level
    message: str
    hint: str = ""
    repair: Repair = Repair.NOTHING


def examine(places: Places, now_ms: int) -> Iterator[Health]:
    """Look at everything; nothing is changed."""
    yield from history_health(places.history, now_ms)
    yield from backups_health(places.history, now_ms)
    yield from folders_health(places)
    yield from settings_health(places)
    yield from sets_health(places)
    yield from program_health()


def history_health(path: Path, now_ms: int) -> Iterator[Health]:
    """The history: its file, each row by its checksum, and the memories derived from them."""
    if not there(path):
        yield Health("history", Level.OK, "none yet; the first answer begins it")
        return
    try:
        with History.open(path, now_ms=0, readonly=True) as history:
            found = list(_contents_health(history))
            yield from found
            if found[0].level is Level.OK:
                yield from _clock_health(history, now_ms)
            yield from _additions_health(history)
    except OddFileError as error:
        yield Health("history", Level.ERROR, error.message, error.hint or "")
    except HistoryError as error:
        yield _broken(error.message)


def _contents_health(history: History) -> Iterator[Health]:
    detail = integrity(history._connection)
    damaged = history.verify() if not detail else []
    if detail:
        yield _broken(f"the file is damaged: {detail}")
    elif damaged:
        count = len(damaged)
        yield _broken(f"{count} review{'s are' if count > 1 else ' is'} not what was written")
    elif refused := history.refused():
        count = len(refused)
        table, values = refused[0]
        what = f"{count} row{'s are' if count > 1 else ' is'} not sound"
        hint = "`quiz doctor --repair` removes them; nothing else is touched"
        yield Health(
            "history",
            Level.ERROR,
            f"{what}: {rows_in_words({table.name: 1})} ({values[table.names[0]]})",
            hint,
            Repair.ROWS,
        )
    elif not history.follows():
        hint = "`quiz doctor --repair` derives them anew"
        message = "the memories do not follow from the reviews"
        yield Health("history", Level.WARNING, message, hint, Repair.MEMORIES)
    else:
        yield Health("history", Level.OK, f"{history.size()} reviews, each as it was written")


def _additions_health(history: History) -> Iterator[Health]:
    """Tables, triggers and views that no Citequiz has made: they may change what is written."""
    with closing(in_memory()) as own:
        made = set(own.execute(_NAMES))
    for kind, name in sorted(set(history._read(_NAMES)) - made):
        hint = "back the history up, then export it and merge the export into a new one"
        yield Health("history", Level.WARNING, f"another program made the {kind} {name}", hint)


def _clock_health(history: History, now_ms: int) -> Iterator[Health]:
    warning = ahead(history.latest_ms(), now_ms, history.path)
    if warning is not None:
        yield Health("clock", Level.WARNING, warning.message, warning.hint or "")


def _broken(message: str) -> Health:
    hint = "`quiz doctor --repair` saves what is sound, also from the backups"
    return Health("history", Level.ERROR, message, hint, Repair.HISTORY)


def backups_health(path: Path, now_ms: int) -> Iterator[Health]:
    """The backups: how many, how old, and whether the newest can be used."""
    found = backups(path)
    if not found:
        yield Health("backups", Level.OK, "none yet; one is made on each day of study")
        return
    damaged = [backup for backup in found if not is_sound(backup)]
    for backup in damaged:
        hint = f"nothing uses it; remove it: {backup}"
        yield Health("backups", Level.WARNING, f"{backup.name} is damaged", hint)
    sound = [backup for backup in found if backup not in damaged]
    day = day_of(sound[0]) if sound else None
    if day is None:
        hint = "`quiz backup` makes a new one"
        yield Health("backups", Level.WARNING, "none of them can be used", hint)
        return
    kept = f"{len(sound)}, the newest of {day.isoformat()}"
    days = (date.fromtimestamp(now_ms / 1000) - day).days
    yield Health("backups", Level.OK, f"{kept}, {days} days old" if days > 30 else kept)


def folders_health(places: Places) -> Iterator[Health]:
    """The folders: private, writable, and on a disk with room."""
    named = {places.config: "config", places.data: "data"}
    for folder, name in named.items():
        if not there(folder):
            continue
        mode = stat.S_IMODE(folder.stat().st_mode)
        if mode & 0o077:
            hint = f"`quiz doctor --repair`, or: chmod 700 {folder}"
            message = f"others can look into {folder}"
            yield Health(f"{name} folder", Level.WARNING, message, hint, Repair.MODES)
        else:
            yield Health(f"{name} folder", Level.OK, str(folder))
    folder = next(path for path in (places.data, *places.data.parents) if there(path))
    free = shutil.disk_usage(folder).free
    level = Level.WARNING if free < _LITTLE_SPACE else Level.OK
    hint = "free some space: on a full disk no answer can be kept" if level is not Level.OK else ""
    yield Health("disk", level, f"{free / 1e6:,.0f} MB free", hint)


def settings_health(places: Places) -> Iterator[Health]:
    """The settings file."""
    _, problems = load(places.settings)
    for problem in problems:
        yield Health("settings", Level.WARNING, _said(problem), problem.hint or "")
    if not problems:
        exists = there(places.settings)
        yield Health("settings", Level.OK, str(places.settings) if exists else "the standard ones")


def sets_health(places: Places) -> Iterator[Health]:
    """The question sets in the usual places."""
    with Library.open(None, places=places) as library:
        sound = [entry for entry in library.sets if entry.ok]
        for entry in library.sets:
            if not entry.ok:
                hint = f"`quiz check {entry.path}` says more"
                yield Health("sets", Level.ERROR, _said(entry.problems[0]), hint)
    if sound:
        questions = sum(entry.count for entry in sound)
        yield Health("sets", Level.OK, f"{len(sound)} with {questions} questions")
    else:
        hint = "`quiz new DOCUMENT` begins one"
        yield Health("sets", Level.WARNING, "there is none that can be studied", hint)


def program_health() -> Iterator[Health]:
    """What the program runs on."""
    import platform
    import sqlite3

    import yaml

    version = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    yield Health("program", Level.OK, version)
    if not yaml.__with_libyaml__:
        hint = "install a wheel of PyYAML that carries libyaml"
        yield Health("program", Level.ERROR, "PyYAML has no C parser", hint)


def _said(problem: QuizError) -> str:
    return f"{problem.place}: {problem.message}" if problem.place else problem.message
