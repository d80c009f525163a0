"""A list of one-line rows to choose from, painted as they come into view; any number of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from quiz.tui.text import fit

RowMaker = Callable[[int, int], Content]


class RowList(ScrollView, can_focus=True):
    """Rows are made by `row(number, width)`; arrows move, Enter or a click chooses."""

    DEFAULT_CSS = """
    RowList { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1;
              background: $surface; color: $foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Chosen(Message):
        """A row was chosen."""

        def __init__(self, rows: RowList, number: int) -> None:
            super().__init__()
            self.rows = rows
            self.number = number

    class Moved(Message):
        """The cursor is on another row."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.count = 0
        self.cursor = 0
        self._row: RowMaker = lambda number, width: Content("")

    def show(self, count: int, row: RowMaker, cursor: int = 0) -> None:
        """Show other rows."""
        self.count, self._row = count, row
        self.cursor = max(0, min(cursor, count - 1))
        self.virtual_size = Size(self.size.width, count)
        self.refresh()
        self.call_after_refresh(self._bring, middle=True)

    def move_to(self, number: int) -> None:
        """Put the cursor on a row and bring it into view."""
        number = max(0, min(number, self.count - 1))
        if number != self.cursor:
            before, self.cursor = self.cursor, number
            self.refresh_line(before)
            self.refresh_line(number)
            self.post_message(self.Moved())
        self._bring()

    def on_resize(self) -> None:
        """The rows are as wide as there is room."""
        self.virtual_size = Size(self.size.width, self.count)
        self._bring()

    def on_focus(self) -> None:
        """The cursor shows who has the keys."""
        self.refresh_line(self.cursor)

    def on_blur(self) -> None:
        """And who has not."""
        self.refresh_line(self.cursor)

    def render_line(self, y: int) -> Strip:
        """One row."""
        number, width = y + self.scroll_offset.y, self.size.width
        if number >= self.count:
            return Strip.blank(width, self.rich_style)
        chosen = number == self.cursor
        lead = Content.styled("▸ ", "bold $text-accent") if chosen else Content("  ")
        line = lead + fit(self._row(number, width - 3), width - 3) + Content(" ")
        if chosen and self.has_focus:
            line = line.stylize("$block-cursor-foreground on $block-cursor-background bold")
        (strip,) = Visual.to_strips(self, line, width, 1, self.visual_style)
        return strip

    def action_move(self, by: int) -> None:
        """One row up or down."""
        self.move_to(self.cursor + by)

    def action_page(self, by: int) -> None:
        """A page up or down."""
        self.move_to(self.cursor + by * max(1, self.size.height - 1))

    def action_first(self) -> None:
        """To the first row."""
        self.move_to(0)

    def action_last(self) -> None:
        """To the last row."""
        self.move_to(self.count - 1)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.count:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        offset = event.get_content_offset(self)
        if offset is not None and offset.y + self.scroll_offset.y < self.count:
            event.stop()
            self.move_to(offset.y + self.scroll_offset.y)
            self.action_choose()

    def _bring(self, *, middle: bool = False) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if middle and not top <= self.cursor < top + height:
            top = self.cursor - height // 2
        top = max(self.cursor - height + 1, min(self.cursor, top))
        self.scroll_to(y=top, animate=False, force=True, immediate=True)
