"""The sentences of a document: the units of coverage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.core.documents.abbreviations import Abbreviations, abbreviations
from quiz.core.documents.blocks import Block, Kind
from quiz.core.documents.document import Document
from quiz.core.documents.language import UNKNOWN, language_of
from quiz.core.text.passages import Passage

_CLOSERS = "\"'”’“‘»«›‹)\\]*_"
# A stop, the quotes and brackets it closes, and a reference mark put behind it; or a stop of a
# script that uses it for nothing else.
_STOP = re.compile(
    rf"(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>(?: ?»|[{_CLOSERS}])*+)"
    r"(?:\[[\d,; –-]++\]|(?<=[a-z][.])\d{1,3}|[⁰¹²³⁴-⁹])*+(?=\s|$)"
    rf"|(?P<own>[।॥؟۔։።။។]++)[{_CLOSERS}]*+"
    r"|(?P<wide>[。！？｡]++)(?P<shut>[」』”’）]*+)"
)
_WORD_BEFORE = re.compile(r"[^\s(\[{\"“‘'«/–—„]*$")
_WORD_AFTER = re.compile(r"[\s*_]*[\"“‘'«(\[„»¿¡]*(\w*)")
# What goes on after a quotation that ended with its own stop.
_SAYING = re.compile(
    r"\s*(?:[,;—–]|(?:[^\W\d_][\w-]*\s+){1,2}"
    r"(?:said|asked|cried|replied|answered|shouted|whispered|called)\b)"
)
_WIDE_SAYING = re.compile(
    r"[とってはがのをにもでや、，]|[他她它我你您]们?[^。！？]{0,3}[说說道问問答喊叫]"
)
_LONGEST_WORD = 40
_INITIAL = re.compile(r"[^\W\d_]$")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]{1,2}$|ph\.d$")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})$")
_ORDINAL = re.compile(r"(?:\d{1,2}|[ivxlcdm]+)$", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLCDM]+$")
_NUMBER = re.compile(r"[\d§№]|[^\W\d_]$|[IVXLC]+$")
_PIECES = re.compile(r"(?:^|[\s(\[])((?:[^\W\d_]{1,3}\. ?){1,2}[^\W\d_]{1,4})$")
_ADDRESS = re.compile(r"(?:\w+://|www\.|mailto:)\S+|[\w.+-]+@[\w-]+\.[\w.]+")
_FILE_NAME = re.compile(r"[\w./\\~*-]*[\w*-]\.[A-Za-z]\w{0,5}:?$")

_STATING = (Kind.PARAGRAPH, Kind.ITEM, Kind.ROW)


def sentences(document: Document) -> tuple[Passage, ...]:
    """Every sentence that states something, in order and without overlap.

    Headings, code, rules, labels, bare addresses and names of files are left out; a list item or
    table row is a unit of its own, without its bullet, an item cut further where it holds several
    sentences. None crosses a paragraph. The document's language tells its abbreviations.
    """
    text = document.text
    cutter = _Cutter(text, abbreviations(document.spoken or _told(text)))
    found = (s for b in document.blocks if b.kind in _STATING for s in cutter.cut(b))
    return tuple(s for s in found if _states(text[s.start : s.end]))


def _told(text: str) -> str:
    language = language_of(text)
    return "" if language == UNKNOWN else language


def _states(text: str) -> bool:
    if "://" in text or "@" in text or "www." in text:
        text = _ADDRESS.sub("", text)
    return any(map(str.isalnum, text)) and not _FILE_NAME.match(text)


def cut_sentences(text: str, start: int, end: int) -> Iterator[Passage]:
    """The sentences of one paragraph or list item; what begins with `|` is one."""
    kind = Kind.ROW if text.startswith("|", start) else Kind.PARAGRAPH
    yield from _Cutter(text, abbreviations("")).cut(Block(kind, start, end, start, end))


@dataclass(frozen=True, slots=True)
class _Cutter:
    """Cuts blocks of a text into sentences, by what abbreviations its language has."""

    text: str
    known: Abbreviations

    def cut(self, block: Block) -> Iterator[Passage]:
        """The sentences of a block."""
        text, start, limit = self.text, block.text_start, block.text_end
        if block.kind is Kind.ROW:
            yield Passage(start, limit)
            return
        for stop in _STOP.finditer(text, start, limit):
            if self._ends(start, stop, limit):
                yield Passage(start, stop.end())
                start = stop.end()
                while start < limit and text[start].isspace():
                    start += 1
        if start < limit:
            yield Passage(start, limit)

    def _ends(self, start: int, stop: re.Match[str], limit: int) -> bool:
        """Whether a sentence that began at `start` ends with a stop."""
        text, marks = self.text, stop["stop"]
        if stop.end() == limit or stop["own"]:
            return True
        if marks is None:
            return not (stop["shut"] and _WIDE_SAYING.match(text, stop.end(), limit))
        after = _WORD_AFTER.match(text, stop.end(), limit)
        follower = after[1] if after else ""
        if follower[:1].islower():
            return False
        if stop["close"] and _SAYING.match(text, stop.end(), limit):
            return False
        if marks != ".":
            word = text[max(start, stop.start() - 5) : stop.start()].lower()
            more = marks.startswith(("..", "…")) and (follower[:1].isdigit() or word[-1:] == "]")
            return not more and word != "yahoo"
        before = _WORD_BEFORE.search(text, max(start, stop.start() - _LONGEST_WORD), stop.start())
        return before is None or self._stops_after(start, before, follower)

    def _stops_after(self, start: int, before: re.Match[str], follower: str) -> bool:
        """Whether one full stop after this word ends a sentence that began at `start`."""
        known, word = self.known, before[0].lower()
        opens = follower.lower() in known.openers
        if before.start() == start and _ENUMERATOR.match(word):
            return False
        name = word if len(word) > 1 else before[0]
        names = {name, self._spaced(start, before.end())}
        if names & known.closing:
            return opens or not follower
        if names & known.leading:
            return False
        if known.ordinals and _ORDINAL.match(before[0]) and self._is_ordinal(start, before, opens):
            return False
        if name in known.numbering or word.endswith("str"):
            return not _NUMBER.match(follower)
        if word == "no":
            return not follower[:1].isdigit()
        if _ACRONYM.match(word):
            return opens
        if _INITIAL.match(word) is None or not follower:
            return True
        if len(follower) == 1 and self.text.startswith(f". {follower}.", before.end()):
            return False
        return opens if before[0].isupper() else len(follower) > 1 or opens

    def _spaced(self, start: int, end: int) -> str:
        """An abbreviation in several pieces that ends here (`z. B`), with single spaces."""
        pieces = _PIECES.search(self.text, max(start, end - 16), end)
        return " ".join(pieces[1].replace(".", ". ").split()).lower() if pieces else ""

    def _is_ordinal(self, start: int, before: re.Match[str], opens: bool) -> bool:
        if _ROMAN.match(before[0]):
            return not opens
        return not before[0].isalpha() and self._word_in_front(start, before.start()).lower() in (
            self.known.ordinal_after
        )

    def _word_in_front(self, start: int, offset: int) -> str:
        previous = self.text[max(start, offset - _LONGEST_WORD) : offset].split()
        return previous[-1] if previous else ""
