"""What to do about a session left open, before another one is begun."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen

from quiz.tui.text import Block, words
from quiz.tui.widgets.sheet import Sheet


class Way(Enum):
    """What the learner wants: the new session beside the old one, the old one, or to replace it."""

    BEGIN = "begin"
    GO_ON = "go on"
    ANEW = "anew"


class LeftOpenScreen(ModalScreen[Way | None]):
    """Says what waits; None when the learner wants neither.

    `same`: what is asked for is what waits, so that Enter goes on with it.
    """

    DEFAULT_CSS = """
    LeftOpenScreen { align: center middle; background: $background 60%; }
    LeftOpenScreen > #box { width: 64; max-width: 94%; height: auto; padding: 1 2;
                            background: $surface; border: round $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "first", "First"),
        Binding("g", "go_on", "Go on"),
        Binding("n", "anew", "New"),
        Binding("escape,q", "leave", "Leave"),
    ]

    def __init__(self, waiting: Sequence[str], *, same: bool) -> None:
        super().__init__()
        self.waiting, self.same = tuple(waiting), same

    def compose(self) -> ComposeResult:
        """What waits, and what each key does."""
        ways = [("Enter", "begins the new one, this one waits"), ("g", "goes on with this one")]
        if self.same:
            ways = [("Enter", "goes on with it"), ("n", "ends it and begins anew")]
        ways.append(("Esc", "neither"))
        keys = [Block(Content.assemble((f"{key}  ", "bold"), does)) for key, does in ways]
        with Container(id="box"):
            yield Sheet(
                [
                    Block(Content.styled("You left a session open", "bold")),
                    *(Block(words(text)) for text in self.waiting),
                    Block(Content("")),
                    *keys,
                ]
            )

    def action_first(self) -> None:
        """What is most likely wanted."""
        self.dismiss(Way.GO_ON if self.same else Way.BEGIN)

    def action_go_on(self) -> None:
        """Go on with what waits."""
        self.dismiss(Way.GO_ON)

    def action_anew(self) -> None:
        """Begin: in its place where it is the same, else beside it."""
        self.dismiss(Way.ANEW if self.same else Way.BEGIN)

    def action_leave(self) -> None:
        """Neither."""
        self.dismiss(None)
