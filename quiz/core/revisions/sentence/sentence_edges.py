"""The sentence around a place, and whether a passage began or ended with its own."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from quiz.core.documents.sentences import cut_sentences
from quiz.core.text.passages import Passage

_MARK = r"(?:[•*+–-]|\d{1,3}[.)]|\(?[a-z]\)|#+|>|\|)[ \t]"
_BREAK = re.compile(rf"\n[ \t]*\n\s*|\n(?=[ \t]*{_MARK})")
_LINE = re.compile(r"\n\s*(?![a-zß-öø-ÿ])")
_LABEL = r"(?:§+|Art(?:icle|\.)|Sec(?:tion|\.))\s*[\d.]+[a-z]?\)?:?|(?:\d+\.)+\d*[a-z]?[.:)]?"
_OPENING = re.compile(rf"\s*(?:{_MARK}+\s*)?(?:(?:{_LABEL})\s+)?")
_LABEL_LENGTH = 40  # characters of a line that is a heading or a label, not part of a sentence
_STARTS = re.compile(
    r"\s+(?:[•*+–-]\s|[^\W\d_a-zß-öø-ÿ])"
)  # what was no sentence goes on like this
_STOPPED = re.compile(r"[.!?…。！？][\"'”’»)\]]*\s*\Z")
_REACH = 2000  # characters on either side in which a paragraph's edge is looked for


class Edges(NamedTuple):
    """Whether a passage begins with its sentence, ends with it, and has its stop."""

    begins: bool
    ends: bool
    stop: bool


@lru_cache(maxsize=32)
def sentence_around(text: str, place: Passage, lines: bool = False) -> Passage:
    """From the start of the sentence in which a place begins to the end of that where it ends.

    Within its paragraph, list item or table row; without a bullet or number in front. Each of the
    `lines` is a paragraph, item or row of its own where the text is that of a page.
    """
    start, end = _paragraph(text, place, _LINE if lines else _BREAK)
    first, last = place.start, place.end
    for sentence in cut_sentences(text, start, end):
        if sentence.start <= place.start < sentence.end and not _labelled(text, place.start):
            first = sentence.start
        if sentence.start < place.end <= sentence.end:
            last = sentence.end
    return Passage(first, last)


def _paragraph(text: str, place: Passage, parting: re.Pattern[str]) -> tuple[int, int]:
    low, high = max(0, place.start - _REACH), min(len(text), place.end + _REACH)
    breaks = [match.end() for match in parting.finditer(text, low, place.start + 1)]
    start = max((at for at in breaks if at <= place.start), default=low)
    opening = _OPENING.match(text, start)
    if opening is not None and opening.end() <= place.start:
        start = opening.end()
    behind = parting.search(text, max(place.start, place.end - 1), high)
    end = behind.start() if behind is not None else high
    return start, max(place.end, _rstrip(text, end))


def _rstrip(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end


def edges(text: str, place: Passage, lines: bool = False) -> Edges:
    """How a passage stands in its sentence; signs do not count."""
    around = sentence_around(text, place, lines)
    return Edges(
        _wordless(text[around.start : place.start]),
        _wordless(text[place.end : around.end]),
        _STOPPED.search(text, place.start, place.end) is not None,
    )


def grown(text: str, place: Passage, was: Edges, lines: bool = False) -> Passage:
    """The place grown to the edges of its sentence where the passage had been at them."""
    around = sentence_around(text, place, lines)
    start, end = place.start, place.end
    if was.begins and not _wordless(text[around.start : start]):
        start = around.start
    if was.ends and (was.stop or goes_on(text, end)) and not _wordless(text[end : around.end]):
        end = around.end
        while not was.stop and end > place.end and not text[end - 1].isalnum():
            end -= 1
    return Passage(start, end)


def goes_on(text: str, end: int) -> bool:
    """Whether what ended without a stop, as a heading or list item does, goes on behind it now."""
    return _STARTS.match(text, end) is None


def _labelled(text: str, start: int) -> bool:
    """Whether a place starts a line of its own with a capital, behind a short line: a label."""
    above = text[max(0, start - _REACH) : start].rstrip(" \t")
    if not (above.endswith("\n") and text[start : start + 1].isupper()):
        return False
    line = above[above.rfind("\n", 0, -1) + 1 :].strip()
    return len(line) <= _LABEL_LENGTH and not line.endswith((",", ";", "-", "–"))


def _wordless(text: str) -> bool:
    return not any(map(str.isalnum, text))
