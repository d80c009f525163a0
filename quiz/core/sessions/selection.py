"""What to ask next: due first, then new; documents interleaved, neighbours in the text apart."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import NamedTuple

from quiz.core.documents.document import Passage

APART = 3
"""Questions on overlapping passages have at least this many others between them, if possible."""

WINDOW = 50
"""How far ahead of its turn a question may be drawn to keep others apart."""

SAME_DOCUMENT = 6
"""How many places a question may be drawn forward to change the document."""


class Candidate(NamedTuple):
    """A question that may be asked. `passages` are (document, passage) of its sources.

    `compares`: it comes from a set whose questions span several documents. `needed`: it must be
    begun today to be ready for an exam.
    """

    question: str
    passages: tuple[tuple[str, Passage], ...] = ()
    compares: bool = False
    needed: bool = False

    @property
    def document(self) -> str:
        """The document it is mainly about; empty when unknown."""
        return self.passages[0][0] if self.passages else ""

    def touches(self, other: Candidate) -> bool:
        """True when both stand on overlapping passages of one document."""
        return any(
            document == theirs and passage.overlaps(passage_of_theirs)
            for document, passage in self.passages
            for theirs, passage_of_theirs in other.passages
        )


def choose(
    due: Iterable[Candidate], new: Iterable[Candidate], *, limit: int, new_limit: int
) -> list[Candidate]:
    """The questions of a session: due ones in the order given, then new ones by document.

    `limit` 0 means no limit. New ones come in the authors' order, the documents taking turns:
    first those needed, then those of a set about one document, then those that compare several.
    """
    waiting = list(new)
    needed = take_turns(c for c in waiting if c.needed)
    simple = take_turns(c for c in waiting if not c.needed and not c.compares)
    comparing = take_turns(c for c in waiting if not c.needed and c.compares)
    fresh = list(islice(chain(needed, simple, comparing), max(0, new_limit)))
    chosen = [*due, *fresh]
    return chosen[:limit] if limit else chosen


def take_turns(candidates: Iterable[Candidate]) -> Iterable[Candidate]:
    """One of each document in turn, each document's in the order given."""
    lanes: dict[str, deque[Candidate]] = defaultdict(deque)
    for candidate in candidates:
        lanes[candidate.document].append(candidate)
    while lanes:
        for document in list(lanes):
            yield lanes[document].popleft()
            if not lanes[document]:
                del lanes[document]


def arrange(chosen: Sequence[Candidate]) -> list[Candidate]:
    """Keep the order as far as possible, but overlapping passages apart and documents mixed."""
    waiting = list(chosen)
    arranged: list[Candidate] = []
    while waiting:
        recent = arranged[-APART:]
        index = min(range(min(WINDOW, len(waiting))), key=lambda i: _cost(waiting[i], recent, i))
        arranged.append(waiting.pop(index))
    return arranged


def _cost(candidate: Candidate, recent: Sequence[Candidate], place: int) -> int:
    """How much worse it is to ask this one now: near an overlap, same document, out of its turn."""
    nearness = max((i + 1 for i, other in enumerate(recent) if candidate.touches(other)), default=0)
    same_document = bool(recent) and candidate.document == recent[-1].document
    return 2 * WINDOW * nearness + SAME_DOCUMENT * same_document + place
