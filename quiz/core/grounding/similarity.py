"""Places of a folded text that resemble a wanted one, by bounded edit distance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quiz.core.grounding.surrounding_words import NEEDED, Agreement, Context

_ANCHORS = 4  # rare words of the wanted text that candidates are looked up by
_COMMON = 200  # a word found oftener is no anchor
_TRIED = 16  # the longest words, among which the rare ones are looked for
_FLOOR = 0.4  # a place less similar is no candidate at all
_EDGE = re.compile(r"(?<=\S)(?=\s)|(?<=\s)(?=\S)|\b")
_WORD = re.compile(r"[^\W_]{2,}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of the folded text, its similarity to the wanted one (0 to 1), and its context's."""

    start: int
    end: int
    similarity: float
    agreement: Agreement

    @property
    def lead(self) -> float:
        """How far the similarity lies above what its context asks for."""
        return self.similarity - NEEDED[self.agreement]


def similarity(wanted: str, found: str, at_least: float = 0.0) -> float:
    """1 - Levenshtein distance / longer length; 0 when below `at_least`."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(wanted, found, score_cutoff=at_least)


def candidates(wanted: str, around: Context, hits: Iterable[tuple[int, int]]) -> list[Candidate]:
    """Every place worth a look, without overlaps, found by the context and by rare words.

    `hits` are spans known to equal the wanted text.
    """
    text = around.text
    spans = {*hits, *_by_context(wanted, around), *_by_words(wanted, text)}
    found = (
        Candidate(start, end, similarity(wanted, text[start:end]), around.agreement(start, end))
        for start, end in spans
        if start < end
    )
    return _apart(candidate for candidate in found if candidate.similarity >= _FLOOR)


def _apart(found: Iterable[Candidate]) -> list[Candidate]:
    """The best of those that overlap."""
    kept: list[Candidate] = []
    ranked = sorted(found, key=lambda c: (-c.lead, c.start, c.end))
    for candidate in ranked:
        if all(candidate.end <= k.start or k.end <= candidate.start for k in kept):
            kept.append(candidate)
    return kept


def _by_context(wanted: str, around: Context) -> Iterator[tuple[int, int]]:
    text, start, end, size = around.text, around.start, around.end, len(wanted)
    if start is not None and end is not None and 0 < end - start <= 3 * size + 64:
        yield start, end
    if start is not None:
        yield start, _best_end(wanted, text, start, start + size)
    if end is not None:
        yield _best_start(wanted, text, end - size, end), end


def _by_words(wanted: str, text: str) -> Iterator[tuple[int, int]]:
    """Places that share a rare word with the wanted text, fitted to it."""
    step = max(1, len(wanted) // 16)
    guesses: dict[int, int] = {}
    for word, offset in _anchors(wanted, text):
        at = text.find(word)
        while at >= 0:
            guesses.setdefault((at - offset) // step, max(0, at - offset))
            at = text.find(word, at + 1)
    for start in guesses.values():
        end = start + len(wanted)
        if similarity(wanted, text[start:end], _FLOOR):
            start = _best_start(wanted, text, start, end)
            end = _best_end(wanted, text, start, end)
            yield _best_start(wanted, text, start, end), end


def _anchors(wanted: str, text: str) -> list[tuple[str, int]]:
    """The rarest words of the wanted text that the text has, with their offsets in the former."""
    runs = {match[0]: match.start() for match in _WORD.finditer(wanted)}
    longest = sorted(runs, key=len, reverse=True)[:_TRIED]
    counted = sorted((text.count(word), word) for word in longest)
    return [(word, runs[word]) for count, word in counted if 0 < count <= _COMMON][:_ANCHORS]


def _best_start(wanted: str, text: str, near: int, end: int) -> int:
    edges = _edges(text, near, _slack(wanted))
    starts = [at for at in edges if not text[at : at + 1].isspace()] or edges
    return max(starts, key=lambda start: (similarity(wanted, text[start:end]), -abs(start - near)))


def _best_end(wanted: str, text: str, start: int, near: int) -> int:
    edges = _edges(text, near, _slack(wanted))
    ends = [at for at in edges if not text[at - 1 : at].isspace()] or edges
    return max(ends, key=lambda end: (similarity(wanted, text[start:end]), -abs(end - near)))


def _edges(text: str, near: int, slack: int) -> list[int]:
    """Where words and signs begin and end, not further than `slack` from an offset."""
    first, last = max(0, near - slack), min(len(text), near + slack)
    found = (match.start() for match in _EDGE.finditer(text, first, min(len(text), last + 1)))
    limits = [at for at in (0, len(text)) if first <= at <= last]
    return [at for at in found if at <= last] + limits or [min(near, len(text))]


def _slack(wanted: str) -> int:
    return min(120, max(16, len(wanted) // 4))
