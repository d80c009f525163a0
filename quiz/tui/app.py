"""The learner's app with its screens, each imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.screen import Screen

from quiz.errors import QuizError
from quiz.study.common.workspace import Workspace
from quiz.tui.apps.learner_app import FirstScreen, LearnerApp

if TYPE_CHECKING:
    from quiz.core.text.passages import Passage
    from quiz.study.common.wish import Wish
    from quiz.study.exams.exam import Exam
    from quiz.study.exams.result import ExamResult
    from quiz.study.sitting.looking_back import EarlierAnswers
    from quiz.study.sitting.study import Study


class QuizApp(LearnerApp):
    """The terminal front end over one workspace."""

    def home_screen(self) -> Screen[None]:
        """All sets, and what there is to do."""
        from quiz.tui.screens.home.screen import HomeScreen

        return HomeScreen()

    def session_screen(self, study: Study) -> Screen[None]:
        """Questions and verdicts."""
        from quiz.tui.screens.session.screen import SessionScreen

        return SessionScreen(study)

    def exam_screen(self, exam: Exam) -> Screen[None]:
        """The questions of a running exam."""
        from quiz.tui.screens.exam.screen import ExamScreen

        return ExamScreen(exam)

    def result_screen(self, result: ExamResult, notice: str = "") -> Screen[None]:
        """How an exam went."""
        from quiz.tui.screens.exam.result import ExamResultScreen

        return ExamResultScreen(result, notice)

    def reader_screen(
        self, set_id: str, key: str, passages: Sequence[Passage], *, marks: bool, aside: bool
    ) -> Screen[None]:
        """A document, at the first of the passages."""
        from quiz.tui.screens.reader.screen import reader_of

        return reader_of(self.workspace, set_id, key, passages, marks=marks, aside=aside)

    def search_screen(self) -> Screen[None]:
        """Search through everything."""
        from quiz.tui.screens.search.screen import SearchScreen

        return SearchScreen()

    def notes_screen(self) -> Screen[None]:
        """All notes."""
        from quiz.tui.screens.notes.screen import NotesScreen

        return NotesScreen()

    def choosing_screen(
        self, wish: Wish, done: Callable[[Wish], None] | None = None
    ) -> Screen[None]:
        """Choose what to be asked."""
        from quiz.tui.screens.choosing.screen import ChoosingScreen

        return ChoosingScreen(wish, done)

    def look_back_screen(self, answers: EarlierAnswers) -> Screen[None]:
        """Earlier answers, at the last of them."""
        from quiz.tui.screens.session.look_back import LookBackScreen

        return LookBackScreen(answers, answers.count - 1)


def run(
    workspace: Workspace,
    *,
    study: Study | None = None,
    exam: Exam | None = None,
    first: FirstScreen | None = None,
    problems: tuple[QuizError, ...] = (),
) -> int:
    """Run the app over a workspace until it is left, from home, a session or `first`; the status.

    An exam whose time is over is submitted; raises QuizError when that fails.
    """
    if exam is not None:
        from quiz.tui.screens.exam.examining import entrance

        first = entrance(exam)
    app = QuizApp(workspace, study, first=first)
    app.troubles += [str(problem) for problem in problems]
    status = app.run(mouse=workspace.settings.mouse)
    return status if status is not None else app.return_code or 0
