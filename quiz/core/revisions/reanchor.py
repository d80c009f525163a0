"""What became of a source whose document has changed: the same, changed, moved, doubtful or gone.

Stricter than a reader's eye where it must be: to take another passage for the author's is the
one thing that must not happen. In doubt the author is asked, and shown every place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quiz.core.grounding.nearest import MARGIN
from quiz.core.grounding.similarity import Candidate
from quiz.core.grounding.surrounding_words import Agreement
from quiz.core.revisions.anchor import Anchor
from quiz.core.revisions.candidate_places import SHORT, SHORTISH, Places, apart
from quiz.core.revisions.changes import Change, rough_change
from quiz.core.revisions.expected_place import framed, surroundings
from quiz.core.revisions.followed import Followed, Following, following
from quiz.core.revisions.judging import Judging
from quiz.core.revisions.result import Reanchored, Status
from quiz.core.text.folding import fold_spaces
from quiz.core.text.passages import Passage

_REWRITTEN = 0.62  # similarity below which nobody knows whether it still says the same
_DRIFT = 90  # characters by which edits elsewhere may shift a place unnoticed
_ONE_SIDE_MEANING = 0.80  # similarity that a changed statement keeps where one side has changed too


_MISSING = Reanchored(Status.MISSING)


def reanchor(
    text: str,
    exact: str,
    prefix: str = "",
    suffix: str = "",
    anchor: Anchor | None = None,
    *,
    lines: bool = False,
) -> Reanchored:
    """Find what became of a source, with what was kept about its place if anything was.

    `lines` tells that the text is that of a page, where no line break parts a sentence.
    """
    wanted = fold_spaces(exact)
    if not wanted:
        return _MISSING
    document = framed(text)
    around = surroundings(document.folded.text, prefix, suffix, anchor)
    look = Places(document, exact, wanted, around)
    aligned = following(look, anchor)
    sides = (prefix, suffix) if anchor is None else (anchor.before, anchor.after)
    return Judging(look, sides, anchor, aligned, lines).judged(_found(look, anchor, aligned))


def _found(look: Places, anchor: Anchor | None, aligned: Following | None) -> Reanchored:
    if aligned is None:
        return _Case(look, anchor).result()
    place = aligned.place
    if place is None:
        return _Case(replace(look, taken=aligned.taken), anchor).result()
    return _Case(look, anchor).followed(place)


@dataclass(frozen=True)
class _Case:
    """One source and the document it may still stand in."""

    look: Places
    anchor: Anchor | None

    def result(self) -> Reanchored:
        """What the surroundings and the text tell."""
        found = self._found_out()
        if found.status is Status.MISSING and self.look.pool:
            return self._lost(self.look.pool[0])
        return found

    def followed(self, place: Followed) -> Reanchored:
        """What stands where the words of the passage led."""
        span = place.start, place.end
        if span in self.look.hits:
            found = self._found([span])
            exact = found.status is Status.EXACT
            return replace(found, status=Status.MOVED) if place.moved and exact else found
        found = self._located(Status.CHANGED, *span)
        return replace(found, change=Change.MEANING) if place.similarity < _REWRITTEN else found

    def _found_out(self) -> Reanchored:
        if not self.look.around.given:
            return self._plain()
        here = [hit for hit in self.look.hits if self.look.in_place(*hit)]
        if here:
            return self._found(here + self.look.twins)
        near = [c for c in self.look.pool if c.agreement > Agreement.PARTLY and self.look.fits(c)]
        if self.look.around.cut or (self.look.room and not near):
            return self._elsewhere(gone=True)
        if near:
            return self._edited(near)
        if self.look.hits:
            return self._elsewhere(gone=False)
        return _MISSING if self.look.around.known else self._respelled()

    def _plain(self) -> Reanchored:
        """Without any surroundings: the text alone decides."""
        verbatim = [hit for hit in self.look.hits if self.look.quote(*hit) == self.look.exact]
        return self._found(verbatim or self.look.hits) if self.look.hits else self._respelled()

    def _found(self, hits: Sequence[tuple[int, int]]) -> Reanchored:
        """The text itself, at one place or at several that nothing tells apart."""
        if len(hits) > 1:
            return self._doubtful(hits)
        verbatim = self.look.quote(*hits[0]) == self.look.exact
        return self._located(Status.EXACT if verbatim else Status.CHANGED, *hits[0])

    def _elsewhere(self, *, gone: bool) -> Reanchored:
        """The text stands at other places only: moved, or these were there all the time."""
        partly = [hit for hit in self.look.hits if self.look.agreement(*hit) is Agreement.PARTLY]
        known = self.anchor.occurrences if self.anchor else int(not gone)
        if not self.look.hits or len(self.look.hits) < known or not known:
            return _MISSING
        if len(partly) == 1 and not gone and not self._replaced:
            return self._found(partly)
        if self._replaced or len(self.look.hits) > 1 or self._telling < self._far:
            return self._doubtful(self.look.hits)
        return self._located(Status.MOVED, *self.look.hits[0])

    @property
    def _replaced(self) -> bool:
        """Whether something else seems to stand where the passage stood."""
        if self.look.around.cut:
            return False
        if self.look.room is None:
            pool = self.look.pool
            others = [c for c in pool if not self.look.hits_in(c)]
            edited = any(c.agreement > Agreement.PARTLY for c in others)
            return edited or any(self.look.around.elsewhere(*hit) for hit in self.look.hits)
        return (
            self.look.room.end - self.look.room.start
            > self.look.around.beside + len(self.look.wanted) // 2
        )

    @property
    def _telling(self) -> int:
        return sum(map(str.isalnum, self.look.wanted))

    @property
    def _far(self) -> int:
        """Letters and digits a text must have to be trusted far from its place."""
        return SHORT if self.anchor else SHORTISH

    def _edited(self, near: Sequence[Candidate]) -> Reanchored:
        """The passage with other words in it, where it used to stand."""
        best = near[0]
        inside = self.look.hits_in(best)
        if len(inside) == 1:
            return self._found(inside)
        rivals = [
            c for c in apart(near) if c.lead > best.lead - MARGIN or c.agreement > best.agreement
        ]
        if best.agreement < Agreement.BOTH_SIDES:
            rivals += [c for c in self.look.pool if c.similarity == 1]
        if len(rivals) > 1:
            return self._doubtful([(c.start, c.end) for c in rivals])
        found = self._located(Status.CHANGED, best.start, best.end)
        if found.change in (Change.NONE, Change.COSMETIC):
            return found
        if self._strayed(found.passage):
            return self._lost(best)
        both = best.agreement is Agreement.BOTH_SIDES
        if self.anchor is None and not both:
            return self._doubtful([(best.start, best.end)])
        sure = both or best.similarity >= _ONE_SIDE_MEANING
        return found if sure or found.change is not Change.MEANING else _MISSING

    def _strayed(self, place: Passage | None) -> bool:
        """Whether a place lies further from the old one than the document grew or shrank.

        The surroundings alone do not tell an edit from a copy of a long sentence elsewhere.
        """
        if self.anchor is None or place is None:
            return False
        grown = len(self.look.document.text) - self.anchor.length
        shift = place.start - self.anchor.offset
        return not min(grown, 0) - _DRIFT <= shift <= max(grown, 0) + _DRIFT

    def _respelled(self) -> Reanchored:
        """The passage with slips mended, wherever it stands: nothing else is known of its place."""
        good = [c for c in self.look.pool if self.look.same(c)]
        if not good:
            return _MISSING
        best = good[0]
        others = [c for c in apart(self.look.pool) if c.lead > best.lead - MARGIN]
        if any(c not in good for c in others):
            return _MISSING
        if len(others) > 1:
            return self._doubtful([(c.start, c.end) for c in others])
        if self.anchor is None:
            return self._doubtful([(best.start, best.end)])
        if self._strayed(self.look.document.passage(best.start, best.end)):
            return self._lost(best)
        return self._located(Status.CHANGED, best.start, best.end)

    def _doubtful(self, spans: Sequence[tuple[int, int]]) -> Reanchored:
        places = (self.look.document.passage(*span) for span in sorted(set(spans)))
        return Reanchored(Status.AMBIGUOUS, places=tuple(p for p in places if p is not None))

    def _lost(self, nearest: Candidate) -> Reanchored:
        """Missing, with the place that resembles it most."""
        place = self.look.document.passage(nearest.start, nearest.end)
        return Reanchored(Status.MISSING, places=() if place is None else (place,))

    def _located(self, status: Status, start: int, end: int) -> Reanchored:
        first, last = self.look.around.edges
        found = self.look.quote(start, end)
        kind = rough_change(f"{first}{self.look.exact}{last}", f"{first}{found}{last}")
        return Reanchored(status, self.look.document.passage(start, end), change=kind)
