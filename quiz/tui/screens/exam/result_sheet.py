"""The questions of an exam that is over, as a list to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content

from quiz.core.exams.record import Mark
from quiz.study.exams.result import ExamResult
from quiz.tui.screens.exam.result_text import LINE, answer_line
from quiz.tui.text import Block
from quiz.tui.widgets.set_list import CHOSEN
from quiz.tui.widgets.sheet import Sheet


class ResultSheet(Sheet, can_focus=True):
    """A line for each question; up and down choose one."""

    def __init__(self, result: ExamResult) -> None:
        super().__init__(id="questions")
        self.result = result
        self.only_wrong = False
        self.cursor = 0

    @property
    def shown(self) -> tuple[int, ...]:
        """The questions listed, from 0."""
        answers = enumerate(self.result.answers)
        return tuple(i for i, a in answers if not self.only_wrong or a.mark is not Mark.CORRECT)

    @property
    def index(self) -> int | None:
        """The question at the cursor; None when none is listed."""
        shown = self.shown
        return shown[self.cursor] if shown else None

    def move_to(self, cursor: int) -> None:
        """Choose a question by its place in the list, and bring it into view."""
        self.cursor = max(0, min(cursor, len(self.shown) - 1))
        self.show(())
        self.call_after_refresh(self.reveal, self.cursor)

    def filter(self, *, only_wrong: bool) -> None:
        """List all questions, or only those that were not right."""
        index, self.only_wrong = self.index, only_wrong
        later = (at for at, i in enumerate(self.shown) if i >= (index or 0))
        self.move_to(next(later, 0))

    def on_key(self, event: events.Key) -> None:
        """Choose a question; at the first, and by page, scroll to what stands above and below."""
        box, last = self.query_ancestor(VerticalScroll), len(self.shown) - 1
        places = {"up": self.cursor - 1, "down": self.cursor + 1, "home": 0, "end": last}
        page = max(1, box.size.height - 2)
        ways = {"pageup": -page, "pagedown": page}
        if event.key == "up" and self.cursor == 0:
            ways["up"] = -1
        if event.key in ways:
            box.scroll_relative(y=ways[event.key], animate=False, force=True)
        elif event.key in places:
            self.move_to(places[event.key])
            if event.key == "home":
                self.call_after_refresh(box.scroll_home, animate=False)
        else:
            return
        event.stop()
        event.prevent_default()

    def blocks(self, width: int) -> Sequence[Block]:
        """A heading and the lines."""
        which = "Questions that were not right" if self.only_wrong else "Questions"
        head = Content.styled(which, "bold $text-accent")
        lines = [self._line(at, i, width) for at, i in enumerate(self.shown)]
        if not lines:
            lines = [Block(Content.styled("None: all was right.", "$foreground-muted"))]
        return [Block(head), *lines]

    def _line(self, at: int, index: int, width: int) -> Block:
        chosen = at == self.cursor
        lead = Content.styled("▸ ", "bold $text-accent") if chosen else Content("  ")
        line = answer_line(self.result, index, min(width, LINE) - 2)
        if chosen:
            line = Content(line.plain)
        return Block(line, lead, style=f"{CHOSEN}" if chosen else "", mark=at)
