"""The session screen's parts and what each shows; what happens is in `screen`."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.widget import Widget

from quiz.errors import QuizError
from quiz.study.common.presented import Feedback, Presented
from quiz.study.sitting.picking import picker_for
from quiz.study.sitting.study import Study
from quiz.tui.screens.session.reasoned import ReasonedScreen, keeps_options
from quiz.tui.screens.session.stage_keys import (
    YES_NO,
    Stage,
    asking_keys,
    certain_keys,
    judging_keys,
    verdict_keys,
)
from quiz.tui.screens.session.text import (
    certainty_blocks,
    hint_blocks,
    luck_block,
    progress,
    stem_blocks,
)
from quiz.tui.text import Block, one_line
from quiz.tui.widgets.choice_pad import ChoicePad
from quiz.tui.widgets.sheet import Sheet


def pad_for(presented: Presented) -> Widget:
    """What answers a question: options, fields or a text; fields are imported when needed."""
    picker = picker_for(presented.question, presented.options)
    if picker is not None:
        return ChoicePad(presented.question, picker)
    from quiz.tui.widgets.typed_pad import typed_pad

    return typed_pad(presented.question)


class SessionView(ReasonedScreen):
    """Question and answer on the left or above, the passages on the right or below."""

    DEFAULT_CSS = """
    SessionView #body { layout: vertical; height: 1fr; }
    SessionView #left { height: 1fr; padding: 1 0 0 2; scrollbar-size-vertical: 1; }
    SessionView #left > * { margin: 0 2 1 0; }
    SessionView #pad { height: auto; }
    SessionView #left > #said { margin: 0 2 0 0; }
    SessionView #hints, SessionView #said { display: none; }
    SessionView SourcePane { display: none; }
    SessionView.-judged.-stacked #left { height: auto; max-height: 65%; padding: 0 0 0 2; }
    SessionView.-judged.-stacked SourcePane { display: block; }
    SessionView.-low #left { padding: 0 0 0 1; }
    SessionView.-low #left > * { margin: 0 1 0 0; }
    SessionView.-low.-judged.-stacked #left { max-height: 50%; padding: 0 0 0 1; }
    SessionView.-low.-judged.-stacked #stem { display: none; }
    SessionView.-low.-judged.-stacked #pad { display: none; }
    SessionView.-wide #body { layout: horizontal; }
    SessionView.-wide #left { width: 1fr; }
    SessionView.-wide SourcePane { display: block; width: 1fr; height: 1fr; }
    """

    def __init__(self, study: Study) -> None:
        super().__init__()
        self.study = study
        self.stage = Stage.ASK
        self._at = ("", 0, 0, 0)
        self.stem = Sheet(id="stem")
        self.hints = Sheet(id="hints")
        # The first question's pad is there from the start: one layout and one painting less.
        first = study.presented
        self.pad_holder = Container(*([] if first is None else [pad_for(first)]), id="pad")
        self.left = VerticalScroll(self.stem, self.hints, self.pad_holder, self.said, id="left")
        self.left.can_focus = False

    def compose_body(self) -> ComposeResult:
        """Both sides."""
        yield Container(self.left, self.sources, id="body")

    @property
    def choices(self) -> ChoicePad | None:
        """The options on show; None where something is typed."""
        pad = self.pad_holder.children[0] if self.pad_holder.children else None
        return pad if isinstance(pad, ChoicePad) else None

    @property
    def given(self) -> tuple[str, ...]:
        """What is picked or typed now."""
        if self.choices is not None:
            return self.choices.picker.values
        from quiz.tui.widgets.typed_pad import EssayPad, FieldPad

        pad = self.pad_holder.children[0]
        return pad.values if isinstance(pad, FieldPad | EssayPad) else ()

    async def show_question(self, presented: Presented) -> None:
        """Show a question that waits for its answer, in place of another."""
        with self.app.batch_update():
            await self._place(pad_for(presented))
            self.tell_question(presented)

    def on_resize(self, event: events.Resize) -> None:
        """There may be room for the bar of the progress now, or none any more."""
        super().on_resize(event)
        if self.stage is Stage.VERDICT and self.told is not None:
            self.call_after_refresh(self._tell_said)
        if self._at[0]:
            self._tell_title(event.size.width)

    def _tell_title(self, width: int) -> None:
        title, place, total, done = self._at
        self.title_line.tell(one_line(title, "bold"), progress(place, total, done, width))

    def tell_question(self, presented: Presented) -> None:
        """Show a question whose pad is in place."""
        self.stage = Stage.ASK
        self.remove_class("-judged")
        session = self.study.session
        self._at = (presented.set_title, presented.place, presented.total, session.done)
        self._tell_title(self.size.width)
        self.stem.show(stem_blocks(presented))
        self.show_hints()
        self.said.display = False
        self.sources.wait(self._titles(presented))
        self._focus_pad()
        self.left.scroll_home(animate=False)
        self.show_stage_keys()

    def show_hints(self, complaint: str = "") -> None:
        """Show hints, confidence and what is still missing."""
        blocks = hint_blocks(
            self.study.hints_taken, self.study.looked_up, self.study.confidence, complaint
        )
        self.hints.show(blocks)
        self.hints.display = bool(blocks)
        if complaint:
            self.call_after_refresh(self.hints.scroll_visible, animate=False)

    @property
    def asks_certainty(self) -> bool:
        """Whether the learner wants to be asked how certain an answer is."""
        return self.study.workspace.settings.certainty

    def show_certainty(self) -> None:
        """Ask how certain the answer is, before its verdict."""
        self.stage = Stage.CERTAIN
        if self.typing:
            self.set_focus(None)
        self.said.show(list(certainty_blocks(self.shown_key)))
        self.said.display = True
        self.show_stage_keys()
        self.call_after_refresh(self.said.scroll_visible, animate=False)

    def hide_certainty(self) -> None:
        """Back to the answer."""
        self.stage = Stage.ASK
        self.said.display = False
        self._focus_pad()
        self.show_stage_keys()

    async def show_feedback(self, feedback: Feedback) -> None:
        """Show verdict and passage."""
        with self.app.batch_update():
            await self._tell_feedback(feedback)
        # Twice: the first refresh lays the new blocks out, the second knows their height.
        self.call_after_refresh(self.call_after_refresh, self._bring_verdict_up)

    async def _tell_feedback(self, feedback: Feedback) -> None:
        stays = self.stage is not Stage.JUDGE
        self.stage = Stage.VERDICT
        if stays and self.choices is not None and keeps_options(feedback.presented.question):
            self.choices.judge(feedback.grade, gave_up=feedback.response.gave_up)
        elif stays and self.choices is None:
            self._lock_fields()
        else:
            await self.pad_holder.remove_children()
            self.pad_holder.display = False
        self.add_class("-judged")
        self.stem.show(stem_blocks(feedback.presented, answered=not self.has_class("-wide")))
        self.hints.display = False
        self.tell_verdict(feedback, self._asked(feedback))
        self.sources.first.view.focus(scroll_visible=False)
        self.show_stage_keys()

    def show_said(self, feedback: Feedback) -> None:
        """Other things are to be said with the verdict on screen."""
        self.told, self._after = feedback, self._asked(feedback)
        self._tell_said()

    def _asked(self, feedback: Feedback) -> tuple[Block, ...]:
        """What is asked with a verdict."""
        return (luck_block(self.shown_key),) if feedback.may_be_luck else ()

    def show_stage_keys(self) -> None:
        """The keys that do something now."""
        pages = self.sources.pages
        match self.stage:
            case Stage.VERDICT:
                feedback = self.study.feedback
                names, labels = verdict_keys(feedback, passages=pages, explains=self.explains)
            case Stage.JUDGE:
                names, labels = judging_keys(ticks=self.choices is not None)
            case Stage.CERTAIN:
                names, labels = certain_keys()
            case Stage.ASK:
                answered = bool(self.study.session.answered)
                names, labels = asking_keys(certainty=self.asks_certainty, answered=answered)
        if self.typing:
            labels = {**labels, "leave": "Leave field"}
        first = YES_NO if self.stage is Stage.JUDGE and self.choices is None else ()
        self.key_bar.show([*first, *(self._key(name, labels) for name in names)])

    def tell_why(self) -> None:
        """There may be more passages to walk through now."""
        self.show_stage_keys()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Other keys work while typing."""
        self.show_stage_keys()

    async def _place(self, pad: Widget) -> None:
        self.pad_holder.display = True
        await self.pad_holder.remove_children()
        await self.pad_holder.mount(pad)

    def _focus_pad(self) -> None:
        """Let what answers this kind of question have the keys: the pad, or its first field."""
        fields = self.pad_holder.query("Input, EssayPad, ChoicePad")
        if fields:
            fields.first().focus(scroll_visible=False)

    def _lock_fields(self) -> None:
        for field in self.pad_holder.query("Input, EssayPad"):
            field.disabled = True

    def _titles(self, presented: Presented) -> list[str]:
        titles = []
        for key in dict.fromkeys(source.document for source in presented.question.sources):
            try:
                titles.append(self.study.workspace.library.document(presented.set_id, key).title)
            except QuizError:
                titles.append(key)
        return titles

    def _bring_verdict_up(self) -> None:
        """Show everything if it fits; else the verdict and what follows. The pane has its size."""
        if self.left.virtual_size.height > self.left.size.height:
            y = self.said.virtual_region.y
            self.left.scroll_to(y=y, animate=False, force=True, immediate=True)
        self.show_stage_keys()
