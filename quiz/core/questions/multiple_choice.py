"""Several options are right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from quiz.core.grading.grading import Part, Response
from quiz.core.questions.options import Choice


class MultipleChoice(Choice):
    """Several options are right; all of them and no other make a correct response."""

    type: ClassVar[str] = "multiple-choice"
    complaint: ClassVar[str] = "Choose at least one option."
    answers: tuple[str, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The right options."""
        return self.answers

    @property
    def guessing_chance(self) -> float:
        """One of all choices but the empty one."""
        return 1 / float(2 ** len(self.options) - 1)

    def parts_of(self, response: Response) -> tuple[Part, ...]:
        """Each right option, chosen or not, and each wrong one that was chosen."""
        chosen = set(response.given)
        wanted = [
            Part(a if a in chosen else "", a, a in chosen) for a in dict.fromkeys(self.answers)
        ]
        extra = [Part(text, "", False) for text in self.wrong if text in chosen]
        return (*wanted, *extra)

    def score_of(self, parts: Sequence[Part]) -> float:
        """Right ones less wrong ones, of all right ones; never below 0."""
        right = sum(part.right for part in parts)
        wrong = sum(1 for part in parts if not part.expected)
        return max(0.0, (right - wrong) / len(self.answers))
