"""Another id for a question: in the file at once, in lock and history once the file is saved."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from quiz.errors import QuizError
from quiz.lsp.converting import point_of, range_of, uri_of
from quiz.lsp.open_files import OpenFiles
from quiz.store.files.home import places
from quiz.store.history.history import History
from quiz.store.keeping.renaming import rename as rename_in_history
from quiz.store.revisions.cited import read_cited
from quiz.store.revisions.lock_place import lock_path
from quiz.store.revisions.repair import write_anchors
from quiz.store.sets.reading import read_text
from quiz.store.yaml.problems import Place
from quiz.study.editing.live_check import LiveCheck
from quiz.study.editing.outline import Entry, outline

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class Renaming:
    """Remembers which ids were changed until the files are saved."""

    def __init__(self, files: OpenFiles) -> None:
        self._files = files
        self._waiting: dict[Path, dict[str, str]] = {}

    def place(self, path: Path, at: types.Position) -> types.Range | None:
        """The id at a position, where there is one."""
        live = self._files.sets.get(path)
        entry = self._entry(live, at) if live is not None else None
        if live is None or entry is None:
            return None
        return range_of(entry.name_place, live.lines, self._files.units)

    def rename(self, path: Path, at: types.Position, name: str) -> types.WorkspaceEdit | None:
        """The edit that gives the question at a position another id.

        Raises an error of the protocol when the id cannot be one, or is another question's.
        """
        live = self._files.sets.get(path)
        entry = self._entry(live, at) if live is not None else None
        if live is None or entry is None:
            return None
        if not _ID.fullmatch(name):
            raise JsonRpcInvalidParams(f"{name!r} cannot be an id: letters, digits, . _ - between")
        if any(one.name == name for one in _entries(live)):
            raise JsonRpcInvalidParams(f"{name!r} is another question")
        waiting = self._waiting.setdefault(path, {})
        first = next((old for old, new in waiting.items() if new == entry.name), entry.name)
        waiting[first] = name
        span = range_of(entry.name_place, live.lines, self._files.units)
        return types.WorkspaceEdit(changes={uri_of(path): [types.TextEdit(span, name)]})

    def _entry(self, live: LiveCheck, at: types.Position) -> Entry | None:
        point = point_of(at, live.lines, self._files.units)
        return next((one for one in _entries(live) if _covers(one.name_place, *point)), None)

    def saved(self, path: Path) -> str:
        """Let lock and history follow the ids that the saved file has; what became of it."""
        waiting = self._waiting.pop(path, {})
        live = self._files.sets.get(path)
        if not waiting or live is None:
            return ""
        names = {entry.name for entry in _entries(live)}
        done = {old: new for old, new in waiting.items() if new in names and old not in names}
        return "\n".join(_follow(path, live, old, new) for old, new in done.items())


def _entries(live: LiveCheck) -> list[Entry]:
    found = outline(read_text(live.found.path, live.text).tree)
    return [entry for entry in found if entry.name_place != entry.place]


def _covers(place: Place, line: int, column: int) -> bool:
    return place.line == line + 1 and place.column <= column + 1 <= place.end_column


def _follow(path: Path, live: LiveCheck, old: str, new: str) -> str:
    try:
        if lock_path(path).exists():
            write_anchors(read_cited(path, live.found.root), {}, [old])
        history = places(os.environ).history
        if not history.exists():
            return f"{old} is {new} now."
        set_id = live.checked.report.set if live.checked is not None else ""
        with History.open(history, now_ms=int(time.time() * 1000)) as opened:
            answers = rename_in_history(opened, f"{set_id}/{old}", f"{set_id}/{new}")
    except QuizError as error:
        return f"{old} is {new} in the file; what was learned stays with {old}: {error}"
    went = "1 answer" if answers == 1 else f"{answers} answers"
    return f"{old} is {new} now; {went} went along."
