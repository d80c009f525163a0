"""A session: question, answer, verdict and passage on one screen."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from quiz.core.grading.grading import Response
from quiz.core.memory.records import set_of
from quiz.core.memory.scheduling import Confidence
from quiz.study.common.presented import Feedback, Judgement
from quiz.study.sitting.picking import Mode, Picker
from quiz.study.sitting.study import Study
from quiz.tui.actions import bindings
from quiz.tui.screens.session.own import OwnView
from quiz.tui.screens.session.view import Stage
from quiz.tui.widgets.choice_pad import ChoicePad
from quiz.tui.widgets.sheet import Sheet

OVER = "over"
NO_HINT = "There is no further hint."
NOTHING_TO_UNDO = "There is nothing to undo."


class SessionScreen(OwnView):
    """Asks the questions of a study, one after another."""

    room = "session"
    BINDINGS: ClassVar[list[BindingType]] = bindings("session")

    def __init__(self, study: Study) -> None:
        super().__init__(study)
        self.judgement: Judgement | None = None

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
            await self._judge(pending)

    async def _ask(self) -> None:
        presented = self.quiz.guarded(lambda: self.study.presented or OVER, self._ask)
        if isinstance(presented, str):
            self._end()
        elif presented is not None:
            await self.show_question(presented)

    # Answering

    async def action_go(self) -> None:
        """Submit, confirm or go on, as the stage is."""
        if self.stage is Stage.VERDICT:
            await self._go_on()
        elif self.stage is Stage.JUDGE:
            await self._confirm()
        elif self.stage is Stage.CERTAIN:
            await self._take(Response(self.given))
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
            await self._take(Response(gave_up=True))

    async def _submit(self) -> None:
        if self.typing and self._next_field():
            return
        response = Response(self.given)
        complaint = self.study.complaint(response)
        if complaint:
            self.show_hints(complaint)
        elif self.asks_certainty and self.study.confidence is Confidence.UNMARKED:
            self.show_certainty()
        else:
            await self._take(response)

    def _next_field(self) -> bool:
        from quiz.tui.widgets.typed_pad import FieldPad

        pad = self.pad_holder.children[0]
        return isinstance(pad, FieldPad) and pad.advance()

    async def _take(self, response: Response) -> None:
        again = partial(self._take, response)
        outcome = self.quiz.guarded(lambda: self.study.answer(response), again)
        if isinstance(outcome, Judgement):
            await self._judge(outcome)
        elif isinstance(outcome, Feedback):
            await self.show_feedback(outcome)

    async def _judge(self, judgement: Judgement) -> None:
        presented = self.study.presented
        if presented is not None:
            self.judgement = judgement
            await self.show_judgement(presented.question, judgement)

    async def _confirm(self) -> None:
        judgement, pad = self.judgement, self.choices
        if judgement is None or pad is None:
            return
        ticked = {judgement.parts[i] for i in pad.picker.picked}
        flags = tuple(i in ticked for i in range(len(judgement.grade.parts)))
        await self._take(Response(judgement.response.given, flags))

    # Other keys and the mouse

    def on_key(self, event: events.Key) -> None:
        """Digits and letters reach the options wherever the focus is."""
        if event.key in ("pageup", "pagedown"):
            event.stop()
            event.prevent_default()
            self._page(1 if event.key == "pagedown" else -1)
            return
        pad = self.choices
        if pad is None or self.stage is Stage.VERDICT or event.key in ("up", "down", "space"):
            return
        if self.stage is Stage.JUDGE and len(pad.picker.options) == 1 and event.key in ("y", "n"):
            picked = (0,) if event.key == "y" else ()
            pad.change(Picker(Mode.MANY, pad.picker.options, picked=picked))
            self.call_later(self._confirm)
            event.stop()
        elif pad.press(event.key, event.character):
            event.stop()

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
        """A click on an option."""
        if isinstance(message.sheet, ChoicePad):
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
            feedback = self.quiz.guarded(self.study.mark_guessed, self.action_guess)
            if feedback is not None:
                await self.show_feedback(feedback)
            return
        await self._mark(Confidence.GUESS)

    async def _mark(self, confidence: Confidence) -> None:
        """Submit the answer with a mark, where certainty is asked for; else mark it, or not."""
        if self.stage not in (Stage.ASK, Stage.CERTAIN):
            return
        if self.asks_certainty and not self.study.complaint(Response(self.given)):
            self.study.confidence = confidence
            await self._take(Response(self.given))
            return
        same = self.study.confidence is confidence
        self.study.confidence = Confidence.UNMARKED if same else confidence
        self.show_hints()

    async def action_easy(self) -> None:
        """Rate the last answer Easy."""
        if self.stage is Stage.VERDICT:
            feedback = self.quiz.guarded(self.study.mark_easy, self.action_easy)
            if feedback is not None:
                await self.show_feedback(feedback)

    def action_count(self) -> None:
        """Count a typed miss as right, asked once with both texts side by side."""
        last = self.study.feedback
        if self.stage is not Stage.VERDICT or last is None or not last.contestable:
            return
        from quiz.study.sitting.wording import CONTEST, both_texts
        from quiz.tui.dialogs.ask import AskScreen

        texts = [f"{line.label}: {line.text}" for line in both_texts(last)]
        asked = AskScreen(CONTEST, texts, "counts it as right", "leaves it", easy=False)
        self.app.push_screen(asked, self._counted)

    async def _counted(self, yes: bool | None) -> None:
        if not yes:
            return
        feedback = self.quiz.guarded(self.study.contest, partial(self._counted, yes))
        if feedback is not None:
            await self.show_feedback(feedback)

    def action_next_passage(self) -> None:
        """Show the next passage."""
        if self.stage is Stage.VERDICT:
            self.sources.step(1)

    def action_previous_passage(self) -> None:
        """Show the passage before."""
        if self.stage is Stage.VERDICT:
            self.sources.step(-1)

    async def action_undo(self) -> None:
        """Take the last answer back."""
        if self.stage in (Stage.JUDGE, Stage.CERTAIN):
            return
        undone = self.quiz.guarded(lambda: self.study.undo() or NOTHING_TO_UNDO, self.action_undo)
        if undone is True:
            await self._ask()
        elif undone is not None:
            self.show_hints(NOTHING_TO_UNDO)

    def action_copy(self) -> None:
        """Copy the passage with its place."""
        if self.stage is Stage.VERDICT and self.sources.spread:
            self.app.copy_to_clipboard(self.sources.spread[0].citation)
            self.notify("The passage and its place are on the clipboard.", timeout=3)

    def action_flag(self) -> None:
        """Leave the author a remark."""
        from quiz.tui.screens.session.flag import FlagScreen

        self.app.push_screen(FlagScreen(), self._keep_flag)

    def _keep_flag(self, comment: str | None) -> None:
        if comment is None:
            return
        again = partial(self._keep_flag, comment)
        if self.quiz.guarded(lambda: self.study.flag(comment), again):
            self.notify("Flagged. The author finds it with: quiz flags", timeout=3)

    def action_open_document(self) -> None:
        """Read the whole document; before the verdict without any mark.

        After it, other questions can be answered there, unless this is such an answer already.
        """
        set_id = set_of(self.study.current_uid)
        shown = self.sources.spread if self.stage is Stage.VERDICT else ()
        if shown and shown[0].document is not None:
            passages = [shown[0].passage] if shown[0].passage is not None else []
            aside = not self.study.record.aside
            self.quiz.open_document(set_id, shown[0].source.document, passages, aside=aside)
            return
        presented = self.study.presented
        if presented is not None:
            key = next((source.document for source in presented.question.sources), "")
            self.quiz.open_document(set_id, key, marks=False, aside=False)

    async def action_edit(self) -> None:
        """Open the set in the editor; the set is read again afterwards."""
        if not self.quiz.edit(self.study.current_uid):
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
