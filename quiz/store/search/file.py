"""The file of the search index, safe to delete at any time; where it cannot be, one in memory."""

from __future__ import annotations

import sqlite3
import weakref
from pathlib import Path
from typing import Any

from quiz.errors import QuizError
from quiz.store.files.home import private_folder

SCHEMA = 2
"""Raise it whenever the tables or what stands in them change."""

FTS = "fts5"
BUSY_SECONDS = 5.0
"""How long another program that is writing is waited for."""

_TOKENS = "tokenize = \"unicode61 remove_diacritics 2 categories 'L* N* Co M*'\""
# Contentless: the texts are in the sets, a copy of them would be half as large again. Such rows
# cannot be deleted: those of a set that has changed stay, belonging to a file without a name,
# until everything is indexed anew. A prefix index for one letter, which else takes a tenth of a
# second; longer beginnings are found quickly without, and their indexes would be as large as all
# else together.
_TABLES = f"""
BEGIN IMMEDIATE;
CREATE TABLE files(
  number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, reader TEXT NOT NULL,
  size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, settled INTEGER NOT NULL,
  digest TEXT NOT NULL, title TEXT NOT NULL, rows INTEGER NOT NULL);
CREATE TABLE ids(row INTEGER PRIMARY KEY, id TEXT NOT NULL);
CREATE TABLE units(
  row INTEGER PRIMARY KEY, start INTEGER NOT NULL, line INTEGER NOT NULL, section TEXT NOT NULL,
  text TEXT NOT NULL, sentences TEXT NOT NULL);
CREATE VIRTUAL TABLE questions USING {{fts}}(
  stem, answer, explanation, option, tag, content = '', prefix = '1', {_TOKENS});
CREATE VIRTUAL TABLE passages USING {{fts}}(text, content = '', prefix = '1', {_TOKENS});
CREATE VIRTUAL TABLE question_words USING {{fts}}vocab(questions, row);
CREATE VIRTUAL TABLE passage_words USING {{fts}}vocab(passages, row);
PRAGMA user_version = {SCHEMA};
COMMIT;
"""


class SearchFile:
    """A connection to `search.sqlite` in `folder`, made when first asked for."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "search.sqlite"
        self.in_memory = False
        self._database: sqlite3.Connection | None = None
        self._closer: weakref.finalize[..., Any] | None = None
        self._renewed = False

    def open(self) -> sqlite3.Connection:
        """The database, with its tables. Raises sqlite3.Error, OSError; QuizError without FTS5."""
        if self._database is None:
            if not self.in_memory:
                private_folder(self.path.parent)
            database = sqlite3.connect(
                ":memory:" if self.in_memory else self.path,
                timeout=BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
            )
            self._database = database
            self._closer = weakref.finalize(self, database.close)
            self._prepare(database)
        return self._database

    def close(self) -> None:
        """Let go of the file; it is opened again when needed. What was in memory is lost."""
        if self._closer is not None:
            self._closer()
        self._database = self._closer = None

    def give_up(self, error: Exception) -> None:
        """After an error: a damaged file is made anew, once; else all goes on in memory."""
        self.close()
        damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(
            error, sqlite3.OperationalError
        )
        if not damaged or self._renewed:
            self.in_memory = True
            return
        self._renewed = True
        try:
            self.path.unlink(missing_ok=True)
        except OSError:
            self.in_memory = True

    def _prepare(self, database: sqlite3.Connection) -> None:
        database.execute("PRAGMA synchronous = NORMAL")
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version == 0:
            if not self.in_memory:
                self.path.chmod(0o600)
            self._make_tables(database)
        elif version != SCHEMA:
            raise sqlite3.DatabaseError("made by another version")

    def _make_tables(self, database: sqlite3.Connection) -> None:
        try:
            database.executescript(_TABLES.format(fts=FTS))
        except sqlite3.OperationalError as error:
            if "no such module" in str(error):
                self.close()
                raise _without_fts() from None
            if "already exists" not in str(error):  # another program was quicker
                raise
            database.execute("ROLLBACK")


def _without_fts() -> QuizError:
    return QuizError(
        "this Python cannot search: its SQLite was built without FTS5",
        hint="use a Python from python.org or your system's packages; all else works without it",
    )
