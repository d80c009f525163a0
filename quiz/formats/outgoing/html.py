"""Texts of a question as HTML that learning platforms let through."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape as _escape

from quiz.formats.outgoing.remarks import Remark

_PARAGRAPHS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def escape(text: str) -> str:
    """Text that is no markup."""
    return _escape(text, quote=False)


def inline(text: str) -> str:
    """An option or a gap: lines broken, nothing around it."""
    return escape(text).replace("\n", "<br/>")


def block(text: str) -> str:
    """A stem or an explanation: its paragraphs."""
    return "".join(f"<p>{inline(part)}</p>" for part in _PARAGRAPHS.split(text))


def html(said: Sequence[Remark]) -> str:
    """Feedback: paragraphs, and passages as quotations with their places."""
    return "".join(map(_remark, said))


def _remark(remark: Remark) -> str:
    if remark.citation is None:
        return block(remark.text)
    words, place, _ = remark.citation
    quoted = escape(" ".join(words.split()))
    return f"<blockquote><p>“{quoted}” (<cite>{escape(place)}</cite>)</p></blockquote>"
