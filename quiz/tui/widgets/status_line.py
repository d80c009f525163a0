"""Lines with words at both ends: a status, and the title of a screen."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from quiz.tui.text import fit, join


class StatusLine(Widget):
    """One line with words at both ends; other words need no new layout."""

    DEFAULT_CSS = "StatusLine { height: 1; padding: 0 1; text-wrap: nowrap; }"

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._left, self._right = Content(""), Content("")

    def tell(self, left: Content, right: Content) -> None:
        """Show other words."""
        self._left, self._right = left, right
        self.refresh()

    def render(self) -> Content:
        """Both ends; the left one gives way."""
        width = self.content_size.width
        right = self._right if self._right.cell_length < width - 8 else Content("")
        left = join(self.note, self._left)
        return join(fit(left, width - right.cell_length - 1), " ", right)

    @property
    def note(self) -> Content:
        """What stands before everything else, and is never cut."""
        return Content("")


class TitleLine(StatusLine):
    """What this is on the left, how far on the right."""

    DEFAULT_CSS = "TitleLine { dock: top; background: $panel; color: $foreground; }"

    @property
    def note(self) -> Content:
        """What is to be known all the time, such as that nothing is saved."""
        note = getattr(self.app, "title_note", "")
        return Content.styled(f"{note} · ", "bold $text-error") if note else Content("")
