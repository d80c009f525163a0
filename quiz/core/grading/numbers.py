"""Numbers with units, as people type them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from quiz.core.text.normal_form import fold

MAX_LENGTH = 60
"""Longer input is no number anybody means; it is not parsed."""

# A unit may hold digits right behind a letter: m2, s-1, W/m^2.
_QUANTITY = re.compile(
    r"([+\-−–]?\s*(?:\d[\d\s,.'’]*|[.,]\d+)(?:[eE][+-]?\d{1,3})?)"
    r"\s*(\D*(?:(?<=[^\W\d_])\^?[-−+]?\d+\D*)*)"
)


def parse_number(text: str) -> Decimal | None:
    """Read `4`, `4.5`, `4,5`, `1 000`, `1,000.5`, `-3`; None when it is no finite number."""
    quantity = parse_quantity(text)
    return quantity[0] if quantity is not None and not quantity[1] else None


def parse_quantity(text: str) -> tuple[Decimal, str] | None:
    """Split into number and unit (`13 mm` -> 13, `mm`); None when there is no number in front."""
    text = text.strip()
    match = _QUANTITY.fullmatch(text) if 0 < len(text) <= MAX_LENGTH else None
    if match is None:
        return None
    try:
        number = Decimal(_plain(match[1]))
    except InvalidOperation:
        return None
    return (number, match[2].strip()) if number.is_finite() else None


def matches_number(given: str, answer: str, tolerance: str = "", units: Sequence[str] = ()) -> bool:
    """True when the number lies within the tolerance and the unit, if typed, is one of `units`."""
    quantity, wanted = parse_quantity(given), parse_number(answer)
    if quantity is None or wanted is None:
        return False
    number, unit = quantity
    if unit and fold(unit) not in {fold(spelling) for spelling in units if spelling}:
        return False
    return abs(number - wanted) <= _slack(tolerance, wanted)


def _slack(tolerance: str, wanted: Decimal) -> Decimal:
    amount = parse_number(tolerance.removesuffix("%")) or Decimal(0)
    return abs(wanted) * amount / 100 if tolerance.endswith("%") else amount


def _plain(digits: str) -> str:
    """Drop thousands separators and make the decimal sign a point."""
    digits = re.sub(r"[\s'’]", "", digits).replace("−", "-").replace("–", "-")
    if "," in digits and "." in digits:
        thousands = "," if digits.rfind(".") > digits.rfind(",") else "."
        digits = digits.replace(thousands, "")
    elif re.fullmatch(r"[+-]?[1-9]\d{0,2}(,\d{3})+", digits):
        digits = digits.replace(",", "")
    return digits.replace(",", ".")
