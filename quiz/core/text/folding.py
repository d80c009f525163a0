"""A text folded for finding passages in it, with the way back to the document's own offsets."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from quiz.core.text.normal_form import unify
from quiz.core.text.passages import Passage

MAX_PIECES = 300_000
"""Stretches whose length changes; what follows the last of them is left out of the folded text.

English prose in capitals, wrapped and indented, has 20,000 in a megabyte.
"""

_ZERO_WIDTH = "\u200b-\u200d\u2060\ufeff"
_RAISED = r"\d[⁰¹²³⁴-⁹⁺⁻]+|\d[¼½¾⅐-⅞↉]"
# Besides marks these join the character before them: Hangul vowels and finals, voicing marks.
_JOINING = ((0x1160, 0x11FF), (0x3131, 0x318E), (0xFF9E, 0xFFDC))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch whose length folding changed: its place in the folded text and in the original."""

    start: int
    end: int
    original_start: int
    original_end: int


@dataclass(frozen=True)
class FoldedText:
    """A text with one spelling for case, quotes, dashes, ligatures, Unicode form and white space.

    Accents stay, and nothing is stripped. Between `pieces` every character stands for one of the
    document's.
    """

    text: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]

    def passage(self, start: int, end: int) -> Passage | None:
        """The document's own span of a folded one; None where an edge splits a character."""
        first = self._origin(start, after_empty=True)
        last = self._origin(end, after_empty=False)
        return None if first is None or last is None or first >= last else Passage(first, last)

    def _origin(self, offset: int, *, after_empty: bool) -> int | None:
        i = bisect_right(self.starts, offset) - 1
        if not after_empty:  # an end stays in front of what folded to nothing
            while i >= 0 and self.pieces[i].start == offset:
                i -= 1
        if i < 0:
            return offset
        piece = self.pieces[i]
        if offset >= piece.end:
            return piece.original_end + offset - piece.end
        return piece.original_start if offset == piece.start else None


@lru_cache(maxsize=16)
def folded_text(text: str) -> FoldedText:
    """Fold a text, up to `MAX_PIECES` changes; the latest few are remembered."""
    table = {ord(c): " " if c.isspace() else unify(c) for c in set(text)}
    parts: list[str] = []
    pieces: list[Piece] = []
    at = length = 0
    for match in islice(_changing_length(table).finditer(text), MAX_PIECES):
        parts.append(text[at : match.start()].translate(table))
        start = length + match.start() - at
        parts.append(_fold_piece(match[0]))
        length = start + len(parts[-1])
        pieces.append(Piece(start, length, match.start(), match.end()))
        at = match.end()
    if len(pieces) < MAX_PIECES:
        parts.append(text[at:].translate(table))
    return FoldedText("".join(parts), tuple(pieces), tuple(piece.start for piece in pieces))


def fold_spaces(text: str) -> str:
    """A short text folded the same way, without outer space."""
    return folded_text(text).text.strip()


def _fold_piece(text: str) -> str:
    return " " if any(map(str.isspace, text)) else unify(text)


def _changing_length(table: dict[int, str]) -> re.Pattern[str]:
    """What of a text, whose characters are the table's keys, does not fold one to one."""
    patterns = [rf"[\s{_ZERO_WIDTH}]{{2,}}"]
    if max(table, default=0) > 127:
        patterns.append(_RAISED)
    joining = "".join(re.escape(chr(code)) for code in table if _joins(code))
    if joining:
        patterns.append(rf"[^\s][{joining}]+")
    expanding = "".join(re.escape(chr(code)) for code, folded in table.items() if len(folded) != 1)
    if expanding:
        patterns.append(f"[{expanding}]")
    return re.compile("|".join(patterns))


def _joins(code: int) -> bool:
    if code < 128:
        return False
    marks = unicodedata.category(chr(code)).startswith("M")
    return marks or any(first <= code <= last for first, last in _JOINING)
