"""The verdict on an answer in the middle of an exam with a tutor; the clock goes on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.binding import BindingType

from quiz.study.common.presented import Feedback
from quiz.study.exams.exam import Exam
from quiz.tui.actions import bindings
from quiz.tui.screens.exam.text import place_text
from quiz.tui.screens.exam.title import ExamTitle
from quiz.tui.screens.session.answer import AnswerScreen
from quiz.tui.text import Block, one_line


class ToldScreen(AnswerScreen):
    """Shows one verdict, then goes on; nothing else may be looked up."""

    room = "exam_told"
    closed_book = True
    BINDINGS: ClassVar[list[BindingType]] = bindings("exam_told")

    def __init__(
        self, exam: Exam, feedback: Feedback, goes_on: Callable[[], Awaitable[None]]
    ) -> None:
        super().__init__()
        self.exam, self._feedback, self._goes_on = exam, feedback, goes_on
        self.title_line = ExamTitle(lambda: exam.remaining_ms)

    place, count = 0, 1

    def feedback(self) -> Feedback | None:
        """The verdict."""
        return self._feedback

    def vanished(self) -> list[Block]:
        """Nothing vanishes meanwhile."""
        return []

    def tell_title(self) -> None:
        """The exam's name and the place in it."""
        place = place_text(self.exam, self.exam.place, self.app.size.width)
        self.title_line.tell(one_line(self.exam.record.title, "bold"), place)

    def tell_keys(self) -> None:
        """The keys that do something now."""
        walk = ["next_passage"] if self.sources.pages > 1 else []
        self.show_keys(["back", *(["why"] if self.explains else []), *walk, "copy", "help"])

    async def action_back(self) -> None:
        """Go on with the exam."""
        self.app.pop_screen()
        await self._goes_on()
