"""One option is right."""

from __future__ import annotations

from typing import ClassVar

from quiz.core.grading.grading import Part, Response
from quiz.core.questions.options import Choice


class SingleChoice(Choice):
    """One option is right."""

    type: ClassVar[str] = "single-choice"
    answer: str

    @property
    def key(self) -> tuple[str, ...]:
        """The right option."""
        return (self.answer,)

    @property
    def guessing_chance(self) -> float:
        """One of the options."""
        return 1 / len(self.options)

    def parts_of(self, response: Response) -> tuple[Part, ...]:
        """The option chosen."""
        given = response.given[0] if response.given else ""
        return (Part(given, self.answer, given == self.answer),)
