"""Answers that are typed: one field, one for each gap, or a text of several lines."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, TextArea

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.question import Question
from quiz.core.text.safe_text import sanitise
from quiz.tui.text import Block, cells, one_line
from quiz.tui.widgets.sheet import Sheet

PLACEHOLDERS = {"numeric": "a number", "short-answer": "a few words"}


class AnswerInput(Input):
    """A field that keeps all lines of what is pasted, as one."""

    def on_paste(self, event: events.Paste) -> None:
        """Insert everything; a line break reads as a space."""
        event.stop()
        event.prevent_default()
        pasted = " ".join(sanitise(event.text).split())
        start, end = self.selection
        self.replace(pasted, *sorted((start, end)))


class FieldPad(Widget):
    """One Input, or one for each gap of a cloze text; Enter goes to the next empty one."""

    DEFAULT_CSS = """
    FieldPad { height: auto; layout: vertical; }
    FieldPad Input { height: 1; border: none; padding: 0 1; background: $surface; }
    FieldPad Input:focus { border: none; background: $block-cursor-background 25%; }
    FieldPad .field { height: 1; layout: horizontal; }
    FieldPad .label { width: auto; color: $text-accent; padding: 0 1 0 0; }
    FieldPad Input { width: 1fr; }
    FieldPad .number { max-width: 24; }
    """

    def __init__(self, question: Question, given: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.question = question
        self._given = given

    def compose(self) -> ComposeResult:
        """A labelled field for each thing to type."""
        count = len(self.question.gaps) if isinstance(self.question, Cloze) else 1
        unit = self.question.unit if isinstance(self.question, Numeric) else ""
        hint = PLACEHOLDERS.get(self.question.type, "")
        for i in range(count):
            label = f"{i + 1}" if count > 1 else "›"
            value = self._given[i] if i < len(self._given) else ""
            with Widget(classes="field"):
                yield Sheet([Block(Content(label))], classes="label")
                field = AnswerInput(value, placeholder=hint, max_length=1000, select_on_focus=False)
                field.set_class(bool(unit), "number")
                yield field
                if unit:
                    behind = Sheet([Block(one_line(unit, "$foreground-muted"))])
                    behind.styles.width = cells(unit) + 1
                    yield behind

    @property
    def inputs(self) -> list[Input]:
        """The fields in order."""
        return list(self.query(Input))

    @property
    def values(self) -> tuple[str, ...]:
        """What was typed into each."""
        return tuple(field.value for field in self.inputs)

    def advance(self) -> bool:
        """Go to the next empty field after the focused one; False when none is left."""
        fields = self.inputs
        here = next((i for i, field in enumerate(fields) if field.has_focus), 0)
        order = [*fields[here + 1 :], *fields[:here]]
        empty = [field for field in order if not field.value.strip()]
        if not empty or not fields[here].value.strip():
            return False
        empty[0].focus()
        return True


class EssayPad(TextArea):
    """A text of several lines; Enter submits, Ctrl+J breaks the line."""

    DEFAULT_CSS = """
    EssayPad { height: auto; min-height: 3; max-height: 8; border: none; padding: 0 1;
               background: $surface; }
    EssayPad:focus { border: none; background: $block-cursor-background 20%; }
    """

    class Submitted(Message):
        """Enter was pressed."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, soft_wrap=True, tab_behavior="focus", show_line_numbers=False)

    @property
    def values(self) -> tuple[str, ...]:
        """The text as the one part of a response."""
        return (self.text.strip(),)

    def on_key(self, event: events.Key) -> None:
        """Enter hands the text in, Ctrl+J breaks the line."""
        if event.key in ("ctrl+j", "enter"):
            event.stop()
            event.prevent_default()
            if event.key == "enter":
                self.post_message(self.Submitted())
            else:
                self.insert("\n")


def typed_pad(question: Question, given: tuple[str, ...] = ()) -> FieldPad | EssayPad:
    """The pad for a typed question, with what was already given."""
    if isinstance(question, Open):
        return EssayPad(given[0] if given else "")
    return FieldPad(question, given)
