"""One question of an exam that is over: verdict, reasons and the passages that prove it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll

from quiz.core.memory.records import set_of
from quiz.study.common.presented import Feedback
from quiz.study.exams.result import ExamResult
from quiz.study.exams.wording import head_text
from quiz.study.sitting.picking import Mode, picker_for
from quiz.tui.actions import bindings
from quiz.tui.screens.exam import examining
from quiz.tui.screens.exam.result_text import vanished_blocks
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.screens.session.text import stem_blocks
from quiz.tui.text import one_line
from quiz.tui.widgets.choice_pad import ChoicePad
from quiz.tui.widgets.exam.pad import picker_with
from quiz.tui.widgets.sheet import Sheet
from quiz.tui.widgets.source_pane import SourcePane
from quiz.tui.widgets.verdict import verdict_blocks

if TYPE_CHECKING:
    from quiz.tui.screens.exam.result_sheet import ResultSheet


class ExamAnswerScreen(FramedScreen):
    """Walks through the questions that the result lists."""

    room = "exam_answer"
    BINDINGS: ClassVar[list[BindingType]] = bindings("exam_answer")
    DEFAULT_CSS = """
    ExamAnswerScreen #body { layout: vertical; height: 1fr; }
    ExamAnswerScreen #left { height: auto; max-height: 65%; padding: 1 2 0 2;
                             scrollbar-size-vertical: 1; }
    ExamAnswerScreen #left > * { margin: 0 0 1 0; }
    ExamAnswerScreen #pad { height: auto; }
    ExamAnswerScreen #left > #said { margin: 0; }
    ExamAnswerScreen.-low #left { padding: 0 1; max-height: 50%; }
    ExamAnswerScreen.-low #left > * { margin: 0; }
    ExamAnswerScreen.-low.-stacked #pad { display: none; }
    ExamAnswerScreen.-wide #body { layout: horizontal; }
    ExamAnswerScreen.-wide #left { width: 1fr; height: 1fr; max-height: 100%; }
    ExamAnswerScreen.-wide SourcePane { width: 1fr; height: 1fr; }
    """

    def __init__(self, result: ExamResult, listed: ResultSheet) -> None:
        super().__init__()
        self.result, self.listed = result, listed
        self.stem = Sheet(id="stem")
        self.pad_holder = Container(id="pad")
        self.said = Sheet(id="said")
        self.left = VerticalScroll(self.stem, self.pad_holder, self.said, id="left")
        self.left.can_focus = False
        self.sources = SourcePane()

    def compose_body(self) -> ComposeResult:
        """Question and verdict, then the passages."""
        yield Container(self.left, self.sources, id="body")

    async def on_mount(self) -> None:
        """Show the chosen question."""
        await self.show_chosen()

    @property
    def index(self) -> int:
        """The question on screen, from 0."""
        return self.listed.index or 0

    async def show_chosen(self) -> None:
        """Show the question at the list's cursor."""
        answer = self.result.answers[self.index]
        feedback = self.result.feedback(self.index)
        title = f"Question {self.index + 1} of {len(self.result.answers)}"
        self.title_line.tell(one_line(title, "bold"), one_line(head_text(self.result, self.index)))
        await self.pad_holder.remove_children()
        self.sources.display = feedback is not None
        if feedback is None:
            self.pad_holder.display = False
            self.stem.show(list(vanished_blocks(answer)))
            self.said.show([])
        else:
            await self._show_feedback(feedback)
        self.left.scroll_home(animate=False)
        self._tell_keys()

    async def _show_feedback(self, feedback: Feedback) -> None:
        presented = feedback.presented
        self.stem.show(stem_blocks(presented, answered=True))
        picker = picker_for(presented.question, presented.options)
        self.pad_holder.display = picker is not None and picker.mode is Mode.ONE
        if picker is not None and picker.mode is Mode.ONE:
            given = feedback.response.given
            pad = ChoicePad(
                presented.question, picker_with(presented.question, presented.options, given)
            )
            await self.pad_holder.mount(pad)
            pad.judge(feedback.grade)
        self.said.show(list(verdict_blocks(feedback)))
        self.sources.show(feedback.evidence)
        self.sources.first.view.focus(scroll_visible=False)
        # Twice: the first refresh lays the new blocks out, the second knows their height.
        self.call_after_refresh(self.call_after_refresh, self._bring_verdict_up)

    def _bring_verdict_up(self) -> None:
        """Show everything if it fits; else the verdict and what follows."""
        if self.left.virtual_size.height > self.left.size.height:
            y = self.said.virtual_region.y
            self.left.scroll_to(y=y, animate=False, force=True, immediate=True)

    def _tell_keys(self) -> None:
        names = ["next", "previous", "open_document", "retry", "help", "back"]
        if self.sources.display and self.sources.pages > 1:
            names[2:2] = ["next_passage"]
        self.show_keys(names)

    def on_key(self, event: events.Key) -> None:
        """Scroll what was said."""
        if event.key in ("pageup", "pagedown"):
            event.stop()
            lines = max(1, self.left.size.height - 2) * (1 if event.key == "pagedown" else -1)
            self.left.scroll_relative(y=lines, animate=False, force=True)

    async def action_next(self) -> None:
        """The next question of the list."""
        await self._step(1)

    async def action_previous(self) -> None:
        """The question before."""
        await self._step(-1)

    async def _step(self, by: int) -> None:
        place = self.listed.cursor + by
        if 0 <= place < len(self.listed.shown):
            self.listed.move_to(place)
            await self.show_chosen()
        else:
            self.notify(
                "That was the last question." if by > 0 else "This is the first.", timeout=2
            )

    def action_next_passage(self) -> None:
        """The next passage."""
        self.sources.step(1)

    def action_previous_passage(self) -> None:
        """The passage before."""
        self.sources.step(-1)

    def action_open_document(self) -> None:
        """Read the whole document, and come back."""
        shown = self.sources.spread if self.sources.display else ()
        if shown and shown[0].document is not None:
            passages = [shown[0].passage] if shown[0].passage is not None else []
            set_id = set_of(self.result.answers[self.index].question)
            self.quiz.open_document(set_id, shown[0].source.document, passages, aside=False)

    def action_retry(self) -> None:
        """Study what was not right."""
        self.app.pop_screen()
        examining.retry_missed(self.quiz, self.result)

    def action_back(self) -> None:
        """Back to the result."""
        self.app.pop_screen()
