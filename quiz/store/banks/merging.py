"""What comes in, beside what stands in the set: what is new, what is updated, what stays.

A question that its author has edited since it came in is never touched, and every one that is left
as it is although the bank says something else is told of.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from quiz.store.banks.pairing import Arrival, paired
from quiz.store.banks.record import Record, content_digest, stem_digest
from quiz.store.banks.standing import Standing
from quiz.store.sets.ids import kebab


class Fate(StrEnum):
    """What becomes of an item in the set."""

    NEW = "new"
    SAME = "unchanged"
    UPDATED = "updated"
    KEPT = "kept as edited"
    DELETED = "not brought back"


class Settled(NamedTuple):
    """An arrival, what becomes of it, and the id of its question.

    `reproved`: its key is another one now, so that what proved the old one proves nothing.
    """

    arrival: Arrival
    fate: Fate
    id: str
    reproved: bool = False


@dataclass
class Merging:
    """What is to become of a set: one entry in `settled` for each arrival, in their order.

    `gone` are ids of questions whose items the banks of before no longer have.
    """

    settled: list[Settled] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    def count(self, fate: Fate) -> int:
        """How many arrivals have this fate."""
        return sum(one.fate is fate for one in self.settled)


def merge(
    arrivals: Sequence[Arrival],
    records: Sequence[Record],
    standing: Mapping[str, Standing],
    taken: set[str],
) -> Merging:
    """What becomes of each arrival. `taken` are all ids in the set, also of unsound questions."""
    stems = {name: one.question.stem for name, one in standing.items()}
    known = paired(arrivals, records, stems)
    by_stem = _by_stem(standing, {record.question for record in known.values()})
    ids = _Ids(taken | {record.question for record in records})
    found = Merging()
    for at, arrival in enumerate(arrivals):
        record = known.get(at)
        here = by_stem.pop(stem_digest(arrival.question), None) if record is None else None
        if record is not None:
            found.settled.append(_again(arrival, record, standing.get(record.question)))
        elif here is not None:
            found.settled.append(_adopted(arrival, here))
        else:
            found.settled.append(Settled(arrival, Fate.NEW, ids.new(_id(arrival))))
    met = {record.question for record in known.values()}
    files = {arrival.file for arrival in arrivals}
    found.gone = [
        r.question
        for r in records
        if r.question not in met and r.file in files and r.question in standing
    ]
    return found


def _by_stem(standing: Mapping[str, Standing], known: set[str]) -> dict[str, Standing]:
    """Questions that no record speaks of, by what they ask."""
    others = (one for name, one in standing.items() if name not in known)
    return {stem_digest(one.question): one for one in others}


def _again(arrival: Arrival, record: Record, standing: Standing | None) -> Settled:
    """One that came in before."""
    changed = content_digest(arrival.question) != record.content
    if standing is None:
        return Settled(arrival, Fate.DELETED, record.question)
    if not changed or content_digest(standing.question) == content_digest(arrival.question):
        return Settled(arrival, Fate.SAME, record.question)
    if standing.block != record.block or not standing.keys:
        return Settled(arrival, Fate.KEPT, record.question)
    other_key = standing.question.key_hash != arrival.question.key_hash
    return Settled(arrival, Fate.UPDATED, record.question, other_key)


def _adopted(arrival: Arrival, standing: Standing) -> Settled:
    """One that stands in the set, though nothing is remembered of how it came there."""
    same = content_digest(arrival.question) == content_digest(standing.question)
    return Settled(arrival, Fate.SAME if same else Fate.KEPT, standing.question.id)


class _Ids:
    """Ids that are taken; each new one gets a number where it needs one."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = taken
        self._numbers: dict[str, int] = {}

    def new(self, made: str) -> str:
        """An id like this one, or with the first number that is free."""
        found, number = made, self._numbers.get(made, 1)
        while found in self._taken:
            number += 1
            found = f"{made}-{number}"
        self._numbers[made] = number
        self._taken.add(found)
        return found


_WORDS = re.compile(r"[a-z]{2,}\d{0,3}(?:-[a-z0-9]+)*")
_LONGEST = 48


def _id(arrival: Arrival) -> str:
    """The bank's own id where it is one of words, else one of the name, the stem or the key."""
    question = arrival.question
    if len(arrival.uid) <= _LONGEST and _WORDS.fullmatch(arrival.uid):
        return arrival.uid
    return (
        kebab(arrival.name) or kebab(question.stem) or kebab(" ".join(question.key)) or "question"
    )
