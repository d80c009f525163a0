"""A widget for text in blocks with hanging indents; the base of most of what is shown."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from quiz.tui.text import Block, Layout, lay_out

LEAST_STEP = 4
"""Columns of a step sideways, which else is half the sheet."""


class Sheet(Widget):
    """Shows blocks; a click on a block with a mark posts `Sheet.Chosen`."""

    DEFAULT_CSS = """
    Sheet { height: auto; text-wrap: nowrap; }
    """

    class Chosen(Message):
        """A marked block was clicked."""

        def __init__(self, sheet: Sheet, mark: int) -> None:
            super().__init__()
            self.sheet = sheet
            self.mark = mark

    def __init__(
        self, blocks: Sequence[Block] = (), *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._blocks = tuple(blocks)
        self._laid_out: tuple[int, Layout] | None = None
        self._shift = 0

    def show(self, blocks: Sequence[Block]) -> None:
        """Show other blocks, from their first column; the layout follows."""
        if self._blocks != tuple(blocks):
            self._blocks, self._shift = tuple(blocks), 0
        self._laid_out = None
        self.refresh(layout=True)

    def repaint(self) -> None:
        """Make the blocks anew where that changes how they look, but not how high they are."""
        self._laid_out = None
        self.refresh()

    def blocks(self, width: int) -> Sequence[Block]:
        """What to show at a width; subclasses may make it up on the spot."""
        return self._blocks

    def layout_at(self, width: int) -> Layout:
        """The blocks wrapped at `width` cells."""
        if self._laid_out is None or self._laid_out[0] != width:
            self._laid_out = (width, lay_out(self.blocks(width), width, self._shift))
        return self._laid_out[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the blocks take."""
        return self.layout_at(width).height if width else 0

    def render(self) -> Content:
        """All lines."""
        return self.layout_at(self.content_size.width or 1).content

    def sideways(self, by: int) -> bool:
        """Move over code that is wider than the sheet, by halves; whether there is any."""
        width = self.content_size.width
        beyond = self.layout_at(width).beyond if width else 0
        if beyond <= 0:
            return False
        self._shift = max(0, min(self._shift + by * max(LEAST_STEP, width // 2), beyond))
        self.repaint()
        return True

    def reveal(self, mark: int) -> None:
        """Scroll what holds this sheet so that a marked block is in view, with a line around."""
        marks = self.layout_at(self.content_size.width).marks
        if mark in marks and isinstance(self.parent, Widget):
            first, count = marks.index(mark), marks.count(mark)
            region = Region(0, first - 1, 1, count + 2).translate(self.virtual_region.offset)
            holder = next((w for w in self.ancestors if isinstance(w, VerticalScroll)), None)
            if holder is not None:
                if self.parent is not holder:
                    region = region.translate(self.parent.virtual_region.offset)
                holder.scroll_to_region(region, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """Tell which block was clicked."""
        offset = event.get_content_offset(self)
        marks = self.layout_at(self.content_size.width).marks
        if offset is not None and 0 <= offset.y < len(marks) and marks[offset.y] >= 0:
            event.stop()
            self.post_message(self.Chosen(self, marks[offset.y]))
