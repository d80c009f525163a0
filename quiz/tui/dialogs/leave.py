"""Whether to leave, asked when the program is interrupted."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from quiz.tui.dialogs.ask import AskScreen


class LeaveScreen(AskScreen):
    """Asks whether to leave; True when so. `note` says what that costs."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,ctrl+c", "answer(True)", "Leave")]

    def __init__(self, note: str = "") -> None:
        note = note or "Whatever you answered is kept."
        super().__init__("Leave Citequiz?", [note], "leaves", "stays", easy=True)
