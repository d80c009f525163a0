"""Whether the place to which the words of a passage lead is the passage, as it was or edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from quiz.core.grounding.similarity import similarity
from quiz.core.revisions.aligned_span import AlignedSpan, Signs
from quiz.core.revisions.anchor import Anchor
from quiz.core.revisions.candidate_places import SHORT, SHORTISH, Places
from quiz.core.revisions.imprint import words_in
from quiz.core.revisions.old_words import FIRST, PARAGRAPH, word_alignment

_SURE = 0.62  # similarity from which a copy elsewhere is no rival of an edit between both sides
_ROW = 6  # words that are enough to tell a place
_COMPANY, _BESIDE = 8, 4  # words around a place, as they were; fewer where a side is right there
_BLOCK = 40  # words that have moved together with an edited passage
_HALF, _MOST, _ALL = 0.5, 0.6, 0.9  # share of a passage's words


class _Needed(NamedTuple):
    """What a place has to have, from 0 to 1: similarity, and its mean with the share of words.

    Short passages, and very short ones, need more of the former.
    """

    similarity: float
    mean: float
    shortish: float
    short: float


_NEEDED = {
    -1: _Needed(0.80, 0.85, 1, 1),
    0: _Needed(0.62, 0.62, 0.80, 1),
    1: _Needed(0.42, 0.45, 0.60, 0.80),
    2: _Needed(0.30, 0.40, 0.40, 0.50),
}
"""By how many sides still stand right beside a place; less than none where it has no company."""


class Followed(NamedTuple):
    """A place in framed and folded characters, and how far it resembles the passage."""

    start: int
    end: int
    similarity: float
    moved: bool


@dataclass(frozen=True)
class Following:
    """A passage that is looked for, what was kept about it, and where its words went."""

    look: Places
    anchor: Anchor
    aligned: AlignedSpan

    @property
    def place(self) -> Followed | None:
        """Where the passage stands now; None where that is doubtful."""
        aligned = self.aligned
        if not aligned.core:
            return None
        start, end = aligned.span
        inside = [hit for hit in self.look.hits if hit[0] < end and start < hit[1]]
        if inside:
            held = len(inside) == 1 and self._held
            return Followed(*inside[0], 1, aligned.has_moved) if held else None
        alike = similarity(self.look.wanted, self.look.document.folded.text[start:end])
        found = Followed(start, end, alike, aligned.has_moved)
        return found if self.look.quote(start, end) and self._edited(found) else None

    def taken(self, start: int, end: int) -> bool:
        """Whether a place is where another text of the old document stands now."""
        return self.aligned.word_alignment.stood(
            start, end, range(self.aligned.first, self.aligned.last)
        )

    @property
    def _held(self) -> bool:
        """Whether the text itself, where the words lead, is more than a copy of it."""
        aligned = self.aligned
        if len(self.look.hits) == 1 and aligned.share > _MOST:
            return max(aligned.size, aligned.company) >= _ROW
        return aligned.whole and aligned.beside >= 2

    def _edited(self, found: Followed) -> bool:
        """Whether a place that is worded otherwise is the passage."""
        aligned, size = self.aligned, len(self.look.wanted)
        if (aligned.copied and not aligned.tight) or self._rivalled(found):
            return False
        if found.moved and aligned.company < _BLOCK:
            return False
        if all(aligned.pinned) and aligned.share >= _ALL and found.end - found.start <= 3 * size:
            return True  # all is still there, and something more
        sides = sum(aligned.pinned) - aligned.adrift
        if aligned.company < (_BESIDE if sides > 0 else _COMPANY):
            sides = max(sides - 1, -1)
        if sides < 1 and aligned.share >= _HALF and aligned.in_line:
            sides = 1
        if sides <= 0 and (self.anchor.occurrences > 1 or self.look.hits):
            return False
        return _like(_NEEDED[sides], size, found.similarity, aligned.share)

    def _rivalled(self, found: Followed) -> bool:
        """Whether the text itself, standing elsewhere, may be the passage.

        Where other old words stand, it should have been before; a new copy may have moved.
        """
        old = sum(self.taken(*hit) for hit in self.look.hits)
        if old and old >= self.anchor.occurrences:
            return True
        sure = all(self.aligned.pinned) and found.similarity >= _SURE
        return len(self.look.hits) > old and not sure


def following(look: Places, anchor: Anchor | None) -> Following | None:
    """A passage's words in the present document; None where no imprint of the old one has them."""
    words = list(words_in(look.wanted))
    if anchor is None or not anchor.imprint or not words:
        return None
    found = word_alignment(anchor.imprint, look.document.text)
    first = FIRST + anchor.word
    if found.old[first : first + len(words)] != [word.code for word in words]:
        return None  # the lock was merged by hand, say
    signs = Signs(
        look.wanted[: words[0].start],
        look.wanted[words[-1].end :],
        not anchor.before[-1:].isspace(),
        not anchor.after[:1].isspace(),
        PARAGRAPH.search(look.exact.strip()) is not None,
    )
    return Following(look, anchor, AlignedSpan(found, first, first + len(words), signs))


def _like(needed: _Needed, size: int, alike: float, share: float) -> bool:
    least = needed.similarity
    if size < SHORTISH:
        least = max(least, needed.short if size < SHORT else needed.shortish)
    return alike >= least and (alike + share) / 2 >= needed.mean
