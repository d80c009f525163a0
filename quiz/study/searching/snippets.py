"""A piece of a text around what was found in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from quiz.core.documents.search_terms import Span, Term, marks

LENGTH = 160
"""The longest snippet, in characters."""

_LEAD = 40
_SPACES = re.compile(r"\s+")


class Snippet(NamedTuple):
    """A text on one line, and where in it the found words stand."""

    text: str = ""
    marks: tuple[Span, ...] = ()


def snippet(text: str, terms: Sequence[Term], length: int = LENGTH) -> Snippet:
    """The part of a text that begins a little before the first term, cut between words."""
    flat = _SPACES.sub(" ", text).strip()
    if len(flat) > length:
        flat = _cut(flat, terms, length)
    return Snippet(flat, marks(flat, terms))


def _cut(flat: str, terms: Sequence[Term], length: int) -> str:
    first = next(iter(marks(flat, terms)), (0, 0))[0]
    start = max(0, min(first - _LEAD, len(flat) - length))
    end = start + length
    if start:
        space = flat.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    if end < len(flat):
        space = flat.rfind(" ", max(start, first + 1), end)
        end = space if space > start else end
    return ("… " if start else "") + flat[start:end] + (" …" if end < len(flat) else "")
