"""All questions of an exam as a grid of numbers with their state; a filter shows some of them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from quiz.study.exams.exam import ExamState
from quiz.tui.text import Block, join
from quiz.tui.widgets.page_tabs import PageTabs
from quiz.tui.widgets.set_list import CHOSEN
from quiz.tui.widgets.sheet import Sheet

ANSWERED, UNANSWERED, FLAGGED = "●", "○", "!"


class Only(StrEnum):
    """Which questions the grid shows."""

    ALL = "All"
    UNANSWERED = "Unanswered"
    FLAGGED = "Flagged"
    ANSWERED = "Answered"

    def shows(self, state: ExamState) -> bool:
        """Whether a question in this state is shown."""
        match self:
            case Only.UNANSWERED:
                return not state.answered
            case Only.FLAGGED:
                return state.flagged
            case Only.ANSWERED:
                return state.answered
        return True


FILTERS = tuple(Only)
NOTHING = {
    Only.ALL: "There is no question.",
    Only.UNANSWERED: "Every question is answered.",
    Only.FLAGGED: "No question is flagged.",
    Only.ANSWERED: "No question is answered yet.",
}


class GridCells(Sheet, can_focus=True):
    """The cells; arrows move among them, Enter or a click chooses one."""

    class Picked(Message):
        """A question (from 0) was chosen."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self) -> None:
        super().__init__()
        self.states: tuple[ExamState, ...] = ()
        self.only = Only.ALL
        self.shown: tuple[int, ...] = ()
        self.cursor = 0

    def tell(self, states: Sequence[ExamState], only: Only) -> None:
        """Show other states; the cursor goes to the question on screen, or the next one shown."""
        self.states, self.only = tuple(states), only
        self.shown = tuple(i for i, state in enumerate(self.states) if only.shows(state))
        here = next((i for i, state in enumerate(self.states) if state.current), 0)
        self.cursor = next((at for at, i in enumerate(self.shown) if i >= here), 0)
        self._update()

    @property
    def cell(self) -> int:
        """Columns of a cell: brackets, number, and two signs."""
        return len(str(len(self.states))) + 4

    @property
    def columns(self) -> int:
        """How many cells stand in a row; fives and tens are easier to count."""
        fitting = max(1, self.content_size.width // self.cell)
        return next((count for count in (20, 10, 5) if count <= fitting), fitting)

    def blocks(self, width: int) -> Sequence[Block]:
        """Row after row."""
        if not self.shown:
            return [Block(Content.styled(NOTHING[self.only], "$foreground-muted"))]
        columns = self.columns
        rows = range(0, len(self.shown), columns)
        return [
            Block(
                Content("").join(
                    self._cell(at) for at in range(start, min(start + columns, len(self.shown)))
                ),
                mark=start,
            )
            for start in rows
        ]

    def _cell(self, at: int) -> Content:
        index = self.shown[at]
        state, chosen = self.states[index], at == self.cursor and self.has_focus
        opening = "▸" if chosen else "[" if state.current else " "
        number = str(index + 1).rjust(self.cell - 4)
        sign = ANSWERED if state.answered else UNANSWERED
        flag = FLAGGED if state.flagged else " "
        closing = "]" if state.current and not chosen else " "
        if chosen:
            return Content.styled(f"{opening}{number}{sign}{flag}{closing}", f"bold {CHOSEN}")
        style = "bold $text-accent" if state.current else ""
        return join(
            Content.styled(f"{opening}{number}", style) if style else Content(opening + number),
            Content.styled(sign, "$text-accent") if state.answered else Content(sign),
            Content.styled(flag, "bold $text-warning") if state.flagged else Content(flag),
            Content.styled(closing, style) if style else Content(closing),
        )

    def move_to(self, at: int) -> None:
        """Put the cursor on a cell, counted among those shown."""
        self.cursor = max(0, min(at, len(self.shown) - 1))
        self._update()

    def on_key(self, event: events.Key) -> None:
        """Move, or choose."""
        columns, at = self.columns, self.cursor
        last = len(self.shown) - 1
        places = {
            "left": at - 1,
            "right": at + 1,
            "up": at - columns if at >= columns else at,
            "down": at + columns if at + columns <= last else at,
            "home": 0,
            "end": last,
        }
        if event.key in places:
            self.move_to(places[event.key])
        elif event.key == "enter" and self.shown:
            self.post_message(self.Picked(self.shown[self.cursor]))
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """Choose the cell that was clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        column, at = offset.x // self.cell, offset.y * self.columns
        if column < self.columns and at + column < len(self.shown):
            event.stop()
            self.post_message(self.Picked(self.shown[at + column]))

    def on_focus(self) -> None:
        """The cursor shows who has the keys."""
        self._update()

    def on_blur(self) -> None:
        """And who has not."""
        self._update()

    def _update(self) -> None:
        self.show(())
        self.call_after_refresh(lambda: self.reveal(self.cursor - self.cursor % self.columns))


class ExamGrid(Widget):
    """The cells under the names of the filters, over how many are in which state."""

    DEFAULT_CSS = """
    ExamGrid { layout: vertical; }
    ExamGrid > PageTabs { padding: 0; }
    ExamGrid > VerticalScroll { height: auto; max-height: 1fr; margin: 1 0;
                                scrollbar-size-vertical: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.tabs = PageTabs([only.value for only in FILTERS])
        self.cells = GridCells()
        self.legend = Sheet()

    def compose(self) -> ComposeResult:
        """Filters, cells, legend."""
        box = VerticalScroll(self.cells)
        box.can_focus = False
        yield self.tabs
        yield box
        yield self.legend

    def tell(self, states: Sequence[ExamState]) -> None:
        """Show other states."""
        self.cells.tell(states, FILTERS[self.tabs.index])
        self.legend.show(_counts(states))

    def choose(self, index: int) -> None:
        """Show only the questions of a filter, counted around the end."""
        self.tabs.show(index % len(FILTERS))
        self.cells.tell(self.cells.states, FILTERS[self.tabs.index])

    def on_page_tabs_chosen(self, message: PageTabs.Chosen) -> None:
        """A click on a filter."""
        message.stop()
        self.choose(message.index)

    def on_key(self, event: events.Key) -> None:
        """Tab and digits choose a filter."""
        digits = [str(i + 1) for i in range(len(FILTERS))]
        if event.key in ("tab", "shift+tab"):
            self.choose(self.tabs.index + (1 if event.key == "tab" else -1))
        elif event.key in digits:
            self.choose(digits.index(event.key))
        else:
            return
        event.stop()
        event.prevent_default()


def _counts(states: Sequence[ExamState]) -> list[Block]:
    """How many are in which state; the signs' legend at the same time."""
    answered = sum(state.answered for state in states)
    flagged = sum(state.flagged for state in states)
    rest = len(states) - answered
    lines = [f"{ANSWERED} {answered} answered  {UNANSWERED} {rest} unanswered"]
    lines.append(f"{FLAGGED} {flagged} flagged")
    return [Block(Content.styled(line, "$foreground-muted")) for line in lines]
