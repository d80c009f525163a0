"""A list over the reader to choose from: the questions on a passage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import ModalScreen

from quiz.tui.text import Block, words
from quiz.tui.widgets.row_list import RowList, RowMaker
from quiz.tui.widgets.sheet import Sheet


class ListScreen(ModalScreen[int | None]):
    """Lets choose one of some rows by number; None when it was left.

    `details` are the texts of rows in full, shown below for the row the cursor is on.
    """

    DEFAULT_CSS = """
    ListScreen { align: center middle; background: $background 60%; }
    ListScreen > #box { width: 76; max-width: 100%; height: auto; max-height: 90%; padding: 0 1;
                        background: $surface; border: round $accent;
                        border-title-color: $text-accent;
                        border-subtitle-color: $foreground-muted; }
    ListScreen RowList { height: auto; max-height: 100%; }
    ListScreen Sheet { margin: 1 2 0 2; color: $foreground; max-height: 5; }
    ListScreen Sheet.-none { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", "Close")]

    def __init__(
        self,
        title: str,
        hint: str,
        count: int,
        row: RowMaker,
        details: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.words = (title, hint)
        self.details = details
        self.detail = Sheet(classes="-none")
        self.rows = RowList()
        self.rows.show(count, row)

    def compose(self) -> ComposeResult:
        """The rows in a box."""
        box = Container(self.rows, self.detail, id="box")
        box.border_title, box.border_subtitle = self.words
        yield box

    def on_mount(self) -> None:
        """The arrows move in it."""
        self.rows.focus()
        self.on_row_list_moved()

    def on_row_list_moved(self) -> None:
        """The text of a row in full, where the row itself may be cut."""
        number = self.rows.cursor
        text = self.details[number] if number < len(self.details) else ""
        self.detail.set_class(not text, "-none")
        self.detail.show([Block(words(text))])

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Tell which."""
        self.dismiss(message.number)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
