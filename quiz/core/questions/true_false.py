"""A statement to judge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from quiz.core.grading.grading import Part, Response
from quiz.core.questions.question import Field, FieldText, Question

if TYPE_CHECKING:
    from random import Random


class TrueFalse(Question):
    """A statement to judge; a false one carries its correction."""

    type: ClassVar[str] = "true-false"
    answer: bool
    correction: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """`true` or `false`."""
        return ("true" if self.answer else "false",)

    @property
    def guessing_chance(self) -> float:
        """A coin."""
        return 1 / 2

    def shown(self, chance: Random) -> tuple[str, ...]:
        """Always in this order."""
        return ("true", "false")

    def parts_of(self, response: Response) -> tuple[Part, ...]:
        """The judgement."""
        given = response.given[0] if response.given else ""
        return (Part(given, self.key[0], given == self.key[0]),)

    def complaint_about(self, response: Response) -> str:
        """Nothing is chosen."""
        return "" if response.filled else "Choose an option."

    def answer_texts(self) -> Iterator[FieldText]:
        """The correction; the key says nothing by itself."""
        if self.correction:
            yield FieldText(Field.EXPLANATION, self.correction)
