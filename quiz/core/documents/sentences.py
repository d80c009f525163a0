"""The sentences of a document: the units of coverage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.documents.blocks import Block, Kind
from quiz.core.documents.document import Document
from quiz.core.text.passages import Passage

# A stop, the quotes and brackets it closes, and a reference mark put behind it.
_STOP = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)[\"'”’»)\]]*+"
    r"(?:\[[\d,; –-]++\]|(?<=[a-z][.])\d{1,3}|[⁰¹²³⁴-⁹])*+(?=\s|$)"
    r"|[。！？｡]++[」』”’）]*+"
)
_WORD_BEFORE = re.compile(r"[^\s(\[{\"“‘'«/–—]*$")
_WORD_AFTER = re.compile(r"\s*[\"“‘'«(\[]*(\w*)")
_LONGEST_WORD = 40


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Never at the end of a sentence.
_LEADING = _words(
    "e.g i.e vs cf viz dr mr mrs ms prof rev gen col sgt hon approx ca st mt resp incl excl"
)
# Not at the end of a sentence when a number follows.
_NUMBERING = _words(
    "no nos nr fig figs p pp vol vols ch chap sec sect eq eqs tab art para ref refs ver v pt "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
# Words that start a sentence and no name: what tells "the U.S. The" from "the U.S. Army".
_OPENERS = _words("""
    a after all also although an and another as at because before both but by do does during each
    every few for from he hence her here his how however i if in is it its many more moreover most
    no not of on one only or our she since so some such that the their then there therefore these
    they this those though thus to two under until we what when where which while who why with
    without you your
""")
_INITIAL = re.compile(r"[^\W\d_]$")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}$|ph\.d$")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})$")


def sentences(document: Document) -> tuple[Passage, ...]:
    """Every sentence that states something, in order and without overlap.

    Headings, code and rules are left out; a list item or table row is a unit of its own, without
    its bullet, cut further where it holds several sentences. None crosses a paragraph.
    """
    text = document.text
    found = (s for b in document.blocks if b.kind in _STATING for s in _cut(text, b))
    return tuple(s for s in found if any(map(str.isalnum, text[s.start : s.end])))


_STATING = (Kind.PARAGRAPH, Kind.ITEM)


def _cut(text: str, block: Block) -> Iterator[Passage]:
    return cut_sentences(text, block.text_start, block.text_end)


def cut_sentences(text: str, start: int, end: int) -> Iterator[Passage]:
    """The sentences of one paragraph, list item or table row, which is one."""
    if text.startswith("|", start):
        yield Passage(start, end)
        return
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, start, stop, end):
            yield Passage(start, stop.end())
            start = stop.end()
            while start < end and text[start].isspace():
                start += 1
    if start < end:
        yield Passage(start, end)


def _ends_sentence(text: str, start: int, stop: re.Match[str], limit: int) -> bool:
    marks = stop["stop"]
    after = _WORD_AFTER.match(text, stop.end(), limit)
    follower = after[1] if after else ""
    if marks is None or stop.end() == limit:
        return True
    if follower[:1].islower():
        return False
    if marks != ".":
        return not (marks.startswith(("..", "…")) and follower[:1].isdigit())
    before = _WORD_BEFORE.search(text, max(start, stop.start() - _LONGEST_WORD), stop.start())
    return before is None or _stops_after(text, start, before, follower)


def _stops_after(text: str, start: int, before: re.Match[str], follower: str) -> bool:
    """Whether one full stop after this word ends a sentence that began at `start`."""
    word = before[0].lower()
    if word in _LEADING or (before.start() == start and _ENUMERATOR.match(word)):
        return False
    if word in _NUMBERING:
        return not follower[:1].isdigit()
    if _ACRONYM.match(word):
        return follower.lower() in _OPENERS
    if _INITIAL.match(word) and before[0].isupper() and follower:
        return follower.lower() in _OPENERS or not _follows_name(text, start, before.start())
    return True


def _follows_name(text: str, start: int, offset: int) -> bool:
    """Whether the word before an initial is capitalised or an initial itself, or there is none."""
    previous = text[max(start, offset - _LONGEST_WORD) : offset].split()
    return not previous or previous[-1][:1].isupper()
