"""The only maker of Content from author text: cleaned, never read as Textual's markup, wrapped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.style import Style

from quiz.core.rendering.marked import marks_of
from quiz.core.text.safe_text import sanitise
from quiz.core.text.signs.clusters import boundary
from quiz.tui.cells import cell_len, get_character_cell_size
from quiz.tui.code import LINE
from quiz.tui.wrapping import odd_characters, rows_of_line

BEYOND = "›"
"""Stands at the end of a line of code of which there is more."""


def words(text: str, style: str | Style = "") -> Content:
    """Author text as Content, its marks drawn: control characters made visible, brackets left."""
    shown = sanitise(text)
    content = Content.styled(shown, style) if style else Content(shown)
    if not marks_of(text) or len(shown) != len(text):
        return content
    from quiz.tui.marks import drawn  # few texts have any

    return drawn(content, text)


def one_line(text: str, style: str | Style = "") -> Content:
    """The same with line breaks as spaces, for titles and table cells."""
    return words(" ".join(sanitise(text).split()), style)


def join(*parts: Content | str) -> Content:
    """Parts one after another; plain strings must be our own words."""
    return Content("").join([p if isinstance(p, Content) else Content(p) for p in parts])


class Block(NamedTuple):
    """A paragraph with a hanging indent: `lead` stands before its first line.

    `mark` names what a click on any of its lines means; -1 for nothing.
    """

    text: Content
    lead: Content = Content("")
    style: str = ""
    mark: int = -1


class Layout(NamedTuple):
    """Blocks laid out at a width: one Content of many lines, and the mark of each line.

    `beyond` is how many columns the widest line of code is wider than its room.
    """

    content: Content
    marks: tuple[int, ...]
    beyond: int = 0

    @property
    def height(self) -> int:
        """Lines."""
        return len(self.marks)


def lay_out(blocks: Iterable[Block], width: int, shift: int = 0) -> Layout:
    """Wrap each block within `width` cells, its further lines indented to its text.

    Code is not wrapped: it is shown from column `shift` on.
    """
    lines: list[Content] = []
    marks: list[int] = []
    beyond = 0
    width = max(4, width)
    for block in blocks:
        beyond = max(beyond, _widest_code(block) - width + _indent(block, width))
        for line in _block_lines(block, width, shift):
            lines.append(line)
            marks.append(block.mark)
    return Layout(Content("\n").join(lines), tuple(marks), beyond)


def _indent(block: Block, width: int) -> int:
    return min(block.lead.cell_length, width - 3)


def _widest_code(block: Block) -> int:
    if not is_code(block.text):
        return 0
    return max(line.cell_length for line in block.text.split("\n") if is_code(line))


def _rows(text: Content, room: int, shift: int) -> Iterator[Content]:
    """The lines of a text, each wrapped, but for code."""
    for line in text.split("\n", allow_blank=True) if "\n" in text.plain else [text]:
        if is_code(line):
            yield _window(line, room, shift)
            continue
        plain = line.plain
        for start, end in rows_of_line(plain, room, odd_characters(plain)):
            yield line[start:end].rstrip() if end - start < len(plain) else line.rstrip()


def is_code(line: Content) -> bool:
    """Whether a line is code, which is not wrapped; or whether a text has such a line."""
    return any(isinstance(span.style, Style) and LINE in span.style.meta for span in line.spans)


def _window(line: Content, room: int, shift: int) -> Content:
    past = line.cell_length - room
    if past <= 0:
        return line
    shift = min(shift, past)
    cut = _from_column(line, shift)
    return cut if shift == past else join(cropped(cut, room - 1), BEYOND)


def _from_column(line: Content, column: int) -> Content:
    """The line from a column on; a space for half of a sign."""
    at = used = 0
    while used < column:
        used += cell_len(line.plain[at])
        at += 1
    return join(" " * (used - column), line[at:])


def _block_lines(block: Block, width: int, shift: int) -> Sequence[Content]:
    indent = _indent(block, width)
    wrapped = list(_rows(block.text, width - indent, shift)) or [Content("")]
    leads = [cropped(block.lead, indent), *[Content(" " * indent)] * (len(wrapped) - 1)]
    lines = [join(lead, line.rstrip()) for lead, line in zip(leads, wrapped, strict=True)]
    if not block.style:
        return lines
    return [line.pad_right(width - line.cell_length).stylize(block.style) for line in lines]


def fit(text: Content, width: int) -> Content:
    """Exactly `width` cells: padded, or cut with an ellipsis."""
    text = shortened(text, width)
    return text.pad_right(width - text.cell_length)


def shortened(text: Content, width: int) -> Content:
    """The text, or as much of it as fits into `width` cells together with an ellipsis."""
    if text.cell_length <= width:
        return text
    return join(cropped(text, width - 1), "…"[:width])


def cropped(text: Content, width: int) -> Content:
    """As much of a text as fits into `width` cells; letters keep their marks."""
    if text.cell_length <= width:
        return text
    used, plain = 0, text.plain
    for at, char in enumerate(plain):
        used += get_character_cell_size(char)
        if used > width:
            return text[: boundary(plain, at)]
    return text


def cells(text: str) -> int:
    """How many columns a text takes."""
    return cell_len(text)
