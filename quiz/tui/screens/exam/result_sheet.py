"""The questions of an exam that is over, as a list to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content

from quiz.core.exams.record import Mark
from quiz.study.exams.result import ExamResult
from quiz.tui.screens.exam.result_text import LINE, answer_line, own_line
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

    @property
    def in_view(self) -> bool:
        """Whether the chosen row is on screen."""
        box = self.query_ancestor(VerticalScroll)
        marks = self.layout_at(self.content_size.width).marks
        if self.cursor not in marks:
            return False
        row = self.virtual_region.y + marks.index(self.cursor)
        return 0 <= row - round(box.scroll_y) < box.size.height

    def on_key(self, event: events.Key) -> None:
        """Choose a question; above the first one there is the score."""
        box, last = self.query_ancestor(VerticalScroll), len(self.shown) - 1
        page = max(1, (box.size.height - 2) // 2)
        places = {"up": self.cursor - 1, "down": self.cursor + 1, "home": 0, "end": last}
        places |= {"pageup": self.cursor - page, "pagedown": self.cursor + page}
        if event.key not in places:
            return
        at_first = self.cursor == 0 and event.key in ("up", "pageup", "home")
        at_last = self.cursor == last and event.key in ("down", "pagedown", "end")
        self.move_to(places[event.key])
        if at_first:
            self.call_after_refresh(box.scroll_home, animate=False, force=True)
        elif at_last:
            self.call_after_refresh(box.scroll_end, animate=False, force=True)
        event.stop()
        event.prevent_default()

    def blocks(self, width: int) -> Sequence[Block]:
        """A heading and the lines."""
        which = "Questions that were not right" if self.only_wrong else "Questions"
        head = Content.styled(which, "bold $text-accent")
        lines = [one for at, i in enumerate(self.shown) for one in self._lines(at, i, width)]
        if not lines:
            lines = [Block(Content.styled("None: all was right.", "$foreground-muted"))]
        return [Block(head), *lines]

    def _lines(self, at: int, index: int, width: int) -> list[Block]:
        chosen = at == self.cursor
        lead = Content.styled("▸ ", "bold $text-accent") if chosen else Content("  ")
        line = answer_line(self.result, index, min(width, LINE) - 2)
        if chosen:
            line = Content(line.plain)
        own = own_line(self.result, index, min(width, LINE) - 2)
        found = [Block(line, lead, style=f"{CHOSEN}" if chosen else "", mark=at)]
        return found if own is None else [*found, Block(own, Content("  "), mark=at)]
