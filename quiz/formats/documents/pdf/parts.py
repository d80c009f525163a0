"""Lines become headings, paragraphs, items and tables; what is broken over pages is made whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quiz.formats.documents.pdf.columns import Column, columns_of
from quiz.formats.documents.pdf.line import Line
from quiz.formats.documents.pdf.tables import Table, tables_in

BULLET = re.compile(
    r"(?:[•▪◦‣●○■□➢➔►✓✔❖§]|[\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf020-\uf0ff]|[-–—*](?=\s+\w)|o(?=\s+[A-Z]))\s*"
)
_LABEL = re.compile(
    r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,3}){1,4}\.?)\s+(?=\S)"
)
_ENDED = re.compile(r"[.!?:;。？！][\"'”’»)\]\d¹²³⁰-⁹*†]*$")
_FULL_STOP = re.compile(r"[.!?。？！][\"'”’»)\]¹²³⁰-⁹*†]*$")
_SMALL = 0.93  # of the usual size: notes at the foot of a page


@dataclass
class Part:
    """Lines that belong together: `kind` is `text`, `item`, `heading` or `table`."""

    kind: str
    lines: list[Line]
    level: int = 0
    table: Table | None = None
    bullet_left: float = field(default=0.0)

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1]


class Assembler:
    """Puts the lines of page after page together."""

    def __init__(self, body: float, usual: float) -> None:
        self.body, self.usual = body, usual
        self._open: Part | None = None
        self._notes: list[Part] = []

    def page(self, lines: Sequence[Line], height: float) -> Iterator[Part]:
        """The parts that end on a page; one that may go on is kept until the next."""
        notes: list[Part] = []
        for column in columns_of(lines, self.usual):
            body, small = self._without_notes(column, height)
            yield from self._column(column, body)
            notes += self._parts_of(small) if small else []
        self._notes += notes

    def rest(self) -> Iterator[Part]:
        """What is left at the end."""
        yield from self._close()

    def _without_notes(self, column: Column, height: float) -> tuple[list[Line], list[Line]]:
        """The lines of a column, and the small ones at its foot."""
        lines = column.lines
        cut = len(lines)
        while cut and lines[cut - 1].size <= _SMALL * self.body and not lines[cut - 1].level:
            cut -= 1
        if cut == 0 or cut == len(lines) or lines[cut].middle > height * 0.5:
            return lines, []
        return lines[:cut], lines[cut:]

    def _parts_of(self, lines: list[Line]) -> list[Part]:
        inner = Assembler(lines[0].size, self.usual)
        found = [
            part
            for column in columns_of(lines, self.usual)
            for part in inner._column(column, column.lines)
        ]
        return [*found, *inner.rest()]

    def _column(self, column: Column, lines: list[Line]) -> Iterator[Part]:
        first = True
        for piece in tables_in(lines):
            if isinstance(piece, Table):
                yield from self._close()
                yield Part("table", piece.lines, table=piece)
                continue
            for line in piece:
                going = self._goes_over(line) if first else self._goes_on(column, line)
                first = False
                if going and self._open is not None:
                    self._open.lines.append(line)
                else:
                    yield from self._close()
                    self._begin(line)

    def _close(self) -> Iterator[Part]:
        if self._open is not None:
            part, self._open = self._open, None
            yield part
        notes, self._notes = self._notes, []
        yield from notes

    def _begin(self, line: Line) -> None:
        if line.level:
            self._open = Part("heading", [line], line.level)
        elif BULLET.match(line.text):
            self._open = Part("item", [line], bullet_left=line.left)
        else:
            self._open = Part("text", [line], bullet_left=line.left)

    def _goes_over(self, line: Line) -> bool:
        """Whether a part goes on at the top of another column or page."""
        part = self._open
        if part is None or part.kind == "heading" or line.level:
            return False
        last = part.last
        if last.broken:
            return True
        if abs(last.size - line.size) > 0.08 * last.size or last.bold != line.bold:
            return False
        if BULLET.match(line.text) or _LABEL.match(line.text):
            return False
        if line.text[:1].islower():
            return not _FULL_STOP.search(last.text)
        return not _ENDED.search(last.text) and len(last.text) > 35

    def _goes_on(self, column: Column, line: Line) -> bool:
        """Whether a line belongs to the part above it in its column."""
        part = self._open
        if part is None:
            return False
        last = part.last
        if line.level or part.kind == "heading":
            return part.kind == "heading" and line.level == part.level and _is_near(last, line, 1.8)
        if last.broken:
            return True
        if last.page != line.page:
            return self._goes_over(line)
        if abs(last.size - line.size) > 0.08 * max(last.size, line.size) or last.bold != line.bold:
            return False
        if not _is_near(last, line, 1.35 * column.pitch / max(last.size, 1)):
            return False
        if BULLET.match(line.text) or (_LABEL.match(line.text) and self._is_label(part, line)):
            return False
        return not self._is_indented(part, column, line) and not _was_ended(last, line, column)

    def _is_label(self, part: Part, line: Line) -> bool:
        """Whether a number begins an item, not just a line of a paragraph."""
        return bool(_ENDED.search(part.last.text)) or _LABEL.match(part.lines[0].text) is not None

    def _is_indented(self, part: Part, column: Column, line: Line) -> bool:
        """Whether a line begins a paragraph by standing further in or out than those above."""
        size, last = line.size, part.last
        first = part.lines[0]
        labelled = part.kind == "item" or _LABEL.match(first.text)
        if labelled:  # its other lines stand further in
            return len(part.lines) > 1 and line.left < last.left - 0.8 * size
        if len(part.lines) == 1:
            return line.left > last.left + 0.8 * size and bool(_ENDED.search(last.text))
        return line.left > last.left + 0.8 * size and line.left < last.left + 6 * size


def _is_near(line: Line, after: Line, most: float) -> bool:
    return line.bottom - after.bottom <= most * max(line.size, after.size)


def _was_ended(line: Line, after: Line, column: Column) -> bool:
    """Whether a line stops where the first word of the next would have had room."""
    word = after.text.split(" ", 1)[0]
    width = after.width * (len(word) + 1) / max(1, len(after.text))
    room = column.right_of(line) - line.right - width
    if room > 1.5 * line.size and _ENDED.search(line.text):
        return True
    return room > 4 * line.size and not after.text[:1].islower()
