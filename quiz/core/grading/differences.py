"""What parts a typed text from its key, character by character."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from enum import Enum
from itertools import groupby
from typing import NamedTuple

ALIKE = 0.5
"""Texts with a smaller share in common are other words: marks in them help nobody."""


class Kind(Enum):
    """Whether a stretch stands in both texts, only in the key, or only in what was typed."""

    EQUAL = "equal"
    MISSING = "missing"
    EXTRA = "extra"


class Span(NamedTuple):
    """A stretch of the key (equal, missing) or of what was typed (extra)."""

    kind: Kind
    text: str


def differences(given: str, key: str) -> tuple[Span, ...]:
    """The stretches that turn `given` into `key`, in their order.

    The fewest changes of whole characters, accents included, however they are composed
    (Levenshtein). A single EXTRA where
    the two have little in common; a single EQUAL where they are the same.
    """
    from rapidfuzz.distance import Levenshtein  # when something was typed

    mine, wanted = list(_characters(given)), list(_characters(key))
    composed, meant_so = list(map(_composed, mine)), list(map(_composed, wanted))
    if composed == meant_so or not given:
        return (Span(Kind.EQUAL, given),) if given else ()
    if Levenshtein.normalized_similarity(composed, meant_so) < ALIKE:
        return (Span(Kind.EXTRA, given),)
    spans: list[Span] = []
    steps_between = Levenshtein.opcodes(composed, meant_so)
    for same, steps in groupby(steps_between, lambda one: one.tag == "equal"):
        changes = list(steps)
        typed = "".join(mine[changes[0].src_start : changes[-1].src_end])
        meant = "".join(wanted[changes[0].dest_start : changes[-1].dest_end])
        spans += [Span(Kind.EQUAL if same else Kind.EXTRA, typed)] if typed else []
        spans += [Span(Kind.MISSING, meant)] if meant and not same else []
    return tuple(spans)


def _composed(character: str) -> str:
    """The one form of a character with its marks."""
    return unicodedata.normalize("NFC", character)


def _characters(text: str) -> Iterator[str]:
    """Characters, each with the marks that belong to it."""
    start = 0
    for at in range(1, len(text)):
        if not unicodedata.category(text[at]).startswith("M"):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]
