"""A text with gaps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from quiz.core.questions.question import GAP, Field, FieldText, answers
from quiz.core.questions.typed import Typed
from quiz.core.rendering.marked import joined

if TYPE_CHECKING:
    from quiz.core.grading.typed_parts import Manner


class Cloze(Typed):
    """A text with gaps, written `{{answer|variant}}`.

    `parts` are the texts around the gaps: always one more than there are `gaps`. With `any_order`
    each answer counts in any gap, once.
    """

    type: ClassVar[str] = "cloze"
    parts: tuple[str, ...]
    gaps: tuple[tuple[str, ...], ...]
    any_order: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """The first wording of each gap."""
        return tuple(gap[0] for gap in self.gaps)

    @property
    def asked(self) -> tuple[tuple[str, ...], ...]:
        """The wordings of each gap."""
        return self.gaps

    @property
    def compared(self) -> tuple[tuple[str, ...], ...]:
        """With the unit that follows a gap: 30 degrees counts where `degrees` stands behind it."""
        from quiz.core.grading.units import plain_unit

        found = []
        for gap, after in zip(self.gaps, self.parts[1:], strict=True):
            behind = after.split(maxsplit=1)[:1]
            unit = behind[0].rstrip(".,;:") if behind and after[0] in " °%" else ""
            known = unit and plain_unit(unit) is not None
            found.append((*gap, *(f"{text} {unit}" for text in gap)) if known else gap)
        return tuple(found)

    @property
    def manner(self) -> Manner:
        """With the order of the gaps."""
        return super().manner._replace(any_order=self.any_order)

    @property
    def whole(self) -> str:
        """The text with its gaps filled."""
        pieces = zip(self.parts, [gap[0] for gap in self.gaps], strict=False)
        return joined(*(text for both in pieces for text in both), self.parts[-1])

    def answer_texts(self) -> Iterator[FieldText]:
        """The text with its gaps, then filled, then the other wordings."""
        yield FieldText(Field.STEM, GAP.join(self.parts))
        yield from answers(self.whole, *(text for gap in self.gaps for text in gap[1:]))
