"""Forgetting for good: what is forgotten is no longer in the file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from typing import cast

from quiz.store.history.history import History
from quiz.store.history.rows import EXAM_ANSWERS, SESSIONS, sealing
from quiz.store.keeping.rewriting import rewriting

_OF_QUESTIONS = ("reviews", "flags", "suspensions", "notes")


def known_questions(history: History) -> set[str]:
    """Every question that the history says anything about, and documents with notes (`set/key`)."""
    held = " UNION ".join(f"SELECT question FROM {table}" for table in _OF_QUESTIONS)
    rows = history._read(f"{held} UNION SELECT document FROM notes WHERE document <> ''")
    return {str(question) for (question,) in rows if question}


def remove_refused(history: History) -> int:
    """Remove the rows that are not sound; how many. Memories are derived anew."""
    found = history.refused()
    with history._writing() as connection, rewriting(connection):
        for table, values in found:
            keys = table.names[:2] if table is EXAM_ANSWERS else table.names[:1]
            where = " AND ".join(f"{key} IS ?" for key in keys)
            connection.execute(
                f"DELETE FROM {table.name} WHERE {where}",
                [cast("str | int", values[key]) for key in keys],
            )
        history._rebuild(connection)
    return len(found)


def forget(history: History, questions: Collection[str]) -> int:
    """Remove all that is kept of these questions, and notes in documents so named.

    Gives how many reviews there were.

    A session goes with its last question. The file is written anew, so that nothing is left in
    unused parts of it. Raise HistoryError.
    """
    named = json.dumps(sorted(questions))
    of_these = "question IN (SELECT value FROM json_each(?))"
    with history._writing() as connection:
        (count,) = connection.execute(
            f"SELECT count(*) FROM reviews WHERE {of_these}", (named,)
        ).fetchone()
        with rewriting(connection):
            connection.execute(
                f"DELETE FROM undone WHERE review IN (SELECT uid FROM reviews WHERE {of_these})",
                (named,),
            )
            for table in ("memories", "exam_answers", *_OF_QUESTIONS):
                connection.execute(f"DELETE FROM {table} WHERE {of_these}", (named,))
            in_these = of_these.replace("question", "document", 1)
            connection.execute(f"DELETE FROM notes WHERE {in_these}", (named,))
            _shorten_plans(connection, named)
            for table in ("drafts", "exam_clocks", "exam_answers"):
                connection.execute(
                    f"DELETE FROM {table} WHERE session NOT IN (SELECT uid FROM sessions)"
                )
    with history._translating():
        history._connection.execute("VACUUM")
    return int(count)


def _shorten_plans(connection: sqlite3.Connection, named: str) -> None:
    """Take the questions out of every session's plan, and drop the sessions left without any."""
    forgotten = "value IN (SELECT value FROM json_each(?))"
    touched = f"EXISTS (SELECT 1 FROM json_each(sessions.plan) WHERE {forgotten})"
    connection.execute(
        f"DELETE FROM drafts WHERE session IN (SELECT uid FROM sessions WHERE {touched})", (named,)
    )
    connection.execute(
        f"""UPDATE sessions SET plan = (
                SELECT json_group_array(value) FROM json_each(sessions.plan) WHERE NOT {forgotten})
            WHERE {touched}""",
        (named, named),
    )
    connection.execute(sealing(SESSIONS))
    connection.execute("DELETE FROM sessions WHERE plan = '[]'")
