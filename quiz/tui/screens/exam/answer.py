"""One question of an exam that is over: verdict, reasons and the passages that prove it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from quiz.study.common.presented import Feedback
from quiz.study.exams.result import ExamResult
from quiz.study.exams.wording import head_text
from quiz.tui.actions import bindings
from quiz.tui.screens.exam import examining
from quiz.tui.screens.exam.result_text import vanished_blocks
from quiz.tui.screens.session.answer import AnswerScreen
from quiz.tui.text import Block, one_line

if TYPE_CHECKING:
    from quiz.tui.screens.exam.result_sheet import ResultSheet


class ExamAnswerScreen(AnswerScreen):
    """Walks through the questions that the result lists."""

    room = "exam_answer"
    BINDINGS: ClassVar[list[BindingType]] = bindings("exam_answer")

    def __init__(self, result: ExamResult, listed: ResultSheet) -> None:
        super().__init__()
        self.result, self.listed = result, listed

    @property
    def index(self) -> int:
        """The question on screen, from 0."""
        return self.listed.index or 0

    @property
    def place(self) -> int:
        """The question's place in the list."""
        return self.listed.cursor

    @property
    def count(self) -> int:
        """How many are listed."""
        return len(self.listed.shown)

    def move_to(self, place: int) -> None:
        """Choose another question in the list."""
        self.listed.move_to(place)

    def feedback(self) -> Feedback | None:
        """The feedback on the question."""
        return self.result.feedback(self.index)

    def vanished(self) -> list[Block]:
        """What is left to say."""
        return list(vanished_blocks(self.result.answers[self.index]))

    def tell_title(self) -> None:
        """Which question it is, and what is to be known about it."""
        title = f"Question {self.index + 1} of {len(self.result.answers)}"
        self.title_line.tell(one_line(title, "bold"), one_line(head_text(self.result, self.index)))

    def tell_keys(self) -> None:
        """The keys that do something now."""
        walk = ["next_passage"] if self.sources.display and self.sources.pages > 1 else []
        why = ["why"] if self.explains else []
        self.show_keys(["next", "previous", *why, *walk, "open_document", "retry", "help", "back"])

    def action_retry(self) -> None:
        """Study what was not right."""
        self.app.pop_screen()
        examining.retry_missed(self.quiz, self.result)
