"""How far a place that was found still says what the passage said, and to where it reaches.

A passage that began or ended with its sentence still does, so that no qualification is cropped;
and what changed in the rest of its sentence is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from quiz.core.revisions.alignment import NOWHERE
from quiz.core.revisions.anchor import Anchor
from quiz.core.revisions.candidate_places import Places
from quiz.core.revisions.changes import Change, change
from quiz.core.revisions.followed import Following
from quiz.core.revisions.imprint import word_at, words_in
from quiz.core.revisions.result import Reanchored, Status
from quiz.core.revisions.sentence.beside import LIMITING, Beside, beside, limits
from quiz.core.revisions.sentence.lead_in import lead_in
from quiz.core.revisions.sentence.sentence_edges import Edges, edges, grown, sentence_around
from quiz.core.revisions.sentence.whole_words import longer_words
from quiz.core.text.passages import Passage

_LONGEST_GAP = 1200  # characters between two neighbours that are still shown as "here now"
_BESIDE = 4  # words next to a passage over which it does not grow
_LOST = 6  # words in a row of which a lost one is looked for
_STRAY = 4  # a bit of another sentence is at most this part of a place
_SPOKEN = 3  # places that only resemble a passage, or are one inside longer words, that are shown


@dataclass(frozen=True)
class Judging:
    """A passage with what stood before and behind it, and the document it may still stand in."""

    look: Places
    sides: tuple[str, str]
    anchor: Anchor | None
    aligned: Following | None
    lines: bool = False

    def judged(self, found: Reanchored) -> Reanchored:
        """The result with its place whole, its change told, and what else it may be."""
        if found.passage is None:
            return self._open(found)
        place = self._grown(found.passage)
        inside = self._inside(place)
        kind = change(self.look.exact, self._quote(place), self._count, inside=inside)
        told = self._beside(place)
        if told.limits:
            kind = Change.MEANING
        status = found.status
        if status is not Status.MOVED:
            status = Status.EXACT if kind is Change.NONE else Status.CHANGED
        result = replace(found, status=status, passage=place, change=kind, beside=told)
        return self._rivalled(result, place)

    def _inside(self, place: Passage) -> bool:
        """Whether the passage began inside a sentence and does now."""
        if self.anchor is None or self._was.begins:
            return False
        return not edges(self.look.document.text, place, self.lines).begins

    def _rivalled(self, found: Reanchored, place: Passage) -> Reanchored:
        """The author's own words, intact and only once, elsewhere: at least a rival."""
        rivals = [hit for hit in self._intact if not hit.overlaps(place)]
        if found.change in (Change.NONE, Change.COSMETIC) or not rivals:
            return found
        if self.anchor is None:
            return Reanchored(Status.AMBIGUOUS, places=tuple(sorted((place, *rivals))))
        if found.change is Change.WORDING and self.anchor.occurrences > 1:
            return found
        return replace(found, change=Change.MEANING, places=tuple(rivals))

    def _open(self, found: Reanchored) -> Reanchored:
        """Nothing taken: the places it may be, whole, with the author's own words among them."""
        places = dict.fromkeys(self._intact)
        places |= dict.fromkeys(map(self._grown, found.places))
        kept = [
            p
            for p in places
            if not any(q != p and q.overlaps(p) and len(q) > len(p) for q in places)
        ]
        if found.status is Status.AMBIGUOUS:
            return replace(found, places=tuple(sorted(kept)))
        if not kept:
            kept = list(self._whole_words())
        here = self._here()
        kept = [place for place in kept if here is None or not place.overlaps(here)]
        return replace(found, places=tuple(kept[:_SPOKEN]), here=here)

    @cached_property
    def _intact(self) -> list[Passage]:
        """The author's own words where they stand only once."""
        hits = [self.look.document.passage(*hit) for hit in self.look.hits]
        return [hit for hit in hits if hit is not None] if len(hits) == 1 else []

    def _whole_words(self) -> Iterator[Passage]:
        """Where the text stands inside longer words or numbers: those words."""
        return longer_words(self.look.document.text, self.look.exact)

    def _here(self) -> Passage | None:
        """What stands between the two neighbours of the passage now."""
        gaps: list[tuple[int, int]] = [(a, b) for a, b in self.look.around.gaps]
        if self.aligned is not None and (gap := self.aligned.aligned.gap) is not None:
            gaps.insert(0, gap)
        for start, end in gaps:
            between = self.look.document.folded.text[start:end]
            first = start + len(between) - len(between.lstrip())
            place = self.look.document.passage(first, first + len(between.strip()))
            if place is None or len(place) > _LONGEST_GAP:
                continue
            if any(map(str.isalnum, self._quote(place))):
                return self._grown(place)
        return None

    def _quote(self, place: Passage) -> str:
        return self.look.document.text[place.start : place.end]

    def _count(self, word: str) -> int:
        return len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", self.look.document.folded.text))

    @cached_property
    def _was(self) -> Edges:
        """How the passage stood in its sentence."""
        before, after = self.sides
        whole = Passage(len(before), len(before) + len(self.look.exact))
        was = edges(f"{before}{self.look.exact}{after}", whole, self.lines)
        if self.anchor is not None:
            return was
        exact = self.look.exact.strip()
        begins = was.begins if before.strip() else _letter(exact).isupper()
        ends = was.ends if after.strip() else exact[-1:] in ".!?"
        return Edges(begins, ends, was.stop)

    def _grown(self, place: Passage) -> Passage:
        """To the edges of its sentence, but not over what stood beside it before."""
        text, was = self.look.document.text, self._was
        if self.anchor is None and not self.sides[0].strip() and self._opens(place):
            was = was._replace(begins=False)
        whole = grown(text, place, was, self.lines)
        start, end = whole.start, whole.end
        if self._known(start, place.start):
            start = place.start + self._stray(
                self._sentence(_first(place)).end - place.start, place
            )
        if self._known(place.end, end):
            end = place.end - self._stray(place.end - self._sentence(_last(place)).start, place)
        return self._trimmed(start, end)

    def _stray(self, size: int, place: Passage) -> int:
        """The size of a bit of a neighbour's sentence at the edge of a place; 0 if it is much."""
        return size if 0 < size * _STRAY < len(place) else 0

    def _trimmed(self, start: int, end: int) -> Passage:
        text = self._quote(Passage(start, end))
        return Passage(start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip()))

    def _opens(self, place: Passage) -> bool:
        return _letter(self._quote(place)).isupper()

    def _known(self, start: int, end: int) -> bool:
        """Whether a stretch beside a place holds words that stood beside the passage before."""
        if start >= end or self.anchor is None:
            return False
        if self.aligned is not None:
            return any(self._old_words(start, end))
        words = self._quote(Passage(start, end)).split()
        sides = (*self.sides[0].split()[-3:], *self.sides[1].split()[:3])
        return bool(set(words) & {word for word in sides if len(word) > 3})

    def _old_words(self, start: int, end: int) -> Iterator[bool]:
        """For each word of a stretch, whether it stood outside of the passage before."""
        assert self.aligned is not None
        span, document = self.aligned.aligned, self.look.document
        found = span.word_alignment
        first, last = (word_at(found.new, document.folded_offset(at)) for at in (start, end))
        for at in range(first, last):
            old = found.taken.get(at, span.first)
            near = span.first - _BESIDE <= old < span.last + _BESIDE
            yield near and not span.first <= old < span.last and found.rows[old] > 1

    def _beside(self, place: Passage) -> Beside:
        if self.anchor is None:
            return Beside()
        old = self.sides[0], self.look.exact, self.sides[1]
        text = self.look.document.text
        told = beside(old, text, place, self._count, self._fresh(place), lines=self.lines)
        lead = lead_in(text, self._sentence(place).start)
        if lead is None or not limits((*self._new_words(lead), *self._lost_words(lead))):
            return told
        return told._replace(before=("", self._quote(lead)), limits=True)

    def _lost_words(self, passage: Passage) -> Iterator[str]:
        """Limiting words that stood between the words of a passage before and are gone."""
        if self.aligned is None:
            return
        document, found = self.look.document, self.aligned.aligned.word_alignment
        first, last = (
            word_at(found.new, document.folded_offset(at)) for at in (passage.start, passage.end)
        )
        old = [found.taken[at] for at in range(first, last) if at in found.taken]
        for before, behind in pairwise(old):
            for at in range(before + 1, min(behind, before + _LOST + 1)):
                if found.found[at] == NOWHERE:
                    yield _limiting().get(found.old[at], "")

    def _sentence(self, place: Passage) -> Passage:
        return sentence_around(self.look.document.text, place, self.lines)

    def _fresh(self, place: Passage) -> Iterator[str]:
        """Words of the sentence outside of a place that did not stand in the document before."""
        around = self._sentence(place)
        for start, end in ((around.start, place.start), (place.end, around.end)):
            if start < end:
                yield from self._new_words(Passage(start, end))

    def _new_words(self, passage: Passage) -> Iterator[str]:
        """Those of a passage that did not stand in the document before."""
        if self.aligned is None:
            return
        document, found = self.look.document, self.aligned.aligned.word_alignment
        first, last = (
            word_at(found.new, document.folded_offset(at)) for at in (passage.start, passage.end)
        )
        for at in range(first, last):
            if at not in found.taken:
                yield document.folded.text[found.new[at].start : found.new[at].end]


@lru_cache(maxsize=1)
def _limiting() -> dict[str, str]:
    """The limiting words by their codes in an imprint."""
    return {word.code: text for text in LIMITING for word in words_in(text)}


def _letter(text: str) -> str:
    """The first letter or digit."""
    return next(filter(str.isalnum, text), "")


def _first(place: Passage) -> Passage:
    return Passage(place.start, place.start + 1)


def _last(place: Passage) -> Passage:
    return Passage(place.end - 1, place.end)
