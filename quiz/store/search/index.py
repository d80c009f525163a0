"""The search index: questions and documents of a library, those that changed indexed anew.

It lies beside the parse cache and serves all libraries; each looks only at its own files.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from quiz.core.documents.search_terms import Term, nearest_word
from quiz.core.text.passages import Passage
from quiz.errors import QuizError
from quiz.store.library.entry import Entry
from quiz.store.search.file import SearchFile
from quiz.store.search.files import Indexed, Progress, indexed_files
from quiz.store.search.rows import ROW_BITS, bring_up_to_date

Result = TypeVar("Result")

MOST = 5_000
"""Of more matches only the first so many, in the order they were indexed, are weighed: what
stands everywhere tells nothing apart, and weighing takes its time."""

WEIGHTS = (10.0, 6.0, 4.0, 2.0, 2.0)
"""How much a word counts in a stem, an answer, an explanation, an option, a tag."""


class FoundQuestion(NamedTuple):
    """A question that has the terms."""

    set_id: str
    question_id: str


class FoundUnit(NamedTuple):
    """A stretch of a document that has the terms.

    `start` and `sentences` are offsets in the document, `line` and the `lines` of the sentences
    count from 1 (each with the page, slide or time, where one is told), `sections` are the titles
    around it, outer to inner, below the document's own.
    """

    file: Indexed
    start: int
    line: int
    title: str
    sections: tuple[str, ...]
    text: str
    sentences: tuple[Passage, ...]
    lines: tuple[tuple[int, str], ...]


class SearchIndex:
    """The index kept in `folder`. Its methods raise QuizError where SQLite has no FTS5.

    Call `refresh` before searching.
    """

    def __init__(self, folder: Path) -> None:
        self._file = SearchFile(folder)
        self._folder = folder
        self._files: dict[int, Indexed] = {}
        self._wanted: tuple[Indexed, ...] = ()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def refresh(self, entries: Iterable[Entry]) -> Iterator[Progress]:
        """Index what is new or changed in these sets and their documents.

        Yields before each step, nothing when all is known; may be left in the middle. Files that
        cannot be read are left out.
        """
        self._wanted = tuple(indexed_files(entries))
        yield from self._bring_up_to_date()

    def questions(
        self, terms: Sequence[Term], limit: int, *, any_: bool = False
    ) -> list[FoundQuestion]:
        """The best questions that have all terms, or any of them."""

        def look(database: sqlite3.Connection) -> list[FoundQuestion]:
            rows = self._ranked(database, "questions", WEIGHTS, _match(terms, any_), limit)
            found = [(row, _id_of(database, row)) for row in rows]
            return [
                FoundQuestion(self._files[row >> ROW_BITS].set_id, id_) for row, id_ in found if id_
            ]

        return self._tolerant(look) if terms else []

    def units(self, terms: Sequence[Term], limit: int, *, any_: bool = False) -> list[FoundUnit]:
        """The best stretches of documents that have all terms, or any of them."""

        def look(database: sqlite3.Connection) -> list[FoundUnit]:
            rows = self._ranked(database, "passages", (1.0,), _match(terms, any_), limit)
            return [unit for row in rows for unit in self._unit(database, row)]

        return self._tolerant(look) if terms else []

    def suggestion(self, term: Term) -> str | None:
        """A word that is there and much like a term that is not; None for a phrase."""
        if len(term.words) != 1 or self.questions([term], 1) or self.units([term], 1):
            return None
        (word,) = term.words

        def look(database: sqlite3.Connection) -> str | None:
            return nearest_word(word, _vocabulary(database, word))

        return self._tolerant(look) if len(word) > 2 else None

    def _ranked(
        self,
        database: sqlite3.Connection,
        table: str,
        weights: Sequence[float],
        match: str,
        limit: int,
    ) -> list[int]:
        """Rows, the best first (bm25), equal ones in the order they were indexed."""
        ours = ",".join(map(str, self._files))
        where = f"{table} MATCH ? AND rowid >> {ROW_BITS} IN ({ours})"
        beyond = database.execute(
            f"SELECT rowid FROM {table} WHERE {where} LIMIT 1 OFFSET {MOST}", (match,)
        ).fetchone()
        bound = f" AND rowid < {beyond[0]}" if beyond else ""
        rank = f"bm25({table}, {', '.join(map(str, weights))})"
        sql = f"SELECT rowid FROM {table} WHERE {where}{bound} ORDER BY {rank}, rowid LIMIT ?"
        return [row for (row,) in database.execute(sql, (match, limit))]

    def _unit(self, database: sqlite3.Connection, row: int) -> Iterator[FoundUnit]:
        sql = (
            "SELECT start, line, title, section, text, sentences FROM units"
            " JOIN files ON number = row >> ? WHERE row = ?"
        )
        for start, line, title, section, text, cuts in database.execute(sql, (ROW_BITS, row)):
            cut = json.loads(cuts)
            spans = tuple(Passage(first, last) for first, last, *_ in cut)
            lines = tuple((at, page) for _, _, at, page in cut)
            file = self._files[row >> ROW_BITS]
            sections = tuple(json.loads(section))
            yield FoundUnit(file, start, line, title, sections, text, spans, lines)

    def _tolerant(self, look: Callable[[sqlite3.Connection], Result]) -> Result:
        """Look something up, when the file fails in one that is made anew, or in memory."""
        for _ in range(2):
            try:
                return look(self._file.open())
            except (sqlite3.Error, OSError) as error:
                self._file.give_up(error)
                for _ in self._bring_up_to_date():
                    pass
        return look(self._file.open())

    def _bring_up_to_date(self) -> Iterator[Progress]:
        """With the file, with a new one in its place, or in memory."""
        for attempt in range(3):
            try:
                database = self._file.open()
                self._files = yield from bring_up_to_date(database, self._wanted, self._folder)
                return
            except (sqlite3.Error, OSError) as error:
                if attempt == 2:
                    raise _unsearchable(error) from None
                self._file.give_up(error)


def _match(terms: Sequence[Term], any_: bool) -> str:
    """An FTS5 expression: folded words hold no sign that FTS5 could take for its own."""
    phrases = (f'"{" ".join(term.words)}"{"*" if term.prefix else ""}' for term in terms)
    return (" OR " if any_ else " AND ").join(phrases)


def _id_of(database: sqlite3.Connection, row: int) -> str:
    found = database.execute("SELECT id FROM ids WHERE row = ?", (row,)).fetchone()
    return str(found[0]) if found else ""


def _vocabulary(database: sqlite3.Connection, word: str) -> list[str]:
    """The indexed words that begin like this one, with about as many letters."""
    ends = (word[0], chr(ord(word[0]) + 1), len(word) - 2, len(word) + 2)
    found: set[str] = set()
    for table in ("question_words", "passage_words"):
        near = "term >= ? AND term < ? AND length(term) BETWEEN ? AND ?"
        found.update(
            row[0] for row in database.execute(f"SELECT term FROM {table} WHERE {near}", ends)
        )
    return sorted(found)


def _unsearchable(error: Exception) -> QuizError:
    return QuizError(f"the search index cannot be used: {error}")
