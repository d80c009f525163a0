"""Left sides to be given their right sides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from quiz.core.grading.grading import Part, Response, placed_parts
from quiz.core.questions.options import shuffled
from quiz.core.questions.question import Field, FieldText, Question

if TYPE_CHECKING:
    from random import Random


class Matching(Question):
    """Left sides, each with its right side; `distractors` are right sides that belong nowhere."""

    type: ClassVar[str] = "matching"
    pairs: tuple[tuple[str, str], ...]
    distractors: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """`left = right` for each pair."""
        return tuple(f"{left} = {right}" for left, right in self.pairs)

    @property
    def rights(self) -> tuple[str, ...]:
        """Every right side once, the paired ones first."""
        return tuple(dict.fromkeys((*(right for _, right in self.pairs), *self.wrong)))

    @property
    def wrong(self) -> tuple[str, ...]:
        """The right sides that belong nowhere."""
        return self.distractors

    @property
    def guessing_chance(self) -> float:
        """Any right side for each left one."""
        return float(len(self.rights)) ** -len(self.pairs)

    def shown(self, chance: Random) -> tuple[str, ...]:
        """The right sides."""
        return shuffled(list(self.rights), chance)

    def parts_of(self, response: Response) -> tuple[Part, ...]:
        """The partner of each left side."""
        return placed_parts(response.given, self.pairs)

    def complaint_about(self, response: Response) -> str:
        """A left side has no partner."""
        missing = len(response.filled) < len(self.pairs)
        return "Give every left side a partner." if missing else ""

    def answer_texts(self) -> Iterator[FieldText]:
        """The pairs, then the other right sides."""
        yield from super().answer_texts()
        yield from (FieldText(Field.OPTION, text) for text in self.distractors)
