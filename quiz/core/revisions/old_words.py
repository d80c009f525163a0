"""The words of a document's old state, told from its imprint, beside those of the present one.

Offsets count characters of the framed and folded text, as in `surroundings`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log

from quiz.core.grounding.located import occurrences
from quiz.core.revisions.alignment import NOWHERE, alignment
from quiz.core.revisions.expected_place import FRAME, Framed, framed
from quiz.core.revisions.imprint import (
    WIDTH,
    Word,
    codes,
    document_words,
    imprint,
    word_at,
    words_in,
)
from quiz.core.revisions.moved import moved

FIRST = sum(1 for _ in words_in(FRAME[0]))
"""Words of the mark in front of every document."""

PARAGRAPH = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class WordAlignment:
    """Both states' words, those of the marks included.

    `found` has for each old word its index among the `new` ones, or `NOWHERE`; of those in
    `moved` the order has changed.
    """

    document: Framed
    old: Sequence[str]
    new: Sequence[Word]
    found: Sequence[int]
    moved: frozenset[int]

    @property
    def text(self) -> str:
        """The present text, framed and folded."""
        return self.document.folded.text

    @cached_property
    def rows(self) -> Sequence[int]:
        """For each old word the length of the row in which it still stands; 0 where it is gone."""
        rows = [0] * len(self.found)
        start = 0
        for at in range(1, len(self.found) + 1):
            if at == len(self.found) or not self._goes_on(at):
                if self.found[start] != NOWHERE:
                    rows[start:at] = [at - start] * (at - start)
                start = at
        return rows

    def _goes_on(self, at: int) -> bool:
        return NOWHERE != self.found[at - 1] == self.found[at] - 1

    @cached_property
    def taken(self) -> Mapping[int, int]:
        """For each present word that is an old one, which."""
        return {there: at for at, there in enumerate(self.found) if there != NOWHERE}

    def stood(self, start: int, end: int, but: range) -> bool:
        """Whether most words of a span of the present text are old ones, other than `but`."""
        first, last = word_at(self.new, start), word_at(self.new, end)
        old = (self.taken.get(at, NOWHERE) for at in range(first, last))
        return sum(at != NOWHERE and at not in but for at in old) * 2 > last - first

    def copied(self, first: int, last: int) -> bool:
        """Whether a row of old words stands more often than it did."""
        row = "".join(self.old[first:last])
        old, new = self._joined
        return _count(new, row) > _count(old, row)

    @cached_property
    def _joined(self) -> tuple[str, str]:
        return "".join(self.old), "".join(word.code for word in self.new)

    def weight(self, words: Sequence[int]) -> float:
        """How telling old words are: the oftener one stood there, the less."""
        return sum(self._weights[self.old[at]] for at in words)

    @cached_property
    def _weights(self) -> dict[str, float]:
        return {code: 1 / (1 + log(count)) for code, count in Counter(self.old).items()}

    def parted(self, at: int) -> bool:
        """Whether a paragraph ends between a present word and the one before it."""
        before, behind = self.new[at - 1], self.new[at]
        place = self.document.passage(before.start, behind.end)
        if place is None:
            return True
        return PARAGRAPH.search(self.document.text, place.start, place.end) is not None


@lru_cache(maxsize=4)
def word_alignment(kept: str, text: str) -> WordAlignment:
    """The old state of an imprint beside a present text; the latest few are remembered."""
    document = framed(text)
    first, last = (codes(imprint(mark)) for mark in FRAME)
    old, new = [*first, *codes(kept), *last], document_words(document.folded.text)
    present = [word.code for word in new]
    found = alignment(old, present)
    others = moved(old, present, found)
    for at, there in others.items():
        found[at] = there
    return WordAlignment(document, old, new, found, frozenset(others))


def _count(codes: str, row: str) -> int:
    """How often a row of codes stands among others."""
    return sum(at % WIDTH == 0 for at in occurrences(codes, row))
