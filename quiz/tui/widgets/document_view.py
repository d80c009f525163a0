"""A document with its line numbers, passages highlighted in place and marked in the gutter."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from quiz.core.document import Document, Passage
from quiz.tui.wrapping import rows_of_line


@dataclass(frozen=True, slots=True)
class Row:
    """A screen row: a span of the document; `line` is its line number, 0 on further rows."""

    start: int
    end: int
    line: int


class DocumentView(ScrollView, can_focus=True):
    """Shows a document; `show` chooses the passages and scrolls to the first."""

    DEFAULT_CSS = """
    DocumentView {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        background: $surface;
        color: $foreground;
        & > .document--number { color: $foreground-muted; }
        & > .document--passage { background: $warning; color: auto 95%; text-style: bold; }
        & > .document--bar { color: $text-warning; text-style: bold; }
        &:nocolor > .document--passage {
            background: $surface; color: $foreground; text-style: bold reverse;
        }
        &:ansi > .document--passage {
            background: ansi_default; color: ansi_default; text-style: bold reverse;
        }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "document--number",
        "document--passage",
        "document--bar",
    }

    def __init__(self, document: Document, passages: Sequence[Passage] = ()) -> None:
        super().__init__()
        self.document = document
        self.passages = tuple(passages)
        self._rows: list[Row] = []
        self._starts: list[int] = []
        self._laid_out = (0, "")

    @property
    def margin_width(self) -> int:
        """Columns for the bar and, where there is room, the line numbers."""
        digits = len(str(self.document.line_count))
        return 2 if self.size.width < 50 else digits + 3

    def show(self, document: Document, passages: Sequence[Passage]) -> None:
        """Show other passages, maybe of another document, and bring the first into view."""
        self.document, self.passages = document, tuple(passages)
        self._reflow()
        self.refresh()
        self.call_after_refresh(self.reveal)

    def reveal(self) -> None:
        """Scroll so that the first passage is visible, from its start, with a line before it."""
        if not self.passages or not self._rows:
            return
        first = self.row_of(self.passages[0].start)
        last = self.row_of(max(self.passages[0].start, self.passages[0].end - 1))
        room = max(0, self.size.height - (last - first + 1))
        y = max(0, first - min(room // 2, max(2, room // 3)))
        self.scroll_to(y=y, animate=False, force=True, immediate=True)

    def row_of(self, offset: int) -> int:
        """The screen row, from 0, on which an offset stands."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def on_resize(self) -> None:
        """Wrap anew, and keep the passage in view."""
        if self._laid_out != (self.size.width, self.document.text):
            self._reflow()
        self.call_after_refresh(self.reveal)

    def render_line(self, y: int) -> Strip:
        """One screen row."""
        index = y + self.scroll_offset.y
        style = self.rich_style
        if index >= len(self._rows):
            return Strip.blank(self.size.width, style)
        row = self._rows[index]
        strip = Strip([*self._gutter(row), *self._text(row, style)])
        return strip.adjust_cell_length(self.size.width, style)

    def _reflow(self) -> None:
        width = self.size.width - self.margin_width - 2
        if width < 1:
            # Not laid out yet. Rows of another text must not be painted: they would cut this one
            # anywhere, line breaks included, and a line break in a row breaks the terminal.
            self._rows, self._starts, self._laid_out = [], [], (0, "")
            return
        self._laid_out = (self.size.width, self.document.text)
        rows, offset = [], 0
        for number, line in enumerate(self.document.text.split("\n"), 1):
            for i, (start, end) in enumerate(rows_of_line(line, width)):
                rows.append(Row(offset + start, offset + end, 0 if i else number))
            offset += len(line) + 1
        self._rows = rows
        self._starts = [row.start for row in rows]
        self.virtual_size = Size(self.size.width, len(rows))
        self.refresh(Region(0, 0, self.size.width, self.size.height))

    def _gutter(self, row: Row) -> list[Segment]:
        marked = any(
            p.start < max(row.end, row.start + 1) and row.start < p.end for p in self.passages
        )
        bar = Segment("▌" if marked else " ", self.get_component_rich_style("document--bar"))
        digits = self.margin_width - 3
        if digits < 1:
            return [bar, Segment(" ", self.rich_style)]
        number = f"{row.line or '':>{digits}}  "
        return [bar, Segment(number, self.get_component_rich_style("document--number"))]

    def _text(self, row: Row, style: Style) -> list[Segment]:
        highlight = self.get_component_rich_style("document--passage")
        cuts = {row.start, row.end}
        for passage in self.passages:
            cuts |= {min(max(edge, row.start), row.end) for edge in (passage.start, passage.end)}
        segments = []
        last = row.start + len(self.document.text[row.start : row.end].rstrip())
        cuts.add(last)
        for start, end in pairwise(sorted(cuts)):
            inside = start < last and any(p.start <= start < p.end for p in self.passages)
            text = self.document.text[start:end]
            segments.append(Segment(text, highlight if inside else style))
        return segments
