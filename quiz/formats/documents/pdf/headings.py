"""Headings by their letters, where a PDF has no outline: larger than the text, or bold, alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quiz.formats.documents.pdf.line import Line
from quiz.formats.documents.pdf.parts import BULLET, Part

_LARGER = 1.12
_LONGEST = 160
_LONGEST_BOLD = 90
_MOST_LINES = 3
_MOST_LEVELS = 4
_BOLD_SHARE = 0.2  # of the letters: where more are bold, bold tells nothing
_NO_END = (".", ",", ";", ":")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,3}){0,4}\.?|[A-Z]\.|[IVX]{1,5}\.)\s+[A-ZÀ-Þ]")


def mark_by_letters(parts: Sequence[Part], body: float) -> None:
    """Make headings of parts that are set like ones."""
    letters = sum(len(line.text) for part in parts for line in part.lines)
    bold = sum(len(line.text) for part in parts for line in part.lines if line.bold)
    telling = bold < _BOLD_SHARE * letters
    sizes: Counter[float] = Counter()
    large = [part for part in parts if _is_large(part, body)]
    for part in large:
        sizes[_size(part)] += 1
    ranks = {size: rank for rank, size in enumerate(sorted(sizes, reverse=True)[:_MOST_LEVELS], 1)}
    lowest = max(ranks.values(), default=0)
    for part in large:
        part.kind, part.level = "heading", ranks.get(_size(part), lowest)
    for part in parts:
        if telling and _is_bold(part, body):
            part.kind, part.level = "heading", min(lowest + 1, 6)


def _size(part: Part) -> float:
    return float(round(part.lines[0].size))


def _text(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines).strip()


def _may_be(part: Part, longest: int) -> bool:
    text = _text(part.lines)
    return (
        part.kind == "text"
        and len(part.lines) <= _MOST_LINES
        and len(text) <= longest
        and sum(map(str.isalpha, text)) >= 3
        and not BULLET.match(text)
    )


def _is_large(part: Part, body: float) -> bool:
    sizes = [line.size for line in part.lines]
    ends = _text(part.lines).endswith((",", ";"))
    return _may_be(part, _LONGEST) and min(sizes) >= _LARGER * body and not ends


def _is_bold(part: Part, body: float) -> bool:
    if not _may_be(part, _LONGEST_BOLD) or not all(line.bold for line in part.lines):
        return False
    text = _text(part.lines)
    if part.lines[0].size < 0.95 * body or (text.endswith(_NO_END) and not _NUMBERED.match(text)):
        return False
    return len(part.lines) <= 2 and (text[0].isupper() or text[0].isdigit())
