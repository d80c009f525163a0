"""What a terminal shows after what was written on it, as far as Textual writes."""

from __future__ import annotations

import codecs
import re

from quiz.core.text.signs.columns import char_columns

_ESCAPE = re.compile(
    r"\x1b(?:\[([0-9;?<>=]*)[ -/]*([@-~])"
    r"|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[()].|[=>78c])"
)
_UNFINISHED = re.compile(r"\x1b[^\x1b]*\Z")


class Grid:
    """Rows of signs; moves, line ends and text are understood, colours are not."""

    def __init__(self) -> None:
        self.rows: dict[int, dict[int, str]] = {}
        self.touched: set[int] = set()
        self._x = self._y = 0
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""

    def feed(self, data: bytes) -> None:
        """Write on it."""
        text = self._rest + self._decoder.decode(data)
        at = 0
        for found in _ESCAPE.finditer(text):
            self._write(text[at : found.start()])
            self._obey(found[1] or "", found[2] or "")
            at = found.end()
        unfinished = _UNFINISHED.search(text, at)
        self._rest = unfinished[0] if unfinished else ""
        self._write(text[at : len(text) - len(self._rest)])

    def text(self, row: int) -> str:
        """A row from its first sign to its last."""
        signs = self.rows.get(row, {})
        return "".join(signs.get(x, " ") for x in range(max(signs, default=-1) + 1)).rstrip()

    @property
    def news(self) -> str:
        """The rows that were written on since `touched` was cleared, as they are now."""
        return "\n".join(self.text(row) for row in sorted(self.touched))

    def _obey(self, numbers: str, letter: str) -> None:
        if letter == "H":
            row, _, column = numbers.partition(";")
            self._y, self._x = int(row or 1) - 1, int(column or 1) - 1
        elif letter == "J" or (numbers == "?1049" and letter in "hl"):
            self.rows.clear()

    def _write(self, text: str) -> None:
        for sign in text:
            if sign == "\r":
                self._x = 0
            elif sign == "\n":
                self._y += 1
            elif sign >= " ":
                self._put(sign)

    def _put(self, sign: str) -> None:
        width, row = char_columns(sign), self.rows.setdefault(self._y, {})
        self.touched.add(self._y)
        if width == 0:
            row[self._x - 1] = row.get(self._x - 1, "") + sign
            return
        row[self._x] = sign
        if width == 2:
            row[self._x + 1] = ""
        self._x += width
