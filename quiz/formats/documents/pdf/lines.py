"""The lines of a page in the order in which they were written into the file."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Any

from quiz.formats.documents.pdf.line import Line

BROKEN = "\x02\ufffe\u00ad"
"""What stands for the hyphen of a word that goes on in the next line."""

_WIDE_GAP = 1.6  # of the size of the letters: what is further apart are two columns or cells
_MOST_CHARS = 400_000  # of one page
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|,b\b|-bd|cmbx", re.IGNORECASE)
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")


class PageText:
    """The letters of one page and where they stand."""

    def __init__(self, page: Any, number: int) -> None:
        import pypdfium2.raw as raw

        self.raw, self.number = raw, number
        self.text_page = page.get_textpage()
        self.handle = self.text_page.raw
        self.count = min(raw.FPDFText_CountChars(self.handle), _MOST_CHARS)
        self.left, self.right, self.bottom, self.top = (ctypes.c_double() for _ in range(4))
        self._fonts: dict[bytes, bool] = {}

    def close(self) -> None:
        """Let go of it."""
        self.text_page.close()

    def letters(self) -> str:
        """A character for each place."""
        get = self.raw.FPDFText_GetUnicode
        found = []
        for i in range(self.count):
            code = get(self.handle, i)
            found.append(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " ")
        return "".join(found)

    def box(self, i: int) -> tuple[float, float, float, float] | None:
        """Left, right, bottom and top of a character."""
        done = self.raw.FPDFText_GetCharBox(
            self.handle, i, ctypes.byref(self.left), ctypes.byref(self.right),
            ctypes.byref(self.bottom), ctypes.byref(self.top),
        )  # fmt: skip
        box = self.left.value, self.right.value, self.bottom.value, self.top.value
        return box if done and all(map(math.isfinite, box)) else None

    def loose(self, i: int) -> tuple[float, float, float, float] | None:
        """The same as high as the letters of the font are."""
        rectangle = self.raw.FS_RECTF()
        if not self.raw.FPDFText_GetLooseCharBox(self.handle, i, ctypes.byref(rectangle)):
            return None
        box = rectangle.left, rectangle.right, rectangle.bottom, rectangle.top
        return box if all(map(math.isfinite, box)) else None

    def size(self, i: int) -> float:
        """How large it is set, in points."""
        matrix = self.raw.FS_MATRIX()
        size = float(self.raw.FPDFText_GetFontSize(self.handle, i))
        if self.raw.FPDFText_GetMatrix(self.handle, i, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d)
        return size if math.isfinite(size) and size > 0.5 else 1.0

    def upright(self, i: int) -> bool:
        """Whether a character is not turned."""
        angle = float(self.raw.FPDFText_GetCharAngle(self.handle, i))
        return angle < 0 or min(angle, abs(2 * math.pi - angle)) < 0.15

    def bold(self, i: int) -> bool:
        """Whether it is set in bold."""
        name = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        self.raw.FPDFText_GetFontInfo(self.handle, i, name, 128, ctypes.byref(flags))
        if name.value not in self._fonts:
            said = name.value.decode("utf-8", "replace")
            self._fonts[name.value] = bool(_BOLD.search(said) or flags.value & (1 << 18))
        weight = int(self.raw.FPDFText_GetFontWeight(self.handle, i))
        return self._fonts[name.value] or weight >= 650


def lines_of(page: Any, number: int) -> tuple[list[Line], int]:
    """The lines of a page that are not turned, and how many characters are."""
    text = PageText(page, number)
    try:
        found = list(_cut(text))
        turned = [line for line, upright in found if not upright]
        kept = [line for line, upright in found if upright]
        if sum(len(line.text) for line in turned) > 2 * sum(len(line.text) for line in kept):
            return [line for line, _ in found], 0  # a page that lies on its side
        return list(_joined(kept)), sum(len(line.text) for line in turned)
    finally:
        text.close()


def _cut(page: PageText) -> Iterator[tuple[Line, bool]]:
    letters = page.letters()
    for match in re.finditer(rf"[^\r\n{BROKEN}]*[{BROKEN}]?", letters):
        words = match[0]
        broken = words[-1:] in BROKEN if words else False
        bare = words.rstrip(BROKEN + " \u00a0\t")
        start = match.start() + len(bare) - len(bare.lstrip())
        end = match.start() + len(bare)
        if start < end:
            line = _line(page, letters, start, end)
            if line is not None:
                line.broken = broken
                yield line, page.upright(start)


def _line(page: PageText, letters: str, start: int, end: int) -> Line | None:
    """The characters from `start` to `end` as a line, its cells apart."""
    first, last = page.loose(start) or page.box(start), page.loose(end - 1) or page.box(end - 1)
    if first is None or last is None:
        return None
    size = sorted(page.size(i) for i in (start, (start + end) // 2, end - 1))[1]
    cells: list[tuple[float, float, str]] = []
    begin, left = start, first[0]
    for i in range(start + 1, end - 1):
        if not letters[i].isspace() or letters[i + 1].isspace():
            continue
        before, after = page.box(_last_letter(letters, i, start)), page.box(i + 1)
        if before and after and after[0] - before[1] > _WIDE_GAP * size:
            cells.append((left, before[1], _clean(letters[begin:i])))
            begin, left = i + 1, after[0]
    cells.append((left, last[1], _clean(letters[begin:end])))
    cells = [cell for cell in cells if cell[2]]
    if not cells:
        return None
    middle = (start + end) // 2
    bold = page.bold(start) and page.bold(end - 1) and page.bold(middle)
    low, high = min(first[2], last[2]), max(first[3], last[3])
    words = " ".join(cell[2] for cell in cells)
    return Line(words, first[0], max(first[1], last[1]), low, high, size, bold, page.number, cells)


def _last_letter(letters: str, i: int, start: int) -> int:
    while i > start and letters[i].isspace():
        i -= 1
    return i


def _clean(text: str) -> str:
    text = "".join(c if c >= " " and c not in "\ufffd\ufffe\uffff" else " " for c in text)
    return _SPACES.sub(" ", text.translate(_LIGATURES)).strip()


def _joined(lines: list[Line]) -> Iterator[Line]:
    """Pieces of one line in one: a raised number ends a line in many files."""
    here: Line | None = None
    for line in lines:
        if here is not None and _goes_on(here, line):
            gap = line.left - here.right
            between = " " if gap > 0.15 * max(here.size, line.size) else ""
            here.text += between + line.text
            left, _, words = here.cells[-1]
            here.cells[-1:] = [
                (left, line.cells[0][1], words + between + line.cells[0][2]), *line.cells[1:]
            ]  # fmt: skip
            here.right, here.broken = max(here.right, line.right), line.broken
            here.bottom, here.top = min(here.bottom, line.bottom), max(here.top, line.top)
            if len(line.text) > len(here.text) / 2:
                here.size, here.bold = line.size, line.bold
        elif here is not None and not here.broken and _is_next_cell(here, line):
            here.text += f" {line.text}"
            here.cells += line.cells
            here.right, here.broken = line.right, line.broken
        else:
            if here is not None:
                yield here
            here = line
    if here is not None:
        yield here


def _is_next_cell(line: Line, other: Line) -> bool:
    alike = abs(line.size - other.size) < 0.1 * line.size
    return alike and line.beside(other) and other.left > line.right


def _goes_on(line: Line, other: Line) -> bool:
    size = max(line.size, other.size)
    return (
        line.beside(other)
        and not line.broken
        and -0.3 * size <= other.left - line.right <= _WIDE_GAP * size
    )
