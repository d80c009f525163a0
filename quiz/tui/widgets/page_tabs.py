"""The names of pages in a line, the one on screen in brackets; each can be clicked."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from quiz.tui.text import cells, join


class PageTabs(Widget):
    """Shows all names where they fit, else the current one between its number and how many."""

    DEFAULT_CSS = """
    PageTabs { height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: clip; }
    """
    ALLOW_SELECT = False

    class Chosen(Message):
        """A name was clicked; `index` counts from 0."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.names = tuple(names)
        self.index = 0

    def show(self, index: int) -> None:
        """Mark another page as the one on screen."""
        self.index = index
        self.refresh()

    def render(self) -> Content:
        """One line."""
        width = self.content_size.width
        for numbered in (True, False):
            labels = [self._label(i, numbered=numbered) for i in range(len(self.names))]
            if sum(map(cells, labels)) + len(labels) - 1 <= width:
                return Content(" ").join([self._tab(i, text) for i, text in enumerate(labels)])
        place = f"{self.index + 1} of {len(self.names)}"
        name = Content.styled(f"[{self.names[self.index]}]", "bold $text-accent")
        return join(
            self._mark(Content("<"), -1), " ", name, " ", self._mark(Content(">"), 1), f"  {place}"
        )

    def _label(self, index: int, *, numbered: bool) -> str:
        text = f"{index + 1} {self.names[index]}" if numbered else self.names[index]
        return f"[{text}]" if index == self.index else f" {text} "

    def _tab(self, index: int, label: str) -> Content:
        style = "bold $text-accent" if index == self.index else ""
        text = Content.styled(label, style) if style else Content(label)
        return text.stylize(Style.from_meta({"quiz_page": index}))

    def _mark(self, text: Content, step: int) -> Content:
        index = (self.index + step) % len(self.names)
        return text.stylize(Style.from_meta({"quiz_page": index}))

    def on_click(self, event: events.Click) -> None:
        """Tell which name was clicked."""
        index = event.style.meta.get("quiz_page")
        if isinstance(index, int):
            event.stop()
            self.post_message(self.Chosen(index))
