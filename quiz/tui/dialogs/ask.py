"""A yes-or-no question before something that cannot be taken back, or that has a price."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen

from quiz.tui.text import Block, words
from quiz.tui.widgets.sheet import Sheet


class AskScreen(ModalScreen[bool]):
    """Asks `question`; True for y. With `easy`, Enter means yes, too.

    `yes` and `no` say what each key does, as "leaves" and "stays". With `later`, Escape is no
    answer (None) and n is no.
    """

    DEFAULT_CSS = """
    AskScreen { align: center middle; background: $background; }
    AskScreen > #box { width: 60; max-width: 94%; height: auto; padding: 1 2;
                       background: $surface; border: round $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes"),
        Binding("enter", "enter", "Yes"),
        Binding("n", "answer(False)", "No"),
        Binding("escape,q", "leave", "No"),
    ]

    def __init__(
        self,
        question: str,
        details: Sequence[str],
        yes: str,
        no: str,
        *,
        easy: bool,
        later: str = "",
    ) -> None:
        super().__init__()
        self.question, self.details = question, tuple(details)
        self.yes, self.no = yes, no
        self.easy, self.later = easy, later

    def compose(self) -> ComposeResult:
        """The question, what it means, and what each key does."""
        key = "Enter" if self.easy else "y"
        ways = [(key, self.yes), ("n" if self.later else "Esc", self.no)]
        ways += [("Esc", self.later)] if self.later else []
        keys = Content(", ").join(Content.assemble((k, "bold"), f" {does}") for k, does in ways)
        with Container(id="box"):
            yield Sheet(
                [
                    Block(words(self.question), style="bold"),
                    *(Block(words(detail)) for detail in self.details),
                    Block(Content("")),
                    Block(keys + "."),
                ]
            )

    def action_enter(self) -> None:
        """Yes, where that is easy."""
        if self.easy:
            self.dismiss(True)

    def action_leave(self) -> None:
        """No, or no answer."""
        self.dismiss(None if self.later else False)

    def action_answer(self, yes: bool) -> None:
        """Say which."""
        self.dismiss(yes)
