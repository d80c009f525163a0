"""Whether a span of text starts and ends where words, numbers and characters do."""

from __future__ import annotations

import re
import unicodedata

from quiz.core.text.late_pattern import LatePattern
from quiz.core.text.passages import Passage

_HYPHENS = "-‐‑"
_NEGATING = LatePattern(rf"\b(?:non|un|anti|dis)[{_HYPHENS}]$", re.IGNORECASE)


def cuts_word(text: str, place: Passage) -> bool:
    """Whether a passage starts or ends inside a word, a number or a character with its accents."""
    return _inside(text, place.start) or _inside(text, place.end)


def _inside(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before in _HYPHENS and after.isalnum() and _NEGATING.search(text[max(0, at - 6) : at]):
        return True
    if before.isalnum() and after.isalnum():
        return _spaced_script(before) and _spaced_script(after)
    if after > "\x7f" and unicodedata.category(after).startswith("M"):
        return True
    return _inside_number(
        text[at - 1], text[at], text[max(0, at - 2) : at - 1], text[at + 1 : at + 2]
    )


def _inside_number(before: str, after: str, second_before: str, second_after: str) -> bool:
    if before in "-−" and after.isdigit():
        return not second_before.isalnum()
    return (before in ".,:" and second_before.isdigit() and after.isdigit()) or (
        before.isdigit() and after in ".,:" and second_after.isdigit()
    )


def _spaced_script(char: str) -> bool:
    """Whether a letter's script puts spaces between words (roughly: all before Thai)."""
    return char < "\u0e00" or "\u1e00" <= char <= "\u1fff"
