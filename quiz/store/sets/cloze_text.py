r"""A text with gaps, taken apart: `{{answer|variant}}`; a backslash before a brace or bar keeps it.

Outside of gaps `\{{` and `\}}` are braces to be shown, in a gap `\|`, `\{` and `\}` are signs of
the answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from quiz.core.rendering.marked import Marked, marks_of, open_fence, piece
from quiz.core.text.late_pattern import LatePattern

Read = Callable[[str], str]

FORM = "write each gap as {{answer}} or {{answer|variant}}"
SIGNS = r"to show them, write \{{ and \}}; in a gap \{, \} and \|"

_KEPT = LatePattern(r"\\(\{\{|\}\})")
_BAR = LatePattern(r"(?<!\\)\|")
_KEPT_IN_GAP = LatePattern(r"\\([|{}])")
_BARE_BRACE = LatePattern(r"(?<!\\)[{}]")
_PRIVATE = range(0xE000, 0xF900)


class Gapped(NamedTuple):
    """What stands around the gaps (one more than there are gaps), and the wordings of each."""

    around: list[str]
    inside: list[str]


def split_gaps(text: str) -> Gapped:
    """The text as it is written, cut at its gaps."""
    around: list[str] = []
    inside: list[str] = []
    at = 0
    while (start := _opening(text, at)) >= 0 and (end := _closing(text, start + 2)) >= 0:
        around.append(text[at:start])
        inside.append(text[start + 2 : end])
        at = end + 2
    return Gapped([*around, text[at:]], inside)


def _opening(text: str, at: int) -> int:
    """Where the next gap begins; -1 for nowhere."""
    found = text.find("{{", at)
    while found >= 0 and _kept(text, found):
        found = text.find("{{", found + 2)
    return found


def _closing(text: str, at: int) -> int:
    """Where a gap ends; an answer may be a backslash, where nothing else ends its gap."""
    first = found = text.find("}}", at)
    while found >= 0 and _kept(text, found):
        found = text.find("}}", found + 1)
    return first if found < 0 or "{{" in text[first:found] else found


def _kept(text: str, at: int) -> bool:
    """Whether a backslash stands before a sign, and is not kept by another one itself."""
    before = at
    while before and text[before - 1] == "\\":
        before -= 1
    return (at - before) % 2 == 1


def fault(found: Gapped) -> tuple[str, str]:
    """What is wrong with the gaps, and what helps; empty when nothing is."""
    bare = (_KEPT.sub("", part) for part in found.around)
    if any("{{" in part or "}}" in part for part in bare):
        return "the braces of the gaps do not balance", SIGNS
    if not found.inside:
        return "the text has no gap", FORM
    if any(_BARE_BRACE.search(gap) for gap in found.inside):
        return "a gap has braces inside", SIGNS
    if not all(all(wordings(gap)) for gap in found.inside):
        hint = SIGNS if any("||" in gap for gap in found.inside) else FORM
        return "a gap is empty", hint
    return "", ""


def wordings(gap: str) -> list[str]:
    """The wordings of a gap."""
    return [_KEPT_IN_GAP.sub(r"\1", part).strip() for part in _BAR.split(gap)]


def in_gap(wording: str) -> str:
    """A wording as it is written in a gap."""
    return re.sub(r"[|{}]", r"\\\g<0>", wording)


def read_around(around: list[str], read: Read) -> list[str]:
    """The texts around the gaps as learners read them; marks may reach over gaps."""
    whole = "".join(around)
    gap, opening, closing = islice((c for c in map(chr, _PRIVATE) if c not in whole), 3)
    kept = (part.replace(r"\{{", opening * 2).replace(r"\}}", closing * 2) for part in around)
    text = read(gap.join(kept))
    shown = str(text).translate({ord(opening): "{", ord(closing): "}"})
    if marks_of(text):
        shown = Marked(shown, marks_of(text), open_fence=open_fence(text))
    return _cut(shown, gap)


def _cut(text: str, sign: str) -> list[str]:
    ends = [i for i, char in enumerate(text) if char == sign]
    starts = [0, *(end + 1 for end in ends)]
    return [piece(text, start, end) for start, end in zip(starts, [*ends, len(text)], strict=True)]
