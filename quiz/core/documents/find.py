"""Find words in a document as a reader types them: case, accents and white space do not matter."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from quiz.core.text.folding import FoldedText, folded_text
from quiz.core.text.normal_form import fold
from quiz.core.text.passages import Passage

LONGEST = 200
"""Characters of what is looked for; the rest is ignored."""


@dataclass(frozen=True)
class Findable:
    """A text prepared for finding words in it; `bare` is the folded text without accents."""

    folded: FoldedText
    bare: str

    @classmethod
    def of(cls, text: str) -> Findable:
        """Prepare a text."""
        folded = folded_text(text)
        if folded.text.isascii():
            return cls(folded, folded.text)
        table = {ord(char): _bare(char) for char in set(folded.text) if not char.isascii()}
        return cls(folded, folded.text.translate(table))

    def matches(self, words: str) -> Matches:
        """Where the words stand; nowhere when there are none."""
        return Matches(self, fold(words[:LONGEST]))

    @cached_property
    def _origins(self) -> list[int]:
        return [piece.original_start for piece in self.folded.pieces]

    def folded_offset(self, offset: int) -> int:
        """The place in the folded text of an offset of the document."""
        at = bisect_right(self._origins, offset) - 1
        if at < 0:
            return offset
        piece = self.folded.pieces[at]
        past = offset - piece.original_end
        return piece.end + past if past >= 0 else piece.start


@dataclass(frozen=True, slots=True)
class Matches:
    """Where some folded words stand in a text, looked up as they are needed; none overlap."""

    within: Findable
    words: str

    @property
    def count(self) -> int:
        """How many there are."""
        return self.within.bare.count(self.words) if self.words else 0

    def number(self, match: Passage) -> int:
        """Which one a match is, from 1."""
        end = self.within.folded_offset(match.start)
        return self.within.bare.count(self.words, 0, end) + 1

    def after(self, offset: int) -> Passage | None:
        """The first that begins at an offset or later, else the first of all."""
        found = next(self._from(self.within.folded_offset(offset)), None)
        return found if found is not None else next(self._from(0), None)

    def before(self, offset: int) -> Passage | None:
        """The last that ends at an offset or earlier, else the last of all."""
        return self._last(self.within.folded_offset(offset)) or self._last(len(self.within.bare))

    def between(self, start: int, end: int) -> list[Passage]:
        """Those that touch a stretch of the document, in order."""
        found = []
        for match in self._from(self.within.folded_offset(max(0, start - 2 * LONGEST))):
            if match.start >= end:
                break
            if match.end > start:
                found.append(match)
        return found

    def _from(self, at: int) -> Iterator[Passage]:
        bare, size = self.within.bare, len(self.words)
        at = bare.find(self.words, at) if self.words else -1
        while at >= 0:
            place = self.within.folded.passage(at, at + size)
            if place is not None:
                yield place
            at = bare.find(self.words, at + size)

    def _last(self, end: int) -> Passage | None:
        at = self.within.bare.rfind(self.words, 0, end) if self.words else -1
        while at >= 0:
            place = self.within.folded.passage(at, at + len(self.words))
            if place is not None:
                return place
            at = self.within.bare.rfind(self.words, 0, at)
        return None


def _bare(char: str) -> str:
    """A character without its accents, where that leaves a single one."""
    bare = fold(char)
    return bare if len(bare) == 1 and not unicodedata.combining(bare) else char
