"""The content of a set file, from the cache or freshly parsed, behind one face."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from quiz.store.library.cache import NewSet, ParseCache
from quiz.store.library.entry import IndexRow
from quiz.store.sets.build_set import build_set
from quiz.store.sets.text import stamp
from quiz.store.yaml.problems import SetProblem

if TYPE_CHECKING:
    from quiz.core.questions.question import Question
    from quiz.core.questions.question_set import QuestionSet
    from quiz.store.sets.reading import SetFile


class Outline(NamedTuple):
    """A set without its questions, how many it has, what is wrong, and the line of its id.

    `drafts` are questions in brief that are not proved yet: they are not among the others.
    """

    header: QuestionSet
    total: int
    problems: tuple[SetProblem, ...]
    id_line: int = 1
    drafts: tuple[IndexRow, ...] = ()


class Contents(Protocol):
    """What the library needs of a set file."""

    @property
    def outline(self) -> Outline:
        """All but the questions."""

    def index(self) -> tuple[IndexRow, ...]:
        """The questions in brief."""

    def index_json(self) -> str:
        """The same as a JSON list of lists."""

    def questions(self, ids: Iterable[str]) -> dict[str, Question]:
        """Questions by id; unknown ids are left out."""


class Parsed:
    """Contents in memory."""

    def __init__(
        self, outline: Outline, rows: tuple[IndexRow, ...], by_id: Mapping[str, Question]
    ) -> None:
        self.outline = outline
        self._rows = rows
        self._by_id = by_id

    def index(self) -> tuple[IndexRow, ...]:
        """All rows."""
        return self._rows

    def index_json(self) -> str:
        """All rows as JSON."""
        return json.dumps(self._rows)

    def questions(self, ids: Iterable[str]) -> dict[str, Question]:
        """A part of the questions."""
        return {id_: self._by_id[id_] for id_ in ids if id_ in self._by_id}


class Cached:
    """Contents in the cache; parsed anew when the cache has lost them meanwhile."""

    def __init__(self, outline: Outline, path: Path, number: int, cache: ParseCache) -> None:
        self.outline = outline
        self._path = path
        self._number = number
        self._cache = cache
        self._fresh: Parsed | None = None

    def index(self) -> tuple[IndexRow, ...]:
        """All rows."""
        rows = self._cache.index(self._number) if self._fresh is None else None
        return self._parsed().index() if rows is None else rows

    def index_json(self) -> str:
        """All rows as JSON, as they are in the cache."""
        text = self._cache.index_json(self._number) if self._fresh is None else None
        return self._parsed().index_json() if text is None else text

    def questions(self, ids: Iterable[str]) -> dict[str, Question]:
        """A part of the questions."""
        wanted = set(ids)
        from quiz.store.sets.build import build_question

        found: dict[str, Question] = {}
        if self._fresh is None:
            try:
                payloads = self._cache.payloads(self._number, wanted)
                found = {id_: build_question(data) for id_, data in payloads.items()}
            except (KeyError, TypeError, ValueError, AttributeError):
                found = {}  # damaged: read the file itself
        lost = wanted - found.keys()
        if not lost or (self._fresh is None and lost.isdisjoint(self._ids)):
            return found  # what the file has not either need not be looked for in it
        return self._parsed().questions(wanted)

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(row.id for row in self.index())

    def _parsed(self) -> Parsed:
        if self._fresh is None:
            self._fresh = parse(self._path, self._cache)
        return self._fresh


class WithDrafts:
    """The index of a set in which drafts count as the other questions do."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents

    def index(self) -> tuple[IndexRow, ...]:
        """All rows, in the order of the file."""
        rows = (*self._contents.index(), *self._contents.outline.drafts)
        return tuple(sorted(rows, key=lambda row: row.line))

    def index_json(self) -> str:
        """All rows as JSON."""
        return json.dumps(self.index())


def open_contents(path: Path, cache: ParseCache) -> Contents:
    """From the cache when the file has not changed, else parsed (and then kept in the cache)."""
    try:
        found = cache.find(path, stamp(path))
        if found is not None:
            outline = _outline(found.header, found.problems, path)
            return Cached(outline, path, found.number, cache)
    except (OSError, KeyError, TypeError, ValueError, AttributeError):
        pass  # no such file, or a damaged cache: reading the file tells
    return parse(path, cache)


def parse(path: Path, cache: ParseCache) -> Parsed:
    """Read the file and keep the result."""
    from quiz.store.sets.reading import no_collection, read_set

    with no_collection():  # until the tree is gone again
        return _kept(read_set(path), cache)


def _kept(read: SetFile, cache: ParseCache) -> Parsed:
    questions = read.partial.questions if read.partial else ()
    rows = tuple(_row(question) for question in questions if not question.draft)
    drafts = [_row(question) for question in questions if question.draft]
    header = {**read.header, "count": len(rows), **({"drafts": drafts} if drafts else {})}
    data = {str(one["id"]): one for one in read.data}
    path, problems = read.path, read.problems
    if read.stamp is not None:
        cache.store(NewSet(path, read.stamp, read.content, header, problems, rows, data))
    by_id = {question.id: question for question in questions}
    return Parsed(_outline(header, problems, path), rows, by_id)


def _row(question: Question) -> IndexRow:
    return IndexRow(question.id, question.key_hash, question.type, question.line)


def _outline(header: Mapping[str, object], problems: tuple[SetProblem, ...], path: Path) -> Outline:
    count, id_line, drafts = header["count"], header.get("id_line", 1), header.get("drafts", [])
    if not isinstance(count, int) or not isinstance(id_line, int) or not isinstance(drafts, list):
        raise TypeError("not a header")
    rows = tuple(map(IndexRow._make, drafts))
    return Outline(build_set(header, (), str(path)), count, problems, id_line, rows)
