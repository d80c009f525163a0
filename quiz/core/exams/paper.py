"""Draw an exam's paper: in proportion to documents and, inside each, to tags."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quiz.core.sessions.selection import Candidate, arrange


@dataclass(frozen=True, slots=True)
class Eligible:
    """A question that may be drawn, with its document and the first of its tags ('' for none)."""

    candidate: Candidate
    document: str = ""
    tag: str = ""


def draw(pool: Iterable[Eligible], count: int, chance: random.Random) -> tuple[str, ...]:
    """`count` questions of the pool (all of a smaller one) in the order they are to be asked.

    Each document, and each tag inside a document, gets its share of the questions, rounded up or
    down. Of questions on overlapping passages one is drawn, as long as their tag has others left.
    Equal pools and equal chances give equal papers, whatever the pool's order.
    """
    ordered = sorted(pool, key=lambda eligible: eligible.candidate.question)
    chance.shuffle(ordered)
    documents: dict[str, list[Eligible]] = defaultdict(list)
    for eligible in ordered:
        documents[eligible.document].append(eligible)
    sizes = {name: len(group) for name, group in documents.items()}
    seats = largest_remainder(sizes, min(count, len(ordered)))
    owed: dict[str, float] = defaultdict(float)
    chosen: list[Candidate] = []
    for name, group in documents.items():
        _draw_document(group, seats[name], owed, chosen)
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
    group: Sequence[Eligible], seats: int, owed: dict[str, float], chosen: list[Candidate]
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
            chosen.append(lane.pop(_freest(lane, chosen)))


def _freest(lane: Sequence[Candidate], chosen: Sequence[Candidate]) -> int:
    """The first candidate that stands on no chosen one's passage, else one with the fewest."""
    best, fewest = 0, len(chosen) + 1
    for i, candidate in enumerate(lane):
        touched = sum(candidate.touches(other) for other in chosen)
        if touched < fewest:
            best, fewest = i, touched
        if not touched:
            break
    return best
