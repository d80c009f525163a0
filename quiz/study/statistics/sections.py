"""What is remembered well and what is not: by document, and by section of a document."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections import deque
from typing import NamedTuple

from quiz.core.documents.document import Document
from quiz.core.grounding.source import Source
from quiz.core.grounding.sources import find_source
from quiz.core.memory.rates import Rate, together
from quiz.core.questions.question import Question
from quiz.core.questions.question_set import question_uid
from quiz.errors import QuizError
from quiz.store.library.library import Entry
from quiz.study.statistics.recall import Recalled, ranked
from quiz.study.statistics.scope import Scope


class SectionFigures(NamedTuple):
    """True retention over the last year, the worst first; nothing as long as sets are `waiting`.

    A question counts for each document it cites, and for the section that its first source stands
    in; `elsewhere` are those whose source is not found, or stands in no section.
    """

    all: Rate
    documents: tuple[Recalled, ...]
    sections: tuple[Recalled, ...]
    elsewhere: Rate
    waiting: int = 0


def section_figures(scope: Scope) -> SectionFigures:
    """Look at the questions that were asked again in the last year, and where they stand."""
    sections = Sections(scope)
    while sections.step():
        pass
    return sections.figures


class Sections:
    """The same set by set, so that a screen can show what there is in between."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._waiting = deque(scope.entries)
        self._documents = _Tally()
        self._sections = _Tally()
        self._elsewhere = _Tally()

    def step(self) -> bool:
        """Look at one more set; False when there was none left."""
        if not self._waiting:
            return False
        from quiz.store.sets.reading import no_collection

        with no_collection():
            self._look_at(self._waiting.popleft())
        return True

    @property
    def figures(self) -> SectionFigures:
        """What was found; as long as sets are waiting, only how many they are."""
        everything, waiting = together(self._scope.rates.values()), len(self._waiting)
        if waiting:
            return SectionFigures(everything, (), (), Rate(), waiting)
        return SectionFigures(
            all=everything,
            documents=self._documents.rows(),
            sections=self._sections.rows(),
            elsewhere=together(row.rate for row in self._elsewhere.rows()),
        )

    def _look_at(self, entry: Entry) -> None:
        library, rates = self._scope.workspace.library, self._scope.rates
        uids = [question_uid(entry.id, row.id) for row in entry.index]
        shelf = _Shelf(self._scope, entry)
        for uid, question in library.questions([uid for uid in uids if uid in rates]).items():
            rate = rates[uid]
            for key in dict.fromkeys(source.document for source in question.sources):
                self._documents.add(shelf.paths[key], ((shelf.titles[key],), ""), rate)
            document, path = shelf.section_of(question)
            if path and document is not None:
                self._sections.add((document.path, path), (path, document.title), rate)
            else:
                self._elsewhere.add("", ((), ""), rate)


class _Tally:
    """Counts by key, each with a name in parts and what it is within."""

    def __init__(self) -> None:
        self._counts: dict[object, list[int]] = {}
        self._names: dict[object, tuple[tuple[str, ...], str]] = {}

    def add(self, key: object, name: tuple[tuple[str, ...], str], rate: Rate) -> None:
        """Count a rate for a key; the name first given for it stays."""
        counts = self._counts.get(key)
        if counts is None:
            counts = self._counts[key] = [0, 0]
            self._names[key] = name
        counts[0] += rate.right
        counts[1] += rate.of

    def rows(self) -> tuple[Recalled, ...]:
        """What was counted, ranked."""
        names = ((key, " › ".join(parts), within) for key, (parts, within) in self._names.items())
        return ranked((name, within, Rate(*self._counts[key])) for key, name, within in names)


class _Shelf:
    """The documents of a set, each looked up once; one that cannot be read has its key as title."""

    def __init__(self, scope: Scope, entry: Entry) -> None:
        self._found: dict[str, Document | None] = {}
        self.paths: dict[str, str] = {}
        self.titles: dict[str, str] = {}
        # the sections around an offset are those of the last section that starts before it
        self._section_starts: dict[str, list[int]] = {}
        self._known: dict[str, dict[int, tuple[str, ...]]] = {}
        for key, path in entry.documents.items():
            self.paths[key] = os.path.realpath(entry.path.parent / path)
            document = self._read(scope, entry, key)
            self._found[key] = document
            self.titles[key] = document.title if document else key

    def _read(self, scope: Scope, entry: Entry, key: str) -> Document | None:
        try:
            return scope.workspace.library.document(entry.id, key)
        except QuizError:
            return None

    def section_of(self, question: Question) -> tuple[Document | None, tuple[str, ...]]:
        """The document of the first source and the sections around it, outer to inner."""
        source = question.sources[0] if question.sources else None
        document = self._found.get(source.document) if source else None
        at = _place(document, source) if source and document else None
        if document is None or source is None or at is None:
            return document, ()
        known = self._known.setdefault(source.document, {})
        innermost = bisect_right(self._starts(source.document, document), at)
        if innermost not in known:
            known[innermost] = document.section_path(at)
        return document, known[innermost]

    def _starts(self, key: str, document: Document) -> list[int]:
        if key not in self._section_starts:
            self._section_starts[key] = [section.start for section in document.sections]
        return self._section_starts[key]


def _place(document: Document, source: Source) -> int | None:
    """Where a source stands, verbatim and only there, in characters; None when that is unclear."""
    if source.exact and not source.prefix and not source.suffix:
        at = document.text.find(source.exact)
        if at >= 0 and document.text.find(source.exact, at + 1) < 0:
            return at
    found = find_source(document, source)
    return found.passage.start if found.grounded and found.passage else None
