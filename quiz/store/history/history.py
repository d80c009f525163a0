"""The learner's history: one SQLite file with reviews, memories, sessions and flags."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from quiz.core.memory.scheduling import Scheduler
from quiz.errors import HistoryError
from quiz.store.files.home import there
from quiz.store.history.backup import (
    backup_is_due,
    integrity,
    make_backup,
    newest_backup,
    quick_check,
)
from quiz.store.history.copying import Salvage, copy_of_file, file_id
from quiz.store.history.database import DamagedHistoryError, connect, connect_readonly
from quiz.store.history.rows import REVIEWS, TABLES
from quiz.store.history.tables.fits import Fits
from quiz.store.history.tables.memories import Remembered, SetCounts
from quiz.store.history.unsaved import Writes

__all__ = ["DamagedHistoryError", "History", "Remembered", "SetCounts"]

# Up to this size (bytes) a look and a backup take a few hundredths of a second.
_LARGE = 8_000_000
_SMALL_TABLES = tuple(table for table in TABLES if table is not REVIEWS)
_DAY_MS = 24 * 60 * 60 * 1000
_EPOCH_DAY = 719163  # date(1970, 1, 1).toordinal()


class History(Writes):
    """An open history, for the thread that opened it; every method raises HistoryError.

    `warning` says what the learner should know though the history can be used: no backup could
    be made, or the file was missing though there is a backup of it.
    """

    warning: HistoryError | None = None
    _look_at_close: int | None = None

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        now_ms: int,
        readonly: bool = False,
        scheduler: Scheduler | None = None,
        salvage: Salvage | None = None,
    ) -> Self:
        """Open the history at `path`, making a new one where there is none.

        Memories go by the fitted parameters, if there are any, else by those of `scheduler`. Due
        days are moved to its desired retention, unless that is how they are; without a scheduler,
        or `readonly`, they stay.
        Once a day (UTC, from `now_ms`) with something new, the file and its reviews are checked
        and backed up; for a large one that waits for `close`, so that the first question does not.
        Raise HistoryError when it is newer, foreign, damaged or cannot be opened.
        """
        missing = not there(path)
        connection = connect_readonly(path) if readonly else connect(path)
        history = cls(connection, path, scheduler or Scheduler())
        history.salvage = salvage or _nothing_salvaged
        try:
            history.take_up()
            if not readonly:
                history._opened = file_id(path)
                history.warning = (
                    _lost(path) if missing else ahead(history.latest_ms(), now_ms, path)
                )
                history._look_after(_EPOCH_DAY + now_ms // _DAY_MS)
                if scheduler is not None:
                    history.aim_at(scheduler.desired_retention)
        except BaseException:
            history.close()
            raise
        return history

    @classmethod
    def unsaved(
        cls, path: Path, *, salvage: Salvage | None = None, scheduler: Scheduler | None = None
    ) -> Self:
        """What can be read of the history at `path`, in memory: nothing can be saved there now.

        Raise HistoryError when there is a file that cannot be read.
        """
        copied = copy_of_file(path, salvage or _nothing_salvaged)
        history = cls(copied.connection, path, scheduler or Scheduler())
        history.salvage = salvage or _nothing_salvaged
        history._had_file, history._damaged = there(path), copied.damaged
        history._opened = file_id(path)
        history._start_in_memory(copied.connection)
        if scheduler is not None:
            Fits.aim_at(history, scheduler.desired_retention)  # the next start does it to the file
        return history

    def back_up(self, day: int) -> Path | None:
        """Make the backup of study day `day` now; None when there is nothing to back up."""
        with self._translating():
            return make_backup(self._connection, self.path, day)

    def follows(self) -> bool:
        """Whether the memories are those that the reviews give; derived in a copy of the file."""
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
            with self._translating():
                self._connection.backup(copy)
            derived = type(self)(copy, self.path, self.scheduler)
            derived.rebuild()
            return derived.memories() == self.memories()

    def _look_after(self, day: int) -> None:
        with self._translating():
            due = backup_is_due(self._connection, self.path, day)
        if not due:
            return
        if self.path.stat().st_size > _LARGE:
            self._look_at_close = day
        else:
            self._look(day)

    def _look(self, day: int) -> None:
        """Back a sound history up; raises DamagedHistoryError, so that no backup is replaced."""
        with self._translating():
            detail = quick_check(self._connection) or integrity(self._connection)
        detail = detail or _not_as_written(len(self.verify(day)))
        if detail:
            raise DamagedHistoryError(self.path, detail)
        if refused := self.refused(_SMALL_TABLES):
            self.warning = _unsound(len(refused), self.path)
            return
        try:
            make_backup(self._connection, self.path, day)
        except HistoryError as error:
            self.warning = error

    def close(self) -> None:
        """Close the file; the object cannot be used afterwards.

        A large one is looked at now; raise DamagedHistoryError when it is, closed nevertheless.
        """
        day, self._look_at_close = self._look_at_close, None
        try:
            # what is open but damaged adds nothing to what was put in its place
            with suppress(DamagedHistoryError):
                self._bring_together()
            if day is not None and self.saved:
                self._look(day)
        finally:
            super().close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def _unsound(rows: int, path: Path) -> HistoryError:
    many = f"{rows} rows of the history are" if rows > 1 else "1 row of the history is"
    hint = "`quiz doctor` names them, `quiz doctor --repair` removes them; no backup is made before"
    return HistoryError(f"{many} not sound", path=str(path), hint=hint)


def ahead(latest_ms: int, now_ms: int, path: Path) -> HistoryError | None:
    """A warning when the newest answer lies ahead of now: one of the two clocks is wrong."""
    if now_ms <= 0 or latest_ms <= now_ms + _DAY_MS:
        return None
    day = datetime.fromtimestamp(latest_ms / 1000, UTC).date().isoformat()
    return HistoryError(
        f"the newest answer is of {day}, which lies ahead of now",
        path=str(path),
        hint="look at the clock of this machine; what comes last counts, whatever its day",
    )


def _nothing_salvaged(content: bytes, path: Path) -> sqlite3.Connection:
    """What is left of a damaged history where nobody above can rescue anything."""
    raise DamagedHistoryError(path, "it cannot be read")


def _not_as_written(reviews: int) -> str:
    """What is wrong when so many reviews fail their checksum; '' when none does."""
    return f"{reviews} review{'s are' if reviews > 1 else ' is'} not as written" if reviews else ""


def _lost(path: Path) -> HistoryError | None:
    """A warning when a history begins anew beside the backup of an older one."""
    backup = newest_backup(path)
    if backup is None:
        return None
    return HistoryError(
        "no history was found, so a new one was begun; but there is a backup of an older one",
        path=str(path),
        hint=f"to go on with it, quit and copy {backup} to this place",
    )
