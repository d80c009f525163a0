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
        return next(iter(self._left_open(exam, 1)), None)

    def unfinished_sessions(self) -> list[SessionRecord]:
        """Every session that is not finished, exams aside; the one begun last comes first."""
        return self._left_open(False, -1)

    def finish_untouched(self, now_ms: int) -> None:
        """Finish the sessions left open in which nothing was done: nothing is lost with them.

        Raise HistoryError when one stays open: an index that disagrees with its table names it
        for ever.
        """
        untouched = self._untouched()
        for uid in untouched:
            self.finish(uid, now_ms)
        if untouched & self._untouched():
            raise DamagedHistoryError(self.path, "a session that is finished counts as open")

    def _left_open(self, exam: bool, limit: int) -> list[SessionRecord]:
        rows = self._read(
            f"""SELECT {SESSION_COLUMNS} FROM sessions
                WHERE finished_ms IS NULL AND (kind = '{EXAM}') = ?
                ORDER BY started_ms DESC, uid DESC LIMIT ?""",
            (exam, limit),
        )
        return self._parsed(session_record, rows)

    def _untouched(self) -> set[str]:
        """Open sessions without an answer that is kept, and without one half given."""
        rows = self._read(
            f"""SELECT uid FROM sessions AS one
                WHERE finished_ms IS NULL AND kind != '{EXAM}'
                    AND NOT EXISTS (SELECT 1 FROM drafts WHERE session = one.uid)
                    AND NOT EXISTS (SELECT 1 FROM kept WHERE kept.session = one.uid)"""
        )
        return {str(uid) for (uid,) in rows}

    def session(self, uid: str) -> SessionRecord | None:
        """A session or exam by its uid, finished or not."""
        rows = self._read(f"SELECT {SESSION_COLUMNS} FROM sessions WHERE uid = ?", (uid,))
        return next(iter(self._parsed(session_record, rows)), None)


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
