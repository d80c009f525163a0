"""Which sentences of documents may prove a question: by its key, and the words and names asked.

Sentences are weighed by BM25 (Robertson and Zaragoza 2009) over the words of the stem, and for less
over those of its neighbours and of the headings above it; a key that stands there counts most.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import pairwise
from math import log
from typing import NamedTuple

from quiz.core.documents.blocks import Kind
from quiz.core.documents.document import Document
from quiz.core.documents.sentences import sentences
from quiz.core.proposals.asked import Asked
from quiz.core.proposals.terms import telling, terms
from quiz.core.text.passages import Passage

_SATURATION, _LENGTH = 1.2, 0.35  # k1 and b of BM25
_BEFORE, _AFTER, _HEADING = 0.35, 0.15, 0.25  # what a word counts that stands beside a sentence
_KEY = 1.5  # words of a key, each by its weight
_WHOLE = 4.0  # a key that stands in a sentence word for word, and so much of its weight again
_WHOLE_SHARE = 0.8
_EXPLAINED = 0.2  # words of the explanation
_PAIR = 0.35  # two words of the stem that follow each other in the sentence as well
_NAMED = 0.4  # words of titles, which name a document rather than what is asked of it
_OF_TITLE = 2.5  # each word of a document's title that the stem has
_LOOKED_AT = 80  # sentences that are looked at closely
_COMMON = 0.25  # a word that stands in more of the sentences says nothing


class Ranked(NamedTuple):
    """A passage that may prove a question; `document` is the set's key for it."""

    document: str
    passage: Passage
    score: float


class _Unit(NamedTuple):
    document: str
    passage: Passage
    words: tuple[str, ...]


class Passages:
    """The sentences of documents, by the words in them."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._units: list[_Unit] = []
        self._titles = {k: set(telling(terms(d.title))) for k, d in documents.items()}
        self._postings: dict[str, dict[int, float]] = defaultdict(dict)
        for key, document in documents.items():
            self._add(key, document)
        self._count = len(self._units)
        total = sum(len(unit.words) for unit in self._units)
        self._length = total / self._count if self._count else 1.0
        self._weights = {word: self._weight(found) for word, found in self._postings.items()}

    def _add(self, key: str, document: Document) -> None:
        first = len(self._units)
        for passage in _stated(document):
            words = tuple(terms(document.quote(passage)))
            self._units.append(_Unit(key, passage, words))
            for word, times in Counter(words).items():
                self._postings[word][len(self._units) - 1] = float(times)
        self._spread(document, range(first, len(self._units)))

    def _spread(self, document: Document, units: range) -> None:
        """Let the words beside each sentence count for it, a little."""
        headings: dict[tuple[str, ...], set[str]] = {}
        for at in units:
            unit = self._units[at]
            path = document.section_path(unit.passage.start)
            if path not in headings:
                headings[path] = set(telling(terms(" ".join(path))))
            for word in headings[path]:
                self._beside(word, at, _HEADING)
        for before, after in pairwise(units):
            for word in set(self._units[before].words):
                self._beside(word, after, _BEFORE)
            for word in set(self._units[after].words):
                self._beside(word, before, _AFTER)

    def _beside(self, word: str, at: int, share: float) -> None:
        found = self._postings[word]
        found[at] = found.get(at, 0.0) + share

    def _weight(self, found: Mapping[int, float]) -> float:
        """How much a word tells: less, the more sentences have it."""
        having = sum(times >= 1 for times in found.values())
        return log(1 + (self._count - having + 0.5) / (having + 0.5))

    def ranked(self, asked: Asked, most: int) -> list[Ranked]:
        """The passages that are likest to prove a question, the likest first.

        None that has no word of it that tells anything.
        """
        scores: dict[int, float] = defaultdict(float)
        named = set().union(*self._titles.values())
        stem = telling(asked.stem)
        self._count_words(scores, [word for word in stem if word not in named], 1.0)
        self._count_words(scores, [word for word in stem if word in named], _NAMED)
        self._count_words(scores, telling(asked.beside), _EXPLAINED)
        for wordings in asked.keys:
            for words in wordings:
                self._count_words(scores, telling(words) or words, _KEY / len(wordings))
        if len(self._titles) > 1:
            self._count_documents(scores, set(stem) & named)
        near = nlargest(_LOOKED_AT, scores, key=lambda at: (scores[at], -at))
        pairs = set(pairwise(telling(asked.stem)))
        close = {
            at: scores[at] + self._closely(at, asked, pairs)
            for at in near
            if _related(asked, self._units[at].words)
        }
        best = sorted(close, key=lambda at: (-close[at], at))[:most]
        return [Ranked(*self._units[at][:2], close[at]) for at in best]

    def _count_words(self, scores: dict[int, float], words: Iterable[str], share: float) -> None:
        for word in dict.fromkeys(words):
            found = self._postings.get(word)
            if found is None or len(found) > max(20, _COMMON * 3 * self._count):
                continue
            weight = self._weights[word] * share
            for at, times in found.items():
                norm = 1 - _LENGTH + _LENGTH * len(self._units[at].words) / self._length
                scores[at] += weight * times * (_SATURATION + 1) / (times + _SATURATION * norm)

    def _count_documents(self, scores: dict[int, float], named: set[str]) -> None:
        """A question that names one of the documents by its title asks about that one."""
        names = {
            key: sum(_OF_TITLE for word in named & title if self._telling(word))
            for key, title in self._titles.items()
        }
        if any(names.values()):
            for at in scores:
                scores[at] += names[self._units[at].document]

    def _telling(self, word: str) -> bool:
        """Whether a word of a title tells that document from another one."""
        return not all(word in title for title in self._titles.values())

    def _closely(self, at: int, asked: Asked, pairs: set[tuple[str, str]]) -> float:
        """What counts beside single words: whole keys, and words that follow each other."""
        words = self._units[at].words
        found = sum(max(map(self._whole(words), key), default=0.0) for key in asked.keys)
        said = telling(words)
        return found + sum(
            _PAIR * (self._weights.get(a, 0.0) + self._weights.get(b, 0.0))
            for a, b in pairs & set(pairwise(said))
        )

    def _whole(self, words: Sequence[str]) -> _Whole:
        return _Whole(words, self._weights)


class _Whole:
    """What it counts that a key stands in a sentence word for word."""

    def __init__(self, words: Sequence[str], weights: Mapping[str, float]) -> None:
        self._words = words
        self._weights = weights

    def __call__(self, key: Sequence[str]) -> float:
        """0 where it does not."""
        if not key or not _stands(key, self._words):
            return 0.0
        return _WHOLE + _WHOLE_SHARE * sum(self._weights.get(word, 0.0) for word in set(key))


def _related(asked: Asked, words: Sequence[str]) -> bool:
    """Whether a sentence has a word of a key, or of what is asked."""
    said = set(telling(words))
    keys = (word for wordings in asked.keys for key in wordings for word in key)
    return not said.isdisjoint(asked.stem) or not said.isdisjoint(keys)


def _stands(key: Sequence[str], words: Sequence[str]) -> bool:
    size = len(key)
    return any(
        words[at] == key[0] and tuple(words[at : at + size]) == tuple(key)
        for at in _starts(words, size)
    )


def _starts(words: Sequence[str], size: int) -> Iterator[int]:
    return iter(range(len(words) - size + 1))


def _stated(document: Document) -> list[Passage]:
    """The sentences of a document, and its headings, which name things as well."""
    headings = [
        Passage(block.text_start, block.text_end)
        for block in document.blocks
        if block.kind is Kind.HEADING and block.text_start < block.text_end
    ]
    return sorted((*sentences(document), *headings))
