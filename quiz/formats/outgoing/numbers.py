"""Numbers as other programs read them: digits, a point, an absolute tolerance."""

from __future__ import annotations

from decimal import Decimal

from quiz.core.grading.numbers import parse_number, readings
from quiz.core.questions.numeric import Numeric


def value_of(question: Numeric) -> str:
    """The number."""
    return _digits(_value(question))


def tolerance_of(question: Numeric) -> str:
    """How far off still counts; `0` where nothing is said. A share is taken of the number."""
    written = question.tolerance
    amount = parse_number(written.removesuffix("%")) or Decimal(0)
    if written.endswith("%"):
        amount = abs(_value(question)) * amount / 100
    return _digits(amount)


def share(count: int) -> str:
    """One of so many parts in per cent, as Moodle writes it: `33.33333`."""
    return f"{100 / count:.5f}".rstrip("0").rstrip(".")


def _value(question: Numeric) -> Decimal:
    return next(readings(question.answer, question.language or "en"))[0]


def _digits(number: Decimal) -> str:
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"
