"""Words with the marks that are written on their letters, which are no letters to Python."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.text.signs.clusters import boundary_after, inside_cluster

_LETTERS = re.compile(r"[^\W_]+")


def whole_words(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the words of a text; no vowel sign or accent ends or parts one."""
    start = end = 0
    for found in _LETTERS.finditer(text):
        if found.start() > end or end == 0:
            if end > start:
                yield start, end
            start = found.start()
        end = boundary_after(text, found.end())
    if end > start:
        yield start, end


def cuts_sign(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins or ends between a letter and its marks."""
    return inside_cluster(text, start) or inside_cluster(text, end)
