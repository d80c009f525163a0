"""What stands before and after a passage, and how far a place agrees with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from quiz.core.text.folding import fold_spaces

REACH = 32
"""Characters of context compared on either side; what lies further off is left out."""

_STRONG = 8  # a shorter side, or one that stands in the document twice, agrees only partly
_PARTLY = 0.6  # similarity from which a side agrees partly
_CUT_TOTAL, _CUT_EACH = 12, 3  # characters of prefix and suffix that prove a cut where they touch
_EDGES = re.compile(r"^\W+|\W+$")


class Agreement(IntEnum):
    """How much of a source's context stands around a place."""

    NONE = 0
    PARTLY = 1
    ONE_SIDE = 2
    BOTH_SIDES = 3


NEEDED = {
    Agreement.NONE: 0.92,
    Agreement.PARTLY: 0.80,
    Agreement.ONE_SIDE: 0.62,
    Agreement.BOTH_SIDES: 0.42,
}
"""The similarity a changed passage has to keep, by how far its context agrees."""


@dataclass(frozen=True)
class Context:
    """A source's folded prefix and suffix within the folded text of its document."""

    text: str
    prefix: str
    suffix: str

    @property
    def given(self) -> bool:
        """Whether there is any context at all."""
        return bool(self.prefix or self.suffix)

    @cached_property
    def start(self) -> int | None:
        """Where the passage starts if the prefix is long enough and unique, spaces skipped."""
        at = _only(self.text, self.prefix)
        if at is None:
            return None
        end = at + len(self.prefix)
        return end + len(self.text[end : end + 2]) - len(self.text[end : end + 2].lstrip())

    @cached_property
    def end(self) -> int | None:
        """Where the passage ends if the suffix is long enough and unique, spaces left out."""
        at = _only(self.text, self.suffix)
        return None if at is None else len(self.text[:at].rstrip()) if at else 0

    @cached_property
    def cut(self) -> bool:
        """Whether prefix and suffix touch somewhere, with at most signs between: a cut."""
        before, after = _EDGES.sub("", self.prefix), _EDGES.sub("", self.suffix)
        if min(len(before), len(after)) < _CUT_EACH or len(before) + len(after) < _CUT_TOTAL:
            return False
        touching = rf"{re.escape(before)}\W{{0,12}}{re.escape(after)}"
        return before in self.text and re.search(touching, self.text) is not None

    def fits(self, start: int, end: int) -> bool:
        """Whether every side that is given stands right beside a span."""
        before = self.text[max(0, start - len(self.prefix) - 2) : start].rstrip()
        after = self.text[end : end + len(self.suffix) + 2].lstrip()
        return before.endswith(self.prefix) and after.startswith(self.suffix)

    def pins(self, start: int, end: int) -> tuple[bool, bool]:
        """Whether a prefix that is long and unique stands right before a span; a suffix behind."""
        return (
            self.start is not None and self._spaces_between(self.start, start),
            self.end is not None and self._spaces_between(end, self.end),
        )

    def agreement(self, start: int, end: int) -> Agreement:
        """How far the text around a span is the source's context."""
        sides = sum(self.pins(start, end))
        if sides:
            return Agreement.BOTH_SIDES if sides == 2 else Agreement.ONE_SIDE
        before = self.text[max(0, start - len(self.prefix) - 1) : start].strip()
        after = self.text[end : end + len(self.suffix) + 1].strip()
        partly = _alike(self.prefix, before[-len(self.prefix) :]) or _alike(
            self.suffix, after[: len(self.suffix)]
        )
        return Agreement.PARTLY if partly else Agreement.NONE

    def _spaces_between(self, first: int, second: int) -> bool:
        low, high = sorted((first, second))
        return high - low <= 2 and not self.text[low:high].strip()


def context(text: str, prefix: str, suffix: str) -> Context:
    """The context of a source, folded and cut to what is compared."""
    before = fold_spaces(prefix[-4 * REACH :])[-REACH:].lstrip()
    after = fold_spaces(suffix[: 4 * REACH])[:REACH].rstrip()
    return Context(text, before, after)


def _only(text: str, side: str) -> int | None:
    if len(side) < _STRONG:
        return None
    at = text.find(side)
    return at if at >= 0 and text.find(side, at + 1) < 0 else None


def _alike(wanted: str, found: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    if not wanted or not found:
        return False
    if len(wanted) < _STRONG:
        return wanted == found
    return Levenshtein.normalized_similarity(wanted, found) >= _PARTLY
