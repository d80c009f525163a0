"""The learner's app: home, sessions, and the way between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from quiz.errors import QuizError
from quiz.study.desk import Desk
from quiz.tui.frame import Frame

if TYPE_CHECKING:
    from quiz.core.review import SessionRecord
    from quiz.study.request import Request
    from quiz.study.study import Study

NOTHING_TO_DO = "Nothing is due, and today's new questions are done. Ask all of a set with a."


class QuizApp(Frame):
    """The terminal front end over one desk."""

    def __init__(self, desk: Desk, study: Study | None = None) -> None:
        super().__init__(desk.settings)
        self.desk = desk
        self._study = study
        if desk.history.warning is not None:
            self.troubles.append(str(desk.history.warning))

    def get_default_screen(self) -> Screen[None]:
        """Home, or at once the session that the command line asked for."""
        if self._study is not None:
            return self.session_screen(self._study)
        from quiz.tui.screens.home import HomeScreen

        return HomeScreen()

    # What screens ask of the app

    def begin(self, request: Request, title: str = "") -> Study | None:
        """Plan and start a session; None when there is nothing to ask or it cannot be kept."""
        from quiz.study.begin import begin

        return self.guarded(lambda: begin(self.desk, request, title=title))

    def session_screen(self, study: Study) -> Screen[None]:
        """The screen for a study."""
        from quiz.tui.screens.session import SessionScreen

        return SessionScreen(study)

    def start(self, request: Request, title: str = "") -> None:
        """Open a new session in place of the current screen, or say that there is none to have."""
        study = self.begin(request, title)
        if study is None:
            self.notify(NOTHING_TO_DO, timeout=6)
        else:
            self.show(self.session_screen(study))

    def resume(self, record: SessionRecord) -> None:
        """Go on with a session in place of the current screen."""
        from quiz.study.study import Study

        study = self.guarded(lambda: Study.resume(self.desk, record))
        if study is not None:
            self.show(self.session_screen(study))

    def show(self, screen: Screen[None]) -> None:
        """Show a screen in place of the current one; the first screen stays below."""
        if len(self.screen_stack) == 1:
            self.push_screen(screen)
        else:
            self.switch_screen(screen)

    @property
    def has_home(self) -> bool:
        """Whether there is a home to go to; not when the command line asked for a session."""
        return self._study is None

    def go_home(self) -> None:
        """Back to the first screen; out of the program if that is no home to go to."""
        if not self.has_home:
            self.exit(0)
            return
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def edit(self, uid: str) -> bool:
        """Open a question's set in the editor at its line; whether that worked."""
        path, line = self.desk.library.place(uid)
        return self.edit_file(str(path), line)


def run(desk: Desk, *, study: Study | None = None, problems: tuple[QuizError, ...] = ()) -> int:
    """Run the app over a desk, from a session or from home, until it is left; the exit status."""
    app = QuizApp(desk, study)
    app.troubles += [str(problem) for problem in problems]
    status = app.run(mouse=desk.settings.mouse)
    return status if status is not None else app.return_code or 0
