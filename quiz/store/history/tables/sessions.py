"""Sessions as they are kept: enough to go on at the same question after any kind of end."""

from __future__ import annotations

import json
import sqlite3

from quiz.core.memory.records import EXAM, SessionRecord
from quiz.store.history.database import DamagedHistoryError, Database, Row, storable
from quiz.store.history.rows import SESSIONS, insertion


class Sessions(Database):
    """The sessions of a history."""

    def begin(self, record: SessionRecord) -> None:
        """Keep a new session; the same uid again changes nothing."""
        with self._writing() as connection:
            insert_session(connection, record)
            if record.draft:
                connection.execute(_SAVE_DRAFT, (record.uid, record.draft))

    def save_draft(self, session: str, text: str) -> None:
        """Keep a half-given answer; the next recorded review of the session clears it."""
        with self._writing() as connection:
            if text:
                connection.execute(_SAVE_DRAFT, (session, text))
            else:
                connection.execute("DELETE FROM drafts WHERE session = ?", (session,))

    def finish(self, session: str, now_ms: int) -> None:
        """Mark a session as finished, so that it is not offered again."""
        with self._writing() as connection:
            end_sessions(connection, now_ms, "uid = :uid", uid=session)
            connection.execute("DELETE FROM drafts WHERE session = ?", (session,))

    def unfinished(self, *, exam: bool = False) -> SessionRecord | None:
        """The session (or exam) begun last among those not finished, None when there is none."""
        rows = self._read(
            f"""SELECT {SESSION_COLUMNS} FROM sessions
                WHERE finished_ms IS NULL AND (kind = '{EXAM}') = ?
                ORDER BY started_ms DESC, uid DESC LIMIT 1""",
            (exam,),
        )
        return next(iter(self._parsed(session_record, rows)), None)

    def finish_left(self, now_ms: int) -> None:
        """Finish every session that was left open, exams aside.

        Raise HistoryError when one stays open: an index that disagrees with its table names it
        for ever.
        """
        finished: set[str] = set()
        while (left := self.unfinished()) is not None:
            if left.uid in finished:
                raise DamagedHistoryError(self.path, "a session that is finished counts as open")
            self.finish(left.uid, now_ms)
            finished.add(left.uid)


SESSION_COLUMNS = """uid, kind, started_ms, day, title, seed, plan, options, finished_ms,
    (SELECT draft FROM drafts WHERE session = uid)"""
_SAVE_DRAFT = "INSERT OR REPLACE INTO drafts VALUES (?, ?)"


def insert_session(connection: sqlite3.Connection, record: SessionRecord) -> None:
    """Add a session in a transaction that is under way; the same uid again changes nothing."""
    values = {
        **record._asdict(),
        "title": storable(record.title),
        # as text: a seed may be larger than an SQLite integer
        "seed": str(record.seed),
        "plan": json.dumps(record.plan),
        "options": json.dumps(dict(record.options)),
    }
    connection.execute(insertion(SESSIONS), values)


def end_sessions(
    connection: sqlite3.Connection, finished_ms: int | None, where: str, **values: str
) -> None:
    """Let sessions be finished at a moment, or open again (None)."""
    columns = SESSIONS.listed.replace("finished_ms", ":finished")
    connection.execute(
        f"""UPDATE sessions SET finished_ms = :finished, checksum = row_checksum({columns})
            WHERE {where}""",
        {"finished": finished_ms, **values},
    )


def session_record(row: Row) -> SessionRecord:
    """A row of SESSION_COLUMNS as a record."""
    *columns, draft = row
    sound = SESSIONS.sound(columns, SESSIONS.names)
    uid, kind, started_ms, day, title, seed, plan, options, finished_ms = sound
    return SessionRecord(
        uid=uid,
        kind=kind,
        started_ms=started_ms,
        day=day,
        title=title,
        seed=int(seed),
        plan=tuple(json.loads(plan)),
        options=json.loads(options),
        draft=draft or "",
        finished_ms=finished_ms,
    )
