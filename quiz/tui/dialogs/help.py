"""All keys, made from the registry."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from quiz.tui.actions import ROOMS, in_rooms, key_names
from quiz.tui.keys import Action
from quiz.tui.text import Block
from quiz.tui.widgets.sheet import Sheet

KEYS, FEW = 12, 10
"""Columns for keys; where there is little room they may touch what they do."""
NARROW = 60
SIDEWAYS = ("Shift+← →", "Show the rest of a wide table or of code.")
ANSWERING = {
    "session": (
        (
            "1-9, 0, a-f",
            "Choose the option with that sign; of ten or fewer, a-f are the first six. For an "
            "order, in that order; for pairs, the row's partner. After the verdict: why this "
            "option is right or wrong.",
        ),
        ("y, n", "Say whether a near miss counts."),
        ("↑ ↓", "Only point at an option or a row; after the verdict, scroll the document."),
        ("Space", "Choose the option at the cursor; for pairs, the row's next partner."),
        ("Backspace", "Take the last pick back."),
        ("PgUp, PgDn", "Scroll question and verdict; at their end, the document."),
        ("Tab", "Move between fields, options and document."),
        SIDEWAYS,
    ),
    "reader": (SIDEWAYS,),
    "exam": (
        ("1-9, 0", "Choose an option, as in a session; one that is struck out comes back."),
        ("↑ ↓", "Only point at an option or a row."),
        ("Space", "Choose the option at the cursor; for pairs, the row's next partner."),
        ("Backspace", "Take the last pick back."),
        ("Tab", "Move between fields, options and grid; in the grid, show only some questions."),
    ),
}
"""Keys that answer, beside the actions of a room."""


class HelpScreen(ModalScreen[None]):
    """Lists what every key does, the present screen's first."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background; }
    HelpScreen > #box { width: 78; max-width: 100%; height: 90%; padding: 0 0 0 1;
                        background: $surface; border: round $accent;
                        border-title-color: $text-accent; scrollbar-size-vertical: 1; }
    HelpScreen Sheet { margin: 0 1 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter,space", "leave", "Close")
    ]

    def __init__(self, keys_of: Callable[[Action], str]) -> None:
        super().__init__()
        self._keys_of = keys_of

    def compose(self) -> ComposeResult:
        """One list for each room."""
        box = VerticalScroll(Sheet(self._blocks()), id="box")
        box.border_title = "Keys  (Esc closes)"
        yield box

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def _blocks(self) -> list[Block]:
        below = getattr(self.app.screen_stack[-2], "room", "") if self.app.screen_stack[1:] else ""
        rooms = sorted(ROOMS, key=lambda room: room not in (below, "quiz", "app"))
        blocks: list[Block] = []
        for room in rooms:
            blocks += [Block(Content("")), Block(Content.styled(ROOMS[room], "bold $text-accent"))]
            lines = [*ANSWERING.get(room, ())]
            lines += [(key_names(self._keys_of(a)), a.help) for a in in_rooms([room])]
            blocks += [_line(keys, text, self.app.size.width) for keys, text in lines]
        return blocks


def _line(keys: str, text: str, width: int) -> Block:
    lead = f"{keys:<{FEW}} " if width < NARROW else f"  {keys:<{KEYS}} "
    return Block(Content(text), Content.styled(lead, "bold"))
