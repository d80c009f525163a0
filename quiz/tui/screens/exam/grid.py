"""All questions of an exam over the question, where there is no room beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen

from quiz.study.exams.exam import ExamState
from quiz.tui.text import Block
from quiz.tui.widgets.exam.grid import ExamGrid, GridCells
from quiz.tui.widgets.sheet import Sheet

KEYS = "Enter goes there, Tab shows some, Esc closes."


class ExamGridScreen(ModalScreen[int | None]):
    """Asks for a question to go to, from 0; None when it was left."""

    DEFAULT_CSS = """
    ExamGridScreen { align: center middle; background: $background; }
    ExamGridScreen > #box { width: 68; max-width: 100%; height: auto; max-height: 100%;
                            padding: 1 2; background: $surface; border: round $accent;
                            border-title-color: $text-accent; }
    ExamGridScreen ExamGrid { height: auto; max-height: 1fr; }
    ExamGridScreen #keys { color: $foreground-muted; margin: 1 0 0 0; }
    ExamGridScreen.-low > #box { padding: 0 1; }
    ExamGridScreen.-low ExamGrid > VerticalScroll { margin: 0; max-height: 5; }
    ExamGridScreen.-low #keys { margin: 0; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,g,f4", "leave", "Close"),
    ]

    def __init__(self, states: Sequence[ExamState]) -> None:
        super().__init__()
        self.states = tuple(states)
        self.grid = ExamGrid()

    def compose(self) -> ComposeResult:
        """The grid and its keys."""
        with Container(id="box") as box:
            box.border_title = "Questions"
            yield self.grid
            yield Sheet([Block(Content(KEYS))], id="keys")

    def on_mount(self) -> None:
        """Show the states."""
        self.grid.tell(self.states)
        self.grid.cells.focus()

    def on_grid_cells_picked(self, message: GridCells.Picked) -> None:
        """Go there."""
        self.dismiss(message.index)

    def action_leave(self) -> None:
        """Stay at the question."""
        self.dismiss(None)
