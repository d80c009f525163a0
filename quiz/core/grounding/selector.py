"""The shortest words around a passage that make a source of it unique."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quiz.core.grounding.locate import locate
from quiz.core.text.edges import cuts_word
from quiz.core.text.passages import Passage

REACH = 64
"""Characters on either side that are looked at."""

_LEAST = 3  # letters or digits a prefix or suffix must have to mean something to its reader
_TRIED = 400  # combinations of a prefix with a suffix


@dataclass(frozen=True, slots=True)
class Selector:
    """What a source says about its passage (W3C TextQuoteSelector)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


def selector(text: str, passage: Passage, old: Selector) -> Selector | None:
    """How to quote a passage: verbatim, with the old prefix and suffix as far as they still fit.

    None when nothing within `REACH` tells the passage from another.
    """
    exact = text[passage.start : passage.end]
    kept = Selector(exact, old.prefix, old.suffix)
    if _finds(text, kept, passage):
        return kept
    for prefix, suffix in _sides(text, passage):
        wanted = bool(old.prefix) <= bool(prefix) and bool(old.suffix) <= bool(suffix)
        found = Selector(exact, prefix, suffix)
        if wanted and _finds(text, found, passage):
            return found
    bare = Selector(exact)
    return bare if _finds(text, bare, passage) else None


def _finds(text: str, found: Selector, passage: Passage) -> bool:
    located = locate(text, found.exact, found.prefix, found.suffix)
    return located.grounded and located.passage == passage


def _sides(text: str, passage: Passage) -> Iterator[tuple[str, str]]:
    """Prefixes and suffixes, and both together, the shortest first."""
    befores = ["", *_befores(text, passage.start)]
    afters = ["", *_afters(text, passage.end)]
    pairs = [(before, after) for before in befores for after in afters]
    pairs.sort(key=lambda pair: (len(pair[0]) + len(pair[1]), bool(pair[0]) and bool(pair[1])))
    return iter(pairs[:_TRIED])


def _befores(text: str, end: int) -> Iterator[str]:
    for start in range(end - 1, max(-1, end - REACH - 1), -1):
        if not text[start].isspace() and not cuts_word(text, Passage(start, end)):
            yield from _telling(text[start:end])


def _afters(text: str, start: int) -> Iterator[str]:
    for end in range(start + 1, min(len(text), start + REACH) + 1):
        if not text[end - 1].isspace() and not cuts_word(text, Passage(start, end)):
            yield from _telling(text[start:end])


def _telling(side: str) -> Iterator[str]:
    """The text on one line, if there is enough of it to tell one place from another."""
    if sum(map(str.isalnum, side)) >= _LEAST:
        yield " ".join(side.split())
