"""A text folded for finding passages in it, with the way back to the document's own offsets."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice

from quiz.core.text.derived import DerivedText, Piece
from quiz.core.text.normal_form import unify

MAX_PIECES = 300_000
"""Stretches whose length changes; what follows the last of them is left out of the folded text.

English prose in capitals, wrapped and indented, has 20,000 in a megabyte.
"""

_ZERO_WIDTH = "\u200b-\u200d\u2060\ufeff"
_RAISED = r"\d[⁰¹²³⁴-⁹⁺⁻]+|\d[¼½¾⅐-⅞↉]"
# Besides marks these join the character before them: Hangul vowels and finals, voicing marks.
_JOINING = ((0x1160, 0x11FF), (0x3131, 0x318E), (0xFF9E, 0xFFDC))


class FoldedText(DerivedText):
    """A text with one spelling for case, quotes, dashes, ligatures, Unicode form and white space.

    Accents stay, and nothing is stripped.
    """


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
