"""A number."""

from __future__ import annotations

from typing import ClassVar

from quiz.core.grading.grading import Part, Response
from quiz.core.questions.question import Question

_NO_PLURAL = ("ss", "us", "is", "celsius", "siemens", "gauss")


def singular(unit: str) -> str:
    """An English unit in the singular; anything else as it is."""
    if len(unit) < 4 or not unit.isalpha() or not unit.endswith("s") or unit.endswith(_NO_PLURAL):
        return unit
    if unit.endswith("ies"):
        return f"{unit[:-3]}y"
    return unit[:-2] if unit.endswith(("ches", "shes", "xes")) else unit[:-1]


class Numeric(Question):
    """A number. `tolerance` is absolute (`0.5`) or relative (`5%`); `unit` is optional to type."""

    type: ClassVar[str] = "numeric"
    typed: ClassVar[bool] = True
    answer: str
    tolerance: str = ""
    unit: str = ""
    accept_units: tuple[str, ...] = ()
    language: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """Number and unit."""
        return (f"{self.answer} {self.unit}".strip(),)

    @property
    def in_words(self) -> str:
        """Number and unit as they are read: `1 year` where the unit is `years`."""
        one = self.answer.lstrip("+-−") == "1"
        return f"{self.answer} {singular(self.unit) if one else self.unit}".strip()

    @property
    def units(self) -> tuple[str, ...]:
        """The spellings of the unit that count."""
        return (self.unit, *self.accept_units)

    def parts_of(self, response: Response) -> tuple[Part, ...]:
        """The number typed."""
        from quiz.core.grading.numbers import matches_number  # when a number is typed

        given = response.given[0] if response.given else ""
        right = matches_number(given, self.answer, self.tolerance, self.units, self.language)
        return (Part(given, self.in_words, right or (response.contested and bool(given))),)

    def complaint_about(self, response: Response) -> str:
        """Nothing is typed, or no number."""
        from quiz.core.grading.numbers import parse_quantity, superfluous_unit

        if not response.filled:
            return "Type a number."
        if parse_quantity(response.filled[0]) is None:
            return "That is not a number: type digits, for example 4.5."
        if superfluous_unit(response.filled[0], self.units):
            return "A number is enough: leave out what stands beside it."
        return ""
