"""A document with all that is asked about it, and how well each passage is mastered."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from quiz.core.documents.document import Document, Passage, Section
from quiz.core.grounding.sources import grounded_source
from quiz.core.memory.mastery import (
    Counts,
    Marked,
    Mastery,
    between,
    in_need,
    marked_passages,
    mastery,
)
from quiz.core.memory.records import set_of
from quiz.core.questions.question_set import question_uid
from quiz.core.sessions.selection import Candidate, arrange
from quiz.store.library.library import Entry, Library
from quiz.study.common.workspace import Workspace

BATCH = 20
"""So many questions are looked up at a time."""

CitedPassage = tuple[str, Passage]


class SectionRow(NamedTuple):
    """A section with the states of the questions on its passages, sections inside it included."""

    section: Section
    counts: Counts


@dataclass(frozen=True)
class Reading:
    """A document and the questions that stand on it, in the order of the text.

    `standing` has each question (by uid) with each passage of it; `states` its mastery today.
    """

    document: Document
    cited: tuple[CitedPassage, ...]
    states: Mapping[str, Mastery]

    @cached_property
    def marked(self) -> tuple[Marked, ...]:
        """Each passage once."""
        return marked_passages(self.cited, self.states)

    @cached_property
    def counts(self) -> Counts:
        """Over all questions of the document."""
        return self._counts(self.marked)

    @cached_property
    def sections(self) -> tuple[SectionRow, ...]:
        """Every section with its figures."""
        return tuple(
            SectionRow(one, self._counts(between(self.marked, one.start, one.end)))
            for one in self.document.sections
        )

    def section_at(self, offset: int) -> int | None:
        """The number of the innermost section around an offset; None before the first heading."""
        return section_at(self.document, offset)

    def questions_in(self, section: Section, limit: int = 0) -> tuple[str, ...]:
        """What to ask about a section: most in need first, neighbours apart; `limit` 0: all."""
        found: dict[str, list[Passage]] = {}
        for marked in between(self.marked, section.start, section.end):
            for uid in marked.questions:
                found.setdefault(uid, []).append(marked.passage)
        chosen = sorted(found, key=lambda uid: in_need(self.states[uid]))
        name = self.document.path
        candidates = [
            Candidate(uid, tuple((name, passage) for passage in found[uid]))
            for uid in (chosen[:limit] if limit else chosen)
        ]
        return tuple(candidate.question for candidate in arrange(candidates))

    def _counts(self, marked: Iterable[Marked]) -> Counts:
        uids = {uid for one in marked for uid in one.questions}
        return Counts.of(self.states[uid] for uid in uids)


def section_at(document: Document, offset: int) -> int | None:
    """The number of the innermost section around an offset; None before the first heading."""
    sections = document.sections
    at = bisect_right(sections, offset, key=lambda section: section.start) - 1
    while at >= 0 and sections[at].end <= offset:
        at -= 1
    return at if at >= 0 else None


def real_path(document: Document) -> str:
    """What a document is known by, whichever set names it."""
    return os.path.realpath(document.path) if document.path else ""


def cited_passages(library: Library, document: Document) -> Iterator[list[CitedPassage]]:
    """The questions of all sound sets that stand on a document's passages, some at a time.

    Sets cite the same document when they mean the same file. Sources that are not grounded are
    left out, and so are passages that only dispute or refute. Raises QuizError.
    """
    for entry, keys in _citing(library, real_path(document)):
        rows = iter(entry.index)
        while batch := [question_uid(entry.id, row.id) for row in islice(rows, BATCH)]:
            yield list(_located(library, document, batch, keys))


def read(
    workspace: Workspace, document: Document, cited: Sequence[CitedPassage] | None = None
) -> Reading:
    """A document with the states of its questions now; with `standing`, nothing is looked up."""
    if cited is None:
        cited = [one for batch in cited_passages(workspace.library, document) for one in batch]
    return Reading(document, tuple(cited), states(workspace, {uid for uid, _ in cited}))


def states(workspace: Workspace, uids: Iterable[str]) -> dict[str, Mastery]:
    """The mastery of questions today."""
    wanted = sorted(uids)
    set_ids = {set_of(uid) for uid in wanted}
    memories, today = workspace.history.memories(set_ids), workspace.today
    rows = {set_id: workspace.library.entry(set_id).rows for set_id in set_ids}
    found = {}
    for uid in wanted:
        row = rows[set_of(uid)].get(uid.partition("/")[2])
        kept = memories.get(uid)
        memory = kept.memory if kept and row and kept.key_hash == row.key_hash else None
        chance = workspace.history.scheduler.retrievability(memory, today) if memory else 0.0
        found[uid] = mastery(memory, chance)
    return found


def _citing(library: Library, real: str) -> Iterator[tuple[Entry, set[str]]]:
    """The sound sets that cite a file, each with its keys for it."""
    for entry in library.sets:
        folder = entry.path.parent
        keys = {k for k, name in entry.documents.items() if os.path.realpath(folder / name) == real}
        if keys and entry.ok:
            yield entry, keys


def _located(
    library: Library, document: Document, uids: Sequence[str], keys: set[str]
) -> Iterator[CitedPassage]:
    for uid, question in library.questions(uids).items():
        for source in question.sources:
            if source.document in keys:
                place = grounded_source(document, source)
                if place is not None:
                    yield uid, place
