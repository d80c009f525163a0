"""When the learner sits the exam on a set."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from quiz.store.settings.settings import day_of
from quiz.study.common.day_spans import when_text
from quiz.tui.text import Block, words
from quiz.tui.widgets.sheet import Sheet

FIRST_GUESS = 28
"""Without a date, the arrows begin so many days from today."""


class ExamDateScreen(ModalScreen[str | None]):
    """Asks for a date as YYYY-MM-DD; '' removes it, None when it was left."""

    DEFAULT_CSS = """
    ExamDateScreen { align: center middle; background: $background 60%; }
    ExamDateScreen > #box { width: 64; max-width: 94%; height: auto; padding: 1 2;
                            background: $surface; border: round $accent; }
    ExamDateScreen Input { border: none; height: 1; padding: 0 1; margin: 1 0;
                           background: $panel; }
    ExamDateScreen Input:focus { border: none; background: $block-cursor-background 25%; }
    ExamDateScreen.-low > #box { padding: 0 1; }
    ExamDateScreen.-low Input { margin: 0; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Cancel")]

    def __init__(self, title: str, today: date, exam: date | None) -> None:
        super().__init__()
        self.set_title = title
        self.today = today
        self.field = Input(
            exam.isoformat() if exam else "", placeholder="2031-05-17", select_on_focus=False
        )
        self.meaning = Sheet()

    def compose(self) -> ComposeResult:
        """A line for the date, and what it means."""
        with Container(id="box"):
            yield Sheet([Block(words(f"When is the exam on {self.set_title}?"), style="bold")])
            yield self.field
            yield self.meaning
            text = "↑ ↓ a day, PgUp PgDn a week; Enter keeps it, Esc cancels."
            yield Sheet([Block(Content.styled(text, "$foreground-muted"))])

    def on_mount(self) -> None:
        """Say what the date means."""
        self._tell()

    def on_input_changed(self) -> None:
        """Say what it means now."""
        self._tell()

    def on_key(self, event: events.Key) -> None:
        """Step through the days."""
        steps = {"up": 1, "down": -1, "pageup": 7, "pagedown": -7}
        if event.key in steps:
            event.stop()
            event.prevent_default()
            day = day_of(self.field.value.strip())
            if day is None:
                day = self.today + timedelta(days=FIRST_GUESS)
            else:
                day = max(self.today, day + timedelta(days=steps[event.key]))
            self.field.value = day.isoformat()
            self.field.cursor_position = len(self.field.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep a date that can be one."""
        value = event.value.strip()
        day = day_of(value)
        if not value or (day is not None and day >= self.today):
            self.dismiss(value)

    def action_leave(self) -> None:
        """Keep what was."""
        self.dismiss(None)

    def _tell(self) -> None:
        value = self.field.value.strip()
        day = day_of(value)
        if not value:
            text, style = "Empty: there is no exam.", "$foreground-muted"
        elif day is None:
            text, style = "Not a date yet: write it as 2031-05-17.", "$text-warning"
        elif day < self.today:
            text, style = "That day is over.", "$text-warning"
        else:
            text, style = f"{day:%A}, {when_text((day - self.today).days)}", "bold"
        self.meaning.show([Block(Content.styled(text, style))])
