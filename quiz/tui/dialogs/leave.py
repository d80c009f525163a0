"""Whether to leave, asked when the program is interrupted."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen

from quiz.tui.text import Block
from quiz.tui.widgets.sheet import Sheet


class LeaveScreen(ModalScreen[bool]):
    """Asks whether to leave; True when so."""

    DEFAULT_CSS = """
    LeaveScreen { align: center middle; background: $background; }
    LeaveScreen > #box { width: 50; max-width: 94%; height: auto; padding: 1 2;
                         background: $surface; border: round $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y,q,ctrl+c", "answer(True)", "Leave"),
        Binding("escape,n", "answer(False)", "Stay"),
    ]

    def __init__(self, note: str = "") -> None:
        super().__init__()
        self.note = note or "Whatever you answered is kept."

    def compose(self) -> ComposeResult:
        """The question, and what each key does."""
        keys = Content.assemble(("Enter", "bold"), " leaves, ", ("Esc", "bold"), " stays.")
        with Container(id="box"):
            yield Sheet(
                [
                    Block(Content("Leave Citequiz?"), style="bold"),
                    Block(Content(self.note)),
                    Block(Content("")),
                    Block(keys),
                ]
            )

    def action_answer(self, leaves: bool) -> None:
        """Say which."""
        self.dismiss(leaves)
