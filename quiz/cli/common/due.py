"""What is due, worked out and kept for the next time it is asked for."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from quiz.cli.common.glance import FORMAT, changes, days, place, stamped, surroundings
from quiz.formats.json_text import json_text
from quiz.store.files.home import Places, places, private_folder
from quiz.store.library.found_files import watched
from quiz.study.common.workspace import Workspace
from quiz.study.today.reminder import Reminder, reminder, reminder_text

NOTHING_DUE = 1
_UNSETTLED_NS = 2_000_000_000
"""What was changed less than this ago may change again and keep its stamp."""


class Due(NamedTuple):
    """How it is said, and the exit status."""

    text: str
    json: str
    status: int


def due_now(workspace: Workspace) -> Due:
    """Work it out. Raises HistoryError."""
    found = reminder(workspace)
    status = 0 if found.calls else NOTHING_DUE
    return Due(reminder_text(found), json_text(_values(found)), status)


def _values(found: Reminder) -> dict[str, object]:
    return {"text": reminder_text(found), **found._asdict()}


class Seen:
    """How the files stood before something was worked out from them."""

    def __init__(self) -> None:
        where = places(os.environ)
        self.history = str(where.history)
        self.changes = changes(self.history)
        self.stamps = stamped(_watched(where))
        self.newest = max((_changed_ns(line) for line in self.stamps), default=0)

    def keep(self, workspace: Workspace, due: Due) -> None:
        """Keep it for `glance`, unless something may have changed meanwhile; never raises."""
        path = place()
        settled = time.time_ns() - self.newest > _UNSETTLED_NS
        if not path or not self.changes or not settled or self._differs():
            return
        fields = (
            *(FORMAT, surroundings(), _day(workspace)),
            *(self.history, self.changes, "\n".join(self.stamps)),
            *(str(due.status), due.text, due.json),
        )
        if any("\0" in field for field in fields) or any("\n" in one for one in self.stamps):
            return
        with suppress(OSError):
            _write(Path(path), "\0".join(fields))

    def _differs(self) -> bool:
        now = Seen()
        return (now.changes, now.stamps) != (self.changes, self.stamps)


def keep_due(workspace: Workspace) -> None:
    """Work it out at the end of a sitting, so that the next prompt need not."""
    seen = Seen()
    seen.keep(workspace, due_now(workspace))


def _watched(where: Places) -> list[str]:
    return [str(where.settings), *map(str, watched(where, Path.cwd()))]


def _changed_ns(line: str) -> int:
    size, _, rest = line.partition(" ")
    return int(rest.partition(" ")[0]) if size != "-" and rest else 0


def _day(workspace: Workspace) -> str:
    first = date.fromordinal(workspace.today)
    second = first + timedelta(days=1)
    return days(first.timetuple(), second.timetuple(), workspace.settings.day_starts_at)


def _write(path: Path, text: str) -> None:
    private_folder(path.parent)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "surrogateescape"))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
