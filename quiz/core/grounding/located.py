"""Where a source was found, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from quiz.core.text.passages import Passage

MOST_PLACES = 1000
"""Occurrences of one text looked at; a source that occurs oftener is ambiguous anyway."""


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


def settled(text: str, places: Sequence[Passage], exact: str) -> Located | None:
    """The one place, or the ambiguity of several; None when there is no place at all."""
    if not places:
        return None
    if len(places) > 1:
        return Located(How.AMBIGUOUS, others=tuple(places), score=1.0)
    place = places[0]
    verbatim = text[place.start : place.end] == exact
    return Located(How.EXACT if verbatim else How.FOLDED, place, score=1.0)


def occurrences(text: str, wanted: str) -> Iterator[int]:
    """Where a text starts in another, overlaps included, at most `MOST_PLACES`."""
    at = text.find(wanted)
    for _ in range(MOST_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(wanted, at + 1)
