"""A question that has got another id: everything that was learned of it goes by the new one."""

from __future__ import annotations

import sqlite3

from quiz.store.history.history import History
from quiz.store.history.rows import (
    EXAM_ANSWERS,
    FLAGS,
    NOTES,
    REVIEWS,
    SESSIONS,
    SUSPENSIONS,
    sealing,
)
from quiz.store.keeping.rewriting import rewriting


def answers_to(history: History, question: str) -> int:
    """How many answers the history has to a question, those in exams included.

    Raise HistoryError.
    """
    rows = history._read(
        """SELECT (SELECT count(*) FROM kept WHERE question = ?)
            + (SELECT count(*) FROM exam_answers WHERE question = ? AND response <> ''
                AND session NOT IN (SELECT session FROM reviews WHERE question = ?))""",
        (question, question, question),
    )
    return int(rows[0][0])


def rename(history: History, old: str, new: str) -> int:
    """Let every answer, memory, note and plan of `old` be of `new`; how many answers there were.

    No review is lost or changed otherwise: moment, response and verdict stay, those taken back
    included. Where `new` has been answered as well, the memory is derived from all. Raise
    HistoryError.
    """
    count = answers_to(history, old)
    with history._writing() as connection, rewriting(connection):
        for table in (REVIEWS, FLAGS, EXAM_ANSWERS, NOTES, SUSPENSIONS):
            connection.execute(
                f"UPDATE OR IGNORE {table.name} SET question = ? WHERE question = ?", (new, old)
            )
            connection.execute(sealing(table, "question = ?"), (new,))
        connection.execute("DELETE FROM suspensions WHERE question = ?", (old,))
        _memory(history, connection, old, new)
        _plans(connection, old, new)
    return count


def _memory(history: History, connection: sqlite3.Connection, old: str, new: str) -> None:
    """The memory as it is, unless both have one."""
    taken = connection.execute("SELECT 1 FROM memories WHERE question = ?", (new,)).fetchone()
    if taken:
        connection.execute("DELETE FROM memories WHERE question = ?", (old,))
        history._derive(connection, new)
        return
    connection.execute(
        "UPDATE memories SET question = ?, set_id = ? WHERE question = ?",
        (new, new.partition("/")[0], old),
    )


def _plans(connection: sqlite3.Connection, old: str, new: str) -> None:
    connection.execute(
        """UPDATE sessions SET plan = (SELECT json_group_array(CASE value WHEN ? THEN ? ELSE value
                END) FROM json_each(sessions.plan))
            WHERE EXISTS (SELECT 1 FROM json_each(sessions.plan) WHERE value = ?)""",
        (old, new, old),
    )
    connection.execute(sealing(SESSIONS))
