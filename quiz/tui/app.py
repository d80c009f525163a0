"""The app: theme, key map, first screen, and how it ends."""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from quiz.errors import QuizError
from quiz.study.desk import Desk
from quiz.tui.actions import BY_ID, Action, bindings, check_keymap

if TYPE_CHECKING:
    from textual.command import Provider

    from quiz.core.review import SessionRecord
    from quiz.study.request import Request
    from quiz.study.study import Study

Outcome = TypeVar("Outcome")
SIGNALS = {signal.SIGTERM: 143, signal.SIGHUP: 129}
NOTHING_TO_DO = "Nothing is due, and today's new questions are done. Ask all of a set with a."


def _commands() -> type[Provider]:
    """The palette's commands, imported when it is opened."""
    from quiz.tui.palette import RegistryCommands

    return RegistryCommands


class QuizApp(App[int]):
    """The terminal front end over one desk."""

    TITLE = "Citequiz"
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")
    COMMANDS = {_commands}
    ENABLE_COMMAND_PALETTE = True
    ANIMATION_LEVEL = "none"

    def __init__(self, desk: Desk, study: Study | None = None) -> None:
        super().__init__()
        self.desk = desk
        self._study = study
        self.animation_level = "none"
        self._troubles: list[str] = []
        self._set_up()

    def _set_up(self) -> None:
        theme = self.desk.settings.theme
        if theme in self.available_themes:
            self.theme = theme
        elif theme:
            self._troubles.append(f"there is no theme {theme}; the standard one is used")
        self._troubles += check_keymap(dict(self.desk.settings.keys))
        if not self._troubles:
            self.set_keymap(dict(self.desk.settings.keys))

    def get_default_screen(self) -> Screen[None]:
        """Home, or at once the session that the command line asked for."""
        if self._study is not None:
            return self.session_screen(self._study)
        from quiz.tui.screens.home import HomeScreen

        return HomeScreen()

    def on_mount(self) -> None:
        """Catch the signals that end the program, and say what is odd about the settings."""
        import asyncio

        loop = asyncio.get_running_loop()
        for number, status in SIGNALS.items():
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self.exit, status)
        if self.desk.history.warning is not None:
            self._troubles.append(str(self.desk.history.warning))
        for trouble in self._troubles:
            self.notify(trouble, severity="warning", timeout=10, markup=False)

    def on_ready(self) -> None:
        """Collect garbage again, now that the first screen is painted."""
        import gc

        gc.freeze()
        gc.enable()

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

    def go_home(self) -> None:
        """Back to the first screen; out of the program if that is no home to go to."""
        from quiz.tui.screens.home import HomeScreen

        if not isinstance(self.screen_stack[0], HomeScreen):
            self.exit(0)
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def guarded(self, deed: Callable[[], Outcome]) -> Outcome | None:
        """Do something that may fail for reasons of the outside; a failure is said, not raised."""
        try:
            return deed()
        except QuizError as error:
            self.notify(str(error), severity="error", timeout=15, markup=False)
            return None

    def edit(self, uid: str) -> bool:
        """Open a question's set in the editor at its line; whether that worked."""
        path, line = self.desk.library.place(uid)
        return self.edit_file(str(path), line)

    def edit_file(self, path: str, line: int) -> bool:
        """Open a file in the editor; whether that worked."""
        import subprocess

        from textual.app import SuspendNotSupported

        from quiz.study.editor import editor_command

        command = self.guarded(lambda: editor_command(path, line))
        if command is None:
            return False
        try:
            with self.suspend():
                subprocess.run(command, check=False)
        except (SuspendNotSupported, OSError) as error:
            self.notify(f"The editor cannot be opened: {error}", severity="error", markup=False)
            return False
        self.refresh()
        return True

    def keys_of(self, action: Action) -> str:
        """The keys of an action, the learner's own before the built-in ones."""
        return str(self.desk.settings.keys.get(action.id, action.keys))

    # Actions of everywhere

    def action_help(self) -> None:
        """Show all keys."""
        from quiz.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen())

    def action_palette(self) -> None:
        """Open the command palette."""
        self.action_command_palette()

    def action_leave(self) -> None:
        """Quit; everything is kept already."""
        self.exit(0)


def run(desk: Desk, *, study: Study | None = None, problems: tuple[QuizError, ...] = ()) -> int:
    """Run the app over a desk, from a session or from home, until it is left; the exit status."""
    app = QuizApp(desk, study)
    app._troubles += [str(problem) for problem in problems]
    status = app.run(mouse=desk.settings.mouse)
    return status if status is not None else app.return_code or 0


__all__ = ["BY_ID", "QuizApp", "run"]
