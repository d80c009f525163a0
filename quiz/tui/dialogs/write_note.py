"""A note of one's own."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen

from quiz.tui.text import Block, words
from quiz.tui.widgets.sheet import Sheet
from quiz.tui.widgets.typed_pad import EssayPad

KEYS = "Enter keeps it, Ctrl+J begins a line, Esc changes nothing."
REMOVES = " Without words it is removed."


class NoteScreen(ModalScreen[str | None]):
    """Asks for the words of a note on what `about` says; None when it was left."""

    DEFAULT_CSS = """
    NoteScreen { align: center middle; background: $background 60%; }
    NoteScreen > #box { width: 70; max-width: 96%; height: auto; max-height: 100%; padding: 1 2;
                        background: $surface; border: round $accent; }
    NoteScreen EssayPad { margin: 1 0; background: $panel; }
    NoteScreen.-low > #box { padding: 0 1; }
    NoteScreen.-low Sheet { max-height: 3; }
    NoteScreen.-low EssayPad { margin: 0; max-height: 3; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Cancel", priority=True)]

    def __init__(self, about: str, text: str = "") -> None:
        super().__init__()
        self.about = " ".join(about.split())
        self.pad = EssayPad(text)
        self._had_words = bool(text)

    def compose(self) -> ComposeResult:
        """What it is on, the text, the keys."""
        about = self.about if len(self.about) <= 140 else f"{self.about[:139]}…"
        keys = KEYS + (REMOVES if self._had_words else "")
        with Container(id="box"):
            title = Block(Content.styled("My note", "bold"))
            yield Sheet([title, Block(words(about, "$foreground-muted"))])
            yield self.pad
            yield Sheet([Block(Content.styled(keys, "$foreground-muted"))])

    def on_mount(self) -> None:
        """Write on at the end."""
        self.pad.focus()
        self.pad.move_cursor(self.pad.document.end)

    def on_essay_pad_submitted(self) -> None:
        """Keep it."""
        self.dismiss(self.pad.text.strip())

    def action_leave(self) -> None:
        """Keep what was there."""
        self.dismiss(None)
