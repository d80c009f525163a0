"""A question set on its way out: its questions with their passages looked up."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from quiz.core.questions.question import Question
from quiz.core.questions.question_set import QuestionSet


class Citation(NamedTuple):
    """A passage as it stands in its document, and where: `Title › Section › lines 11–13`.

    Where the document has pages, the place ends with its page. `note` says what it says instead,
    where it disputes the answer.
    """

    words: str
    place: str
    note: str = ""

    @property
    def line(self) -> str:
        """The passage in quotation marks with its place, on one line."""
        return f"“{' '.join(self.words.split())}” ({self.place})"


class Outgoing(NamedTuple):
    """A question with what proves it, disputes it, and refutes its wrong options (by text).

    `trouble` says for each source that is left out why.
    """

    question: Question
    proofs: tuple[Citation, ...] = ()
    disputes: tuple[Citation, ...] = ()
    refuted: Mapping[str, tuple[Citation, ...]] = MappingProxyType({})
    trouble: tuple[str, ...] = ()


class Bank(NamedTuple):
    """A set's head, without questions, the questions that go out, and when (seconds since 1970)."""

    head: QuestionSet
    questions: tuple[Outgoing, ...]
    made: int = 0
