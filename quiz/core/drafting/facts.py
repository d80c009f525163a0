"""What of a sentence could be asked for: numbers, names, defined and marked terms, plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from quiz.core.checking.vocabulary import STOP_WORDS
from quiz.core.documents.document import Document
from quiz.core.text.passages import Passage

_UNIT = (
    r"(?:%|‰|°C|°F|°|(?:per cent|percent|degrees?|minutes?|hours?|days?|weeks?|months?|years?"
    r"|seconds?|metres?|meters?|miles?|inches|feet|grams?|kilograms?|litres?|liters?|volts?|watts?"
    r"|euros?|dollars?|pounds?|[kmcµn]?m|[kmµ]?g|m?l|k?Hz|MHz|GHz|[KMG]B|k?V|k?W|bar|mmHg|kPa)\b)"
)
_NUMBER = re.compile(rf"(?<![\w.,/-])(\d+(?:[.,]\d+)*)(?:(?: |\u00a0)?({_UNIT}))?(?![\w/-])")
_RANGE = re.compile(r"\s*(?:[-–—]|to|and)\s*$|^\s*(?:[-–—]|to|and)\s*\d")
_DEFINED = re.compile(
    r"^(?:An? |The )?([^\W\d_][\w-]*(?: [\w-]+){0,3}?) (?:is|are|means|refers to|denotes)"
    r" (?:an? |the |any |every |each |one )"
)
_CALLED = re.compile(
    r"\b(?:called|known as|termed|named) (?:an? |the )?([^\W\d_][\w-]*(?: [\w-]+)?)"
)
_NAME = re.compile(r"(?<=[a-z,] )[^\W\d_a-z][\w-]*(?: [^\W\d_a-z][\w-]*)*")
_WORD = re.compile(r"[^\W\d_][\w-]{4,}")
_POINTING = frozenset(
    ["it", "they", "he", "she", "this", "that", "these", "those", "there", "here", "what"]
)


class Kind(StrEnum):
    """What a fact is; the first ones are worth more."""

    TERM = "a term that is explained"
    MARKED = "a word that the document marks"
    NUMBER = "a number"
    NAME = "a name"
    WORD = "a word"


class Fact(NamedTuple):
    """A part of a sentence, and its unit where it is a number."""

    kind: Kind
    place: Passage
    unit: str = ""


def facts(document: Document, sentence: Passage) -> Iterator[Fact]:
    """What could be asked for, what is worth most first; no two overlap."""
    taken: list[Passage] = []
    for fact in _all(document, sentence):
        if len(fact.place) and not any(fact.place.overlaps(one) for one in taken):
            taken.append(fact.place)
            yield fact


def _all(document: Document, sentence: Passage) -> Iterator[Fact]:
    text = document.quote(sentence)
    yield from _terms(text, sentence)
    yield from _marked(document, sentence)
    yield from _numbers(text, sentence)
    for match in _NAME.finditer(text):
        yield Fact(Kind.NAME, _within(sentence, match.start(), match.end()))
    words = [m for m in _WORD.finditer(text) if m[0].lower() not in STOP_WORDS]
    for match in sorted(words, key=lambda match: -len(match[0])):
        if text.lower().count(match[0].lower()) == 1:
            yield Fact(Kind.WORD, _within(sentence, match.start(), match.end()))


def _terms(text: str, sentence: Passage) -> Iterator[Fact]:
    for pattern in (_DEFINED, _CALLED):
        match = pattern.search(text)
        first = match[1].split()[0].lower() if match else ""
        if match and first not in _POINTING and first not in STOP_WORDS:
            yield Fact(Kind.TERM, _within(sentence, *match.span(1)))


def _marked(document: Document, sentence: Passage) -> Iterator[Fact]:
    for mark in document.rendered.marks if document.rendered is not None else ():
        inside = sentence.start <= mark.start and mark.end <= sentence.end
        short = 2 < mark.end - mark.start < min(40, len(sentence) // 2)
        if inside and short and mark.look.name in ("STRONG", "EMPHASIS", "CODE"):
            yield Fact(Kind.MARKED, Passage(mark.start, mark.end))


def _numbers(text: str, sentence: Passage) -> Iterator[Fact]:
    """Numbers that stand alone: no part of a range, a list of numbers, a date or a reference."""
    for match in _NUMBER.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if _RANGE.search(before) or _RANGE.match(after) or before.endswith(("[", "(", "§", "No. ")):
            continue
        if match[2] or len(match[1]) > 1:
            yield Fact(Kind.NUMBER, _within(sentence, *match.span(1)), match[2] or "")


def _within(sentence: Passage, start: int, end: int) -> Passage:
    return Passage(sentence.start + start, sentence.start + end)
