"""Plain text that was set in pages: what stands at the foot and head of each is no text of it."""

from __future__ import annotations

import re
from collections import Counter

from quiz.core.rendering.rendered import Rendered
from quiz.core.rendering.writer import Writer

_BREAK = re.compile(
    r"(?P<foot>(?:\n[ ]*)+\n(?P<last>[^\n␌]*\S[^\n␌]*)(?:\n[ ]*)*)?\n?␌(?:[ ]*\n)*"
    r"(?P<head>(?P<first>[^\n␌]*\S[^\n␌]*)(?:\n[ ]*)+\n)?"
)
_IN_COLUMNS = re.compile(r"\S {3,}\S.*\S {3,}\S")
_NUMBERED = re.compile(r"\[?page\s+[\divxlc]+\b.*$|(?:^|\s{3,})[-–]?\s*\d+\s*[-–]?$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
_ENDED = (".", ":", ";", "!", "?", "”", '"', ")")


def joined_pages(file: str) -> Rendered:
    """A text without its page breaks, feet and heads; sentences go on across them."""
    breaks = list(_BREAK.finditer(file))
    told = Counter(_shape(found[name]) for found in breaks for name in ("last", "first"))
    writer, at = Writer(file), 0
    for found in breaks:
        start, end = found.start(), found.end()
        if found["foot"] and not _furniture(found["last"], told):
            start = found.end("last")
        if found["head"] and not _furniture(found["first"], told):
            end = found.start("head")
        writer.copy(at, max(at, start))
        writer.trim()
        if writer.length:
            ended = file[:start].rstrip()[-1:] in _ENDED
            writer.gap("\n\n" if ended else "\n")
        at = end
    writer.copy(at, len(file))
    return Rendered(writer.done())


def _shape(line: str | None) -> str:
    return _DIGITS.sub("0", " ".join(line.split())) if line else ""


def _furniture(line: str, told: Counter[str]) -> bool:
    """Whether a line belongs to the page: numbered, in columns, or the same on other pages."""
    bare = line.strip()
    return bool(_NUMBERED.search(bare) or _IN_COLUMNS.search(bare)) or told[_shape(line)] > 2
