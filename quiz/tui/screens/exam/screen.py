"""An exam: questions back and forth against the clock, no verdict before it is submitted."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType

from quiz.tui.actions import bindings
from quiz.tui.screens.exam import examining
from quiz.tui.screens.exam.keeping import ExamKeeping
from quiz.tui.screens.exam.text import NOTHING_TO_STRIKE, STRIKE_WHICH, kept_note
from quiz.tui.widgets.exam.grid import GridCells
from quiz.tui.widgets.exam.pad import ExamPad
from quiz.tui.widgets.sheet import Sheet


class ExamScreen(ExamKeeping):
    """Holds a running exam."""

    room = "exam"
    BINDINGS: ClassVar[list[BindingType]] = bindings("exam")

    def on_key(self, event: events.Key) -> None:
        """Digits reach the options wherever the focus is."""
        pad = self.choices
        if pad is None or event.key in ("up", "down", "space"):
            return
        if pad.press(event.key, event.character):
            event.stop()

    def on_sheet_chosen(self, message: Sheet.Chosen) -> None:
        """A click on an option."""
        if isinstance(message.sheet, ExamPad):
            message.sheet.click(message.mark)

    def on_exam_pad_struck(self, message: ExamPad.Struck) -> None:
        """The number of an option to strike out was typed."""
        self._strike(message.option)

    def on_exam_pad_striking_ended(self) -> None:
        """The question which option to strike is answered."""
        self.tell_state()

    def action_strike(self) -> None:
        """Strike the option at the cursor out, or take that back."""
        pad = self.choices
        if pad is None or pad.picker.rows:
            self.tell_state(NOTHING_TO_STRIKE)
        else:
            self._strike(pad.picker.cursor)

    def action_strike_number(self) -> None:
        """Ask for the number of the option to strike out."""
        if self.choices is None:
            self.tell_state(NOTHING_TO_STRIKE)
        else:
            self.choices.ask_what_to_strike()
            self.tell_state(STRIKE_WHICH)

    def _strike(self, option: int) -> None:
        """Strike out or back; what was chosen is not chosen any more."""
        pad, index = self.choices, self.exam.place
        if pad is None:
            return
        text = pad.picker.options[option]
        now = self.do(lambda: self.exam.strike(index, text))
        if now and option in pad.picker.picked and not pad.picker.rows:
            pad.unpick(option)
        pad.mark_struck(self.exam.struck(index))
        self.tell_state()

    async def action_clear(self) -> None:
        """Take the answer back."""
        self._typed = None
        self.do(lambda: self.exam.clear(self.exam.place))
        await self.show_question(self.exam.presented(self.exam.place))

    def action_flag(self) -> None:
        """Flag for another look, or no more."""
        self.do(lambda: self.exam.flag(self.exam.place))
        self.tell_state()

    # Moving

    async def _step(self, by: int) -> None:
        place = self.exam.place + by
        if place >= self.exam.total:
            self.action_review()
        elif place < 0:
            self.tell_state("This is the first question.")
        else:
            await self.go(place)

    async def on_input_submitted(self) -> None:
        """Enter in a field."""
        await self.action_go()

    async def action_go(self) -> None:
        """Take the option pointed at, go to the next empty field, or to the next question."""
        from quiz.tui.widgets.typed_pad import FieldPad

        if self.choices is not None and self.choices.take_pointed():
            return
        if self.typing and isinstance(self.pad, FieldPad) and self.pad.advance():
            return
        if not self._tells_verdict():
            await self._step(1)

    def _tells_verdict(self) -> bool:
        """With a tutor, show the verdict on what was answered; whether there is one."""
        self.keep_typed()
        exam, index = self.exam, self.exam.place
        response = exam.response(index)
        if not exam.tutor or response is None:
            return False
        missing = exam.complaint(index, response)
        if missing:
            self.tell_state(missing)
            return True
        feedback = self.do(lambda: exam.decide(index))
        if feedback is None:
            return False
        from quiz.tui.screens.exam.told import ToldScreen

        self.app.push_screen(ToldScreen(exam, feedback, self.action_next))
        return True

    async def action_next(self) -> None:
        """The next question; after the last, the review."""
        await self._step(1)

    async def action_previous(self) -> None:
        """The question before."""
        await self._step(-1)

    async def action_down(self) -> None:
        """Scroll down, or go to the next question."""
        await self._scroll(1)

    async def action_up(self) -> None:
        """Scroll up, or go to the question before."""
        await self._scroll(-1)

    async def _scroll(self, way: int) -> None:
        end = self.left.max_scroll_y if way > 0 else 0
        if round(self.left.scroll_y) == end:
            await self._step(way)
        else:
            lines = way * max(1, self.left.size.height - 2)
            self.left.scroll_relative(y=lines, animate=False, force=True)

    async def action_grid(self) -> None:
        """Go to the grid beside the question, or open it."""
        self.keep_typed()
        if self.has_class("-wide"):
            self.grid.cells.focus()
            return
        from quiz.tui.screens.exam.grid import ExamGridScreen

        states = [self.exam.state(i) for i in range(self.exam.total)]
        self.app.push_screen(ExamGridScreen(states), self._go_to)

    async def _go_to(self, index: int | None) -> None:
        if index is not None:
            await self.go(index)

    def action_filter(self) -> None:
        """Show other questions in the grid beside."""
        self.grid.choose(self.grid.tabs.index + 1)

    async def on_grid_cells_picked(self, message: GridCells.Picked) -> None:
        """A question was chosen in the grid beside."""
        await self.go(message.index)

    def action_review(self) -> None:
        """Show what is open before submitting."""
        from quiz.tui.screens.exam.review import ExamReviewScreen

        self.keep_typed()
        self.app.push_screen(ExamReviewScreen(self))

    def action_clock(self) -> None:
        """Hide the clock, or show it."""
        clock = self.title_line.clock
        clock.display = not clock.display
        self.tell_title()

    def action_leave(self) -> None:
        """Out of the grid or the field; then ask, and leave."""
        if self.grid.cells.has_focus:
            self.focus_pad()
        elif self.typing:
            self.set_focus(None)
            self.show_exam_keys()
        else:
            self._ask_to_leave()

    def _ask_to_leave(self) -> None:
        """Say what leaving means; the exam waits at home."""
        from quiz.tui.dialogs.ask import AskScreen

        def leave(yes: bool | None) -> None:
            if yes:
                self.do(lambda: self.exam.go(self.exam.place))
                examining.leave(self.quiz, self.exam)

        self.keep_typed()
        details = [kept_note(self.exam)]
        self.app.push_screen(
            AskScreen("Leave the exam?", details, "leaves", "stays", easy=True), leave
        )
