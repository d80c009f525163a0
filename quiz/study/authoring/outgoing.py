"""A set made ready to leave: every source looked up, so that the proof goes along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from quiz.core.grounding.source import Source
from quiz.core.questions.question import Question
from quiz.core.questions.question_set import QuestionSet
from quiz.formats.outgoing.bank import Bank, Citation, Outgoing
from quiz.formats.outgoing.features import said_wrong
from quiz.study.common.evidence import Documents, Evidence, Role, evidence


class Sets(Documents, Protocol):
    """Where sets and their documents come from, such as the library."""

    def question_set(self, set_id: str) -> QuestionSet:
        """A whole set with all its questions."""


def outgoing_bank(library: Sets, set_id: str, *, made: int, drafts: bool = False) -> Bank:
    """The set with its passages; unproved questions stay behind unless `drafts` asks for them.

    `made` is when, in seconds since 1970.
    """
    whole = library.question_set(set_id)
    wanted = (one for one in whole.questions if drafts or not one.draft)
    questions = tuple(_outgoing(library, set_id, question) for question in wanted)
    return Bank(whole._replace(questions=()), questions, made)


def _outgoing(library: Documents, set_id: str, question: Question) -> Outgoing:
    trouble: list[str] = []

    def cited(sources: Iterable[Source], role: Role) -> tuple[Citation, ...]:
        found = [evidence(library, set_id, source, role) for source in sources]
        trouble.extend(one.trouble for one in found if one.passage is None)
        return tuple(_citations(found))

    return Outgoing(
        question,
        cited(() if question.draft else question.sources, Role.PROOF),
        cited(question.disputed_by, Role.DISPUTE),
        {wrong.text: cited(wrong.sources, Role.REFUTES) for wrong in said_wrong(question)},
        tuple(dict.fromkeys(trouble)),
    )


def _citations(found: Iterable[Evidence]) -> Iterator[Citation]:
    """Only what stands in its document word for word."""
    for one in found:
        if one.document is not None and one.passage is not None:
            words = " ".join(one.document.quote(one.passage).split())
            yield Citation(words, one.place, one.source.note)
