"""Signs that belong together: a letter with its marks, an emoji with its parts.

As Unicode's extended grapheme clusters (UAX 29), told by categories: nothing here needs a table.
"""

from __future__ import annotations

import unicodedata

_FIRST_MARK = "\u0300"
_JOINER = "\u200d"
_FLAGS = range(0x1F1E6, 0x1F200)
_SKIN = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_JAMO = range(0x1160, 0x1200)  # vowels and finals, drawn into the syllable before them
_BOUND = frozenset("\u0e33\u0eb3\u200c\u200d")  # Thai and Lao am, joiners
_LEADING = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4")
"""Vowels of Thai and Lao that are written before their consonant."""
_VIRAMA = 9


def inside_cluster(text: str, at: int) -> bool:
    """Whether a cut before the sign at `at` would part it from what it belongs to."""
    if not 0 < at < len(text) or text[at] < _FIRST_MARK:
        return False
    before, after = text[at - 1], text[at]
    if unicodedata.category(after)[0] == "M" or after in _BOUND or before in _LEADING:
        return True
    if before == _JOINER or (unicodedata.combining(before) == _VIRAMA and after.isalpha()):
        return True
    code = ord(after)
    return code in _SKIN or code in _TAGS or code in _JAMO or _second_of_flag(text, at)


def _second_of_flag(text: str, at: int) -> bool:
    """Two letters of that kind are a flag; an even number before it are flags of their own."""
    count = at
    while count >= 0 and ord(text[count]) in _FLAGS:
        count -= 1
    return (at - count) % 2 == 0 and at - count > 0


def boundary(text: str, at: int) -> int:
    """The last place up to `at` that parts nothing."""
    while inside_cluster(text, at):
        at -= 1
    return at


def boundary_after(text: str, at: int) -> int:
    """The first place from `at` on that parts nothing."""
    while inside_cluster(text, at):
        at += 1
    return at
