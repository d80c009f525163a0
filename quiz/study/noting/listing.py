"""The learner's notes as a list: each with the question or passage it is on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from quiz.core.documents.document import Document, Passage
from quiz.core.memory.records import BOOKMARK, HIGHLIGHT, Note, set_of
from quiz.core.text.normal_form import fold
from quiz.errors import QuizError
from quiz.study.common.evidence import Role, evidence
from quiz.study.common.noting import Placed, place_of
from quiz.study.common.workspace import Workspace

KIND_WORDS = {BOOKMARK: "bookmark", HIGHLIGHT: "highlight"}
NOT_HERE = "its set is not here"
NOT_FOUND = "this passage is not found in its document any more"


class Listed(NamedTuple):
    """A note: `about` is the stem of its question or the title of its document.

    `quote` are the words of the passage as they stand now, `place` says where; both may be empty.
    `trouble` says why something cannot be shown.
    """

    note: Note
    set_title: str
    about: str
    quote: str = ""
    place: str = ""
    passage: Passage | None = None
    trouble: str = ""

    @property
    def set_id(self) -> str:
        """The set that the note belongs to."""
        return set_of(self.note.question or self.note.document)

    @property
    def document_key(self) -> str:
        """The key of the document that the note is in; '' for one on a question."""
        return self.note.document.partition("/")[2]

    @property
    def first_line(self) -> str:
        """What it says in one line: its own words, else the passage's, else what it is."""
        text = self.note.text or self.quote or KIND_WORDS.get(self.note.kind, "")
        return " ".join(text.split())


def listed(workspace: Workspace, words: str = "") -> list[Listed]:
    """Every note that has all the words anywhere, by set, then as they were written."""
    found = [_listed(workspace, note) for note in workspace.history.notes()]
    wanted = fold(words).split()
    kept = [one for one in found if all(word in _searched(one) for word in wanted)]
    return sorted(kept, key=lambda one: one.set_title.casefold())


def noted_questions(workspace: Workspace, notes: Iterable[Note] | None = None) -> set[str]:
    """The questions that have a note or a bookmark of their own."""
    found = workspace.history.notes() if notes is None else notes
    return {note.question for note in found if note.question}


def _searched(one: Listed) -> str:
    return fold(" ".join((one.note.text, one.about, one.quote, one.set_title, one.note.kind)))


def _listed(workspace: Workspace, note: Note) -> Listed:
    try:
        title = workspace.library.entry(set_of(note.question or note.document)).title
        return (
            _on_question(workspace, note, title) if note.question else _in(workspace, note, title)
        )
    except QuizError as error:
        quote = " ".join(note.exact.split())
        return Listed(note, "", note.question or note.document, quote, trouble=str(error))


def _on_question(workspace: Workspace, note: Note, title: str) -> Listed:
    question = workspace.library.question(note.question)
    for source in question.sources[:1]:
        found = evidence(workspace.library, set_of(note.question), source, Role.PROOF)
        if found.document is not None and found.passage is not None:
            quote = " ".join(found.document.quote(found.passage).split())
            return Listed(note, title, question.stem, quote, found.place, found.passage)
    return Listed(note, title, question.stem)


def _in(workspace: Workspace, note: Note, title: str) -> Listed:
    set_id, _, key = note.document.partition("/")
    document = workspace.library.document(set_id, key)
    placed = place_of(document, note)
    if placed.passage is None:
        quote = " ".join(note.exact.split())
        return Listed(note, title, document.title, quote, trouble=NOT_FOUND)
    return Listed(note, title, document.title, *_place(document, placed))


def _place(document: Document, placed: Placed) -> tuple[str, str, Passage | None, str]:
    assert placed.passage is not None
    words = " ".join(document.quote(placed.passage).split())
    trouble = "its words have changed since" if placed.changed else ""
    return words, document.place(placed.passage), placed.passage, trouble
