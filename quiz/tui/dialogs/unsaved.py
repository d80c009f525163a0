"""What to do where nothing can be saved, asked when it happens and again when the program ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import ClassVar, TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from quiz.errors import HistoryError
from quiz.store.history.database import DamagedHistoryError
from quiz.tui.text import Block, words
from quiz.tui.widgets.sheet import Sheet


class Choice(Enum):
    """What the learner wants; going back to the question is no choice."""

    AGAIN = "again"
    UNSAVED = "unsaved"
    LEAVE = "leave"


LOOK_AGAIN = 0.25
"""Seconds between two looks whether another program is done."""
Offer: TypeAlias = tuple[str, str]
"""A key, and what it does."""


class UnsavedScreen(ModalScreen[Choice | None]):
    """Says why nothing can be saved; None when the learner goes back."""

    DEFAULT_CSS = """
    UnsavedScreen { align: center middle; background: $background; }
    UnsavedScreen > #box { width: 66; max-width: 94%; height: auto; max-height: 100%;
                           padding: 1 2; background: $surface; border: round $accent;
                           scrollbar-size-vertical: 1; }
    UnsavedScreen.-low > #box { max-width: 100%; width: 100%; padding: 0 1; border: none; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,r", "choose('AGAIN')", "Try again"),
        Binding("w", "choose('UNSAVED')", "Go on without saving"),
        Binding("q,ctrl+c", "choose('LEAVE')", "Leave"),
        Binding("escape", "back", "Back"),
    ]

    def __init__(
        self, heading: str, texts: Sequence[str], offers: Sequence[Offer], path: str | None
    ) -> None:
        super().__init__()
        self._heading, self._texts, self._offers, self._path = heading, texts, offers, path
        self._may_try: Callable[[], bool] | None = None

    def wait_until(self, ready: Callable[[], bool]) -> None:
        """Try again by itself as soon as that may work; `ready` does not wait."""
        self._may_try = ready
        self._texts = [*self._texts, "Waiting for it; this goes on by itself."]

    def on_mount(self) -> None:
        """Look again and again, if there is something to wait for."""
        if self._may_try is not None:
            self.set_interval(LOOK_AGAIN, self._look)

    def _look(self) -> None:
        if self._may_try is not None and self.is_current and self._may_try():
            self._may_try = None
            self.dismiss(Choice.AGAIN)

    def compose(self) -> ComposeResult:
        """What happened, and what each key does."""
        with VerticalScroll(id="box"):
            yield Sheet(list(self._blocks()))

    def _blocks(self) -> Iterator[Block]:
        yield Block(Content.styled(self._heading, "bold $text-error"))
        for text in self._texts:
            yield Block(words(text))
        yield Block(Content(""))
        width = max(len(key) for key, _ in self._offers)
        for key, deed in self._offers:
            yield Block(Content(deed), Content.styled(f"{key:<{width}}  ", "bold"))
        if self._path:
            yield Block(Content(""))
            yield Block(words(self._path, "$foreground-muted"))

    def action_choose(self, name: str) -> None:
        """Say which; not what is not offered."""
        if Choice[name] is not Choice.UNSAVED or any(key == "w" for key, _ in self._offers):
            self.dismiss(Choice[name])

    def action_back(self) -> None:
        """Nothing is done yet."""
        self.dismiss(None)


def not_saved(error: HistoryError) -> UnsavedScreen:
    """Asked when something could not be saved."""
    left = "; the file is left as it is." if isinstance(error, DamagedHistoryError) else "."
    texts = [*_said(error), f"What you did is still here{left}"]
    offers = [
        ("Enter", "try again"),
        ("w", "go on without saving"),
        ("q", "leave Citequiz"),
        ("Esc", "back"),
    ]
    return UnsavedScreen("Nothing can be saved", texts, offers, error.path)


def left_unsaved(answers: int, error: HistoryError) -> UnsavedScreen:
    """Asked when the learner leaves answers behind that are in memory only."""
    many = f"{answers} answers are" if answers > 1 else "1 answer is"
    offers = [("Enter", "try again"), ("q", "leave without saving"), ("Esc", "stay")]
    return UnsavedScreen(f"{many} not saved", _said(error), offers, error.path)


def _said(error: HistoryError) -> list[str]:
    return [f"{text[:1].upper()}{text[1:]}." for text in (error.message, error.hint) if text]
