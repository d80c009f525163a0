"""A text with gaps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from quiz.core.grading.grading import Part, Response
from quiz.core.questions.question import GAP, Field, FieldText, Question, answers


class Cloze(Question):
    """A text with gaps, written `{{answer|variant}}`.

    `parts` are the texts around the gaps: always one more than there are `gaps`.
    """

    type: ClassVar[str] = "cloze"
    parts: tuple[str, ...]
    gaps: tuple[tuple[str, ...], ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The first wording of each gap."""
        return tuple(gap[0] for gap in self.gaps)

    @property
    def wordings(self) -> tuple[str, ...]:
        """All wordings of all gaps."""
        return tuple(variant for gap in self.gaps for variant in gap)

    @property
    def whole(self) -> str:
        """The text with its gaps filled."""
        filled = [part + gap[0] for part, gap in zip(self.parts, self.gaps, strict=False)]
        return "".join(filled) + self.parts[-1]

    def parts_of(self, response: Response) -> tuple[Part, ...]:
        """The words typed, gap by gap."""
        from quiz.core.grading.typed_parts import typed_parts  # when something is typed

        return typed_parts(self.gaps, response)

    def answer_texts(self) -> Iterator[FieldText]:
        """The text with its gaps, then filled, then the other wordings."""
        yield FieldText(Field.STEM, GAP.join(self.parts))
        yield from answers(self.whole, *(text for gap in self.gaps for text in gap[1:]))
