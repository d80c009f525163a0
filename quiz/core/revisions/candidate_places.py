"""The places in a changed document that may be what a source means."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from quiz.core.grounding.located import occurrences
from quiz.core.grounding.similarity import Candidate, candidates, similarity
from quiz.core.grounding.surrounding_words import NEEDED, Agreement
from quiz.core.revisions.expected_place import Framed, Span, Surroundings
from quiz.core.text.edges import cuts_word
from quiz.core.text.meaning import numbers, same_meaning, same_words, words

SHORT, SHORTISH = 12, 24
"""Characters: a shorter text is never taken without context, or never far from it."""

_SHORT_NEEDS = dict(zip(Agreement, (1, 1, 0.80, 0.60), strict=True))
_SHORTISH_NEEDS = dict(zip(Agreement, (1, 0.80, 0.70, 0.50), strict=True))
_EDITED_NEEDS = 0.9  # similarity, where one side of the place has been edited too
_STOP = re.compile(r"[.!?][)\"']*\s*$")
_LONGEST = 4000  # characters; a longer text is only found as it is
_TWIN = 0.3  # similarity of what may be an edit, where a copy stands in the same surroundings


def _free(_start: int, _end: int) -> bool:
    return False


@dataclass(frozen=True)
class Places:
    """Where a text (`wanted` when folded) and what resembles it stands in a document.

    Spans count characters of the framed and folded text. Those that are `taken` are another text's.
    """

    document: Framed
    exact: str
    wanted: str
    around: Surroundings
    taken: Callable[[int, int], bool] = _free

    @cached_property
    def hits(self) -> list[tuple[int, int]]:
        """Where the text stands as whole words, apart from case, spaces, quotes and the like."""
        size, text = len(self.wanted), self.document.folded.text
        spans = ((at, at + size) for at in occurrences(text, self.wanted))
        counted = numbers(self.exact)
        hits = [hit for hit in spans if (q := self.quote(*hit)) and numbers(q) == counted]
        return [hit for hit in hits if not self.taken(*hit)]

    @cached_property
    def room(self) -> Span | None:
        """Where the passage must be if it is still in its place; None when that is not known."""
        return self.around.room(len(self.wanted))

    @cached_property
    def pool(self) -> list[Candidate]:
        """Places that resemble the text as much as their surroundings ask for, best first."""
        if len(self.wanted) > _LONGEST or (len(self.wanted) < SHORT and not self.around.given):
            return []
        wanted, contexts = self.wanted, self.around.contexts
        found = [c for context in contexts for c in candidates(wanted, context, self.hits)]
        spans = {(c.start, c.end) for c in found} | {
            self._trimmed(*gap) for gap in self.around.gaps
        }
        good = [c for c in map(self._candidate, spans) if self._near_enough(c)]
        good = [c for c in good if not self.taken(c.start, c.end)]
        return sorted(good, key=lambda c: (-c.agreement, -c.lead, c.start, c.end))

    def _candidate(self, span: tuple[int, int]) -> Candidate:
        start, end = span
        alike = similarity(self.wanted, self.document.folded.text[start:end])
        known = self._within(start, end) and self.quote(start, end)
        return Candidate(start, end, alike if known else 0, self.agreement(start, end))

    @property
    def twins(self) -> list[tuple[int, int]]:
        """What else stands where the passage could have stood: an edit of it, beside a copy."""
        text = self.document.folded.text
        spans = (self._trimmed(*span) for span in self.around.twins(len(self.wanted)))
        others = [
            (a, b) for a, b in spans if all(b <= first or last <= a for first, last in self.hits)
        ]
        return [span for span in others if similarity(self.wanted, text[slice(*span)]) >= _TWIN]

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        between = self.document.folded.text[start:end]
        first = start + len(between) - len(between.lstrip())
        return first, first + len(between.strip())

    def hits_in(self, candidate: Candidate) -> list[tuple[int, int]]:
        """The hits that share characters with a candidate."""
        return [hit for hit in self.hits if hit[0] < candidate.end and candidate.start < hit[1]]

    def in_place(self, start: int, end: int) -> bool:
        """Whether a span stands where the passage stood."""
        if self.room:
            return self._within(start, end)
        return self.around.stands(start, end)

    def _within(self, start: int, end: int) -> bool:
        return self.room is None or (self.room.start <= start and end <= self.room.end)

    def agreement(self, start: int, end: int) -> Agreement:
        """As the surroundings say; in its narrowed-down place one side counts as agreeing."""
        found = self.around.agreement(start, end)
        return max(found, Agreement.ONE_SIDE) if self.room else found

    def _near_enough(self, candidate: Candidate) -> bool:
        if candidate.similarity == 1:
            return True
        needed = NEEDED[candidate.agreement]
        if len(self.wanted) < SHORT:
            needed = _SHORT_NEEDS[candidate.agreement]
        elif len(self.wanted) < SHORTISH:
            needed = max(needed, _SHORTISH_NEEDS[candidate.agreement])
        return candidate.similarity >= needed

    def fits(self, candidate: Candidate) -> bool:
        """Whether it begins and ends like the text, where nothing beside it says where.

        A place of which one side is strange as a whole must have the words themselves, unless
        parts of that side are still near: then it has been edited there.
        """
        span = candidate.start, candidate.end
        sure = self.room is not None or candidate.agreement is Agreement.BOTH_SIDES
        if not (sure or self.around.familiar(*span) or self._edited_beside(candidate)):
            return len(self.wanted) >= SHORTISH and self.same(candidate)
        begun, ended = self.around.pins(*span)
        old, new = words(self.exact), words(self.quote(candidate.start, candidate.end))
        return (begun or old[:1] == new[:1] or self._opens(candidate)) and (
            ended or old[-1:] == new[-1:] or self._closes(candidate)
        )

    def _opens(self, candidate: Candidate) -> bool:
        """Whether it begins a sentence as the text did."""
        sides = self.around.contexts[0].prefix, self.document.folded.text[: candidate.start]
        return all(_STOP.search(side) for side in sides)

    def _closes(self, candidate: Candidate) -> bool:
        """Whether it ends a sentence as the text did."""
        found = self.document.folded.text[candidate.start : candidate.end]
        return all(_STOP.search(part) for part in (self.wanted, found))

    def _edited_beside(self, candidate: Candidate) -> bool:
        span = candidate.start, candidate.end
        if candidate.similarity < _EDITED_NEEDS or len(self.wanted) < SHORTISH:
            return False
        return same_meaning(self.exact, self.quote(*span)) and self.around.remains(*span)

    def same(self, candidate: Candidate) -> bool:
        """Whether a candidate differs in spelling only."""
        found = self.quote(candidate.start, candidate.end)
        return same_words(self.exact, found, self._known) and same_meaning(self.exact, found)

    def _known(self, word: str) -> bool:
        text = self.document.folded.text
        return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None

    def quote(self, start: int, end: int) -> str:
        """The document's own text of a span; empty where that is not whole words."""
        place = self.document.passage(start, end)
        if place is None or cuts_word(self.document.text, place):
            return ""
        return self.document.text[place.start : place.end]


def apart(ranked: Sequence[Candidate]) -> list[Candidate]:
    """The best of those that overlap."""
    kept: list[Candidate] = []
    for candidate in ranked:
        if all(candidate.end <= k.start or k.end <= candidate.start for k in kept):
            kept.append(candidate)
    return kept
