"""Find a source in a document: exact, then folded, then nearest; in doubt, not at all.

A wrong passage shown as proof is the worst this program can do. So only an exact and unique hit
counts as grounded, and whatever hints at another passage (other numbers, a negation, a context
that closed over a cut) makes the source missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from quiz.core.text.edges import cuts_word
from quiz.core.text.passages import Passage

MOST_PLACES = 1000
"""Occurrences of one text looked at; a source that occurs oftener is ambiguous anyway."""


_SHORT_NEEDS, _SHORTISH_NEEDS = 0.80, 0.70


class How(StrEnum):
    """How a source was found, from proof to nothing."""

    EXACT = "exact"
    FOLDED = "folded"
    NEAREST = "nearest"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"


class Located(NamedTuple):
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


MISSING = Located(How.MISSING)


def locate(document_text: str, exact: str, prefix: str = "", suffix: str = "") -> Located:
    """Find the one passage a source means, as a W3C TextQuoteSelector does.

    All texts are sanitised. Several places that fit equally give AMBIGUOUS and no passage. A hit
    inside a word or number (`mm` of `4 mm` in `14 mm`) only counts where the context fits.
    """
    if not exact.strip():
        return MISSING
    found = settled(document_text, _exact_places(document_text, exact, prefix, suffix), exact)
    if found is not None:
        return found
    # Most sources are grounded: what searches further is imported when one is not.
    from quiz.core.grounding.nearest import Search

    return Search.of(document_text, exact, prefix, suffix).result()


def grounded_place(
    document_text: str, exact: str, prefix: str = "", suffix: str = ""
) -> Passage | None:
    """Where a source is grounded, else None: as `locate`, without looking for what is near."""
    if exact not in document_text:
        return None
    found = locate(document_text, exact, prefix, suffix)
    return found.passage if found.grounded else None


def settled(text: str, places: Sequence[Passage], exact: str) -> Located | None:
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


def occurrences(text: str, wanted: str) -> Iterator[int]:
    """Where a text starts in another, overlaps included, at most `MOST_PLACES`."""
    at = text.find(wanted)
    for _ in range(MOST_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(wanted, at + 1)
