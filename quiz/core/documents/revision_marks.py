"""What a page itself says of a passage: that it is struck out, or only inserted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from quiz.core.documents.document import Document
from quiz.core.rendering.blocks import Look
from quiz.core.text.passages import Passage

_REVISED = (Look.STRUCK, Look.INSERTED)
_IN_PLAIN = re.compile(
    r"~~(?=\S)(?P<tildes>[^~]+?)(?<=\S)~~"
    r"|<(?P<tag>del|s|strike|ins)\b[^>]*>(?P<tagged>.*?)</(?P=tag)\s*>",
    re.DOTALL | re.IGNORECASE,
)
_STROKES = re.compile("(?:[^\\W_][\u0335\u0336][\\W_]*)+")


def revision_marks(document: Document, passage: Passage) -> tuple[Look, ...]:
    """Whether a word of a passage is struck out, and whether one is marked as inserted."""
    marks = [*_marks(document), *_stroked(document.text)]
    found = {
        look
        for start, end, look in marks
        if look in _REVISED and _holds_word(document.text, start, end, passage)
    }
    return tuple(look for look in _REVISED if look in found)


def _marks(document: Document) -> Iterable[tuple[int, int, Look]]:
    if document.rendered is None:
        return _plain_marks(document.text)
    return ((mark.start, mark.end, mark.look) for mark in document.rendered.marks)


def _holds_word(text: str, start: int, end: int, passage: Passage) -> bool:
    start, end = max(start, passage.start), min(end, passage.end)
    return start < end and any(map(str.isalnum, text[start:end]))


@lru_cache(maxsize=4)
def _plain_marks(text: str) -> tuple[tuple[int, int, Look], ...]:
    """What plain text strikes out as Markdown and HTML do."""
    if "~~" not in text and "</" not in text:
        return ()
    found = []
    for match in _IN_PLAIN.finditer(text):
        look = Look.INSERTED if (match["tag"] or "").lower() == "ins" else Look.STRUCK
        found.append((*match.span("tagged" if match["tag"] else "tildes"), look))
    return tuple(found)


def _stroked(text: str) -> Iterator[tuple[int, int, Look]]:
    """Letters with a stroke through each."""
    if "\u0335" in text or "\u0336" in text:
        yield from ((*match.span(), Look.STRUCK) for match in _STROKES.finditer(text))
