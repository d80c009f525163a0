"""Find a source in a document: exact, then folded, then nearest; in doubt, not at all.

A wrong passage shown as proof is the worst this program can do. So only an exact and unique hit
counts as grounded, and whatever hints at another passage (other numbers, a negation, a context
that closed over a cut) makes the source missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from quiz.core.context import NEEDED, Agreement, Context, context
from quiz.core.edges import cuts_word
from quiz.core.folding import FoldedText, fold_spaces, folded_text
from quiz.core.meaning import numbers, same_meaning, same_words, words
from quiz.core.passages import Passage
from quiz.core.similarity import Candidate, candidates

MOST_PLACES = 1000
"""Occurrences of one text looked at; a source that occurs oftener is ambiguous anyway."""

MARGIN = 0.03
"""How far ahead of the next one the nearest place has to be."""

_SHORT, _SHORTISH = 12, 24  # characters: never changed without context; never changed far
_LONGEST = 4000  # characters; a longer text is only found as it is
_SHORT_NEEDS, _SHORTISH_NEEDS = 0.80, 0.70


class How(StrEnum):
    """How a source was found, from proof to nothing."""

    EXACT = "exact"
    FOLDED = "folded"
    NEAREST = "nearest"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Located:
    """Where a source stands in its document, in characters of the document's text.

    `passage` is None when ambiguous or missing; `others` are the places between which it is
    ambiguous. `score` is the similarity of the best place, 1 for exact and folded, 0 for none.
    """

    how: How
    passage: Passage | None = None
    others: tuple[Passage, ...] = ()
    score: float = 0.0

    @property
    def grounded(self) -> bool:
        """Whether the source stands in the document word for word and at one place only."""
        return self.how is How.EXACT


_MISSING = Located(How.MISSING)


def locate(document_text: str, exact: str, prefix: str = "", suffix: str = "") -> Located:
    """Find the one passage a source means, as a W3C TextQuoteSelector does.

    All texts are sanitised. Several places that fit equally give AMBIGUOUS and no passage. A hit
    inside a word or number (`mm` of `4 mm` in `14 mm`) only counts where the context fits.
    """
    if not exact.strip():
        return _MISSING
    found = _settled(document_text, _exact_places(document_text, exact, prefix, suffix), exact)
    if found is not None:
        return found
    folded = folded_text(document_text)
    around = context(folded.text, prefix, suffix)
    return _Search(document_text, exact, folded, around).result()


def _settled(text: str, places: Sequence[Passage], exact: str) -> Located | None:
    """The one place, or the ambiguity of several; None when there is no place at all."""
    if not places:
        return None
    if len(places) > 1:
        return Located(How.AMBIGUOUS, others=tuple(places), score=1.0)
    place = places[0]
    verbatim = text[place.start : place.end] == exact
    return Located(How.EXACT if verbatim else How.FOLDED, place, score=1.0)


def _exact_places(text: str, exact: str, prefix: str, suffix: str) -> list[Passage]:
    starts = (at + len(prefix) for at in occurrences(text, prefix + exact + suffix))
    places = [Passage(start, start + len(exact)) for start in starts]
    if prefix or suffix:
        return places
    return [place for place in places if not cuts_word(text, place)]


@dataclass(frozen=True)
class _Search:
    """One source that no plain search has settled."""

    text: str
    exact: str
    folded: FoldedText
    around: Context

    @cached_property
    def wanted(self) -> str:
        return fold_spaces(self.exact)

    def result(self) -> Located:
        if not self.wanted:
            return _MISSING
        places = [place for place, hit in self.hits.items() if self._stands_out(place, hit)]
        verbatim = [p for p in places if self.text[p.start : p.end] == self.exact]
        found = _settled(self.text, verbatim or places, self.exact)
        if found is not None:
            return found
        bare = len(self.wanted) < _SHORT and not self.around.given
        if bare or len(self.wanted) > _LONGEST or self.around.cut:
            return _MISSING
        return self._nearest()

    @cached_property
    def hits(self) -> dict[Passage, tuple[int, int]]:
        """Every place that reads the same once folded, numbers and units by the letter."""
        size = len(self.wanted)
        spans = ((at, at + size) for at in occurrences(self.folded.text, self.wanted))
        places = ((self.folded.passage(*span), span) for span in spans)
        counted = numbers(self.exact)
        return {
            place: span
            for place, span in places
            if place is not None and numbers(self.text[place.start : place.end]) == counted
        }

    def _stands_out(self, place: Passage, hit: tuple[int, int]) -> bool:
        return self.around.fits(*hit) if self.around.given else not cuts_word(self.text, place)

    def _nearest(self) -> Located:
        whole = [hit for place, hit in self.hits.items() if not cuts_word(self.text, place)]
        pool = [c for c in candidates(self.wanted, self.around, whole) if self._near_enough(c)]
        good = [c for c in pool if self._same(c)]
        if not good:
            return _MISSING
        best = max(good, key=_lead)
        changed = [c for c in pool if c not in good]
        if any((c.agreement, c.similarity) >= (best.agreement, best.similarity) for c in changed):
            return _MISSING  # the passage itself says something else now
        rivals = [c for c in good if c.lead > best.lead - MARGIN or c.agreement > best.agreement]
        return self._located(best, rivals)

    def _near_enough(self, candidate: Candidate) -> bool:
        if candidate.similarity == 1:
            return True
        needed = NEEDED[candidate.agreement]
        if len(self.wanted) < _SHORT:
            needed = _SHORT_NEEDS if candidate.agreement >= Agreement.ONE_SIDE else 1
        elif len(self.wanted) < _SHORTISH:
            needed = max(needed, _SHORTISH_NEEDS)
        return candidate.similarity >= needed

    def _same(self, candidate: Candidate) -> bool:
        place = self._place(candidate)
        if place is None or cuts_word(self.text, place):
            return False
        found = self.text[place.start : place.end]
        if candidate.agreement <= Agreement.PARTLY and not same_words(
            self.exact, found, self._known
        ):
            return False
        return self._whole(candidate, found) and same_meaning(self.exact, found)

    def _whole(self, candidate: Candidate, found: str) -> bool:
        """Whether a passage begins and ends like the wanted one, where no context says where."""
        begun, ended = self.around.pins(candidate.start, candidate.end)
        old, new = words(self.exact), words(found)
        return (begun or old[:1] == new[:1]) and (ended or old[-1:] == new[-1:])

    def _known(self, word: str) -> bool:
        return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", self.folded.text) is not None

    def _place(self, candidate: Candidate) -> Passage | None:
        return self.folded.passage(candidate.start, candidate.end)

    def _located(self, best: Candidate, rivals: Sequence[Candidate]) -> Located:
        places = tuple(p for p in map(self._place, sorted(rivals, key=_start)) if p is not None)
        stray = best.agreement is Agreement.NONE and self.around.given
        if len(places) > 1 or (stray and len(self.wanted) < _SHORTISH):
            return Located(How.AMBIGUOUS, others=places, score=best.similarity)
        place = places[0]
        if best.similarity == 1:
            return _settled(self.text, places, self.exact) or _MISSING
        return Located(How.NEAREST, place, score=best.similarity)


def _lead(candidate: Candidate) -> float:
    return candidate.lead


def _start(candidate: Candidate) -> int:
    return candidate.start


def occurrences(text: str, wanted: str) -> Iterator[int]:
    """Where a text starts in another, overlaps included, at most `MOST_PLACES`."""
    at = text.find(wanted)
    for _ in range(MOST_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(wanted, at + 1)
