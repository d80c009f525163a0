"""Parameters fitted to the learner, the retention aimed at, and how instances agree on both."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from quiz.core.memory.records import EXAM
from quiz.core.memory.scheduling import Scheduler
from quiz.store.history.database import Row
from quiz.store.history.rows import AIM
from quiz.store.history.tables.memories import Memories


class Fit(NamedTuple):
    """Parameters fitted to `reviews` answers, at a moment in UTC milliseconds.

    `loss_before` and `loss_after` are the log losses over the `tested` answers held out for it.
    """

    at_ms: int
    parameters: tuple[float, ...]
    reviews: int
    tested: int
    loss_before: float
    loss_after: float


class Graded(NamedTuple):
    """An answer that moved a memory. `fair`: its being asked did not depend on its outcome."""

    question: str
    key_hash: str
    rating: int
    day: int
    fair: bool


class _State(NamedTuple):
    """What all instances go by: the fit in use, and the retention the due days were aimed at."""

    fit: int | None
    retention: float | None


class Fits(Memories):
    """The fits of a history; the latest that was not undone is in use.

    What another instance changes is taken over with the next thing that is written, before it is.
    """

    _seen: _State | None = None

    def __init__(self, connection: sqlite3.Connection, path: Path, scheduler: Scheduler) -> None:
        super().__init__(connection, path, scheduler)
        self._published = scheduler.parameters

    def fit(self) -> Fit | None:
        """The fit in use; None when memories go by the published parameters."""
        rows = self._read(
            """SELECT at_ms, parameters, reviews, tested, loss_before, loss_after FROM fits
                WHERE undone_ms IS NULL ORDER BY seq DESC LIMIT 1"""
        )
        return next(iter(self._parsed(_fit, rows)), None)

    def graded(self) -> list[Graded]:
        """Every answer that counts for a memory, question by question in the order of giving.

        Repeats within a session are not fair, nor are exams: what is wrong in them moves the
        schedule oftener than what is right.
        """
        rows = self._read(
            f"""SELECT question, key_hash, rating, day, attempt = 0 AND session NOT IN
                    (SELECT uid FROM sessions WHERE kind = '{EXAM}')
                FROM kept WHERE scheduled ORDER BY question, seq"""
        )
        return [
            Graded(question, key_hash, rating, day, bool(fair))
            for question, key_hash, rating, day, fair in rows
        ]

    def adopt(self, fit: Fit) -> None:
        """Use a fit from now on: every memory is derived anew with it, all of it or nothing.

        Raise ValueError when its parameters are not those of the algorithm.
        """
        self._scheduler_of(fit.parameters, None)
        with self._writing() as connection:
            at_ms, parameters, *figures = fit
            connection.execute(_INSERT, (at_ms, json.dumps(parameters), *figures))
            self._derive_all(connection)

    def undo_fit(self, at_ms: int) -> Fit | None:
        """Go back to what was in use before the latest fit; that one, None when there is none."""
        with self._writing() as connection:
            fit = self.fit()
            if fit is not None:
                connection.execute(
                    f"UPDATE fits SET undone_ms = ? WHERE seq = ({_IN_USE})", (at_ms,)
                )
                self._derive_all(connection)
        return fit

    def aim_at(self, retention: float) -> None:
        """Bring every due day in line with a desired retention; stabilities stay as they are."""
        state = self._state()
        if retention == (state.retention or Scheduler().desired_retention):
            return
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO aim VALUES (1, ?)", (retention,))
            self.take_up()
            self._set_due_days(connection)

    def take_up(self) -> None:
        """Go by the fit in use and the retention that the due days were aimed at."""
        fit = self.fit()
        self._seen = self._state()
        parameters = fit.parameters if fit else self._published
        self.scheduler = self._scheduler_of(parameters, self._seen.retention)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        before, seen = self.scheduler, self._seen
        try:
            with super()._writing() as connection:
                if self._seen is not None and self._state() != self._seen:
                    self.take_up()
                yield connection
        except BaseException:
            # nothing was written, so nothing is gone by either
            self.scheduler, self._seen = before, seen
            raise

    def _state(self) -> _State:
        rows = self._read(f"SELECT ({_IN_USE}), (SELECT desired_retention FROM aim)")
        return _State(*rows[0])

    def _scheduler_of(self, parameters: tuple[float, ...], retention: float | None) -> Scheduler:
        now = self.scheduler
        if not AIM.columns[1].takes(retention):  # none, or damage that the doctor names
            retention = None
        return Scheduler(retention or now.desired_retention, parameters, now.maximum_interval)

    def _derive_all(self, connection: sqlite3.Connection) -> None:
        self.take_up()
        self._rebuild(connection)

    def _set_due_days(self, connection: sqlite3.Connection) -> None:
        found = list(self.memories().values())
        moved = [
            (due, one.question)
            for one in found
            if (due := self.scheduler.due(one.question, one.memory)) != one.memory.due
        ]
        connection.executemany("UPDATE memories SET due = ? WHERE question = ?", moved)


def _fit(row: Row) -> Fit:
    at_ms, parameters, *rest = row
    return Fit(at_ms, tuple(map(float, json.loads(parameters))), *rest)


_IN_USE = "SELECT max(seq) FROM fits WHERE undone_ms IS NULL"
_INSERT = """INSERT INTO fits (at_ms, parameters, reviews, tested, loss_before, loss_after)
    VALUES (?, ?, ?, ?, ?, ?)"""
