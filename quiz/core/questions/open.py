"""A free answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from quiz.core.grading.grading import Part, Response, padded
from quiz.core.questions.question import Question


class Open(Question):
    """A free answer, compared by the learner with a model answer and a checklist of points."""

    type: ClassVar[str] = "open"
    model_answer: str
    points: tuple[str, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The model answer and its points."""
        return (self.model_answer, *self.points)

    def parts_of(self, response: Response) -> tuple[Part, ...]:
        """Each point, ticked by the learner or not."""
        ticks = padded(response.judged, len(self.points))
        return tuple(Part("", point, tick) for point, tick in zip(self.points, ticks, strict=True))

    def to_judge(self, parts: Sequence[Part]) -> tuple[int, ...]:
        """Every point."""
        return tuple(range(len(self.points)))
