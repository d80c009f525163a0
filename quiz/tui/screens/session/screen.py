"""A session: question, answer, verdict and passage on one screen."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from quiz.core.documents.document import Document, Passage
from quiz.core.grading.grading import Response
from quiz.core.memory.scheduling import Confidence
from quiz.core.questions.hints import LookedUp
from quiz.study.common.presented import Feedback, Judgement
from quiz.tui.actions import bindings
from quiz.tui.screens.session.after import AfterVerdict
from quiz.tui.screens.session.own import OwnView
from quiz.tui.screens.session.stage_keys import Stage
from quiz.tui.widgets.choice_pad import ChoicePad
from quiz.tui.widgets.sheet import Sheet

OVER = "over"
NO_HINT = "There is no further hint."
NOTHING_TO_UNDO = "There is nothing to undo."


class SessionScreen(AfterVerdict, OwnView):
    """Asks the questions of a study, one after another."""

    room = "session"
    BINDINGS: ClassVar[list[BindingType]] = bindings("session")

    async def on_mount(self) -> None:
        """Ask the first question, or go on with a judgement that was open."""
        presented = self.study.presented
        if presented is None:
            self._end()
            return
        self.tell_question(presented)
        self.call_after_refresh(self.study.workspace.history.scheduler.prepare)
        pending = self.study.pending
        if pending is not None:
            await self.judge(pending)

    async def _ask(self) -> None:
        presented = self.quiz.guarded(lambda: self.study.presented or OVER, self._ask)
        if isinstance(presented, str):
            self._end()
        elif presented is not None:
            await self.show_question(presented)

    def hears_of(self, document: Document, seen: Passage) -> None:
        """A part of a document is shown above this screen: help, where it decides the answer."""
        if self.waits and self.study.proven_in(document, seen):
            self.look_up(LookedUp.PASSAGE)

    # Answering

    async def action_go(self) -> None:
        """Submit, confirm or go on, as the stage is."""
        if self.stage is Stage.VERDICT:
            await self._go_on()
        elif self.stage is Stage.JUDGE:
            await self.confirm()
        elif self.stage is Stage.CERTAIN:
            await self.take(Response(self.given))
        else:
            await self._submit()

    async def _go_on(self) -> None:
        if self.quiz.guarded(self._went_on, self._go_on):
            await self._ask()

    def _went_on(self) -> bool:
        self.study.go_on()
        return True

    async def action_go_on(self) -> None:
        """Go on, once there is a verdict."""
        if self.stage is Stage.VERDICT:
            await self.action_go()

    async def action_dont_know(self) -> None:
        """Give up on the question."""
        if self.stage is Stage.ASK:
            await self.take(Response(gave_up=True))

    async def _submit(self) -> None:
        if self.typing and self._next_field():
            return
        if self.choices is not None:
            self.choices.take_pointed()
        response = Response(self.given)
        complaint = self.study.complaint(response)
        if complaint:
            self.show_hints(complaint)
        elif self.asks_certainty and self.study.confidence is Confidence.UNMARKED:
            self.show_certainty()
        else:
            await self.take(response)

    def _next_field(self) -> bool:
        from quiz.tui.widgets.typed_pad import FieldPad

        pad = self.pad_holder.children[0]
        return isinstance(pad, FieldPad) and pad.advance()

    async def take(self, response: Response) -> None:
        """Keep a response and show its verdict, or let the learner judge it first."""
        again = partial(self.take, response)
        outcome = self.quiz.guarded(lambda: self.study.answer(response), again)
        if isinstance(outcome, Judgement):
            await self.judge(outcome)
        elif isinstance(outcome, Feedback):
            await self.show_feedback(outcome)

    # Other keys and the mouse

    def on_key(self, event: events.Key) -> None:
        """Digits and letters reach the options wherever the focus is."""
        if event.key in ("pageup", "pagedown"):
            event.stop()
            event.prevent_default()
            self._page(1 if event.key == "pagedown" else -1)
            return
        if self.stage is Stage.VERDICT:
            if self.explain(event.key, event.character):
                event.stop()
            return
        pad = self.choices
        if self.stage is Stage.JUDGE and pad is None:
            self._press_judging(event)
            return
        moves = event.key in ("up", "down", "space")
        if pad is not None and not moves and pad.press(event.key, event.character):
            event.stop()

    def _press_judging(self, event: events.Key) -> None:
        """Yes and no have their letters here, whatever else these do."""
        ways = {"y": self.action_counts, "n": self.action_counts_not}
        if event.key in ways:
            self.call_later(ways[event.key])
        elif event.key == "backspace":
            self.take_judgement_back()
        else:
            return
        event.stop()
        event.prevent_default()

    def _page(self, pages: int) -> None:
        """Scroll question and verdict; at their end, the passage's document."""
        left, view = self.left, self.sources.first.view
        there = left.max_scroll_y if pages > 0 else 0
        if round(left.scroll_y) != there:
            lines = pages * max(1, left.size.height - 2)
            left.scroll_relative(y=lines, animate=False, force=True)
        elif self.stage is Stage.VERDICT:
            lines = pages * max(1, view.size.height - 1)
            view.scroll_relative(y=lines, animate=False, force=True)

    async def on_input_submitted(self) -> None:
        """Enter in a field."""
        await self.action_go()

    async def on_essay_pad_submitted(self) -> None:
        """Enter in the text of an open answer."""
        await self.action_go()

    def on_sheet_chosen(self, message: Sheet.Chosen) -> None:
        """A click on an option: it is chosen, or once the verdict is there, explained."""
        if not isinstance(message.sheet, ChoicePad):
            return
        if self.stage is Stage.VERDICT:
            self.explain_option(message.mark)
        else:
            message.sheet.click(message.mark)

    def action_hint(self) -> None:
        """Show the next hint."""
        if self.stage is Stage.ASK:
            hint = self.quiz.guarded(lambda: self.study.hint() or NO_HINT, self.action_hint)
            self.show_hints(NO_HINT if hint == NO_HINT else "")

    async def action_sure(self) -> None:
        """Mark the answer as sure."""
        await self._mark(Confidence.SURE)

    async def action_unsure(self) -> None:
        """Mark the answer as unsure."""
        await self._mark(Confidence.UNSURE)

    async def action_guess(self) -> None:
        """Mark the answer as a guess; after the verdict, where that is asked, own up to it."""
        if self.stage is Stage.VERDICT:
            await self.own_up()
            return
        await self._mark(Confidence.GUESS)

    async def _mark(self, confidence: Confidence) -> None:
        """Submit the answer with a mark, where certainty is asked for; else mark it, or not."""
        if self.stage not in (Stage.ASK, Stage.CERTAIN):
            return
        if self.asks_certainty and not self.study.complaint(Response(self.given)):
            self.study.confidence = confidence
            await self.take(Response(self.given))
            return
        same = self.study.confidence is confidence
        self.study.confidence = Confidence.UNMARKED if same else confidence
        self.show_hints()

    async def action_undo(self) -> None:
        """Take the last answer back."""
        if self.stage in (Stage.JUDGE, Stage.CERTAIN):
            return
        undone = self.quiz.guarded(lambda: self.study.undo() or NOTHING_TO_UNDO, self.action_undo)
        if undone is True:
            await self._ask()
        elif undone is not None:
            self.show_hints(NOTHING_TO_UNDO)

    async def action_edit(self) -> None:
        """Open the set in the editor, which is help; the set is read again afterwards."""
        if not self.look_up(LookedUp.PASSAGE) or not self.quiz.edit(self.study.current_uid):
            return
        problems = self.study.reread()
        if problems:
            self.notify(str(problems[0]), severity="error", timeout=10, markup=False)
        elif self.stage is not Stage.VERDICT:
            await self._ask()

    async def action_leave(self) -> None:
        """First out of a field, then out of the session; it can be resumed."""
        if self.stage is Stage.CERTAIN:
            self.hide_certainty()
        elif self.typing:
            self.set_focus(None)
            self.show_stage_keys()
        else:
            self.quiz.leave_study(self.study)

    def _end(self) -> None:
        from quiz.tui.screens.session.summary import SummaryScreen

        if self.study.record.aside and len(self.study.session.plan) == 1:
            self.quiz.leave_study(self.study)
            return
        self.quiz.show(SummaryScreen(self.study))
