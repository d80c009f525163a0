"""The title line of an exam, with its clock."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.content import Content

from quiz.tui.text import join
from quiz.tui.widgets.exam.clock import WIDTH, ExamClock
from quiz.tui.widgets.status_line import TitleLine


class ExamTitle(TitleLine):
    """A title line with room for the clock at its right end."""

    def __init__(self, left_ms: Callable[[], int], *, hidden: bool = False) -> None:
        super().__init__()
        self.clock = ExamClock(left_ms)
        self.clock.display = not hidden

    def compose(self) -> ComposeResult:
        """The clock over the right end."""
        yield self.clock

    def tell(self, left: Content, right: Content) -> None:
        """Show other words, clear of the clock."""
        super().tell(left, join(right, " " * WIDTH) if self.clock.display else right)
