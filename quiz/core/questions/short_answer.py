"""A few typed words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from quiz.core.questions.question import FieldText, answers
from quiz.core.questions.typed import Typed


class ShortAnswer(Typed):
    """A few typed words; `accept` lists other wordings that are right."""

    type: ClassVar[str] = "short-answer"
    answer: str
    accept: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """The answer as it is shown."""
        return (self.answer,)

    @property
    def asked(self) -> tuple[tuple[str, ...], ...]:
        """The answer and what else is accepted."""
        return ((self.answer, *self.accept),)

    def answer_texts(self) -> Iterator[FieldText]:
        """All wordings."""
        yield from answers(*self.wordings)
