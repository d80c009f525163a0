"""The passages behind a question: each source looked up in its document, or why it cannot be."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, Protocol

from quiz.core.documents.document import Document, Passage
from quiz.core.grading.grading import Grade
from quiz.core.grounding.located import How, Located
from quiz.core.grounding.source import Source
from quiz.core.grounding.sources import find_source
from quiz.core.questions.question import Question
from quiz.core.text.safe_text import sanitise
from quiz.errors import QuizError


class Documents(Protocol):
    """Where documents come from, such as the library."""

    def document(self, set_id: str, key: str) -> Document:
        """A document of a set; raises QuizError."""


class Role(StrEnum):
    """What a passage does for the answer; a proposed one only may prove it."""

    PROOF = "proof"
    DISPUTE = "dispute"
    REFUTES = "refutes"
    PROPOSED = "proposed"


class Evidence(NamedTuple):
    """One source with what was found. `trouble` says why no passage is shown; else it is ''."""

    role: Role
    source: Source
    document: Document | None = None
    passage: Passage | None = None
    trouble: str = ""

    @property
    def place_parts(self) -> tuple[str, ...]:
        """Document title, sections, lines, as far as known."""
        if self.document is None:
            return (self.source.document,)
        if self.passage is None:
            return (self.document.cited_title,)
        return self.document.place_parts(self.passage)

    @property
    def place(self) -> str:
        """Document title › section › lines, as far as known."""
        return " › ".join(self.place_parts)

    @property
    def citation(self) -> str:
        """The passage in quotation marks with its place: what a learner copies."""
        words = self.source.exact
        if self.document is not None and self.passage is not None:
            words = " ".join(self.document.quote(self.passage).split())
        return f"“{words}” ({'; '.join((self.place, *self._addresses))})"

    @property
    def _addresses(self) -> tuple[str, ...]:
        """Where the links in the passage lead."""
        rendered = self.document.rendered if self.document is not None else None
        if rendered is None or self.passage is None:
            return ()
        here = self.passage
        found = (mark for mark in rendered.marks if mark.target)
        touching = (m.target for m in found if m.start < here.end and here.start < m.end)
        return tuple(dict.fromkeys(sanitise(target) for target in touching))


def evidence(library: Documents, set_id: str, source: Source, role: Role) -> Evidence:
    """Look a source up. Only a verbatim and unique passage is ever shown as one."""
    try:
        document = library.document(set_id, source.document)
    except QuizError as error:
        return Evidence(role, source, trouble=str(error))
    found = find_source(document, source)
    if found.grounded:
        return Evidence(role, source, document, found.passage)
    return Evidence(role, source, document, trouble=_trouble(found))


def all_evidence(
    library: Documents, set_id: str, question: Question, grade: Grade | None = None
) -> tuple[Evidence, ...]:
    """Proofs first, then what disputes them, then what refutes the learner's wrong options."""
    proving = Role.PROPOSED if question.draft else Role.PROOF
    wanted = [(source, proving) for source in question.sources]
    wanted += [(source, Role.DISPUTE) for source in question.disputed_by]
    for distractor in grade.chosen_wrong if grade else ():
        wanted += [(source, Role.REFUTES) for source in distractor.sources]
    return tuple(evidence(library, set_id, source, role) for source, role in wanted)


def _trouble(found: Located) -> str:
    if found.how is How.AMBIGUOUS:
        return "source found more than once in the document; the set does not say which is meant"
    return "source not found in the document"
