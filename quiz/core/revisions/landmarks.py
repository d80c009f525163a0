"""How far the parts of a document have shifted, told from passages that stand there unchanged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from quiz.core.revisions.alignment import rising
from quiz.core.revisions.anchor import Anchor


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
    pairs = rising([(mark.old, mark.new) for mark in sorted(found)])  # the others have moved
    return Landmarks(tuple(Landmark(*pair) for pair in pairs), len(text))
