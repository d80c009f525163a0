"""The drafts of a set in its preview: what may prove each, and what their author decides."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from quiz.core.grounding.source import Source
from quiz.core.proposals.proposing import Proposer
from quiz.core.questions.question import Question
from quiz.store.banks.deciding import leave, prove, restore
from quiz.store.revisions.repair import renew_lock
from quiz.study.authoring.reading import Reading
from quiz.study.common.evidence import Evidence, Role, evidence


class _Decision(NamedTuple):
    """What was decided about a question, as the file before and after it."""

    question: str
    path: Path
    before: bytes
    after: bytes


class Drafts:
    """What may prove drafts, by the documents of one reading; remembers decisions to undo them."""

    def __init__(self) -> None:
        self._reading: Reading | None = None
        self._proposer = Proposer({})
        self._texts: dict[str, str] = {}
        self._found: dict[str, tuple[Source, ...]] = {}
        self._done: list[_Decision] = []

    def proposals(self, reading: Reading, question: Question) -> tuple[Source, ...]:
        """The source that the file proposes, then the others that are likely."""
        if self._reading is not reading:
            self._reading, self._found = reading, {}
        if question.id not in self._found:
            others = self._proposer_of(reading).proposals(question)
            self._found[question.id] = tuple(dict.fromkeys((*question.sources, *others)))
        return self._found[question.id]

    def _proposer_of(self, reading: Reading) -> Proposer:
        """What looks through the documents; the same as before while they say the same."""
        texts = {key: document.text for key, document in reading.documents.items()}
        if texts != self._texts:
            self._texts, self._proposer = texts, Proposer(reading.documents)
        return self._proposer

    def evidence(self, reading: Reading, question: Question) -> tuple[Evidence, ...]:
        """The proposals, looked up."""
        return tuple(
            evidence(reading, reading.set_id, source, Role.PROPOSED)
            for source in self.proposals(reading, question)
        )

    def accept(self, reading: Reading, question: Question, source: Source) -> None:
        """Let a source prove the question, which is no draft any more. Raises SetError."""
        self._write(reading, question.id, prove(reading.found.path, question.id, (source,)))

    def decline(self, reading: Reading, question: Question) -> None:
        """Say that no passage proves the question, which stays a draft. Raises SetError."""
        self._write(reading, question.id, leave(reading.found.path, question.id, ()))

    def undo(self) -> str:
        """Take the last decision back; the id of its question, empty for none. Raises SetError."""
        if not self._done:
            return ""
        last = self._done.pop()
        restore(last.path, last.before, last.after)
        return last.question

    def _write(self, reading: Reading, question: str, before: bytes) -> None:
        path = reading.found.path
        self._done.append(_Decision(question, path, before, path.read_bytes()))
        renew_lock(path, reading.found.root, {})


def undecided(reading: Reading) -> list[int]:
    """The places of the drafts that nothing was decided about."""
    return [
        at
        for at, question in enumerate(reading.questions)
        if question.draft and question.id not in reading.declined
    ]
