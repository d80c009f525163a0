"""The one door to what Textual keeps to itself.

Where a name is gone, Textual does as it would without us: it paints whole regions and shows its
own traceback.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import App

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.filter import LineFilter
    from textual.screen import Screen

    from quiz.tui.painted import Painted


def _painted() -> Painted | None:
    try:
        from quiz.tui.painted import Painted
    except ImportError:
        return None
    return Painted()


class TextualDoor(App[int]):
    """An app that sends only what the terminal does not show already."""

    def __init__(self) -> None:
        self._shown = _painted()
        super().__init__()

    def forget_painted(self) -> None:
        """Something else wrote on the terminal, or its size is another one."""
        if self._shown is not None:
            self._shown.forget()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        super()._display(screen, cast("RenderableType | None", self._news(renderable)))

    def _news(self, update: object) -> object:
        """What of an update has to be sent; all of it where that cannot be told."""
        if self._shown is None or update is None or self.is_headless:
            return update
        try:
            sends = self._running and not self._closed and not self._batch_count
            return self._shown.news(update, self.size) if sends else update
        except AttributeError:
            self._shown = None
            return update

    def draw_through(self, line_filter: LineFilter) -> None:
        """Let a filter change every line that is painted."""
        getattr(self, "_filters", []).append(line_filter)

    @property
    def is_closing(self) -> bool:
        """Whether the app is on its way out."""
        return bool(getattr(self, "_exit", False))

    def dealt_with(self, error: Exception) -> bool:
        """Whether an error that nobody caught needs no traceback."""
        return False

    def _handle_exception(self, error: Exception) -> None:
        if not self.dealt_with(error):
            super()._handle_exception(error)
