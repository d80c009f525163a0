"""The sign of a number, said in a word."""

from __future__ import annotations

import re

from quiz.core.grading.spellings.number_words import digits_for_words

_SIGN_WORD = re.compile(
    r"((?:^|\b(?:at|to|of|by|is|about|from)\s))(?:minus|negative|moins|menos)\s", re.I
)


def signed(text: str, language: str) -> str:
    """`minus ten` as `-ten`: the word in front of a number is its sign."""
    match = _SIGN_WORD.search(text)
    if match is None or not digits_for_words(text[match.end() :], language)[:1].isdigit():
        return text
    return f"{text[: match.start()]}{match[1]}-{text[match.end() :]}"
