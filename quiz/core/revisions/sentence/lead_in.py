"""The words above a list that its items go on with: `You must not:`."""

from __future__ import annotations

from quiz.core.text.passages import Passage

_ITEMS = 40  # lines of a list, at most


def lead_in(text: str, at: int) -> Passage | None:
    """The line with a colon that leads to the item in which a place begins."""
    start = text.rfind("\n", 0, at) + 1
    for _ in range(_ITEMS):
        end = start - 1
        start = text.rfind("\n", 0, max(0, end)) + 1
        line = text[start : max(start, end)]
        if line.rstrip().endswith(":"):
            return Passage(start, start + len(line.rstrip()))
        if not line.strip():
            end = len(text[:start].rstrip())
            first = text.rfind("\n", 0, end) + 1
            return Passage(first, end) if text[first:end].endswith(":") else None
    return None
