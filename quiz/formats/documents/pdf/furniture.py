"""Running heads, feet and page numbers: what stands on pages without being text of the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quiz.formats.documents.pdf.line import Line

_EDGE = 0.13  # of the height of a page: there stand heads and feet
_WIDE_EDGE = 0.28  # from the middle of a page: no head or foot stands nearer
_LOOKED_AT = 4  # lines from each edge
_OFTEN = 3
_MOST_REPEATED = 0.6  # of the letters of a document
_NUMBER = re.compile(
    r"[-–—|\[(\s]*(?:page|seite|p\.|pg\.?|página|pagina)?\s*"
    r"(?:\d{1,5}|[ivxlcdm]{1,7}|[A-Z]{1,3}[-–.]?\d{1,4}|\d{1,3}[-–.]\d{1,4}|[A-Z]{1,2}[-–][ivxlc]{1,5})"
    r"\s*(?:(?:of|von|de|/)\s*\d{1,5})?[-–—|\])\s.]*",
    re.IGNORECASE,
)
_SHAPE = re.compile(r"\d+|\b[ivxlc]{1,7}\b", re.IGNORECASE)
_LEADERS = re.compile(
    r"(?:\.[ ]?){5,}\s*\S{0,8}\s*$|(?:_[ ]?){8,}\s*\S{0,6}$|(?:…[ ]?){3,}\s*\S{0,8}$"
    r"|(?:·[ ]?){5,}"
)


def without_furniture(
    pages: Sequence[list[Line]], heights: Sequence[float], labels: Sequence[str]
) -> list[list[Line]]:
    """The lines of each page less its head and foot, and less the lines of a table of contents."""
    edges = [_at_edges(lines, height) for lines, height in zip(pages, heights, strict=True)]
    seen = Counter(
        (where, shape)
        for found in edges
        for where, shape in {(where, _shape(line.text)) for line, where in found}
    )
    often = min(_OFTEN, max(2, len(pages)))
    if not _spares_most(pages, edges, seen):
        often = len(pages) + 1
    kept = []
    met: set[str] = set()
    for lines, found, label in zip(pages, edges, labels, strict=True):
        dropped = {
            id(line)
            for line, where in found
            if _is_furniture(line, where, seen[where, _shape(line.text)], often, label)
            and (where in met or where.startswith("edge"))  # a table's head is text once
        }
        met |= {where for _, where in found}
        kept.append([
            line for line in lines if id(line) not in dropped and not _LEADERS.search(line.text)
        ])  # fmt: skip
    return kept


def _spares_most(
    pages: Sequence[list[Line]],
    edges: Sequence[list[tuple[Line, str]]],
    seen: Counter[tuple[str, str]],
) -> bool:
    """Whether most words stay: pages that are all alike have no heads, they are their text."""
    letters = sum(len(line.text) for lines in pages for line in lines)
    repeated = sum(
        len(line.text)
        for found in edges
        for line, where in found
        if seen[where, _shape(line.text)] >= _OFTEN
    )
    return repeated < _MOST_REPEATED * letters


def _is_furniture(line: Line, where: str, count: int, often: int, label: str) -> bool:
    text = line.text.strip()
    if where.startswith("at"):  # further from the edge: the same words in the same place
        return count >= 2 * often
    if _NUMBER.fullmatch(text) or text.strip("-–— ") == label:
        return True
    return count >= often


def _at_edges(lines: list[Line], height: float) -> list[tuple[Line, str]]:
    """The lines that stand so high or low that they may be furniture, with which it is."""
    by_height = sorted(lines, key=lambda line: -line.middle)
    head = [line for line in by_height[:_LOOKED_AT] if line.middle > height * (1 - _EDGE)]
    foot = [line for line in by_height[-_LOOKED_AT:] if line.middle < height * _EDGE]
    found = [(line, f"edge {line.middle / 3:.0f}") for line in [*head, *foot]]
    known = {id(line) for line, _ in found}
    return found + [
        (line, f"at {line.middle / 4:.0f} {line.left / 4:.0f} {line.text}")
        for line in lines
        if id(line) not in known and abs(line.middle / max(height, 1) - 0.5) > _WIDE_EDGE
    ]


def _shape(text: str) -> str:
    return _SHAPE.sub("0", " ".join(text.lower().split()))
