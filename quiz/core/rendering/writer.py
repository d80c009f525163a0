"""Writes a reading text from stretches of a file and keeps the map between the two."""

from __future__ import annotations

from quiz.core.text.derived import DerivedText, Piece


class Writer:
    """Grows by copies of the file, by other text in a stretch's place, and by gaps between both.

    Everything is written in the order of the file.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.length = 0
        self._out: list[str] = []
        self._pieces: list[Piece] = []
        self._gap = ""
        self._copied = False
        self._at = 0  # how far the file has been used

    @property
    def here(self) -> int:
        """Where the next character will stand."""
        return self.length + len(self._gap)

    @property
    def waiting(self) -> str:
        """The gap before the next character."""
        return self._gap

    def gap(self, text: str) -> None:
        """White space that no character stands for, written before the next text, if any comes."""
        self._gap = text

    def copy(self, start: int, end: int) -> None:
        """A stretch of the file as it is."""
        if start < self._at:  # told out of order: the map stays in order
            self.put(self.file[start:end], self._at, self._at)
        elif start < end:
            self._skip_to(start)
            self._write(self.file[start:end])
            self._at, self._copied = end, True

    def put(self, text: str, start: int, end: int) -> None:
        """Another text in place of a stretch of the file."""
        start = max(start, self._at)
        end = max(start, end)
        if text:
            self._skip_to(start)
            before = self.length
            self._write(text)
            self._pieces.append(Piece(before, self.length, start, end))
            self._at, self._copied = end, False

    def trim(self) -> None:
        """Take white space at the end away again, where it was copied."""
        if self._copied and self._out:
            last = self._out[-1]
            spaces = len(last) - len(last.rstrip())
            if spaces:
                self._out[-1] = last[: len(last) - spaces]
                self.length -= spaces
                self._at -= spaces

    def _skip_to(self, start: int) -> None:
        if start > self._at or self._gap:
            before = self.length
            self._write(self._gap)
            self._gap = ""
            self._pieces.append(Piece(before, self.length, self._at, start))
            self._at = start

    def _write(self, text: str) -> None:
        self._out.append(text)
        self.length += len(text)

    def done(self) -> DerivedText:
        """The whole text; what is left of the file stands for nothing."""
        self._gap = ""
        if self._at < len(self.file):
            self._pieces.append(Piece(self.length, self.length, self._at, len(self.file)))
        pieces = tuple(self._pieces)
        return DerivedText("".join(self._out), pieces, tuple(piece.start for piece in pieces))
