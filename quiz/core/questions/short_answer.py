"""A few typed words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from quiz.core.grading.grading import Part, Response
from quiz.core.questions.question import FieldText, Question, answers


class ShortAnswer(Question):
    """A few typed words; `accept` lists other wordings that are right."""

    type: ClassVar[str] = "short-answer"
    answer: str
    accept: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """The answer as it is shown."""
        return (self.answer,)

    @property
    def wordings(self) -> tuple[str, ...]:
        """The answer and what else is accepted."""
        return (self.answer, *self.accept)

    def parts_of(self, response: Response) -> tuple[Part, ...]:
        """The words typed."""
        from quiz.core.grading.typed_parts import typed_parts  # when something is typed

        return typed_parts((self.wordings,), response)

    def answer_texts(self) -> Iterator[FieldText]:
        """All wordings."""
        yield from answers(*self.wordings)
