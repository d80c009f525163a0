"""The tables of the history, and how an older file becomes a newer one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from quiz.errors import HistoryError
from quiz.store.history.rows import EXAM_ANSWERS, FLAGS, SESSIONS, UNDONE, sealing

# "CiQz" as the big-endian number that SQLite keeps in the file's header.
APPLICATION_ID = 0x4369517A

_FIRST = (
    """CREATE TABLE reviews (
        seq INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        at_ms INTEGER NOT NULL,
        offset_min INTEGER NOT NULL,
        day INTEGER NOT NULL,
        question TEXT NOT NULL,
        key_hash TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        session TEXT NOT NULL,
        attempt INTEGER NOT NULL,
        response TEXT NOT NULL,
        verdict TEXT NOT NULL,
        confidence TEXT NOT NULL,
        hints INTEGER NOT NULL,
        duration_ms INTEGER NOT NULL,
        rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
        scheduled INTEGER NOT NULL CHECK (scheduled IN (0, 1)),
        algorithm TEXT NOT NULL,
        parameters TEXT NOT NULL,
        checksum INTEGER NOT NULL
    )""",
    # with all that tells whether a question was known by then, so retention reads only the index
    "CREATE INDEX reviews_by_question ON reviews (question, day, scheduled, uid)",
    "CREATE INDEX reviews_by_session ON reviews (session)",
    "CREATE INDEX reviews_by_day ON reviews (day)",
    "CREATE TABLE undone (review TEXT PRIMARY KEY, at_ms INTEGER NOT NULL) WITHOUT ROWID",
    """CREATE VIEW kept AS
        SELECT * FROM reviews WHERE uid NOT IN (SELECT review FROM undone)""",
    *(
        f"""CREATE TRIGGER {table}_refuse_{verb.lower()} BEFORE {verb} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
        for table in ("reviews", "undone")
        for verb in ("UPDATE", "DELETE")
    ),
    # derived from the kept reviews; may be thrown away and made again
    """CREATE TABLE memories (
        id INTEGER PRIMARY KEY,
        question TEXT NOT NULL UNIQUE,
        key_hash TEXT NOT NULL,
        set_id TEXT NOT NULL,
        stability REAL NOT NULL CHECK (stability > 0),
        difficulty REAL NOT NULL,
        day INTEGER NOT NULL,
        due INTEGER NOT NULL,
        reviews INTEGER NOT NULL,
        lapses INTEGER NOT NULL,
        last INTEGER NOT NULL,
        last_verdict TEXT NOT NULL
    )""",
    # everything that choosing by retrievability and counting need, so they read only the index
    "CREATE INDEX memories_by_due ON memories (set_id, due, day, stability)",
    """CREATE TABLE sessions (
        uid TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        started_ms INTEGER NOT NULL,
        day INTEGER NOT NULL,
        title TEXT NOT NULL,
        seed TEXT NOT NULL,
        plan TEXT NOT NULL,
        options TEXT NOT NULL,
        finished_ms INTEGER
    )""",
    "CREATE INDEX sessions_open ON sessions (started_ms) WHERE finished_ms IS NULL",
    # apart from the sessions, so that a draft does not rewrite a long plan
    "CREATE TABLE drafts (session TEXT PRIMARY KEY, draft TEXT NOT NULL)",
    """CREATE TABLE flags (
        uid TEXT PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        question TEXT NOT NULL,
        comment TEXT NOT NULL,
        path TEXT NOT NULL,
        line INTEGER NOT NULL
    )""",
)

_SECOND = (
    # the questions of an exam: what was given, struck out and flagged, how long each took, and,
    # once it is submitted, how each counts; document and tags are those of the day it was drawn
    """CREATE TABLE exam_answers (
        session TEXT NOT NULL,
        question TEXT NOT NULL,
        document TEXT NOT NULL,
        tags TEXT NOT NULL,
        key_hash TEXT NOT NULL,
        response TEXT NOT NULL,
        struck TEXT NOT NULL,
        flagged INTEGER NOT NULL CHECK (flagged IN (0, 1)),
        spent_ms INTEGER NOT NULL,
        mark TEXT NOT NULL,
        credit REAL NOT NULL,
        PRIMARY KEY (session, question)
    ) WITHOUT ROWID""",
    # how much of an exam's time was gone at a moment; it never goes down
    """CREATE TABLE exam_clocks (
        session TEXT PRIMARY KEY,
        elapsed_ms INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        place INTEGER NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX sessions_exams ON sessions (started_ms) WHERE kind = 'exam'",
    # fitted parameters of the scheduler; the last row not undone is in use
    """CREATE TABLE fits (
        seq INTEGER PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        parameters TEXT NOT NULL,
        reviews INTEGER NOT NULL,
        tested INTEGER NOT NULL,
        loss_before REAL NOT NULL,
        loss_after REAL NOT NULL,
        undone_ms INTEGER
    )""",
    # the desired retention that the due days were worked out for; no row: the default
    """CREATE TABLE aim (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        desired_retention REAL NOT NULL
    )""",
    # where the learner stopped reading; offsets in characters of the normalised text
    """CREATE TABLE reading_places (
        document TEXT PRIMARY KEY,
        offset INTEGER NOT NULL,
        at_ms INTEGER NOT NULL
    ) WITHOUT ROWID""",
    """CREATE INDEX reviews_by_certainty ON reviews (confidence, day)
        WHERE confidence IN ('sure', 'unsure', 'guess')""",
)

_THIRD = (
    # a checksum for every row that is not derived: what a disk flips is noticed
    *(
        f"ALTER TABLE {table.name} ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0"
        for table in (SESSIONS, EXAM_ANSWERS, UNDONE, FLAGS)
    ),
    # flags that are done with, so that no older export brings them back
    """CREATE TABLE closed (
        flag TEXT PRIMARY KEY, at_ms INTEGER NOT NULL, checksum INTEGER NOT NULL
    ) WITHOUT ROWID""",
    # the latest moment that the wall clock showed during an exam: it may have been set back since
    "ALTER TABLE exam_clocks ADD COLUMN latest_ms INTEGER NOT NULL DEFAULT 0",
    "DROP TRIGGER undone_refuse_update",
    *(sealing(table) for table in (SESSIONS, EXAM_ANSWERS, UNDONE, FLAGS)),
    """CREATE TRIGGER undone_refuse_update BEFORE UPDATE ON undone
        BEGIN SELECT RAISE(ABORT, 'undone is append-only'); END""",
)

_FOURTH = (
    """CREATE TABLE suspensions (
        question TEXT PRIMARY KEY, at_ms INTEGER NOT NULL, until INTEGER NOT NULL,
        checksum INTEGER NOT NULL
    ) WITHOUT ROWID""",
    # the learner's own notes; `document` is a set's id and its key for a document
    """CREATE TABLE notes (
        uid TEXT PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        kind TEXT NOT NULL,
        question TEXT NOT NULL,
        document TEXT NOT NULL,
        exact TEXT NOT NULL,
        anchor TEXT NOT NULL,
        text TEXT NOT NULL,
        checksum INTEGER NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX notes_by_question ON notes (question) WHERE question <> ''",
    # choices of questions, saved by name
    """CREATE TABLE selections (
        uid TEXT PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        name TEXT NOT NULL,
        wish TEXT NOT NULL,
        checksum INTEGER NOT NULL
    ) WITHOUT ROWID""",
)

# The file's `user_version` is how many of these it has been through.
MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _SECOND, _THIRD, _FOURTH)


def version(connection: sqlite3.Connection) -> int:
    """How many migrations the file has been through."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def identify(connection: sqlite3.Connection, path: Path) -> None:
    """Raise HistoryError when the file is another program's or a newer Citequiz's."""
    found, tables, format_ = _marks(connection)
    if found != APPLICATION_ID and (found or tables):
        raise HistoryError(
            "this is a database of another program, not a Citequiz history",
            path=str(path),
            hint="nothing was changed; move the file away to start a new history",
        )
    if format_ > len(MIGRATIONS):
        raise HistoryError(
            f"the history has format {format_}, "
            f"this Citequiz knows formats up to {len(MIGRATIONS)}",
            path=str(path),
            hint="update Citequiz; nothing was changed",
        )


def _marks(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """Whose file it is, how many tables and indexes it has, and its format, all of one moment.

    Between two reads another instance may be making the tables.
    """
    connection.execute("BEGIN")
    try:
        found = int(connection.execute("PRAGMA application_id").fetchone()[0])
        tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
        return found, tables, version(connection)
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to the newest format, all of it or nothing."""
    if version(connection) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # another instance may have done it while this one waited for the lock
        for script in MIGRATIONS[version(connection) :]:
            for statement in script:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
