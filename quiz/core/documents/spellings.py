"""The forms in which a document's own words are quoted beside the text a person reads.

Copied from a page, lines wrap elsewhere, raised digits become plain and the number of a note is
left out or joins the word; copied from a Markdown file, the words carry their signs. Both are the
document's words. All forms have one space for a wrapped line, most for any run of white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from quiz.core.text.derived import DerivedText, Piece, Spelling
from quiz.core.text.passages import Passage

if TYPE_CHECKING:
    from quiz.core.rendering.rendered import Rendered

_SPACES = re.compile(r"\s{2,}|[^\S ]")
_WRAPS = re.compile(r"\s*\n\s*")
_QUOTED_LINES = re.compile(r"\s*\n[ >]*>\s*|\s{2,}|[^\S ]")
_HYPHENS = re.compile(r"(?<=[^\W\d_])([‐-])\n\s*(?=[^\W\d_])")

Change = tuple[int, int, str]
"""A span of a text and what stands there instead."""


def spellings(file: str, text: str, rendered: Rendered | None) -> Iterator[Spelling]:
    """The forms of a document, likely ones first."""
    yield _changed(text, _spaces(text, _WRAPS))
    yield _changed(text, _spaces(text))
    if rendered is not None:
        most = max((len(ways) for _, _, ways in rendered.variants), default=0)
        for i in range(most):
            ways = ((a, b, ways[min(i, len(ways) - 1)]) for a, b, ways in rendered.variants)
            yield _changed(text, chain(ways, _spaces(text)))
        for pattern in (_WRAPS, _SPACES, _QUOTED_LINES):
            yield _Written(_changed(file, _spaces(file, pattern)), rendered.source)
    if "-\n" in text or "‐\n" in text:
        for hyphen in ("", "-"):
            joined = ((m.start(), m.end(), hyphen) for m in _HYPHENS.finditer(text))
            yield _changed(text, chain(joined, _spaces(text)))


@dataclass(frozen=True)
class _Written:
    """What stands in the file, for the passage that is read of it."""

    file: DerivedText
    source: DerivedText

    @property
    def text(self) -> str:
        return self.file.text

    def passage(self, start: int, end: int) -> Passage | None:
        written = self.file.passage(start, end)
        read = self.source.derived(written) if written is not None else Passage(0, 0)
        return read if read.start < read.end else None


def _spaces(text: str, pattern: re.Pattern[str] = _SPACES) -> Iterator[Change]:
    return ((match.start(), match.end(), " ") for match in pattern.finditer(text))


def _changed(text: str, changes: Iterable[Change]) -> DerivedText:
    """A text with changes; of two that overlap the first counts."""
    parts: list[str] = []
    pieces: list[Piece] = []
    at = length = 0
    for start, end, new in sorted(changes):
        if start < at:
            continue
        parts += (text[at:start], new)
        first = length + start - at
        length = first + len(new)
        pieces.append(Piece(first, length, start, end))
        at = end
    parts.append(text[at:])
    return DerivedText("".join(parts), tuple(pieces), tuple(piece.start for piece in pieces))
