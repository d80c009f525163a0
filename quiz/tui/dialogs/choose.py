"""A choice between a few things to do, each with its key."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen

from quiz.tui.text import Block, words
from quiz.tui.widgets.sheet import Sheet


class ChooseScreen(ModalScreen[str | None]):
    """Asks `question`; the key that was pressed, None when it was left.

    `ways` are keys and what each does. A click on a line chooses it, too.
    """

    DEFAULT_CSS = """
    ChooseScreen { align: center middle; background: $background 60%; }
    ChooseScreen > #box { width: 60; max-width: 94%; height: auto; padding: 1 2;
                          background: $surface; border: round $accent; }
    """

    def __init__(
        self, question: str, ways: Sequence[tuple[str, str]], details: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self.question, self.ways, self.details = question, tuple(ways), tuple(details)

    def compose(self) -> ComposeResult:
        """The question, and a line for each way."""
        ways = [*self.ways, ("Esc", "leave it as it is")]
        lines = [
            Block(words(does), Content.styled(f"{key:>3}  ", "bold"), mark=number)
            for number, (key, does) in enumerate(ways)
        ]
        above = [Block(words(detail, "$foreground-muted")) for detail in self.details]
        with Container(id="box"):
            yield Sheet([Block(words(self.question), style="bold"), *above, *lines])

    def on_sheet_chosen(self, message: Sheet.Chosen) -> None:
        """A click."""
        keys = [key for key, _ in self.ways]
        self.dismiss(keys[message.mark] if 0 <= message.mark < len(keys) else None)

    def on_key(self, event: events.Key) -> None:
        """One of the keys, or Escape."""
        event.stop()
        if event.key in ("escape", "q"):
            self.dismiss(None)
        elif event.character in [key for key, _ in self.ways]:
            self.dismiss(event.character)
