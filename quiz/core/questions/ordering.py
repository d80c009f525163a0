"""Items to put into their sequence."""

from __future__ import annotations

from math import factorial
from typing import TYPE_CHECKING, ClassVar

from quiz.core.grading.grading import Part, Response, placed_parts
from quiz.core.questions.options import shuffled
from quiz.core.questions.question import Question

if TYPE_CHECKING:
    from random import Random


class Ordering(Question):
    """Items to put into the given sequence."""

    type: ClassVar[str] = "ordering"
    sequence: tuple[str, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The sequence."""
        return self.sequence

    @property
    def guessing_chance(self) -> float:
        """One of all sequences."""
        return 1 / factorial(len(self.sequence))

    def shown(self, chance: Random) -> tuple[str, ...]:
        """The items, never all in place."""
        items = shuffled(list(self.sequence), chance)
        return (*items[1:], items[0]) if items == self.sequence else items

    def parts_of(self, response: Response) -> tuple[Part, ...]:
        """The item at each place."""
        return placed_parts(
            response.given, [(str(i), item) for i, item in enumerate(self.sequence, 1)]
        )

    def complaint_about(self, response: Response) -> str:
        """An item has no place."""
        missing = len(response.filled) < len(self.sequence)
        return "Put every item in order." if missing else ""
