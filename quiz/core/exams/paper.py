"""Draw an exam's paper: in proportion to documents and, inside each, to tags."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

from quiz.core.sessions.selection import Candidate, arrange


@dataclass(frozen=True, slots=True)
class Eligible:
    """A question that may be drawn, with its document and the first of its tags ('' for none)."""

    candidate: Candidate
    document: str = ""
    tag: str = ""


Apart: TypeAlias = Mapping[str, Set[str]]
"""For a question, those that give it away and that it gives away."""

NONE_APART: Apart = MappingProxyType({})


def draw(
    pool: Iterable[Eligible], count: int, chance: random.Random, apart: Apart = NONE_APART
) -> tuple[str, ...]:
    """`count` questions of the pool (all of a smaller one) in the order they are to be asked.

    Each document, and each tag inside a document, gets its share of the questions, rounded up or
    down. Of questions on overlapping passages one is drawn, as long as their tag has others left;
    of those that are to be `apart`, as long as there are any others, of another tag or document if
    need be.
    Equal pools and equal chances give equal papers, whatever the pool's order.
    """
    ordered = sorted(pool, key=lambda eligible: eligible.candidate.question)
    chance.shuffle(ordered)
    documents: dict[str, list[Eligible]] = defaultdict(list)
    for eligible in ordered:
        documents[eligible.document].append(eligible)
    sizes = {name: len(group) for name, group in documents.items()}
    seats = largest_remainder(sizes, min(count, len(ordered)))
    apart = apart if count < len(ordered) else NONE_APART  # all are asked anyway
    owed: dict[str, float] = defaultdict(float)
    chosen: list[Candidate] = []
    for name, group in documents.items():
        _draw_document(group, seats[name], owed, chosen, apart)
    _exchange(chosen, ordered, apart)
    chance.shuffle(chosen)
    return tuple(candidate.question for candidate in arrange(chosen))


def largest_remainder(
    sizes: Mapping[str, int], seats: int, owed: Mapping[str, float] | None = None
) -> dict[str, int]:
    """Seats in proportion to sizes: each its share rounded down, the rest to the largest remainders
    (Hamilton's method); `owed` adds to the remainders. Equal ones are served in the given order.

    `seats` must not be more than all sizes together; then nothing gets more than its size.
    """
    total = sum(sizes.values()) or 1
    given = {name: seats * size // total for name, size in sizes.items()}
    rest = {name: seats * size % total / total for name, size in sizes.items()}
    extra = owed or {}
    hungry = sorted(
        (name for name in sizes if rest[name]),
        key=lambda name: rest[name] + extra.get(name, 0.0),
        reverse=True,
    )
    for name in hungry[: seats - sum(given.values())]:
        given[name] += 1
    return given


def _draw_document(
    group: Sequence[Eligible],
    seats: int,
    owed: dict[str, float],
    chosen: list[Candidate],
    apart: Apart,
) -> None:
    """Add a document's questions. What rounding owes to a tag goes on to the next document."""
    tags: dict[str, list[Candidate]] = defaultdict(list)
    for eligible in group:
        tags[eligible.tag].append(eligible.candidate)
    sizes = {tag: len(lane) for tag, lane in tags.items()}
    given = largest_remainder(sizes, seats, owed)
    for tag, lane in tags.items():
        owed[tag] += seats * sizes[tag] / len(group) - given[tag]
        for _ in range(given[tag]):
            chosen.append(lane.pop(_freest(lane, chosen, apart)))


def _freest(lane: Sequence[Candidate], chosen: Sequence[Candidate], apart: Apart) -> int:
    """The first candidate that neither is told by a chosen one nor stands on its passage.

    Where there is none, the one with the fewest of these.
    """
    best, fewest = 0, (len(chosen) + 1, 0)
    for i, candidate in enumerate(lane):
        told = sum(other.question in apart.get(candidate.question, ()) for other in chosen)
        found = told, sum(candidate.touches(other) for other in chosen)
        if found < fewest:
            best, fewest = i, found
        if not any(found):
            break
    return best


def _exchange(chosen: list[Candidate], pool: Sequence[Eligible], apart: Apart) -> None:
    """Put others in the place of questions that give each other away, of like ones first."""
    if not apart:
        return
    like = {one.candidate.question: (one.document, one.tag) for one in pool}
    for at, candidate in enumerate(chosen):
        others = {other.question for other in chosen if other is not candidate}
        if others.isdisjoint(apart.get(candidate.question, ())):
            continue
        free = [
            one
            for one in pool
            if one.candidate.question not in others | {candidate.question}
            and others.isdisjoint(apart.get(one.candidate.question, ()))
        ]
        if free:
            chosen[at] = min(free, key=partial(_unlike, like[candidate.question])).candidate


def _unlike(wanted: tuple[str, str], one: Eligible) -> tuple[bool, bool]:
    """Whether the document is another one than wanted, and whether the tag is."""
    return one.document != wanted[0], one.tag != wanted[1]


def told_within(paper: Sequence[str], apart: Apart) -> int:
    """How many questions of a paper another one of it gives away, or is given away by it."""
    return sum(not set(paper).isdisjoint(apart.get(question, ())) for question in paper)
