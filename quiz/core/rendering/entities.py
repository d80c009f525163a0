"""Small parts of HTML and notes: digits above and below the line, alternative texts."""

from __future__ import annotations

import html
import re

from quiz.core.text.safe_text import sanitise

_PLAIN = "0123456789+-=()"
_RAISED = dict(zip(_PLAIN + "n−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ⁻", strict=True))
_LOWERED = dict(zip(_PLAIN + "−", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋", strict=True))
_BACK = {ord(raised): plain for plain, raised in _RAISED.items() if plain in _PLAIN}
_ALTERNATIVE = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)


def raised_digits(text: str, how: str = "sup") -> str:
    """Digits and signs above (`sup`) or below (`sub`) the line; empty where one does not exist."""
    table = _RAISED if how == "sup" else _LOWERED
    return "".join(table[char] for char in text) if all(char in table for char in text) else ""


def lowered(text: str) -> str:
    """Raised digits as plain ones."""
    return text.translate(_BACK)


def alternative(tag: str) -> str:
    """The alternative text of an image's tag, on one line."""
    match = _ALTERNATIVE.search(tag)
    return " ".join(decoded(next(filter(None, match.groups()), "")).split()) if match else ""


def decoded(text: str) -> str:
    """A text with its entities as characters, safe to show."""
    return sanitise(html.unescape(text))
