"""How far the parts of a document have shifted, told from passages that stand there unchanged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quiz.core.anchor import Anchor


@dataclass(frozen=True, slots=True, order=True)
class Landmark:
    """A passage that stands unchanged: its offset in the earlier and in the present document."""

    old: int
    new: int

    @property
    def shift(self) -> int:
        """Characters it has moved."""
        return self.new - self.old


@dataclass(frozen=True)
class Landmarks:
    """Landmarks in the same order before and now, the document's beginning and end included."""

    marks: tuple[Landmark, ...]
    length: int

    def adjusted(self, anchor: Anchor) -> Anchor:
        """The anchor with its offset as to be expected now.

        Its `length` is such that the difference to the present document's is what its neighbours
        have shifted apart.
        """
        end = Landmark(anchor.length, self.length)
        inside = [mark for mark in self.marks if mark.old <= anchor.length]
        at = bisect_left(inside, Landmark(anchor.offset, -1))
        before = inside[at - 1] if at else Landmark(0, 0)
        after = inside[at] if at < len(inside) else end
        apart = after.shift - before.shift
        return replace(anchor, offset=anchor.offset + before.shift, length=self.length - apart)


def landmarks(text: str, anchored: Iterable[tuple[str, Anchor]]) -> Landmarks:
    """Landmarks among quoted texts: those that stand in a text once and word for word."""
    found: set[Landmark] = set()
    for exact, anchor in anchored:
        at = text.find(exact)
        if at >= 0 and anchor.occurrences == 1 and text.find(exact, at + 1) < 0:
            found.add(Landmark(anchor.offset, at))
    return Landmarks(tuple(_in_order(sorted(found))), len(text))


def _in_order(marks: Sequence[Landmark]) -> list[Landmark]:
    """The longest selection whose new offsets rise as the old ones do: the others have moved."""
    ends: list[int] = []  # the lowest new offset that ends a selection of each length
    last: list[int] = []  # which mark that is
    came: list[int] = []  # the mark before each in its selection
    for i, mark in enumerate(marks):
        at = bisect_left(ends, mark.new)
        came.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [mark.new]
        last[at : at + 1] = [i]
    kept: list[Landmark] = []
    i = last[-1] if last else -1
    while i >= 0:
        kept.append(marks[i])
        i = came[i]
    return kept[::-1]
