"""Text in columns of a terminal: how wide it is, cut and wrapped to a width."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

TAB_WIDTH = 4
"""Spaces a tab becomes, in documents and author strings alike, so that both still match."""


def columns(text: str) -> int:
    """About how many columns a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cut(text: str, width: int, ellipsis: str) -> str:
    """The text, or as much of it as fits into `width` columns together with the ellipsis."""
    if columns(text) <= width:
        return text
    room, kept = width - columns(ellipsis), ""
    for char in text:
        room -= _columns(char)
        if room < 0:
            break
        kept += char
    return kept.rstrip() + ellipsis


def filled(text: str, width: int, *, right: bool = False) -> str:
    """The text with spaces after it, or before it when it is set flush right."""
    gap = " " * (width - columns(text))
    return gap + text if right else text + gap


def wrapped(text: str, width: int) -> Iterator[str]:
    """The words of a text in lines of at most `width` columns; a longer word is broken.

    Words are what is between spaces and line ends; a no-break space (U+00A0) holds two together.
    """
    line = ""
    for word in text.replace("\n", " ").split(" "):
        while columns(word) > width:
            if line:
                yield line
            line, head = "", _head(word, width)
            yield head
            word = word[len(head) :]
        if line and columns(line) + 1 + columns(word) > width:
            yield line
            line = ""
        line = f"{line} {word}" if line and word else line or word
    if line:
        yield line


def _head(word: str, width: int) -> str:
    """As much of a word as fits, at least one character."""
    end = 1
    while end < len(word) and columns(word[: end + 1]) <= width:
        end += 1
    return word[:end]
