"""A text made from another one, with the way from each span to the other's and back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

from quiz.core.text.passages import Passage


class Piece(NamedTuple):
    """A stretch that is not the original's letter by letter: its place here and there."""

    start: int
    end: int
    original_start: int
    original_end: int


class Spelling(Protocol):
    """A text in which a document's words stand in another form."""

    @property
    def text(self) -> str:
        """The words in that form."""

    def passage(self, start: int, end: int) -> Passage | None:
        """The passage of the document that a span of this text stands for; None where none is."""


@dataclass(frozen=True)
class DerivedText:
    """Between `pieces` every character stands for one of the original; both run the same way."""

    text: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]

    def passage(self, start: int, end: int) -> Passage | None:
        """The original's own span of one here; None where an edge splits a piece."""
        first = self._origin(start, after_empty=True)
        last = self._origin(end, after_empty=False)
        return None if first is None or last is None or first >= last else Passage(first, last)

    def _origin(self, offset: int, *, after_empty: bool) -> int | None:
        i = bisect_right(self.starts, offset) - 1
        if not after_empty:  # an end stays in front of what became nothing
            while i >= 0 and self.pieces[i].start == offset:
                i -= 1
        if i < 0:
            return offset
        piece = self.pieces[i]
        if offset >= piece.end:
            return piece.original_end + offset - piece.end
        return piece.original_start if offset == piece.start else None

    def original(self, passage: Passage) -> Passage:
        """The least span of the original that has all of a passage of this text."""
        last = self._last(passage.end)
        return Passage(self.original_offset(passage.start), last if passage.end else 0)

    def original_offset(self, offset: int) -> int:
        """Where a character of this text comes from."""
        i = bisect_right(self.starts, offset) - 1
        if i < 0:
            return offset
        piece = self.pieces[i]
        past = offset - piece.end
        return piece.original_end + past if past >= 0 else piece.original_start

    def _last(self, end: int) -> int:
        i = bisect_left(self.starts, end) - 1
        if i < 0:
            return end
        piece = self.pieces[i]
        return piece.original_end + max(0, end - piece.end)

    def derived(self, original: Passage) -> Passage:
        """What of this text comes from a span of the original; empty where nothing does."""
        start = self._derived(original.start, first=True)
        return Passage(start, max(start, self._derived(original.end, first=False)))

    def _derived(self, offset: int, *, first: bool) -> int:
        i = (bisect_right if first else bisect_left)(self._origins, offset) - 1
        if i < 0:
            return offset
        piece = self.pieces[i]
        past = offset - piece.original_end
        if past >= 0:
            return piece.end + past
        between = not self.text[piece.start : piece.end].strip()
        return piece.end if first == between else piece.start

    @cached_property
    def _origins(self) -> list[int]:
        return [piece.original_start for piece in self.pieces]
