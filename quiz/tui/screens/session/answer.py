"""One answer among several that are over: verdict, reasons and the passages that prove it."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll

from quiz.core.memory.records import set_of
from quiz.study.common.presented import Feedback
from quiz.study.sitting.picking import picker_for, picker_with
from quiz.tui.screens.session.reasoned import ReasonedScreen, keeps_options
from quiz.tui.screens.session.text import stem_blocks
from quiz.tui.text import Block
from quiz.tui.widgets.choice_pad import ChoicePad
from quiz.tui.widgets.sheet import Sheet

LAST, FIRST = "That was the last one.", "This is the first one."


class AnswerScreen(ReasonedScreen):
    """Shows a feedback; whoever inherits says which there are, and what stands in the title."""

    DEFAULT_CSS = """
    AnswerScreen #body { layout: vertical; height: 1fr; }
    AnswerScreen #left { height: auto; max-height: 65%; padding: 1 2 0 2;
                         scrollbar-size-vertical: 1; }
    AnswerScreen #left > * { margin: 0 0 1 0; }
    AnswerScreen #pad { height: auto; }
    AnswerScreen #left > #said { margin: 0; }
    AnswerScreen.-low #left { padding: 0 1; max-height: 50%; }
    AnswerScreen.-low #left > * { margin: 0; }
    AnswerScreen.-low.-stacked #pad { display: none; }
    AnswerScreen.-wide #body { layout: horizontal; }
    AnswerScreen.-wide #left { width: 1fr; height: 1fr; max-height: 100%; }
    AnswerScreen.-wide SourcePane { width: 1fr; height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.stem = Sheet(id="stem")
        self.pad_holder = Container(id="pad")
        self.left = VerticalScroll(self.stem, self.pad_holder, self.said, id="left")
        self.left.can_focus = False

    def compose_body(self) -> ComposeResult:
        """Question and verdict, then the passages."""
        yield Container(self.left, self.sources, id="body")

    async def on_mount(self) -> None:
        """Show the chosen answer."""
        await self.show_chosen()

    # What heirs say

    @property
    def place(self) -> int:
        """Which of the answers is on screen, from 0."""
        raise NotImplementedError

    @property
    def count(self) -> int:
        """How many can be walked through."""
        raise NotImplementedError

    def move_to(self, place: int) -> None:
        """Choose another one."""
        raise NotImplementedError

    def feedback(self) -> Feedback | None:
        """The feedback on the chosen answer; None where its question has vanished."""
        raise NotImplementedError

    def vanished(self) -> list[Block]:
        """What is left to say about a question that has vanished."""
        raise NotImplementedError

    def tell_title(self) -> None:
        """Say which answer is on screen."""
        raise NotImplementedError

    def tell_keys(self) -> None:
        """The keys that do something now."""
        raise NotImplementedError

    # What is shown

    async def show_chosen(self) -> None:
        """Show the chosen answer."""
        feedback = self.feedback()
        self.tell_title()
        with self.app.batch_update():
            await self.pad_holder.remove_children()
            self.sources.display = feedback is not None
            if feedback is None:
                self.told = None
                self.pad_holder.display = False
                self.stem.show(self.vanished())
                self.said.show([])
            else:
                await self._show_feedback(feedback)
            self.left.scroll_home(animate=False)
            self.tell_keys()

    async def _show_feedback(self, feedback: Feedback) -> None:
        presented = feedback.presented
        question, options = presented.question, presented.options
        self.stem.show(stem_blocks(presented, answered=True))
        picker = picker_for(question, options)
        kept = picker is not None and keeps_options(question)
        self.pad_holder.display = kept
        if kept:
            pad = ChoicePad(question, picker_with(question, options, feedback.response.given))
            await self.pad_holder.mount(pad)
            pad.judge(feedback.grade, gave_up=feedback.response.gave_up)
        self.tell_verdict(feedback)
        self.sources.first.view.focus(scroll_visible=False)
        # Twice: the first refresh lays the new blocks out, the second knows their height.
        self.call_after_refresh(self.call_after_refresh, self._bring_verdict_up)

    def _bring_verdict_up(self) -> None:
        """Show everything if it fits; else the verdict and what follows."""
        if self.left.virtual_size.height > self.left.size.height:
            y = self.said.virtual_region.y
            self.left.scroll_to(y=y, animate=False, force=True, immediate=True)

    def tell_why(self) -> None:
        """There may be more passages to walk through now."""
        self.tell_keys()

    def on_key(self, event: events.Key) -> None:
        """Scroll what was said; explain an option."""
        if event.key in ("pageup", "pagedown"):
            lines = max(1, self.left.size.height - 2) * (1 if event.key == "pagedown" else -1)
            self.left.scroll_relative(y=lines, animate=False, force=True)
        elif not self.explain(event.key, event.character):
            return
        event.stop()

    def on_sheet_chosen(self, message: Sheet.Chosen) -> None:
        """A click on an option explains it."""
        if isinstance(message.sheet, ChoicePad):
            self.explain_option(message.mark)

    # Keys

    async def action_next(self) -> None:
        """The answer after this one."""
        await self._step(1)

    async def action_previous(self) -> None:
        """The answer before."""
        await self._step(-1)

    async def _step(self, by: int) -> None:
        place = self.place + by
        if 0 <= place < self.count:
            self.move_to(place)
            await self.show_chosen()
        else:
            self.notify(LAST if by > 0 else FIRST, timeout=2)

    def action_next_passage(self) -> None:
        """The next passage."""
        self.sources.step(1)

    def action_previous_passage(self) -> None:
        """The passage before."""
        self.sources.step(-1)

    def action_copy(self) -> None:
        """Copy the passage with its place."""
        if self.sources.display and self.sources.spread:
            self.frame.copy_text(self.sources.spread[0].citation, "The passage with its place")

    def action_open_document(self) -> None:
        """Read the whole document, and come back."""
        shown = self.sources.spread if self.sources.display else ()
        if self.told is not None and shown and shown[0].document is not None:
            passages = [shown[0].passage] if shown[0].passage is not None else []
            set_id = set_of(self.told.presented.uid)
            self.quiz.open_document(set_id, shown[0].source.document, passages, aside=False)

    async def action_back(self) -> None:
        """Back to where this was opened."""
        self.app.pop_screen()
