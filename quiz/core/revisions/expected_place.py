"""Where in a changed document a passage used to stand, told from what stood around it.

All offsets here count characters of the framed and folded text: the document between two marks,
so that its beginning and its end are surroundings like any other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from quiz.core.grounding.located import occurrences
from quiz.core.grounding.similarity import similarity
from quiz.core.grounding.surrounding_words import Agreement, Context
from quiz.core.revisions.anchor import KEPT, Anchor
from quiz.core.text.folding import FoldedText, fold_spaces, folded_text
from quiz.core.text.passages import Passage

WIDTHS = (KEPT, 32, 16)
"""Characters next to a passage that are looked for, the widest first."""

FRAME = _FIRST, _LAST = "ꙮ" * 16, "ꙭ" * 16
"""The marks around a document: letters that none holds in such a row."""

_OUTER = 24  # characters at the far end of each side, beyond what an edit next to it disturbs
_FAMILIAR = 0.6  # similarity a whole side keeps where its nearest part still stands
_SIGNS = 12  # characters between two sides that touch
_SAME_SIDE = 0.8  # the same of a side that stands in the document more than once
_REACH = 3 * KEPT  # characters beside a place in which what stood there before may stand now
_ROOM = 200  # characters by which a place may have grown


class Span(NamedTuple):
    """From `start` to `end`, in characters of the framed and folded text."""

    start: int
    end: int

    def holds(self, start: int, end: int) -> bool:
        """Whether another span lies inside."""
        return self.start <= start and end <= self.end


@dataclass(frozen=True)
class Framed:
    """A document's text between two marks, folded."""

    text: str
    folded: FoldedText

    def passage(self, start: int, end: int) -> Passage | None:
        """The document's own passage of a span; None where it holds a mark or splits a letter."""
        found = self.folded.passage(start, end)
        if found is None:
            return None
        first, last = found.start - len(_FIRST) - 1, found.end - len(_FIRST) - 1
        return Passage(first, last) if first >= 0 and last <= len(self.text) else None

    def folded_offset(self, offset: int) -> int:
        """Where an offset of the document's text is in the framed and folded one."""
        offset += len(_FIRST) + 1
        at = bisect_right(self.folded.pieces, offset, key=lambda piece: piece.original_start) - 1
        if at < 0:
            return offset
        piece = self.folded.pieces[at]
        return (
            piece.start
            if offset < piece.original_end
            else (piece.end + offset - piece.original_end)
        )


@lru_cache(maxsize=4)
def framed(text: str) -> Framed:
    """A document's text made ready; the latest few are remembered."""
    return Framed(text, folded_text(f"{_FIRST}\n{text}\n{_LAST}"))


@dataclass(frozen=True)
class Surroundings:
    """What stood before and after a passage, folded, in the text that is there now.

    `contexts` are the same surroundings at several widths, `kept` tells that they come from an
    anchor and not from the author's own prefix and suffix.
    """

    text: str
    contexts: tuple[Context, ...]
    kept: bool

    @property
    def given(self) -> bool:
        """Whether there is any."""
        return self.contexts[0].given

    @cached_property
    def cut(self) -> bool:
        """Whether what stood before and what stood after touch now."""
        for context in self.contexts:
            if context.start is not None and context.end is not None:
                return self._closed(context.start, context.end)
        return any(context.cut for context in self.contexts)

    def _closed(self, start: int, end: int) -> bool:
        """Whether only signs and spaces stand between; both edges leave out the spaces."""
        low, high = sorted((start, end))
        between = self.text[low:high]
        return len(between) <= _SIGNS and not any(char.isalnum() for char in between)

    @cached_property
    def gaps(self) -> list[Span]:
        """What stands now between the nearest of both sides."""
        found = ((context.start, context.end) for context in self.contexts)
        edges = {Span(a, b) for a, b in found if a is not None and b is not None and a < b}
        return sorted(edges)

    @cached_property
    def region(self) -> Span | None:
        """The stretch between the far ends of both sides; None where they cannot be told."""
        before, after = self.contexts[0].prefix, self.contexts[0].suffix
        if not self.kept or min(len(before), len(after)) < _OUTER:
            return None
        start, end = _only(self.text, before[:_OUTER]), _only(self.text, after[-_OUTER:])
        if start is None or end is None or start + _OUTER > end:
            return None
        return Span(start + _OUTER, end)

    @property
    def edges(self) -> tuple[str, str]:
        """The last word before and the first one behind: a number may stand outside of its unit."""
        before, after = self.contexts[0].prefix, self.contexts[0].suffix
        return (
            f"{before[-12:].split()[-1]} " if before else "",
            f" {after[:12].split()[0]}" if after else "",
        )

    @property
    def beside(self) -> int:
        """Characters of the region that were not the passage's own."""
        return len(self.contexts[0].prefix) + len(self.contexts[0].suffix) - 2 * _OUTER

    def room(self, size: int) -> Span | None:
        """The region, unless it is larger than an edit of a passage of this size explains."""
        if self.region is None:
            return None
        most = 2 * (size + self.beside) + _ROOM
        return self.region if self.region.end - self.region.start <= most else None

    def stands(self, start: int, end: int) -> bool:
        """Whether a span has all that was given, or what is unique, right beside it."""
        return self.contexts[0].fits(start, end) or self.agreement(start, end) > Agreement.PARTLY

    def pins(self, start: int, end: int) -> tuple[bool, bool]:
        """Whether something unique that stood right before still does so; the same for after."""
        pinned = [context.pins(start, end) for context in self.contexts]
        before = any(first for first, _ in pinned) and self.before(start) >= _FAMILIAR
        return before, any(last for _, last in pinned) and self.after(end) >= _FAMILIAR

    def agreement(self, start: int, end: int) -> Agreement:
        """How far a span stands between what the passage stood between."""
        sides = sum(self.pins(start, end))
        if sides:
            return Agreement.BOTH_SIDES if sides == 2 else Agreement.ONE_SIDE
        wide = [context.agreement(start, end) for context in self.contexts[:2]]
        return min(max(wide), Agreement.PARTLY)

    @cached_property
    def known(self) -> bool:
        """Whether one side or the other is still there, and only once."""
        starts = [context.start for context in self.contexts[:2]]
        ends = [context.end for context in self.contexts[:2]]
        return any(at is not None and self.before(at) >= _FAMILIAR for at in starts) or any(
            at is not None and self.after(at) >= _FAMILIAR for at in ends
        )

    def twins(self, size: int) -> list[Span]:
        """Every stretch of about this size between the nearest of both sides."""
        near = self._near
        found: list[Span] = []
        if min(len(near.prefix), len(near.suffix)) < WIDTHS[-1]:
            return found
        for at in occurrences(self.text, near.prefix):
            start = at + len(near.prefix)
            end = self.text.find(near.suffix, start, start + 3 * size + len(near.suffix) + _OUTER)
            if end > start:
                found.append(Span(start, end))
        return found

    @property
    def _near(self) -> Context:
        return self.contexts[min(1, len(self.contexts) - 1)]

    def elsewhere(self, start: int, end: int) -> bool:
        """Whether both sides stand at other places than beside a span."""
        near = self._near
        before = (at + len(near.prefix) for at in occurrences(self.text, near.prefix or "\0"))
        after = occurrences(self.text, near.suffix or "\0")
        gone = any(abs(start - at) > KEPT for at in before)
        return gone and any(abs(at - end) > KEPT for at in after)

    def familiar(self, start: int, end: int) -> bool:
        """Whether both sides as a whole nearly are what stood there."""
        return self.before(start) >= _SAME_SIDE and self.after(end) >= _SAME_SIDE

    def remains(self, start: int, end: int) -> bool:
        """Whether of either side some part stands near a span, and none only elsewhere.

        What stood beside the passage was then edited there; else the passage may have left it.
        """
        sides = (
            (self.contexts[0].prefix, Span(start - _REACH, start)),
            (self.contexts[0].suffix, Span(end, end + _REACH)),
        )
        return all(True in (there := self._there(*side)) and False not in there for side in sides)

    def _there(self, side: str, near: Span) -> set[bool]:
        """For each part of a side that the document has, whether it stands near."""
        found = (list(occurrences(self.text, part)) for part in _parts(side))
        size = WIDTHS[-1]
        return {any(near.holds(at, at + size) for at in places) for places in found if places}

    def before(self, start: int) -> float:
        """How far the whole of what stood before resembles what stands before an offset."""
        side = self.contexts[0].prefix
        return similarity(
            side, self.text[max(0, start - len(side) - 2) : start].rstrip()[-len(side) :]
        )

    def after(self, end: int) -> float:
        """How far the whole of what stood behind resembles what stands behind an offset."""
        side = self.contexts[0].suffix
        return similarity(side, self.text[end : end + len(side) + 2].lstrip()[: len(side)])


def surroundings(text: str, prefix: str, suffix: str, kept: Anchor | None) -> Surroundings:
    """What stood around a passage, as the anchor has it, else as the author wrote it.

    `text` is framed and folded.
    """
    before, after = (prefix, suffix) if kept is None else _sides(kept)
    first, last = fold_spaces(before), fold_spaces(after)
    return Surroundings(text, tuple(_contexts(text, first, last)), kept is not None)


def _sides(kept: Anchor) -> tuple[str, str]:
    before, after = kept.before, kept.after
    if len(before) < KEPT:
        before = f"{_FIRST}\n{before}"
    if len(after) < KEPT:
        after = f"{after}\n{_LAST}"
    return before, after


def _contexts(text: str, before: str, after: str) -> Iterator[Context]:
    seen: set[tuple[str, str]] = set()
    for width in WIDTHS:
        sides = before[-width:].lstrip(), after[:width].rstrip()
        if sides not in seen:
            seen.add(sides)
            yield Context(text, *sides)


def _parts(side: str) -> Iterator[str]:
    """The near end, the far end and the middle of a side."""
    size = WIDTHS[-1]
    if len(side) >= size:
        middle = (len(side) - size) // 2
        yield from {side[-size:], side[:size], side[middle : middle + size]}


def _only(text: str, part: str) -> int | None:
    at = text.find(part)
    return at if at >= 0 and text.find(part, at + 1) < 0 else None
