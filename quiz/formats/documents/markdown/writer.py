"""Writes the blocks of a document as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from quiz.core.text.page_marks import mark
from quiz.formats.documents.markdown.escape import heading_end
from quiz.formats.documents.markdown.inline import Inline

_DEEPEST = 8
"""Lists and quotations within each other; the reader has an end at 20."""

_DEEPEST_HEADING = 6


@dataclass
class _Container:
    lead: str
    hang: str
    item: bool = False
    begun: bool = False


class _Item(NamedTuple):
    hang: str
    lead: str
    number: int | None


class MarkdownWriter:
    """Grows block by block; what stands in a list or quotation is written inside `within`."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._within: list[_Container] = []
        self._after_item = False  # whether the block before is the first of an item
        self._items: list[_Item] = []  # those that the last line stands in, told by their depth
        self._open_ended = False  # whether the last line is text that a mark may follow

    @property
    def markdown(self) -> str:
        """All of it."""
        return "\n".join(self._lines).strip("\n") + "\n" if self._lines else ""

    def heading(self, level: int, text: Inline) -> None:
        """A heading of level 1 to 6; within a list or quotation a paragraph."""
        if self._within:
            self.paragraph(text)
            return
        before, lines = text.without_strong().lines(flat=True)
        self._marks(before)
        if lines:
            self._block([f"{'#' * max(1, min(level, _DEEPEST_HEADING))} {heading_end(lines[0])}"])

    def paragraph(self, text: Inline) -> None:
        """A paragraph."""
        before, lines = text.lines()
        self._marks(before)
        if lines:
            self._block(lines, text=True)

    def code(self, text: str, language: str = "") -> None:
        """Code, letter for letter."""
        lines = text.rstrip().expandtabs(4).split("\n")
        while lines and not lines[0].strip():
            lines.pop(0)
        if lines:
            fence = "```"
            while any(line.lstrip().startswith(fence) for line in lines):
                fence += "`"
            self._block([fence + language, *(line.rstrip() for line in lines), fence])

    def table(self, rows: Sequence[Sequence[Inline]], *, head: bool = True) -> None:
        """A table; its first row is the head, or an empty one is."""
        width = max((len(row) for row in rows), default=0)
        used = [i for i in range(width) if any(i < len(row) and row[i] for row in rows)]
        if not used:
            return
        width = len(used)
        rows = [[row[i] for i in used if i < len(row)] for row in rows]
        cells = [[cell.lines(in_table=True) for cell in row] for row in rows]
        if not head:
            cells.insert(0, [])
        lines = []
        for row in cells:
            texts = [before + "".join(found) for before, found in row]
            lines.append("| " + " | ".join([*texts, *[""] * (width - len(texts))]) + " |")
        lines.insert(1, "|" + " --- |" * width)
        self._block(lines)

    def mark(self, kind: str, name: str) -> None:
        """The place where a page, slide or time begins."""
        self._marks(mark(kind, name))

    def note(self, name: str, text: Sequence[Inline]) -> None:
        """What a note says."""
        found = [line for part in text for line in part.lines(flat=True)[1]]
        if found:
            self._block([f"[^{name}]: {' '.join(found)}"])

    def literal(self, markdown: str) -> None:
        """Blocks that are Markdown already."""
        if markdown.strip():
            self._block(markdown.strip("\n").split("\n"))

    @contextmanager
    def within(self, lead: str, *, item: bool = False) -> Iterator[None]:
        """What is written inside stands in a list item (`- `, `3. `) or quotation (`> `)."""
        if len(self._within) >= _DEEPEST:
            yield
            return
        container = _Container(lead, " " * len(lead) if item else lead, item)
        self._within.append(container)
        yield
        self._within.pop()

    def item(self, depth: int, text: Inline, number: int | None = None) -> None:
        """An item of a list that is told only by how deep each item stands."""
        before, lines = text.lines()
        if not lines:
            self._marks(before)
            return
        depth = min(depth, len(self._items), _DEEPEST)
        lead = "- " if number is None else f"{number}{self._delimiter(depth, number)} "
        hang = "".join(item.hang for item in self._items[:depth])
        if before and self._open_ended:
            self._lines[-1] += before
        elif before:
            self._lines += ["", before]
        if self._lines and not self._items:
            self._lines.append("")
        self._lines.append(hang + lead + lines[0])
        self._lines += [hang + " " * len(lead) + line for line in lines[1:]]
        self._items[depth:] = [_Item(" " * len(lead), lead, number)]
        self._open_ended = True

    def more(self, depth: int, text: Inline) -> None:
        """Another paragraph of the item above, of a list told by depth."""
        _, lines = text.lines()
        if not self._items:
            self.paragraph(text)
        elif lines:
            hang = "".join(item.hang for item in self._items[: depth + 1])
            self._lines += ["", *(hang + line for line in lines)]
            self._open_ended = True

    def _delimiter(self, depth: int, number: int) -> str:
        """Another one than above where the number does not go on, for a list of its own."""
        above = self._items[depth] if depth < len(self._items) else None
        if above is None or above.number is None:
            return "."
        same = above.lead.rstrip()[-1]
        return same if number == above.number + 1 else ".)"[same == "."]

    def _marks(self, comments: str) -> None:
        """A line of its own; before an item, the end of the line above."""
        if not comments:
            return
        begun = [one.hang for one in self._within if one.begun]
        if len(begun) == len(self._within):
            self._block([comments])
        elif self._open_ended:
            self._lines[-1] += comments
        else:
            self._lines += ["", "".join(begun) + comments]
            self._after_item = False

    def _block(self, lines: Sequence[str], *, text: bool = False) -> None:
        first = any(one.item and not one.begun for one in self._within)
        self._items.clear()
        if self._lines and not (first and self._after_item):
            self._lines.append("".join(one.hang for one in self._within if one.begun).rstrip())
        self._after_item = first
        for line in lines:
            lead = "".join(one.hang if one.begun else one.lead for one in self._within)
            for one in self._within:
                one.begun = True
            self._lines.append((lead + line).rstrip() if line or lead.strip() else "")
        self._open_ended = text
