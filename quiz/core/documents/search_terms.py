"""What is searched for: the words and phrases typed, and where they stand in a text that is shown.

Case, accents, quotes and widths do not matter (`quiz.core.text.normal_form.fold`). A word is a
run of letters and digits; in scripts written without spaces every character is one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from quiz.core.text.normal_form import fold

MAX_TYPED = 400
"""Characters of a search that are looked at."""

MAX_TERMS = 16
"""Words and phrases of a search that are looked for."""

Span = tuple[int, int]
"""Start and end of a stretch of a shown text, in characters."""

_WORD = re.compile(r"[^\W_]+")
# Over the shape of a text: `w` for letters and digits, `s` where each character is a word, `m` for
# what belongs to the character before it.
_SHAPED_WORD = re.compile(r"sm*|w[wm]*")
_ZERO_WIDTH = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_SPACELESS = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # Kana
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),
    (0x20000, 0x3134F),
)


class Term(NamedTuple):
    """Folded words that stand in a row; with `prefix` the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False


class _Word(NamedTuple):
    text: str
    start: int
    end: int


def parse_terms(typed: str, *, typing: bool = False) -> tuple[Term, ...]:
    """The terms of a search: single words, and phrases in double quotes.

    While `typing`, the word at the very end may be the beginning of a longer one. Every other sign
    only separates words, so any text is a valid search.
    """
    typed = typed[:MAX_TYPED]
    parts = fold(typed).split('"')
    found: list[Term] = []
    for number, part in enumerate(parts):
        chunks = [part] if number % 2 else part.split()
        found += [Term(words) for words in map(plain_words, chunks) if words]
    if typing and found and typed[-1] not in '"”“' and not typed[-1].isspace():
        found[-1] = found[-1]._replace(prefix=True)
    return tuple(dict.fromkeys(found[:MAX_TERMS]))


def widened(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The same terms, each of which may go on."""
    return tuple(term._replace(prefix=True) for term in terms)


def folded_words(text: str) -> str:
    """A text as it is indexed: folded, words apart."""
    if text.isascii():
        return text.lower()
    shape = _shape(text)
    if "s" not in shape:
        return fold(text)
    return " ".join(_fold(text[m.start() : m.end()]) for m in _SHAPED_WORD.finditer(shape))


def marks(text: str, terms: Iterable[Term]) -> tuple[Span, ...]:
    """Where terms stand in a text, whole words, in order and without overlap."""
    words = list(_words(text))
    spans = [span for term in terms for span in _places(words, term)]
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def count_terms(text: str, terms: Iterable[Term]) -> int:
    """How many of the terms a text has."""
    words = list(_words(text))
    return sum(any(True for _ in _places(words, term)) for term in terms)


def nearest_word(word: str, vocabulary: Iterable[str]) -> str | None:
    """The word that a misspelt one probably means; both folded."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    near = extractOne(word, vocabulary, scorer=OSA.normalized_similarity, score_cutoff=0.65)
    return str(near[0]) if near is not None else None


def _places(words: Sequence[_Word], term: Term) -> Iterator[Span]:
    *before, last = term.words
    size = len(before)
    for at in range(size, len(words)):
        here = words[at].text
        if (here.startswith(last) if term.prefix else here == last) and all(
            words[at - size + i].text == word for i, word in enumerate(before)
        ):
            yield words[at - size].start, words[at].end


def _words(text: str) -> Iterator[_Word]:
    """Every word with its place; one that folds to several is given several times."""
    shape = text if text.isascii() else _shape(text)
    for match in (_WORD if text.isascii() else _SHAPED_WORD).finditer(shape):
        start, end = match.span()
        for word in plain_words(_fold(text[start:end])):
            yield _Word(word, start, end)


def plain_words(folded: str) -> tuple[str, ...]:
    """The words of a folded text."""
    if folded.isascii():
        return tuple(_WORD.findall(folded))
    return tuple(folded[m.start() : m.end()] for m in _SHAPED_WORD.finditer(_shape(folded)))


def _shape(text: str) -> str:
    return text.translate({ord(char): _kind(char) for char in set(text)})


@lru_cache(maxsize=4096)
def _kind(char: str) -> str:
    code = ord(char)
    if char in _ZERO_WIDTH or (code > 127 and unicodedata.category(char).startswith("M")):
        return "m"
    if not char.isalnum():
        return " "
    return "s" if any(first <= code <= last for first, last in _SPACELESS) else "w"


@lru_cache(maxsize=4096)
def _fold(word: str) -> str:
    return fold(word)
