"""Texts of a question as HTML that learning platforms let through."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape as _escape

from quiz.core.rendering.blocks import Look, Mark
from quiz.core.rendering.marked import code_first, marks_of, parted, piece, written
from quiz.formats.outgoing.remarks import Remark

_TAGS = {Look.CODE: "code", Look.EMPHASIS: "em", Look.STRONG: "strong"}
_PARAGRAPHS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def escape(text: str) -> str:
    """Text that is no markup."""
    return _escape(text, quote=False)


def inline(text: str) -> str:
    """An option or a gap: lines broken, marks drawn, nothing around it."""
    return written(text, _broken, _dressed) if marks_of(text) else _broken(text)


def _broken(text: str) -> str:
    return escape(text).replace("\n", "<br/>")


def _dressed(mark: Mark, inside: str, raw: str) -> str:
    if mark.look is Look.FENCE:
        return f"<pre><code>{escape(raw)}</code></pre>"
    tag = _TAGS.get(mark.look, "span")
    return f"<{tag}>{inside}</{tag}>"


def block(text: str) -> str:
    """A stem or an explanation: its paragraphs and blocks of code."""
    if not marks_of(text):
        return _paragraphs(text)
    return "".join(inline(part) if code_first(part) else _paragraphs(part) for part in parted(text))


def _paragraphs(text: str) -> str:
    ends = [found.span() for found in _PARAGRAPHS.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    pieces = (piece(text, a, b) for a, b in zip(starts, stops, strict=True))
    return "".join(f"<p>{inline(part)}</p>" for part in pieces)


def html(said: Sequence[Remark]) -> str:
    """Feedback: paragraphs, and passages as quotations with their places."""
    return "".join(map(_remark, said))


def _remark(remark: Remark) -> str:
    if remark.citation is None:
        return block(remark.text)
    words, place, _ = remark.citation
    quoted = escape(" ".join(words.split()))
    return f"<blockquote><p>“{quoted}” (<cite>{escape(place)}</cite>)</p></blockquote>"
