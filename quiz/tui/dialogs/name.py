"""A name that is asked for."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from quiz.tui.text import Block, words
from quiz.tui.widgets.sheet import Sheet


class NameScreen(ModalScreen[str | None]):
    """Asks for a name; None when it was left or is empty."""

    DEFAULT_CSS = """
    NameScreen { align: center middle; background: $background 60%; }
    NameScreen > #box { width: 56; max-width: 94%; height: auto; padding: 1 2;
                        background: $surface; border: round $accent; }
    NameScreen Input { border: none; height: 1; padding: 0 1; margin: 1 0; background: $panel; }
    NameScreen Input:focus { border: none; background: $block-cursor-background 25%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Cancel")]

    def __init__(self, question: str, value: str = "") -> None:
        super().__init__()
        self.question, self.value = question, value

    def compose(self) -> ComposeResult:
        """A line of text."""
        with Container(id="box"):
            yield Sheet([Block(words(self.question), style="bold")])
            yield Input(self.value, max_length=60)
            text = "Enter saves it, Esc cancels."
            yield Sheet([Block(Content.styled(text, "$foreground-muted"))])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the name."""
        self.dismiss(event.value.strip() or None)

    def action_leave(self) -> None:
        """Take none."""
        self.dismiss(None)
