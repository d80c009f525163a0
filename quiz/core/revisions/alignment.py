"""Which words of a text stand where in another state of it.

First the rows of words that both states hold once (the patience diff, Bram Cohen), then in what
lies between them the longest common rows (Ratcliff and Obershelp, as difflib has it).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

NOWHERE = -1
LONG_ROW = 6
"""Words in a row that are no accident, wherever they stand."""

_ROWS = (LONG_ROW, 3)  # words in a row that have to be unique; the shorter ones between the longer
_MOST = 1_000_000  # pairs of words, and
_EQUAL = 20_000  # pairs of equal words, up to which all are compared


class _Gap(NamedTuple):
    """A stretch of the old words, and the stretch of the new ones that it is compared with."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def alignment(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """For each old word its index among the new ones, rising, or `NOWHERE`."""
    found = [NOWHERE] * len(old)
    _Aligning(old, new, found).align(_Gap(0, len(old), 0, len(new)), _ROWS)
    return found


@dataclass(frozen=True)
class _Aligning:
    """Two states of a text, and what is `found` so far."""

    old: Sequence[str]
    new: Sequence[str]
    found: list[int]

    def align(self, gap: _Gap, rows: Sequence[int]) -> None:
        """By unique rows of so many words, and what is between them by the shorter ones."""
        if gap.old_start >= gap.old_end or gap.new_start >= gap.new_end:
            return
        if not rows:
            self._compare(gap)
            return
        size = rows[0]
        at, there = gap.old_start, gap.new_start
        for a, b in rising(self._unique(gap, size)):
            if a >= at and b >= there:
                self.align(_Gap(at, a, there, b), rows[1:])
            elif a - at != b - there:  # it overlaps the row before, and does not go on with it
                continue
            for i in range(max(0, at - a), size):
                self.found[a + i] = b + i
            at, there = a + size, b + size
        self.align(_Gap(at, gap.old_end, there, gap.new_end), rows[1:])

    def _unique(self, gap: _Gap, size: int) -> list[tuple[int, int]]:
        """Where the rows stand that both states hold once, in the order of the old one."""
        before = _rows(self.old, gap.old_start, gap.old_end, size)
        behind = _rows(self.new, gap.new_start, gap.new_end, size)
        pairs = ((a, behind.get(row, NOWHERE)) for row, a in before.items())
        return [(a, b) for a, b in pairs if NOWHERE not in (a, b)]

    def _compare(self, gap: _Gap) -> None:
        from difflib import SequenceMatcher

        a = self.old[gap.old_start : gap.old_end]
        b = self.new[gap.new_start : gap.new_end]
        if len(a) * len(b) > _MOST or _equal_pairs(a, b) > _EQUAL:
            return
        for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
            for i in range(block.size):
                self.found[gap.old_start + block.a + i] = gap.new_start + block.b + i


def _equal_pairs(a: Sequence[str], b: Sequence[str]) -> int:
    counts = Counter(b)
    return sum(count * counts[word] for word, count in Counter(a).items())


def _rows(words: Sequence[str], start: int, end: int, size: int) -> dict[tuple[str, ...], int]:
    """Every row of so many words, with its index; `NOWHERE` for one that stands there twice."""
    found: dict[tuple[str, ...], int] = {}
    for at in range(start, end - size + 1):
        row = tuple(words[at : at + size])
        found[row] = NOWHERE if row in found else at
    return found


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of pairs in the order of their first numbers, the longest choice whose second ones rise."""
    ends: list[int] = []  # the lowest second number that ends a selection of each length
    last: list[int] = []  # which pair that is
    came: list[int] = []  # the pair before each in its selection
    for i, (_, second) in enumerate(pairs):
        at = bisect_left(ends, second)
        came.append(last[at - 1] if at else NOWHERE)
        ends[at : at + 1] = [second]
        last[at : at + 1] = [i]
    return [pairs[i] for i in _back(came, last[-1] if last else NOWHERE)][::-1]


def _back(came: Sequence[int], at: int) -> Iterator[int]:
    while at != NOWHERE:
        yield at
        at = came[at]
