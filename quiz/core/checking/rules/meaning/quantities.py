"""Numbers with units as amounts that can be compared: 3 weeks are 21 days."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from quiz.core.text.late_pattern import LatePattern

if TYPE_CHECKING:
    from fractions import Fraction

_COUNTED = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty
"""
NUMBER_WORDS = {word: number for number, word in enumerate(_COUNTED.split())} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "hundred": 100,
    "dozen": 12,
}
_TABLES = {
    "s": "second seconds sec s 1; minute minutes min 60; hour hours h hr 3600; day days 86400; "
    "week weeks 604800; fortnight fortnights 1209600",
    "m": "nm 1/1000000000; µm micrometre micrometres micrometer micrometers 1/1000000; "
    "mm millimetre millimetres millimeter millimeters 1/1000; "
    "cm centimetre centimetres centimeter centimeters 1/100; m metre metres meter meters 1; "
    "km kilometre kilometres kilometer kilometers 1000",
    "g": "µg microgram micrograms mcg 1/1000000; mg milligram milligrams 1/1000; g gram grams 1; "
    "kg kilogram kilograms 1000; tonne tonnes t 1000000",
    "l": "ml millilitre millilitres milliliter milliliters 1/1000; "
    "cl 1/100; dl 1/10; l litre litres liter liters 1",
    "month": "month months 1; year years 12; decade decades 120; century centuries 1200",
    "%": "% percent 1",
    "V": "mV 1/1000; V volt volts 1; kV 1000",
    "Hz": "Hz 1; kHz 1000; MHz 1000000; GHz 1000000000",
}


@cache
def _unit_names() -> frozenset[str]:
    """The names of all units."""
    entries = (entry.split() for table in _TABLES.values() for entry in table.split("; "))
    return frozenset(name for *names, _ in entries for name in names)


@cache
def units() -> dict[str, tuple[str, Fraction]]:
    """The base unit of each unit, and how many of it one is."""
    from fractions import Fraction

    return {
        name: (base, Fraction(size))
        for base, table in _TABLES.items()
        for *names, size in map(str.split, table.split("; "))
        for name in names
    }


_NUMBER = r"[+-]?\d{1,12}(?:[.,]\d{1,9})?"
_AMOUNT = LatePattern(
    rf"(?:about |around |approximately |ca\. |an? |the )?({_NUMBER}|[a-z]+)?"
    r"(?:[ -]?([^\W\d_]+|%))?",
    re.IGNORECASE,
)
_RANGE = LatePattern(
    rf"(?:from |between )?({_NUMBER})\s?(?:%|[^\W\d_]+)?\s?(?:-|–|—|to|and)\s?({_NUMBER})"
    r"\s?([^\W\d_]*|%)"
)


_STARTS = frozenset("+-0123456789")


class Amount(NamedTuple):
    """A value in the base unit of its kind; without a unit the kind is ''."""

    kind: str
    value: Fraction


class Range(NamedTuple):
    """From the one value to the other, both included."""

    kind: str
    low: Fraction
    high: Fraction


def number_of(text: str) -> Fraction | None:
    """A number in digits or in an English word up to a hundred."""
    if text.lower() not in NUMBER_WORDS and text[:1] not in _STARTS:
        return None
    from fractions import Fraction

    if text.lower() in NUMBER_WORDS:
        return Fraction(NUMBER_WORDS[text.lower()])
    try:
        return Fraction(text.replace(",", "."))
    except ValueError:
        return None


def amount_of(text: str) -> Amount | None:
    """What a whole text amounts to, such as `3 weeks`, `21 days`, `one day`, `10.0`, else None."""
    text = text.strip().rstrip(".")
    match = _AMOUNT.fullmatch(text) if 0 < len(text) <= 40 else None
    if match is None:
        return None
    number, unit = match[1], match[2] or ""
    if number is not None and number_of(number) is None and not unit:
        number, unit = None, number
    if number is None and not (text[:1] in "aA" and unit in _unit_names()):
        return None
    value = number_of("1" if number is None else number)
    if value is None:
        return None
    if not unit:
        return Amount("", value)
    base, size = units().get(unit) or units().get(unit.lower()) or (unit.lower(), 1)
    return Amount(base, value * size)


def range_of(text: str) -> Range | None:
    """The range that a whole text names, such as `10–20 mg`."""
    match = _RANGE.fullmatch(text.strip().rstrip(".")) if len(text) <= 60 else None
    if match is None:
        return None
    low, high = number_of(match[1]), number_of(match[2])
    if low is None or high is None or low >= high:
        return None
    base, size = units().get(match[3]) or (match[3].lower(), 1)
    return Range(base, low * size, high * size)
