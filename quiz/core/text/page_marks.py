"""Marks of pages, slides and times: comments in a file that are no text and that citations tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

MARK = re.compile(r"<!--[ ]*(page|slide|at)[ ]+([^\n]{0,39}?[^\s])[ ]*-->", re.IGNORECASE)
"""`<!-- page 80 -->`, `<!-- slide 12 -->`, `<!-- at 12:31 -->`."""

Mark = tuple[int, str]
"""Where in the reading text a page, slide or time begins, and its name: `page 80`."""

_SEVERAL = {"page": "pages", "slide": "slides"}


def marked(comment: str) -> Iterator[str]:
    """The names that a piece of HTML marks the beginning of."""
    for found in MARK.finditer(comment):
        yield f"{found[1].lower()} {found[2]}"


def mark(kind: str, name: str) -> str:
    """The comment that marks where a page or the like begins; empty for a name it cannot hold."""
    comment = f"<!-- {kind} {' '.join(name.split())} -->"
    fits = MARK.fullmatch(comment) and "--" not in name and ">" not in name
    return comment if fits else ""


def told(first: str, last: str) -> str:
    """`page 80`, or `pages 80–81` for what goes on; of times the first."""
    kind, _, start = first.partition(" ")
    other, _, end = last.partition(" ")
    if first == last or kind != other or kind not in _SEVERAL:
        return first
    return f"{_SEVERAL[kind]} {start}–{end}"


def name_at(marks: Sequence[Mark], offset: int) -> str:
    """The page, slide or time that an offset lies on; empty before the first."""
    at = bisect_right(marks, offset, key=lambda mark: mark[0]) - 1
    return marks[at][1] if at >= 0 else ""
