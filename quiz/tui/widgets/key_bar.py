"""The line at the bottom: keys that do something now, each clickable."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from quiz.tui.text import cells


class KeyBar(Widget):
    """Shows (key, label, action name) as far as they fit; a click posts `KeyBar.Pressed`."""

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $foreground;
        text-wrap: nowrap;
        text-overflow: clip;
    }
    """
    ALLOW_SELECT = False

    class Pressed(Message):
        """A key on the bar was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, keys: Sequence[tuple[str, str, str]] = ()) -> None:
        super().__init__()
        self._keys = tuple(keys)

    def show(self, keys: Sequence[tuple[str, str, str]]) -> None:
        """Show other keys, the most wanted first; the last one always stays in view."""
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self.refresh()

    def render(self) -> Content:
        """The keys that fit into the width."""
        parts: list[Content] = []
        for key, label, action in self._fitting(self.content_size.width):
            meta = Style.from_meta({"quiz_action": action})
            text = Content.assemble((key, "bold $text-accent"), " ", label)
            parts.append(text.stylize(meta))
        return Content("  ").join(parts)

    def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        action = event.style.meta.get("quiz_action")
        if action:
            event.stop()
            self.post_message(self.Pressed(action))

    def _fitting(self, width: int) -> list[tuple[str, str, str]]:
        if not self._keys:
            return []
        *keys, last = self._keys
        room = width - _width(last)
        fitting = []
        for item in keys:
            room -= _width(item) + 2
            if room < 0:
                break
            fitting.append(item)
        return [*fitting, last]


def _width(item: tuple[str, str, str]) -> int:
    return cells(item[0]) + 1 + cells(item[1])
