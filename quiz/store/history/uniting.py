"""Bringing what one open history holds into another of the same format, unfinished things too."""

from __future__ import annotations

import sqlite3

from quiz.store.history.rows import RENEWED, insertion

_KEPT = ("undone", "flags")
_REPLACED = ("exam_answers", "exam_clocks", "drafts", "reading_places")


def unite(target: sqlite3.Connection, source: sqlite3.Connection) -> None:
    """Add what only `source` has, in a transaction of `target` that is under way.

    Its reviews come last in the log: it is what a learner sits at. Where both know a draft, an
    exam's answer or a place, that of `source` counts, of notes and the like the later; a session is
    finished when it is in either.
    The memories are to be derived anew afterwards. Raise sqlite3.Error.
    """
    _add(target, source, "reviews", "INSERT OR IGNORE", without="seq")
    for table in _KEPT:
        _add(target, source, table, "INSERT OR IGNORE")
    for table in _REPLACED:
        _add(target, source, table, "INSERT OR REPLACE")
    _add(target, source, "sessions", "INSERT OR IGNORE")
    finished = dict(target.execute("SELECT uid, finished_ms FROM sessions").fetchall())
    for row in source.execute("SELECT uid, finished_ms FROM sessions WHERE finished_ms").fetchall():
        if row[1] > (finished.get(row[0]) or 0):
            _add(target, source, "sessions", "INSERT OR REPLACE", uid=row[0])
    for own in RENEWED:
        rows = source.execute(f"SELECT {own.listed} FROM {own.name}").fetchall()
        named = [dict(zip(own.names, row, strict=True)) for row in rows]
        target.executemany(insertion(own), named)
    moments = {moment for (moment,) in target.execute("SELECT at_ms FROM fits")}
    if {moment for (moment,) in source.execute("SELECT at_ms FROM fits")} - moments:
        _add(target, source, "fits", "INSERT OR IGNORE")


def _add(
    target: sqlite3.Connection,
    source: sqlite3.Connection,
    table: str,
    how: str,
    *,
    without: str = "",
    uid: str = "",
) -> None:
    columns = [row[1] for row in source.execute(f"PRAGMA table_info({table})")]
    names = ", ".join(name for name in columns if name != without)
    marks = ", ".join("?" for name in columns if name != without)
    where = "WHERE uid = ?" if uid else "ORDER BY rowid" if without else ""
    rows = source.execute(f"SELECT {names} FROM {table} {where}", (uid,) if uid else ())
    target.executemany(f"{how} INTO {table} ({names}) VALUES ({marks})", rows)
