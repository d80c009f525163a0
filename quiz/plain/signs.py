"""Signs that the program draws, in letters: what reads aloud or feels like nothing is left out."""

from __future__ import annotations

_SPOKEN = {
    "│ ": "| ",
    "│": "|",
    "☐": "[ ]",
    "☑": "[x]",
    "▁": "_",
}


def in_letters(text: str) -> str:
    """The text without lines and boxes of the program's own."""
    if text.isascii():
        return text
    for sign, letters in _SPOKEN.items():
        text = text.replace(sign, letters)
    return text
