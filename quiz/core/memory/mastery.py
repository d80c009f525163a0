"""How well questions, and the passages they stand on, are mastered on a day.

A question is

- *never asked* without a memory (also when its answer was changed since),
- *missed last time* when its latest scheduled review was rated Again: wrong, partly right, given
  up, guessed, or right only after a hint that narrows,
- *known* when its stability is `KNOWN_DAYS` or more and the chance to remember it today is
  `KNOWN_CHANCE` or more: what was known for good and is long overdue is learnt again,
- *learning* otherwise.

A passage is in the worst state of the questions on it, in the order of `Mastery`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from quiz.core.memory.scheduling import Memory, Rating
from quiz.core.text.passages import Passage

KNOWN_DAYS = 21.0
"""From this stability (days) on a question counts as known."""

KNOWN_CHANCE = 0.8
"""Below this chance to remember it today a question is not known any more."""


class Mastery(StrEnum):
    """The state of a question or passage, in words; the worst first."""

    MISSED = "missed last time"
    NEVER = "never asked"
    LEARNING = "learning"
    KNOWN = "known"

    @property
    def letter(self) -> str:
        """Its sign in a gutter."""
        return self.value[0].upper()


WORST_FIRST = tuple(Mastery)
_RANK = {state: rank for rank, state in enumerate(WORST_FIRST)}


def mastery(memory: Memory | None, chance: float) -> Mastery:
    """The state of a question; `chance` (0 to 1) is its retrievability now, if it has a memory."""
    if memory is None:
        return Mastery.NEVER
    if memory.last is Rating.AGAIN:
        return Mastery.MISSED
    known = memory.stability >= KNOWN_DAYS and chance >= KNOWN_CHANCE
    return Mastery.KNOWN if known else Mastery.LEARNING


def worst(states: Iterable[Mastery]) -> Mastery:
    """The worst of some states. Raises ValueError without any."""
    return min(states, key=_RANK.__getitem__)


def in_need(state: Mastery) -> int:
    """A key to sort by: the most in need of practice first."""
    return _RANK[state]


class Marked(NamedTuple):
    """A passage, the uids of the questions that stand on it, and its state."""

    passage: Passage
    questions: tuple[str, ...]
    state: Mastery


def marked_passages(
    standing: Iterable[tuple[str, Passage]], states: Mapping[str, Mastery]
) -> tuple[Marked, ...]:
    """Each passage once with all its questions, in the order of the text.

    `standing` are questions (by uid) with a passage each; a question without a state counts as
    never asked.
    """
    found: dict[Passage, dict[str, None]] = {}
    for uid, passage in standing:
        found.setdefault(passage, {})[uid] = None
    return tuple(
        Marked(
            passage,
            tuple(found[passage]),
            worst(states.get(uid, Mastery.NEVER) for uid in found[passage]),
        )
        for passage in sorted(found)
    )


class Span(NamedTuple):
    """A stretch of text in one state; `start` to `end` in characters, end excluded."""

    start: int
    end: int
    state: Mastery


def flattened(marked: Sequence[Marked]) -> tuple[Span, ...]:
    """Stretches that do not overlap: where passages do, the worst state counts."""
    edges = sorted({edge for m in marked for edge in (m.passage.start, m.passage.end)})
    spans: list[Span] = []
    open_: list[tuple[int, int]] = []
    at = 0
    for start, end in pairwise(edges):
        while at < len(marked) and marked[at].passage.start <= start:
            heappush(open_, (_RANK[marked[at].state], marked[at].passage.end))
            at += 1
        while open_ and open_[0][1] <= start:
            heappop(open_)
        if open_:
            _append(spans, Span(start, end, WORST_FIRST[open_[0][0]]))
    return tuple(spans)


def _append(spans: list[Span], span: Span) -> None:
    """Add a span, joined to the last one when that is its neighbour in the same state."""
    if spans and spans[-1].end == span.start and spans[-1].state is span.state:
        spans[-1] = spans[-1]._replace(end=span.end)
    else:
        spans.append(span)


class Counts(NamedTuple):
    """How many questions are in each state, the worst first; those without any are left out."""

    counts: tuple[tuple[Mastery, int], ...] = ()

    @classmethod
    def of(cls, states: Iterable[Mastery]) -> Counts:
        """Count states."""
        found = Counter(states)
        return cls(tuple((state, found[state]) for state in WORST_FIRST if found[state]))

    @property
    def total(self) -> int:
        """How many questions there are."""
        return sum(count for _, count in self.counts)

    def of_state(self, state: Mastery) -> int:
        """How many are in a state."""
        return dict(self.counts).get(state, 0)


def between(marked: Sequence[Marked], start: int, end: int) -> Sequence[Marked]:
    """Those of the sorted passages that begin in a stretch of the text."""
    first = bisect_left(marked, start, key=_start)
    return marked[first : bisect_left(marked, end, key=_start)]


def passage_after(marked: Sequence[Marked], offset: int) -> int | None:
    """The number of the first passage that begins after an offset; None when there is none."""
    at = bisect_right(marked, offset, key=_start)
    return at if at < len(marked) else None


def _start(marked: Marked) -> int:
    return marked.passage.start
