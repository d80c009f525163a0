"""What a learner does with the question on screen beside answering it: notes, and setting aside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from quiz.study.common.noting import bookmark, note_on, write_note
from quiz.study.common.set_aside import SAID, Aside
from quiz.tui.screens.session.stage_keys import Stage
from quiz.tui.screens.session.view import SessionView

_WAYS = {"t": Aside.TODAY, "g": Aside.FOR_GOOD}
_WORDS = (("t", "not today: it comes again tomorrow"), ("g", "for good: do not ask it any more"))


class OwnView(SessionView):
    """A session whose questions can be noted on, bookmarked and set aside."""

    _ask: Callable[[], Awaitable[None]]

    def action_note(self) -> None:
        """Write a note on the question."""
        from quiz.tui.dialogs.write_note import NoteScreen

        workspace, uid = self.study.workspace, self.study.current_uid
        old = self.quiz.guarded(lambda: (note_on(workspace, uid),), self.action_note)
        if old is None:
            return
        stem = workspace.library.question(uid).stem
        asked = NoteScreen(stem, old[0].text if old[0] else "")
        self.app.push_screen(asked, partial(self._keep_note, uid))

    async def _keep_note(self, uid: str, text: str | None) -> None:
        if text is None:
            return
        again = partial(self._keep_note, uid, text)
        workspace = self.study.workspace
        if self.quiz.guarded(lambda: write_note(workspace, uid, text), again):
            said = "Kept; you see it with each verdict." if text else "There is no note now."
            await self._say(said)

    async def action_bookmark(self) -> None:
        """Bookmark the question, or no more."""
        workspace, uid = self.study.workspace, self.study.current_uid
        marked = self.quiz.guarded(lambda: (bookmark(workspace, uid),), self.action_bookmark)
        if marked is not None:
            await self._say("Bookmarked." if marked[0] else "Not bookmarked any more.")

    async def _say(self, text: str) -> None:
        self.notify(text, timeout=3)
        last = self.study.feedback
        if self.stage is Stage.VERDICT and last is not None:
            self.show_said(self.study.tell_own(last))

    def action_set_aside(self) -> None:
        """Ask for how long the question is set aside."""
        from quiz.tui.dialogs.choose import ChooseScreen

        if self.stage in (Stage.ASK, Stage.VERDICT):
            asked = ChooseScreen("Set this question aside?", _WORDS)
            self.app.push_screen(asked, self._set_aside)

    async def _set_aside(self, key: str | None) -> None:
        if key is None:
            return
        how, again = _WAYS[key], partial(self._set_aside, key)
        if not self.quiz.guarded(lambda: self.study.set_aside(how), again):
            return
        self.notify(SAID[how], timeout=4)
        if self.stage is not Stage.VERDICT:
            await self._ask()
