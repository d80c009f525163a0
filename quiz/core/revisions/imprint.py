"""An imprint of a document: a short code of each of its words, in order.

Enough to tell later which of its words stand where in a changed document, at a third of its size.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from quiz.core.text.late_pattern import LatePattern
from quiz.core.text.normal_form import unify

WIDTH = 2
"""Characters of a word's code."""

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_UNSPACED = "\u0e00-\u1dff\u2000-\U0010ffff"  # roughly; as in `edges`
# A run of letters and digits; a character by itself where a script puts no spaces between words.
_WORD = rf"[^\W_{_UNSPACED}]+|[{_UNSPACED}](?<=[^\W_])"
_IMPRINT = LatePattern(rf"(?:[{re.escape(_ALPHABET)}]{{{WIDTH}}})*")


class Word(NamedTuple):
    """A word's place in its text, and its code."""

    start: int
    end: int
    code: str


@lru_cache(maxsize=4)
def imprint(text: str) -> str:
    """The imprint of a document's text: `WIDTH` characters a word; the latest are remembered."""
    return "".join(word.code for word in document_words(text))


def is_imprint(text: str) -> bool:
    """Whether a text can be an imprint."""
    return _IMPRINT.fullmatch(text) is not None


def codes(imprint: str) -> list[str]:
    """The codes of an imprint, one a word."""
    return [imprint[at : at + WIDTH] for at in range(0, len(imprint), WIDTH)]


@lru_cache(maxsize=4)
def document_words(text: str) -> tuple[Word, ...]:
    """The words of a document in order; those of the latest few are remembered."""
    return tuple(words_in(text))


def words_in(text: str) -> Iterator[Word]:
    """The words of a text in order."""
    return (Word(*match.span(), _code(match[0])) for match in re.finditer(_WORD, text))


def word_at(words: Sequence[Word], offset: int) -> int:
    """How many of the words start before an offset."""
    return bisect_left(words, offset, key=_start)


def _start(word: Word) -> int:
    return word.start


@lru_cache(maxsize=20_000)
def _code(word: str) -> str:
    """Twelve bits of a checksum; case, ligatures and Unicode form do not count."""
    number = crc32(unify(word).encode("utf-8", "surrogatepass")) & 0xFFF
    return _ALPHABET[number >> 6] + _ALPHABET[number & 63]
