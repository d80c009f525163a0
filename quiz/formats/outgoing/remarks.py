"""What is said after an answer: why, and the passages with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quiz.core.grading.grading import Distractor
from quiz.core.proposals.quoted import OTHERWISE
from quiz.core.questions.open import Open
from quiz.core.questions.question import Question
from quiz.core.questions.true_false import TrueFalse
from quiz.formats.outgoing.bank import Citation, Outgoing


class Remark(NamedTuple):
    """A paragraph of feedback, or a passage with its place."""

    text: str = ""
    citation: Citation | None = None

    @property
    def plain(self) -> str:
        """As plain text."""
        return self.text if self.citation is None else self.citation.line


def remarks(out: Outgoing, *, corrected: bool = True) -> tuple[Remark, ...]:
    """What is true instead, why the answer is right, what proves it, what disputes it.

    Not `corrected` where the format has a place of its own for what is true instead.
    """
    first = (Remark(correction(out.question)),) if corrected and correction(out.question) else ()
    return (*first, *_remarks(out))


def correction(question: Question) -> str:
    """What is true in place of a false statement."""
    return question.correction if isinstance(question, TrueFalse) else ""


def _remarks(out: Outgoing) -> Iterator[Remark]:
    question = out.question
    if question.explanation:
        yield Remark(question.explanation)
    yield from (Remark(citation=citation) for citation in out.proofs)
    for citation in out.disputes:
        yield Remark(OTHERWISE + citation.note)
        yield Remark(citation=citation)


def reasons(out: Outgoing, wrong: Distractor) -> tuple[Remark, ...]:
    """Why an option is wrong, and the passages that refute it."""
    said = (Remark(wrong.feedback),) if wrong.feedback else ()
    return (*said, *(Remark(citation=citation) for citation in out.refuted.get(wrong.text, ())))


def statement(question: TrueFalse) -> tuple[Distractor, ...]:
    """A false statement as the wrong option that it is true, with what is true instead."""
    return (Distractor("true", question.correction),) if question.correction else ()


def model_answer(question: Open) -> tuple[Remark, ...]:
    """What a good answer says, then its points."""
    points = "\n".join(f"- {point}" for point in question.points)
    return (Remark(question.model_answer), Remark(points))


def plain(said: Sequence[Remark]) -> str:
    """All of it as plain text, a blank line between paragraphs."""
    return "\n\n".join(remark.plain for remark in said)
