"""The time left in an exam; once a second it repaints itself and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.widget import Widget

from quiz.core.exams.clock import ENDLESS_MS
from quiz.study.exams.wording import clock_text

HURRY_MS = 5 * 60_000
"""From here on the clock stands out."""

WIDTH = 9


class ExamClock(Widget):
    """Shows what `left_ms` says."""

    DEFAULT_CSS = f"""
    ExamClock {{ dock: right; width: {WIDTH}; height: 1; text-align: right; background: $panel;
                 color: $foreground; text-wrap: nowrap; }}
    """
    ALLOW_SELECT = False

    def __init__(self, left_ms: Callable[[], int]) -> None:
        super().__init__()
        self.left_ms = left_ms

    def on_mount(self) -> None:
        """Tick."""
        self.set_interval(1, self.refresh)

    def render(self) -> Content:
        """`34:05`."""
        left = self.left_ms()
        if left >= ENDLESS_MS:
            return Content.styled("no limit", "$foreground-muted")
        return Content.styled(
            clock_text(left), "bold $text-warning" if left <= HURRY_MS else "bold"
        )
