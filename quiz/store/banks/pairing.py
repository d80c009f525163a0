"""Which item of a bank is one that came in before: by the bank's own name, else by its wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from quiz.core.questions.question import Question
from quiz.store.banks.record import Record, content_digest, stem_digest

ALIKE = 0.8
"""How much two stems have in common that are one question, reworded."""

MOST_COMPARED = 250_000
"""Pairs of stems that are compared; beyond that, rewording makes a new question."""

T = TypeVar("T")


class Arrival(NamedTuple):
    """A question that comes in, without an id, and what its bank calls it."""

    question: Question
    file: str
    uid: str = ""
    name: str = ""


def paired(
    arrivals: Sequence[Arrival], records: Sequence[Record], stems: Mapping[str, str]
) -> dict[int, Record]:
    """The record of each arrival that has one, by the arrival's place.

    `stems` are those of the questions by id, as they stand in the set.
    """
    found: dict[int, Record] = {}
    left = list(records)
    for way in _WAYS:
        free = [at for at in range(len(arrivals)) if at not in found]
        known = way.keyed((way.theirs(record), record) for record in left)
        here = way.keyed((way.ours(arrivals[at]), at) for at in free)
        found |= {at: known[key] for key, at in here.items() if key in known}
        used = {record.question for record in found.values()}
        left = [record for record in left if record.question not in used]
    return found | dict(_reworded(arrivals, found, left, stems))


def _once(pairs: Iterable[tuple[str, T]]) -> dict[Hashable, T]:
    """What stands there once, and is not empty."""
    listed = [(key, value) for key, value in pairs if key]
    times = Counter(key for key, _ in listed)
    return {key: value for key, value in listed if times[key] == 1}


def _counted(pairs: Iterable[tuple[str, T]]) -> dict[Hashable, T]:
    """The first of a kind, the second, and so on."""
    times: Counter[str] = Counter()
    found: dict[Hashable, T] = {}
    for key, value in pairs:
        times[key] += 1
        found[key, times[key]] = value
    return found


class _Way(NamedTuple):
    """How items are known again: what of an arrival is compared with what of a record."""

    ours: Callable[[Arrival], str]
    theirs: Callable[[Record], str]
    once: bool

    def keyed(self, pairs: Iterable[tuple[str, T]]) -> dict[Hashable, T]:
        """Values by what tells them apart."""
        return _once(pairs) if self.once else _counted(pairs)


_WAYS = (
    _Way(lambda arrival: arrival.uid, lambda record: record.uid, True),
    _Way(lambda a: content_digest(a.question), lambda record: record.content, False),
    _Way(lambda a: stem_digest(a.question), lambda record: record.stem, False),
    _Way(lambda arrival: arrival.name, lambda record: record.name, True),
)


def _reworded(
    arrivals: Sequence[Arrival],
    found: Mapping[int, Record],
    left: Sequence[Record],
    stems: Mapping[str, str],
) -> Iterable[tuple[int, Record]]:
    """What is left over on both sides and reads much alike, the likest first."""
    from rapidfuzz.fuzz import ratio

    free = [at for at in range(len(arrivals)) if at not in found and not arrivals[at].uid]
    if not left or len(free) * len(left) > MOST_COMPARED:
        return
    scored = [
        (ratio(arrivals[at].question.stem, stems[record.question]) / 100, at, i)
        for at in free
        for i, record in enumerate(left)
        if not record.uid and record.question in stems
    ]
    taken: set[int] = set()
    given: set[int] = set()
    for score, at, i in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if score >= ALIKE and at not in given and i not in taken:
            given.add(at)
            taken.add(i)
            yield at, left[i]
