"""The only maker of Content from author text: cleaned, never read as markup, wrapped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

from quiz.core.text.safe_text import sanitise


def words(text: str, style: str | Style = "") -> Content:
    """Author text as Content: control characters made visible, brackets left alone."""
    return Content.styled(sanitise(text), style) if style else Content(sanitise(text))


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
    """Blocks laid out at a width: one Content of many lines, and the mark of each line."""

    content: Content
    marks: tuple[int, ...]

    @property
    def height(self) -> int:
        """Lines."""
        return len(self.marks)


def lay_out(blocks: Iterable[Block], width: int) -> Layout:
    """Wrap each block within `width` cells, its further lines indented to its text."""
    lines: list[Content] = []
    marks: list[int] = []
    for block in blocks:
        for line in _block_lines(block, max(4, width)):
            lines.append(line)
            marks.append(block.mark)
    return Layout(Content("\n").join(lines), tuple(marks))


def _block_lines(block: Block, width: int) -> Sequence[Content]:
    indent = min(block.lead.cell_length, width - 3)
    wrapped = block.text.wrap(width - indent) if block.text.plain else [Content("")]
    leads = [block.lead.truncate(indent), *[Content(" " * indent)] * (len(wrapped) - 1)]
    lines = [join(lead, line.rstrip()) for lead, line in zip(leads, wrapped, strict=True)]
    if not block.style:
        return lines
    return [line.pad_right(width - line.cell_length).stylize(block.style) for line in lines]


def fit(text: Content, width: int) -> Content:
    """Exactly `width` cells: padded, or cut with an ellipsis."""
    if text.cell_length > width:
        text = text.truncate(max(0, width), ellipsis=True)
    return text.pad_right(width - text.cell_length)


def cells(text: str) -> int:
    """How many columns a text takes."""
    return cell_len(text)
