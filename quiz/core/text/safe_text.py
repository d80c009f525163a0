"""Author text made safe for a terminal."""

from __future__ import annotations

from itertools import islice


def sanitise(text: str) -> str:
    """Make author text safe on a terminal, with everything that was hidden in plain sight.

    Line ends become LF; a tab becomes four spaces; a control character its picture (`␛`); a
    character that reorders or hides text `‹U+202E›`; a lone surrogate or noncharacter U+FFFD.
    A byte order mark at the start and soft hyphens (a break opportunity, not text) are dropped.
    What emoji and scripts need stays: joiners, zero-width spaces, variation selectors, combining
    marks, flag tags. Sanitising twice changes nothing. Offsets are counted in the result.
    """
    text = text.replace("\r\n", "\n")
    if text.replace("\n", "").isprintable():
        return text
    from quiz.core.text.unsafe import made_visible  # few texts hold anything of the kind

    return made_visible(text)


def count_unsafe(text: str, most: int) -> int:
    """How many characters `sanitise` has to replace; no more than `most` are looked for."""
    if text.isprintable():
        return 0
    from quiz.core.text.unsafe import UNSAFE

    return sum(1 for _ in islice(UNSAFE.finditer(text), most))


def overlong_line(text: str, most: int) -> int | None:
    """The first line, from 1, of more than `most` characters; None when there is none."""
    start = 0
    while len(text) - start > most:
        end = text.rfind("\n", start, start + most + 1)
        if end < 0:
            return text.count("\n", 0, start) + 1
        start = end + 1
    return None
