"""Text in columns of a terminal: how wide it is, cut and wrapped to a width."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from quiz.core.text.signs.clusters import boundary

TAB_WIDTH = 4
"""Spaces a tab becomes, in documents and author strings alike, so that both still match."""


def columns(text: str) -> int:
    """About how many columns a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(map(char_columns, text))


@lru_cache(maxsize=4096)
def char_columns(char: str) -> int:
    """Columns of a character; a vowel sign with a body of its own (Mc) takes one on terminals."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cut(text: str, width: int, ellipsis: str) -> str:
    """The text, or as much of it as fits into `width` columns together with the ellipsis."""
    if columns(text) <= width:
        return text
    room, end = width - columns(ellipsis), 0
    for char in text:
        room -= char_columns(char)
        if room < 0:
            break
        end += 1
    return text[: boundary(text, end)].rstrip() + ellipsis


def filled(text: str, width: int, *, right: bool = False) -> str:
    """The text with spaces after it, or before it when it is set flush right."""
    gap = " " * (width - columns(text))
    return gap + text if right else text + gap
