"""Find a source in a document: exact, then folded, then nearest; in doubt, not at all.

A wrong passage shown as proof is the worst this program can do. So only an exact and unique hit
counts as grounded, and whatever hints at another passage (other numbers, a negation, a context
that closed over a cut) makes the source missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from quiz.core.text.derived import Spelling
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


_WRAP = re.compile(r"\s*\n\s*")

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


class Cited(Protocol):
    """What sources are looked up in: a text, and the other forms its own words may be quoted in."""

    @property
    def text(self) -> str:
        """The text that passages are spans of."""

    def spellings(self) -> Iterator[Spelling]:
        """The other forms."""


class Quoted(Protocol):
    """What a source says about its passage (W3C TextQuoteSelector)."""

    @property
    def exact(self) -> str:
        """The passage's words."""

    @property
    def prefix(self) -> str:
        """What stands before it."""

    @property
    def suffix(self) -> str:
        """What stands after it."""


def find_source(document: Cited, source: Quoted) -> Located:
    """Find a source in a document; its words may be copied from the page or from the file.

    As `locate`, but what the document says in one of its other forms is grounded too.
    """
    text, exact = document.text, source.exact
    if not exact.strip():
        return MISSING
    found = settled(text, _exact_places(text, exact, source.prefix, source.suffix), exact)
    found = found or respelled(document, source)
    return found or locate(text, exact, source.prefix, source.suffix)


def grounded_source(document: Cited, source: Quoted) -> Passage | None:
    """Where a source is grounded, else None: as `find_source`, without looking for what is near."""
    text, exact = document.text, source.exact
    if exact in text:
        found: Located | None = find_source(document, source)
    else:
        found = respelled(document, source)
    return found.passage if found is not None and found.grounded else None


def respelled(document: Cited, source: Quoted) -> Located | None:
    """Where a source stands in one of the document's other forms, the first that has it.

    None where none has; nothing is looked for that is only near.
    """
    wanted = _on_one_line(source)
    if not wanted[0]:
        return None
    for spelling in document.spellings():
        places = dict.fromkeys(_places_in(spelling, *wanted))
        whole = [p for p in places if any(wanted[1:]) or not cuts_word(document.text, p)]
        if len(whole) > 1:
            return Located(How.AMBIGUOUS, others=tuple(whole), score=1.0)
        if whole:
            return Located(How.EXACT, whole[0], score=1.0)
    return None


def _on_one_line(source: Quoted) -> tuple[str, str, str]:
    exact, prefix, suffix = (
        _WRAP.sub(" ", text).strip() for text in (source.exact, source.prefix, source.suffix)
    )
    return exact, prefix, suffix


def _places_in(spelling: Spelling, exact: str, prefix: str, suffix: str) -> Iterator[Passage]:
    text = spelling.text
    for start in occurrences(text, exact):
        end = start + len(exact)
        before = text[max(0, start - len(prefix) - 1) : start].rstrip()
        after = text[end : end + len(suffix) + 1].lstrip()
        place = spelling.passage(start, end)
        if place is not None and before.endswith(prefix) and after.startswith(suffix):
            yield place


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
