"""Where the words of one passage stand now, and from where to where what stands for it reaches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from quiz.core.revisions.alignment import NOWHERE
from quiz.core.revisions.old_words import WordAlignment

_STRONG = 3  # words in a row that stand together by no accident
_STRAY = 12  # words by which those of a passage may have come apart
_LOOSE = 8  # words by which a single one at its edge may have
_ROW = 6  # words beside a passage that tell where it stands
_FAR = 20  # new words that one does not put beside a short passage by editing it
_LINE, _GROWTH = 40, 2  # words in which a neighbour is looked for, and how far a text may grow
_BETWEEN = 8  # words in which the neighbours of what is gone are looked for
_GROWN = 3  # words that stand where one stood, and are no sentence of their own
_STOP = re.compile(r"[.!?:][\"')\]*_`]*\s")
_PAUSES = ",.;:"


class Signs(NamedTuple):
    """What of a passage is no word: signs in front and behind, whether others stood right there.

    `parted` tells whether it went over the end of a paragraph.
    """

    lead: str = ""
    tail: str = ""
    joined_before: bool = False
    joined_behind: bool = False
    parted: bool = False


@dataclass(frozen=True)
class AlignedSpan:
    """The old words from `first` to `last` (excluded), and what became of them."""

    word_alignment: WordAlignment
    first: int
    last: int
    signs: Signs = Signs()

    @property
    def size(self) -> int:
        """Its words."""
        return self.last - self.first

    @cached_property
    def whole(self) -> bool:
        """Whether all of them stand there in a row."""
        found = self.word_alignment.found[self.first : self.last]
        return self.word_alignment.rows[self.first] >= self.size == found[-1] - found[0] + 1

    @property
    def beside(self) -> int:
        """Words of other text that stand in one row with the whole passage."""
        return self.word_alignment.rows[self.first] - self.size

    @cached_property
    def core(self) -> Sequence[int]:
        """The old words of the passage that stand together: the weightiest group of them."""
        found = self.word_alignment.found
        groups: list[list[int]] = [[]]
        for at in range(self.first, self.last):
            if found[at] == NOWHERE:
                continue
            if groups[-1] and not self._near(groups[-1][-1], at):
                groups.append([])
            groups[-1].append(at)
        return self._trimmed(max(groups, key=self.word_alignment.weight))

    def _near(self, one: int, other: int) -> bool:
        apart = self.word_alignment.found[other] - self.word_alignment.found[one]
        return 0 < apart <= other - one + max(_STRAY, self.size // 2)

    def _trimmed(self, core: list[int]) -> Sequence[int]:
        """Without words at its edges that stand alone and far from the others, by accident."""
        found, rows = self.word_alignment.found, self.word_alignment.rows
        for edge, step in ((0, 1), (-1, -1)):
            while len(core) > 1 and rows[core[edge]] < _STRONG:
                one, other = core[edge], core[edge + step]
                if abs(found[other] - found[one]) <= abs(other - one) + _LOOSE:
                    break
                del core[edge]
        return core

    @property
    def has_moved(self) -> bool:
        """Whether the words stand in another order to the rest of the document."""
        return self.core[0] in self.word_alignment.moved

    @cached_property
    def share(self) -> float:
        """How much of the passage, in telling words, stands together (0 to 1)."""
        weight = self.word_alignment.weight
        return weight(self.core) / weight(range(self.first, self.last))

    @cached_property
    def _came(self) -> tuple[int, int]:
        """How many new words stand right before and right behind the core."""
        found, taken = self.word_alignment.found, self.word_alignment.taken
        first, last = found[self.core[0]], found[self.core[-1]]
        before, behind = first - 1, last + 1
        while before >= 0 and before not in taken:
            before -= 1
        while behind < len(self.word_alignment.new) and behind not in taken:
            behind += 1
        return first - before - 1, behind - last - 1

    @cached_property
    def pinned(self) -> tuple[bool, bool]:
        """Whether the very next word before the passage is before it now, and behind.

        No long new text may stand between.
        """
        found, rows, (before, behind) = (
            self.word_alignment.found,
            self.word_alignment.rows,
            self._came,
        )
        left, right = found[self.core[0]] - before - 1, found[self.core[-1]] + behind + 1
        return (
            rows[self.first - 1] >= _STRONG
            and found[self.first - 1] == left
            and before <= self._far,
            rows[self.last] >= _STRONG and found[self.last] == right and behind <= self._far,
        )

    @property
    def _far(self) -> int:
        return max(_FAR, 2 * self.size)

    @property
    def tight(self) -> bool:
        """Whether both neighbours are right beside it, with hardly anything new between."""
        gone = self.core[0] - self.first, self.last - 1 - self.core[-1]
        few = all(new <= 2 * old + 1 for new, old in zip(self._came, gone, strict=True))
        return few and all(self.pinned)

    @property
    def copied(self) -> bool:
        """Whether what stood right before or behind it stands more often than it did."""
        copied = self.word_alignment.copied
        return copied(max(0, self.first - _ROW), self.first) or copied(self.last, self.last + _ROW)

    @property
    def in_line(self) -> bool:
        """Whether it stands between the nearest rows of old words before and behind it."""
        found, rows = self.word_alignment.found, self.word_alignment.rows
        low, high = max(0, self.first - _LINE), min(len(found), self.last + _LINE)
        before = next((i for i in range(self.first - 1, low - 1, -1) if rows[i] >= _STRONG), None)
        behind = next((i for i in range(self.last, high) if rows[i] >= _STRONG), None)
        if before is None or behind is None:
            return False
        room = _GROWTH * (behind - before) + _LINE
        inside = found[before] < found[self.core[0]] and found[self.core[-1]] < found[behind]
        return inside and found[behind] - found[before] <= room

    @property
    def adrift(self) -> bool:
        """Whether a long new text stands right beside it."""
        return max(self._came) > self._far

    @cached_property
    def company(self) -> int:
        """Words outside the passage that stand around it as they did, with small gaps only."""
        return self._company(self.core[0], -1) + self._company(self.core[-1], 1)

    def _company(self, at: int, step: int) -> int:
        found = self.word_alignment.found
        there, lost, count = found[at], 0, 0
        while lost < _STRAY and 0 < at + step < len(found) - 1:
            at += step
            if found[at] == NOWHERE or not 0 < (found[at] - there) * step <= lost + _STRAY:
                lost += 1
                continue
            there, lost = found[at], 0
            count += not self.first <= at < self.last
        return count

    @property
    def gap(self) -> tuple[int, int] | None:
        """What stands between the nearest words before and behind it; None where they are gone.

        In framed and folded characters.
        """
        new = self.word_alignment.new
        before = self._neighbour(range(self.first - 1, max(-1, self.first - 1 - _BETWEEN), -1))
        last = min(len(self.word_alignment.found), self.last + _BETWEEN)
        behind = self._neighbour(range(self.last, last))
        if NOWHERE in (before, behind) or behind <= before + 1:
            return None
        return self._behind_words(new[before].end), new[behind].start

    def _neighbour(self, near: Iterable[int]) -> int:
        """Where the first of some old words stands that has stayed among others."""
        found, rows = self.word_alignment.found, self.word_alignment.rows
        at = next(iter(near), NOWHERE)
        if at != NOWHERE and found[at] != NOWHERE:
            return found[at]
        return next((found[i] for i in near if found[i] != NOWHERE and rows[i] >= _STRONG), NOWHERE)

    def _behind_words(self, at: int) -> int:
        """Behind the signs that close what ends here."""
        text = self.word_alignment.text
        while at < len(text) and not (text[at].isspace() or text[at].isalnum()):
            at += 1
        return at

    @property
    def span(self) -> tuple[int, int]:
        """Where what stands for the passage starts and ends, in framed and folded characters."""
        return self._start(), self._end()

    def _start(self) -> int:
        at = self.core[0]
        there, came = self.word_alignment.found[at], self._own(0, at - self.first)
        start = self._before(there - came)
        if came > at - self.first + _GROWN:
            last = self.word_alignment.new[there].start
            start = max(
                (m.end() for m in _STOP.finditer(self.word_alignment.text, start, last)),
                default=start,
            )
        return start

    def _end(self) -> int:
        at = self.core[-1]
        gone = self.last - 1 - at
        there, came = self.word_alignment.found[at], self._own(1, gone)
        end = self._behind(there + came)
        if came > gone + _GROWN:
            stop = _STOP.search(self.word_alignment.text, self.word_alignment.new[there].end, end)
            return stop.end() - 1 if stop else end
        return end

    def _own(self, side: int, gone: int) -> int:
        """How many of the new words beside the core stand for words of the passage.

        All where its neighbour has stayed; else as many as are gone; never those beyond the end
        of a paragraph.
        """
        came = self._came[side] if gone else 0
        if not self.pinned[side]:
            came = min(came, self._to_stop(gone) if side else gone)
        if self.signs.parted:
            return came
        there = self.word_alignment.found[self.core[-side]]
        edges = ((there + n + 1 if side else there - n) for n in range(came))
        return next((n for n, at in enumerate(edges) if self.word_alignment.parted(at)), came)

    def _to_stop(self, gone: int) -> int:
        """As many words behind the core as are gone, or a few more to where a sentence ends."""
        stop, there = self.signs.tail[:1], self.word_alignment.found[self.core[-1]]
        if stop and stop in ".!?":
            for more in range(gone, min(gone + _GROWN, self._came[1]) + 1):
                if self.word_alignment.text.startswith(
                    stop, self.word_alignment.new[there + more].end
                ):
                    return more
        return gone

    def _before(self, at: int) -> int:
        """Where a passage starts that begins with this word, and with signs as it did."""
        text, words, lead = self.word_alignment.text, self.word_alignment.new, self.signs.lead
        start = words[at].start
        if lead and text.endswith(lead, 0, start):
            return start - len(lead)
        if self.signs.joined_before and not lead:
            return start
        low = words[at - 1].end if at else 0
        while start > low and not text[start - 1].isspace():
            start -= 1
        return start

    def _behind(self, at: int) -> int:
        """Where a passage ends that ends with this word, and with signs as it did."""
        text, words, tail = self.word_alignment.text, self.word_alignment.new, self.signs.tail
        end = words[at].end
        if tail and text.startswith(tail, end):
            return end + len(tail)
        if self.signs.joined_behind and not tail:
            return end
        high = words[at + 1].start if at + 1 < len(words) else len(text)
        last = next((i for i in range(end, high) if text[i].isspace()), high)
        return last if tail else end + len(text[end:last].rstrip(_PAUSES))
