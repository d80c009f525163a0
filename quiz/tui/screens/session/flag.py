"""A remark to the author about a question."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from quiz.tui.text import Block
from quiz.tui.widgets.sheet import Sheet


class FlagScreen(ModalScreen[str | None]):
    """Asks for a comment; None when it was left."""

    DEFAULT_CSS = """
    FlagScreen { align: center middle; background: $background; }
    FlagScreen > #box { width: 64; max-width: 94%; height: auto; padding: 1 2;
                        background: $surface; border: round $accent; }
    FlagScreen Input { border: none; height: 1; padding: 0 1; margin: 1 0; background: $panel; }
    FlagScreen Input:focus { border: none; background: $block-cursor-background 25%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Cancel")]

    def compose(self) -> ComposeResult:
        """A line of text."""
        with Container(id="box"):
            yield Sheet([Block(Content("What is wrong with this question?"), style="bold")])
            yield Input(placeholder="a remark for its author", max_length=500)
            text = "Enter flags it, also without words; Esc cancels."
            yield Sheet([Block(Content.styled(text, "$foreground-muted"))])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the remark."""
        self.dismiss(event.value.strip())

    def action_leave(self) -> None:
        """Keep nothing."""
        self.dismiss(None)
