"""The exam screen's parts and what each shows; what happens is in `exam_screen`."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.widget import Widget

from quiz.core.grading.grading import Response
from quiz.study.common.presented import Presented
from quiz.study.exams.exam import Exam
from quiz.study.sitting.picking import Picker, picker_for, picker_with
from quiz.tui.screens.exam.text import place_text, state_blocks
from quiz.tui.screens.exam.title import ExamTitle
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.screens.session.text import stem_blocks
from quiz.tui.text import one_line
from quiz.tui.widgets.exam.grid import ExamGrid
from quiz.tui.widgets.exam.pad import ExamPad
from quiz.tui.widgets.sheet import Sheet


class ExamView(FramedScreen):
    """The question on the left; where there is room, the grid of all questions on the right."""

    DEFAULT_CSS = """
    ExamView #body { layout: horizontal; height: 1fr; }
    ExamView #left { width: 1fr; height: 1fr; padding: 1 2 0 2; scrollbar-size-vertical: 1; }
    ExamView #left > * { margin: 0 0 1 0; }
    ExamView #pad { height: auto; }
    ExamView ExamGrid { display: none; width: 38; height: 1fr; padding: 1 1 0 1;
                        border-left: solid $panel; }
    ExamView.-wide ExamGrid { display: block; }
    ExamView.-low #left { padding: 0 1; }
    ExamView.-low #left > * { margin: 0; }
    """

    def __init__(self, exam: Exam) -> None:
        super().__init__()
        self.exam = exam
        self.title_line: ExamTitle = ExamTitle(lambda: exam.remaining_ms)
        self.stem = Sheet(id="stem")
        self.shown = exam.place
        """The question whose pad is in place: what is picked or typed there answers it."""
        # The first question's pad is there from the start: one layout and one painting less.
        self.pad_holder = Container(self.pad_for(exam.presented(exam.place)), id="pad")
        self.said = Sheet(id="said")
        self.left = VerticalScroll(self.stem, self.pad_holder, self.said, id="left")
        self.left.can_focus = False
        self.grid = ExamGrid()

    def compose_body(self) -> ComposeResult:
        """Both sides."""
        yield Container(self.left, self.grid, id="body")

    def pad_for(self, presented: Presented) -> Widget:
        """What answers a question, with what was answered and struck out before."""
        index = presented.place - 1
        response = self.exam.response(index)
        given = response.given if response is not None else ()
        if picker_for(presented.question, presented.options) is not None:
            picker = picker_with(presented.question, presented.options, given)
            return ExamPad(presented.question, picker, self.keep_pick, self.exam.struck(index))
        from quiz.tui.widgets.typed_pad import FieldPad

        return FieldPad(presented.question, given)

    def keep_pick(self, picker: Picker) -> bool:
        """Put what was picked on disk; whether that worked. The screen says how."""
        raise NotImplementedError

    @property
    def pad(self) -> Widget | None:
        """What answers the question on screen; None between two questions."""
        return self.pad_holder.children[0] if self.pad_holder.children else None

    @property
    def choices(self) -> ExamPad | None:
        """The options on show; None where something is typed."""
        return self.pad if isinstance(self.pad, ExamPad) else None

    @property
    def typed(self) -> Response | None:
        """What stands in the fields; None where there are options."""
        if self.pad is None or self.choices is not None:
            return None
        from quiz.tui.widgets.typed_pad import FieldPad

        return Response(self.pad.values) if isinstance(self.pad, FieldPad) else None

    async def show_question(self, presented: Presented) -> None:
        """Show a question in place of another."""
        with self.app.batch_update():  # one painting, not one for each step
            self.set_focus(None)  # else the grid would have it in between
            await self.pad_holder.remove_children()
            self.shown = presented.place - 1
            await self.pad_holder.mount(self.pad_for(presented))
            self.tell_question(presented)

    def tell_question(self, presented: Presented) -> None:
        """Show a question whose pad is in place."""
        self.stem.show(stem_blocks(presented))
        self.left.scroll_home(animate=False)
        for field in self.pad_holder.query("Input") if self.exam.decided(self.shown) else ():
            field.disabled = True
        self.focus_pad()
        self.tell_state()

    def tell_state(self, notice: str = "") -> None:
        """Show what is answered, flagged and missing."""
        exam = self.exam
        blocks = list(state_blocks(exam, exam.place, notice))
        self.said.show(blocks)
        self.said.display = bool(blocks)
        self.tell_title()
        self.show_exam_keys()
        if self.grid.display:
            self.tell_grid()
        if notice:
            self.call_after_refresh(self.said.scroll_visible, animate=False)

    def tell_title(self) -> None:
        """The exam's name and the place in it."""
        place = place_text(self.exam, self.exam.place, self.size.width)
        self.title_line.tell(one_line(self.exam.record.title, "bold"), place)

    def tell_grid(self) -> None:
        """Show the states of all questions beside the one on screen."""
        self.grid.tell([self.exam.state(i) for i in range(self.exam.total)])

    def show_exam_keys(self) -> None:
        """The keys that do something now."""
        if self.grid.cells.has_focus:
            labels = {"go": "Go there", "leave": "Back"}
            only = ("Tab", "Show only some", "filter")
            self.key_bar.show([self._key("go", labels), only, self._key("leave", labels)])
        elif self.typing:
            labels = {"up": "Before", "leave": "Leave field"}
            names = ["go", "up", "flag", "grid", "review", "clear", "leave", "help"]
            self.show_keys(names, labels)
        else:
            strike = ["strike"] if self.choices is not None else []
            clear = ["clear"] if self.exam.state(self.exam.place).answered else []
            names = ["go", "previous", "flag", *strike, *clear, "grid", "review", "leave"]
            self.show_keys([*names, "clock", "help"], {"previous": "Before"})

    def focus_pad(self) -> None:
        """Let what answers this kind of question have the keys: the pad, or its first field."""
        fields = self.pad_holder.query("Input, ExamPad")
        if fields:
            fields.first().focus(scroll_visible=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Other keys work while typing, and in the grid."""
        self.show_exam_keys()

    def on_resize(self, event: events.Resize) -> None:
        """There may be room for the grid now, or for more words."""
        super().on_resize(event)
        self.tell_title()
        self.call_after_refresh(self.tell_grid)
