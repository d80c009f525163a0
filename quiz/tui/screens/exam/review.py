"""What is open in an exam, before it is submitted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from quiz.tui.actions import bindings
from quiz.tui.screens.exam.title import ExamTitle
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.text import Block, join, one_line
from quiz.tui.widgets.exam.grid import ANSWERED, FLAGGED, UNANSWERED
from quiz.tui.widgets.row_list import RowList
from quiz.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from quiz.tui.screens.exam.keeping import ExamKeeping

SUBMIT = "Submit the exam"
SURE = "Enter again: submit for good"


class ExamReviewScreen(FramedScreen):
    """Counts what is answered and lists what is not, and what is flagged."""

    room = "exam_review"
    closed_book = True
    BINDINGS: ClassVar[list[BindingType]] = bindings("exam_review")
    DEFAULT_CSS = """
    ExamReviewScreen > #counts { padding: 1 2; }
    ExamReviewScreen > RowList { background: $background; padding: 0 1; }
    ExamReviewScreen.-low > #counts { padding: 0 1; }
    ExamReviewScreen.-low > RowList { padding: 0; }
    """

    def __init__(self, sitting: ExamKeeping) -> None:
        super().__init__()
        self.sitting = sitting
        self.exam = sitting.exam
        self.title_line = ExamTitle(lambda: self.exam.remaining_ms)
        self.counts = Sheet(id="counts")
        self.rows = RowList()
        unanswered, flagged = set(self.exam.unanswered), set(self.exam.flagged)
        self.open = sorted(unanswered | flagged)
        self._sure = False

    def compose_body(self) -> ComposeResult:
        """Counts above, rows below."""
        yield self.counts
        yield self.rows

    def on_mount(self) -> None:
        """Show what is open."""
        self.title_line.tell(Content.styled("Before you submit", "bold"), Content("time left"))
        self.counts.show(self._counts())
        self.rows.show(len(self.open) + 1, self._row)
        self.rows.focus()
        self._tell_keys()

    @property
    def leave_note(self) -> str:
        """What to say to somebody who quits the program."""
        return self.sitting.leave_note

    def _counts(self) -> list[Block]:
        exam = self.exam
        empty, flagged = len(exam.unanswered), len(exam.flagged)
        done = exam.total - empty
        blocks = [Block(Content.styled(f"{done} of {exam.total} answered", "bold"))]
        if empty:
            text = f"{UNANSWERED} {empty} not answered; that counts as wrong"
            blocks.append(Block(Content.styled(text, "$text-warning")))
        if flagged:
            text = f"{FLAGGED} {flagged} flagged for another look"
            blocks.append(Block(Content.styled(text, "$text-warning")))
        if not self.open:
            blocks.append(Block(Content("Nothing is flagged.")))
        return blocks

    def _row(self, number: int, width: int) -> Content:
        if not number:
            return Content.styled(SURE if self._sure else SUBMIT, "bold")
        index = self.open[number - 1]
        state = self.exam.state(index)
        sign = ANSWERED if state.answered else UNANSWERED
        flag = FLAGGED if state.flagged else " "
        lead = f"{str(index + 1).rjust(len(str(self.exam.total)))} {sign}{flag} "
        return join(lead, one_line(self.exam.presented(index).question.stem))

    def _tell_keys(self) -> None:
        label = "Go there" if self.rows.cursor else "Submit"
        self.show_keys(["go", "submit", "back", "help"], {"go": label, "submit": "Submit now"})

    def on_row_list_moved(self) -> None:
        """Enter does something else on another row."""
        self._sure = False
        self.rows.refresh()
        self._tell_keys()

    async def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Enter or a click on a row."""
        await self.action_go()

    async def action_go(self) -> None:
        """Go to the question; on the first row, submit at the second press."""
        if self.rows.cursor:
            self.app.pop_screen()
            await self.sitting.go(self.open[self.rows.cursor - 1])
        elif self._sure:
            self.action_submit()
        else:
            self._sure = True
            self.rows.refresh()

    def action_submit(self) -> None:
        """Submit, and show the result."""
        self.sitting.end()

    def action_back(self) -> None:
        """Back to the questions."""
        self.app.pop_screen()
