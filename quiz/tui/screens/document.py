"""A whole document to read, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from quiz.core.document import Document, Passage
from quiz.store.library import Library
from quiz.tui.actions import bindings
from quiz.tui.screens.room import Room
from quiz.tui.text import one_line
from quiz.tui.widgets.document_view import DocumentView

Page = tuple[Document, Sequence[Passage]]


def documents_of(library: Library, set_id: str) -> list[Page]:
    """The documents of a set, without marks. Raises DocumentError if one cannot be read."""
    return [(library.document(set_id, key), ()) for key in library.entry(set_id).documents]


class DocumentScreen(Room):
    """Shows documents one at a time."""

    room = "document"
    BINDINGS: ClassVar[list[BindingType]] = bindings("document")

    def __init__(self, pages: Sequence[Page]) -> None:
        super().__init__()
        self.pages = list(pages)
        self.index = 0
        self.view = DocumentView(*self.pages[0])

    def compose_body(self) -> ComposeResult:
        """The document."""
        yield self.view

    def on_mount(self) -> None:
        """Show the first."""
        self.view.focus()
        self._tell()

    def action_next(self) -> None:
        """Show the next document."""
        self.index = (self.index + 1) % len(self.pages)
        self.view.show(*self.pages[self.index])
        if not self.view.passages:
            self.view.scroll_home(animate=False)
        self._tell()

    def action_back(self) -> None:
        """Go back to where this was opened."""
        self.app.pop_screen()

    def _tell(self) -> None:
        document = self.pages[self.index][0]
        count = f"{self.index + 1} of {len(self.pages)}  " if len(self.pages) > 1 else ""
        right = Content.styled(f"{count}{document.line_count} lines", "$foreground-muted")
        self.title_line.tell(one_line(document.title, "bold"), right)
        self.show_keys(["next", "back", "help"] if len(self.pages) > 1 else ["back", "help"])
