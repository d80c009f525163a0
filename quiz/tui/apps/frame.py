"""What every app of Citequiz has: theme, key map, signals, editor, and how failures are said."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import BindingType
from textual.css.query import NoMatches

from quiz.core.text.safe_text import sanitise
from quiz.errors import QuizError
from quiz.store.settings.settings import Settings
from quiz.tui.actions import bindings
from quiz.tui.apps.textual_door import TextualDoor
from quiz.tui.contrast import readable
from quiz.tui.keys import Action
from quiz.tui.terminal import charset, has_hung_up

if TYPE_CHECKING:
    from textual import events
    from textual.command import Provider

Outcome = TypeVar("Outcome")
LOOK_FOR_TERMINAL = 1.0
"""Seconds between two looks whether the terminal is still there."""
SIGNALS = {signal.SIGTERM: 143, signal.SIGHUP: 129}


def _commands() -> type[Provider]:
    """The palette's commands, imported when it is opened."""
    from quiz.tui.apps.palette import RegistryCommands

    return RegistryCommands


def _clashes(keys: Mapping[str, str]) -> list[str]:
    from quiz.tui.keymap import troubles

    return [trouble.message for trouble in troubles(keys)]


class Frame(TextualDoor):
    """An app without its first screen. `troubles` are said once it runs."""

    TITLE = "Citequiz"
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")
    rooms: ClassVar[tuple[str, ...]] = ("app",)
    COMMANDS = {_commands}
    ENABLE_COMMAND_PALETTE = True
    CSS = "Input > .input--placeholder { color: $foreground-muted; }"
    ANIMATION_LEVEL = "none"

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.animation_level = "none"
        self.troubles: list[str] = []
        self._own_keys = dict(settings.keys)
        self._set_up(settings.theme)

    def _set_up(self, theme: str) -> None:
        encoding = charset(os.environ)
        if encoding:
            from quiz.tui.plain_signs import PlainSigns

            self.draw_through(PlainSigns(encoding))
        if theme in self.available_themes:
            self.theme = theme
        elif theme:
            self.troubles.append(f"there is no theme {theme}; the standard one is used")
        clashes = _clashes(self._own_keys) if self._own_keys else []
        if clashes:
            self._own_keys = {}
        self.set_keymap(self._own_keys)
        self.troubles += clashes

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours, each text moved so far that it can be read."""
        self.theme_variables = readable(super().get_css_variables())
        return self.theme_variables

    def on_mount(self) -> None:
        """Catch the signals that end the program, and say what is odd about the settings."""
        import asyncio

        loop = asyncio.get_running_loop()
        for number, status in SIGNALS.items():
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self.exit, status)
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(signal.SIGINT, self.ask_to_leave)
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())
        self.set_interval(LOOK_FOR_TERMINAL, self._leave_without_terminal)
        for trouble in self.troubles:
            self.notify(trouble, severity="warning", timeout=10, markup=False)

    def on_key(self, event: events.Key) -> None:
        """A capital that starts nothing is the letter that Caps Lock made it of."""
        key = event.key
        if len(key) == 1 and key.isupper() and key not in self.screen.active_bindings:
            event.key = key.lower()

    def on_ready(self) -> None:
        """Collect garbage again, now that the first screen is painted."""
        import gc

        gc.freeze()
        gc.enable()

    def ask_to_leave(self) -> None:
        """Leave when the learner says so; at once when asked a second time."""
        from quiz.tui.dialogs.leave import LeaveScreen

        if isinstance(self.screen, LeaveScreen):
            self.exit(0)
        else:
            note = getattr(self.screen, "leave_note", "")
            self.push_screen(LeaveScreen(note), lambda leaves: self.exit(0) if leaves else None)

    def action_help_quit(self) -> None:
        """What Ctrl+C does: the same as an interrupt from outside."""
        self.ask_to_leave()

    def _leave_without_terminal(self) -> None:
        """End when the terminal has gone without a signal: reading on would spin."""
        if has_hung_up():
            self.exit(SIGNALS[signal.SIGHUP])

    def dealt_with(self, error: Exception) -> bool:
        """A palette that searches while everything closes has not failed."""
        return self.is_closing and isinstance(getattr(error, "error", None), NoMatches)

    # What is sent to the terminal

    def on_resize(self) -> None:
        """A terminal of another size may have moved its rows."""
        self.forget_painted()

    def action_redraw(self) -> None:
        """Paint everything again, also what the terminal should show already."""
        self.forget_painted()
        self.refresh()

    # What screens ask of the app

    @property
    def title_note(self) -> str:
        """What every title line begins with; '' for nothing."""
        return ""

    def guarded(self, deed: Callable[[], Outcome]) -> Outcome | None:
        """Do something that may fail for reasons of the outside; a failure is said, not raised."""
        try:
            return deed()
        except QuizError as error:
            self.complain(error)
            return None

    def complain(self, error: QuizError) -> None:
        """Say what failed."""
        self.notify(str(error), severity="error", timeout=15, markup=False)

    def edit_file(self, path: str, line: int) -> bool:
        """Open a file in the editor; whether that worked."""
        from textual.app import SuspendNotSupported

        from quiz.study.common.editor import editor_command, run_editor

        command = self.guarded(lambda: editor_command(path, line))
        if command is None:
            return False
        try:
            with self.suspend():  # nothing may be raised in here: the terminal would stay as it is
                trouble = run_editor(command)
        except SuspendNotSupported as error:
            trouble = f"No editor can be opened here: {error}"
        self.refresh()
        if trouble:
            self.notify(sanitise(trouble), severity="error", markup=False)
        return not trouble

    def copy_text(self, text: str, what: str) -> None:
        """Copy a text; that it is on the clipboard is said only when that is known."""
        from quiz.study.common.clipboard import put_on_clipboard

        if put_on_clipboard(text):
            self.notify(f"{what} is on the clipboard.", timeout=3, markup=False)
            return
        self.copy_to_clipboard(text)
        self.notify(f"{what} was sent to the terminal’s clipboard.", timeout=3, markup=False)

    def keys_of(self, action: Action) -> str:
        """The keys of an action, the learner's own before the built-in ones."""
        return str(self._own_keys.get(action.id, action.keys))

    def use_keys(self, keys: Mapping[str, str]) -> None:
        """Let these keys start the actions named; all others have their built-in ones."""
        self._own_keys = dict(keys)
        self.set_keymap(self._own_keys)

    # Actions of everywhere

    def action_theme(self) -> None:
        """Choose the colours from a list."""
        self.search_themes()

    def action_help(self) -> None:
        """Show all keys."""
        from quiz.tui.dialogs.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.keys_of))

    def action_palette(self) -> None:
        """Open the command palette."""
        self.action_command_palette()

    def action_leave(self) -> None:
        """Quit; everything is kept already."""
        self.exit(0)
