"""Find a source that does not stand verbatim: folded, then nearest; in doubt, not at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from quiz.core.grounding.located import MISSING, How, Located, occurrences, settled
from quiz.core.grounding.similarity import Candidate, candidates
from quiz.core.grounding.surrounding_words import NEEDED, Agreement, Context, context
from quiz.core.text.edges import cuts_word
from quiz.core.text.folding import FoldedText, fold_spaces, folded_text
from quiz.core.text.meaning import numbers, same_meaning, same_words, words
from quiz.core.text.passages import Passage

MARGIN = 0.03
"""How far ahead of the next one the nearest place has to be."""

_SHORT, _SHORTISH = 12, 24  # characters: never changed without context; never changed far
_SHORT_NEEDS, _SHORTISH_NEEDS = 0.80, 0.70
_LONGEST = 4000  # characters; a longer text is only found as it is


@dataclass(frozen=True)
class Search:
    """One source that stands nowhere, or not once, in the plain text."""

    text: str
    exact: str
    folded: FoldedText
    around: Context

    @classmethod
    def of(cls, text: str, exact: str, prefix: str, suffix: str) -> Search:
        """A search in a document's text; all texts are sanitised."""
        folded = folded_text(text)
        return cls(text, exact, folded, context(folded.text, prefix, suffix))

    @cached_property
    def wanted(self) -> str:
        """The quoted text, folded."""
        return fold_spaces(self.exact)

    def result(self) -> Located:
        """The folded or nearest place, an ambiguity, or nothing."""
        if not self.wanted:
            return MISSING
        places = [place for place, hit in self.hits.items() if self._stands_out(place, hit)]
        verbatim = [p for p in places if self.text[p.start : p.end] == self.exact]
        found = settled(self.text, verbatim or places, self.exact)
        if found is not None:
            return found
        bare = len(self.wanted) < _SHORT and not self.around.given
        if bare or len(self.wanted) > _LONGEST or self.around.cut:
            return MISSING
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
            return MISSING
        best = max(good, key=_lead)
        changed = [c for c in pool if c not in good]
        if any((c.agreement, c.similarity) >= (best.agreement, best.similarity) for c in changed):
            return MISSING  # the passage itself says something else now
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
        if candidate.agreement <= Agreement.PARTLY:
            alike = same_words(self.exact, found, self._known)
        else:
            alike = self._whole(candidate, found)
        return alike and same_meaning(self.exact, found)

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
            return settled(self.text, places, self.exact) or MISSING
        return Located(How.NEAREST, place, score=best.similarity)


def _lead(candidate: Candidate) -> float:
    return candidate.lead


def _start(candidate: Candidate) -> int:
    return candidate.start
