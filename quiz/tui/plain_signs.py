"""Borders and signs in ASCII, for terminals that are not UTF-8."""

from __future__ import annotations

import codecs

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from quiz.tui.cells import cell_len

_SIGNS = {
    **dict.fromkeys("─━═╌┄┈╍┅┉╴╶╸╺‐‑–—…", "-"),
    **dict.fromkeys("│┃║▌▐╎┆┊▎▍▏▕", "|"),
    **dict.fromkeys("█▓▒░■▇▆▅▄▃▂▁▀▔", "#"),
    **dict.fromkeys("←◂‹«", "<"),
    **dict.fromkeys("→▸›»", ">"),
    **dict.fromkeys("↑▴", "^"),
    **dict.fromkeys("↓▾", "v"),
    **dict.fromkeys("“”„", '"'),
    **dict.fromkeys("‘’‚", "'"),
    **{
        "✓": "+",
        "✗": "x",
        "×": "x",
        "◐": "~",
        "●": "*",
        "•": "*",
        "○": "o",
        "·": ".",
        "≈": "~",
        "✎": "*",
        "▪": "*",
    },
}
_BORDERS = range(0x2500, 0x2580)


class PlainSigns(LineFilter):
    """Draws what the program itself draws in ASCII; of texts, what `encoding` has no letter for.

    In an ASCII locale texts stay as they are: most terminals can show more than it promises.
    """

    def __init__(self, encoding: str) -> None:
        super().__init__()
        try:
            self.encoding = codecs.lookup(encoding).name
        except LookupError:
            self.encoding = "ascii"

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same cells in other characters."""
        return [
            segment if segment.text.isascii() else segment._replace(text=self.plain(segment.text))
            for segment in segments
        ]

    def plain(self, text: str) -> str:
        """A text in characters of the terminal, as wide as before."""
        return "".join(char if char.isascii() else self._char(char) for char in text)

    def _char(self, char: str) -> str:
        if sign := _SIGNS.get(char):
            return sign
        if ord(char) in _BORDERS:
            return "+"
        return char if self.encoding == "ascii" or self._has(char) else "?" * cell_len(char)

    def _has(self, char: str) -> bool:
        try:
            char.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True
