"""Numbers with units, as people type them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, DecimalException

from quiz.core.grading.units import Unit, clash, parse_unit
from quiz.core.text.late_pattern import LatePattern
from quiz.core.text.normal_form import fold

MAX_LENGTH = 60
"""Longer input is no number anybody means; it is not parsed."""

# Languages that write a comma before decimals and points between thousands, or a space.
_COMMA = frozenset(
    [
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "nl",
        "ru",
        "uk",
        "pl",
        "cs",
        "sk",
        "sl",
        "hr",
        "sr",
        "bg",
        "el",
        "da",
        "sv",
        "nb",
        "no",
        "nn",
        "fi",
        "hu",
        "ro",
        "tr",
        "id",
        "vi",
    ]
)
_POINT = frozenset(["en", "zh", "ja", "ko", "he", "th", "hi", "ga", "mt"])

_NUMBER = r"(?:\d{1,3}(?:[ '\u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d[\d.,]*(?<=\d)|[.,]\d+|\d+\.(?!\d))"
_QUANTITY = LatePattern(
    rf"(?:~|≈|≃|about\s|approx(?:imately|\.)?\s|ca\.?\s|circa\s)?\s*(?P<front>[$€£¥])?\s*"
    rf"(?P<sign>[+-]?)\s*(?P<front2>[$€£¥])?(?:(?P<whole>\d+)\s+(?=\d+/))?(?P<number>{_NUMBER})"
    r"(?:/(?P<below>\d+)|(?:[eE]|\s?×\s?10\s?\^\s?|\s?×\s?10(?=[-+]))(?P<ten>[+-]?\d{1,3})"
    r"|\^(?P<power>[+-]?\d{1,3}))?"
    # a unit may hold digits right behind a letter: m2, s-1, W/m^2
    r"\s*(?P<unit>(?:[^\d\s.,/^×+'~-]|°)\D*(?:(?<=[^\W\d_])(?:\s?\^\s?)?[-+]?\d+\D*)*)?\.?"
)
_AMBIGUOUS = LatePattern(r"[1-9]\d{0,2}[.,]\d{3}")


def parse_number(text: str) -> Decimal | None:
    """Read `4`, `4.5`, `4,5`, `1 000`, `1,000.5`, `-3`; None when it is no finite number."""
    quantity = parse_quantity(text)
    return quantity[0] if quantity is not None and not quantity[1] else None


def parse_quantity(text: str) -> tuple[Decimal, str] | None:
    """Split into number and unit (`13 mm` -> 13, `mm`); None when there is no number in front."""
    return next(readings(text, "en"), None)


def readings(text: str, language: str) -> Iterator[tuple[Decimal, str]]:
    """Every number with its unit that a text can mean: two for `12,125` if no language decides.

    Read are powers of ten, fractions, signs of money in front, digits of any script, and `~` or
    *about*, which is taken as no more than a manner of speaking.
    """
    if not 0 < len(text.strip()) <= MAX_LENGTH:
        return
    if text.isascii() and text.isdigit():
        yield Decimal(text), ""
        return
    from quiz.core.grading.canonical import keyboard_form

    match = _QUANTITY.fullmatch(keyboard_form(text).strip())
    if match is None:
        return
    unit = (match["front"] or match["front2"] or "") + (match["unit"] or "").strip()
    for digits in _decimals(match["number"], language):
        try:
            number = _value(match, Decimal(digits))
        except (DecimalException, ValueError, ZeroDivisionError):
            return
        if number.is_finite():
            yield number, unit


def _value(match: re.Match[str], number: Decimal) -> Decimal:
    if match["below"]:
        number /= Decimal(match["below"])
    if match["whole"]:
        number += Decimal(match["whole"])
    if match["ten"]:
        number = number.scaleb(int(match["ten"]))
    if match["power"]:
        number = number ** int(match["power"])
    return -number if match["sign"] == "-" else number


def _decimals(digits: str, language: str) -> Iterator[str]:
    """The digits with a point before the decimals, in each way that they can be meant."""
    digits = re.sub(r"[\s'’]", "", digits).removesuffix(".")
    if not _AMBIGUOUS.fullmatch(digits):
        yield _plain(digits)
        return
    mark = re.sub(r"\d", "", digits)
    language = language.partition("-")[0].lower()
    thousands = {True: ".", False: ","}[language in _COMMA]
    if mark == thousands or language not in _COMMA | _POINT:
        yield digits.replace(mark, "")
    if mark != thousands or language not in _COMMA | _POINT:
        yield digits.replace(mark, ".")


def _plain(digits: str) -> str:
    """Drop thousands separators and make the decimal sign a point."""
    if "," in digits and "." in digits:
        thousands = "," if digits.rfind(".") > digits.rfind(",") else "."
        digits = digits.replace(thousands, "")
    for mark in ",.":
        if re.fullmatch(rf"[1-9]\d{{0,2}}(\{mark}\d{{3}}){{2,}}", digits):
            digits = digits.replace(mark, "")
    return digits.replace(",", ".")


def matches_number(
    given: str,
    answer: str,
    tolerance: str = "",
    units: Sequence[str] = (),
    language: str = "",
) -> bool:
    """True when the number lies within the tolerance, in one of `units` or a unit of its kind."""
    wanted = next(readings(answer, language or "en"), None)
    if wanted is None or wanted[1]:
        return False
    amount = _slack(tolerance, wanted[0])
    for number, unit in readings(given, language):
        scale = _scale(unit, [one for one in units if one])
        if scale is not None and abs(number * scale - wanted[0]) <= amount + abs(wanted[0]) * _HAIR:
            return True
    return False


_HAIR = Decimal("1e-15")  # what a conversion may round


def superfluous_unit(given: str, units: Sequence[str]) -> bool:
    """Whether a number came with a unit although none is asked for."""
    found = next(readings(given, ""), None)
    return found is not None and bool(found[1]) and not any(units)


def _scale(unit: str, units: Sequence[str]) -> Decimal | None:
    """What a number in this unit is to be multiplied by; None when it is no unit of that kind."""
    if not unit or unit in units:
        return Decimal(1)
    typed = parse_unit(unit)
    for wanted in units:
        if fold(unit) == fold(wanted) and not clash(f"1 {unit}", f"1 {wanted}"):
            return Decimal(1)
        known = parse_unit(wanted)
        if known and typed and (typed.kind == known.kind or _bare_degree(unit, known)):
            return Decimal(1) if _bare_degree(unit, known) else typed.factor / known.factor
    return None


def _bare_degree(unit: str, wanted: Unit) -> bool:
    """Whether C or F is meant as a degree."""
    return wanted.symbol in ("°C", "°F") and unit.upper() == wanted.symbol[1]


def _slack(tolerance: str, wanted: Decimal) -> Decimal:
    amount = parse_number(tolerance.removesuffix("%")) or Decimal(0)
    return abs(wanted) * amount / 100 if tolerance.endswith("%") else amount
