"""What the app does where something cannot be saved: ask, go on in memory, say so all the time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from quiz.errors import HistoryError, QuizError
from quiz.tui.apps.frame import Frame, Outcome

if TYPE_CHECKING:
    from quiz.study.common.workspace import Workspace
    from quiz.tui.dialogs.unsaved import Choice

Again: TypeAlias = Callable[[], Awaitable[object] | object]
"""Does once more, to its end, what could not be saved."""

SAVED_AGAIN = "Everything is saved again."
PATIENCE = 0.1
"""Seconds a key waits for another program; longer than any write, shorter than is noticed."""


class Saving(Frame):
    """An app over a workspace whose history may become unwritable at any time."""

    workspace: Workspace
    _leaves_anyway = False

    @property
    def title_note(self) -> str:
        """What every title line begins with."""
        return "" if self.workspace.history.saved else "Not saved"

    def on_mount(self) -> None:
        """Hear when everything is saved again; what is refused is asked about on a screen."""
        self.workspace.history.on_saved = self._tell_saved
        self.workspace.history.on_refused = None
        self.workspace.history.patience = PATIENCE

    def guarded(self, deed: Callable[[], Outcome], again: Again | None = None) -> Outcome | None:
        """Do something that may fail for reasons of the outside; None when it failed.

        A failure is said. With `again`, the learner is asked what to do when the history failed:
        it is called when trying once more makes sense.
        """
        if again is None:
            return super().guarded(deed)
        try:
            return deed()
        except HistoryError as error:
            self.not_kept(error, again)
        except QuizError as error:
            self.complain(error)
        return None

    def not_kept(self, error: HistoryError, again: Again) -> None:
        """Ask what to do about something that the history did not take."""
        from quiz.store.history.database import LockedHistoryError
        from quiz.tui.dialogs.unsaved import UnsavedScreen, not_saved

        if not isinstance(self.screen, UnsavedScreen):
            screen = not_saved(error)
            if isinstance(error, LockedHistoryError):
                screen.wait_until(self.workspace.history.is_free)
            self.push_screen(screen, partial(self._do_as_chosen, error, again))

    def _do_as_chosen(self, error: HistoryError, again: Again, choice: Choice | None) -> None:
        from quiz.tui.dialogs.unsaved import Choice

        history = self.workspace.history
        try:
            if choice is Choice.AGAIN:
                history.try_again(error)
            elif choice is Choice.UNSAVED:
                history.go_on_unsaved()
                self.tell_titles()
        except HistoryError as further:
            self.not_kept(further, again)
            return
        if choice is Choice.LEAVE:
            self.exit(1, message=f"quiz: {error.message}; the last thing you did is not saved")
        elif choice is not None:
            self.screen.call_later(again)

    def _tell_saved(self) -> None:
        self.notify(SAVED_AGAIN, timeout=6)
        self.tell_titles()

    def tell_titles(self) -> None:
        """Let all title lines say whether things are saved."""
        from quiz.tui.widgets.status_line import TitleLine

        for screen in self.screen_stack:
            for line in screen.query(TitleLine):
                line.refresh()

    def dealt_with(self, error: Exception) -> bool:
        """End with a sentence when the history fails where nobody could be asked."""
        if isinstance(error, QuizError):
            self.exit(1, message=f"quiz: {error}")
            return True
        return super().dealt_with(error)

    # Leaving

    def exit(
        self, result: int | None = None, return_code: int = 0, message: object | None = None
    ) -> None:
        """End; with answers in memory only, by the learner's own will only after asking."""
        leave = partial(super().exit, result, return_code, message)  # type: ignore[arg-type]
        if result == 0 and not self._leaves_anyway:
            self._save_and(leave)
        else:
            leave()

    def _save_and(self, leave: Callable[[], None], *, asked: bool = False) -> None:
        from quiz.tui.dialogs.unsaved import UnsavedScreen, left_unsaved

        history = self.workspace.history
        try:
            if not isinstance(self.screen, UnsavedScreen):
                history.save(asked=asked)
        except HistoryError as error:
            if history.unsaved_answers:
                screen = left_unsaved(history.unsaved_answers, error)
                self.push_screen(screen, partial(self._leave_as_chosen, leave))
                return
        leave()

    def _leave_as_chosen(self, leave: Callable[[], None], choice: Choice | None) -> None:
        from quiz.tui.dialogs.unsaved import Choice

        if choice is Choice.AGAIN:
            self._save_and(leave, asked=True)
        elif choice is Choice.LEAVE:
            self._leaves_anyway = True
            leave()
