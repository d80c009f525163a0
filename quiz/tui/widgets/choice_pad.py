"""Options to choose from, by digit, letter, arrow or mouse; later, the same with their verdict."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content

from quiz.core.grading.grading import Grade
from quiz.core.questions.question import Question
from quiz.study.sitting.picking import Mode, Picker
from quiz.study.sitting.wording import option_text
from quiz.tui.text import Block, join, one_line, words
from quiz.tui.widgets.sheet import Sheet

DIGITS, LETTERS = 10, "abcdef"
ROWS_FROM = 1000
"""Marks of the left sides of pairs begin here; below are options."""


def option_of_key(key: str, character: str | None, options: int) -> int | None:
    """The option (from 0) that a key means: 1-9, 0 for the tenth, a-f for those behind.

    Where there are no more than ten, a-f mean the first six. Capitals are as good.
    """
    if character is None:
        return None
    if character.isdecimal() and character.isascii():
        index = (int(character) - 1) % DIGITS
    elif (letter := character.lower()) in LETTERS and len(letter) == 1:
        index = LETTERS.index(letter) + (DIGITS if options > DIGITS else 0)
    else:
        return None
    return index if index < options else None


class ChoicePad(Sheet, can_focus=True):
    """Shows a picker; the screen hears of a click on it as `Sheet.Chosen`."""

    DEFAULT_CSS = """
    ChoicePad { padding: 0 0 0 1; border-left: outer $panel; }
    ChoicePad:focus { border-left: outer $accent; }
    """

    def __init__(self, question: Question, picker: Picker) -> None:
        super().__init__()
        self.question = question
        self.picker = picker
        self.grade: Grade | None = None
        self._missed = False

    def change(self, picker: Picker) -> None:
        """Show another state of the picker, its cursor in view."""
        self.picker = picker
        self.show(())
        pairs = picker.mode is Mode.PAIRS
        self.call_after_refresh(self.reveal, picker.cursor + (ROWS_FROM if pairs else 0))

    def judge(self, grade: Grade, *, gave_up: bool = False) -> None:
        """Mark what is right, what was chosen wrongly, and, unless one gave up, what was missed."""
        self.grade = grade
        self._missed = not gave_up
        self.can_focus = False
        self.show(())

    def press(self, key: str, character: str | None) -> bool:
        """Take a key if it means something here; whether it did."""
        if self.grade is not None:
            return False
        option = self.option_of(key, character)
        if option is not None:
            self.change(self.picker.press(option))
        elif key in ("up", "down"):
            self.change(self.picker.move(1 if key == "down" else -1))
        elif key == "space":
            self.change(self.at_cursor())
        elif key in ("backspace", "delete"):
            self.change(self.picker.back())
        else:
            return False
        return True

    def option_of(self, key: str, character: str | None) -> int | None:
        """The option that a key means; a capital that does something else means none."""
        if key.isupper() and key in self.screen.active_bindings:
            return None
        return option_of_key(key, character, len(self.picker.options))

    def at_cursor(self) -> Picker:
        """The picker after Space: the option at the cursor, or the row's next partner."""
        picker = self.picker
        if picker.mode is Mode.PAIRS:
            return picker.next_partner()
        return picker.press(picker.cursor)

    def take_pointed(self) -> bool:
        """Choose the one option that the arrows point at, if nothing is chosen; whether so."""
        if self.picker.taken() is self.picker:
            return False
        self.change(self.picker.taken())
        return True

    def click(self, mark: int) -> None:
        """Take a click on an option or a left side."""
        if self.grade is None:
            row = mark - ROWS_FROM
            self.change(self.picker.point(row) if row >= 0 else self.picker.press(mark))

    def on_key(self, event: events.Key) -> None:
        """Keys that choose; all others go on to the screen."""
        if self.press(event.key, event.character):
            event.stop()
            event.prevent_default()

    def on_focus(self) -> None:
        """The cursor shows who has the keys."""
        self.repaint()

    def on_blur(self) -> None:
        """And who has not."""
        self.repaint()

    def blocks(self, width: int) -> Sequence[Block]:
        """The options; before them, for pairs, the left sides."""
        rows = self._rows() if self.picker.mode is Mode.PAIRS else []
        if rows and self.screen.has_class("-low"):
            # Little height: only the row whose partner is wanted, so that the options stay in view.
            rows = [rows[self.picker.cursor]]
        gap = [Block(Content(""))] if rows else []
        options = [self._option(i) for i in range(len(self.picker.options))]
        return [*rows, *gap, *options]

    def _option(self, index: int) -> Block:
        picker = self.picker
        text = words(option_text(self.question, picker.options[index]))
        if self.grade is not None:
            return self._judged(index, text)
        here = picker.mode is not Mode.PAIRS and index == picker.cursor
        style = "bold" if index in picker.picked and picker.mode is not Mode.PAIRS else ""
        lead = join(
            Content.styled("›" if here and self.has_focus else " ", "bold $text-accent"),
            Content.styled(f"{_number(index)} ", "$text-accent"),
            Content.styled(self._sign(index), "bold $text-accent"),
        )
        return Block(text.stylize(style) if style else text, lead, mark=index)

    def _sign(self, index: int) -> str:
        picker = self.picker
        match picker.mode:
            case Mode.ONE:
                return "● " if index in picker.picked else "○ "
            case Mode.MANY:
                return "■ " if index in picker.picked else "□ "
            case Mode.ORDER:
                place = picker.picked.index(index) + 1 if index in picker.picked else None
                return f"{place or '·':>2} "
        return "• " if index in picker.picked else "  "

    def _judged(self, index: int, text: Content) -> Block:
        right, chosen = self._is_right(index), index in self.picker.picked
        if self.picker.mode in (Mode.ORDER, Mode.PAIRS):
            return Block(text, Content.styled(f" {_number(index)}   ", "$foreground-muted"))
        sign, style = ("✓ ", "bold $text-success") if right else ("  ", "$foreground-muted")
        note = ""
        if chosen and not right:
            sign, style, note = "✗ ", "bold $text-error", "  ← your choice"
        elif self.picker.mode is Mode.MANY and right != chosen and self._missed:
            sign, style, note = "✓ ", "bold $text-warning", "  ← missed"
        yours = Content.styled(note, "$foreground-muted")
        lead = join(
            Content.styled(f" {_number(index)} ", "$foreground-muted"), Content.styled(sign, style)
        )
        return Block(join(text.stylize(style), yours), lead, mark=index)

    def _is_right(self, index: int) -> bool:
        return self.picker.options[index] in self.question.key

    def _rows(self) -> list[Block]:
        return [self._row(i, left) for i, left in enumerate(self.picker.rows)]

    def _row(self, index: int, left: str) -> Block:
        picker = self.picker
        here = self.grade is None and index == picker.cursor
        partner = picker.partner(index)
        part = self.grade.parts[index] if self.grade and index < len(self.grade.parts) else None
        sign = "" if part is None else ("✓ " if part.right else "✗ ")
        lead = Content.styled(f"{'›' if here else ' '}{sign}", "bold $text-accent")
        if self.screen.has_class("-low"):
            lead = Content.styled(f"{index + 1}/{len(picker.rows)} ", "bold $text-accent")
        given = one_line(partner, "bold") if partner else Content.styled("…", "$foreground-muted")
        text = join(
            words(left, "bold" if here else ""), Content.styled(" → ", "$text-accent"), given
        )
        return Block(text, lead, mark=ROWS_FROM + index)


def _number(index: int) -> str:
    """The key of an option as it stands before it; a space where none is left."""
    if index < DIGITS:
        return str((index + 1) % DIGITS)
    return LETTERS[index - DIGITS] if index - DIGITS < len(LETTERS) else " "
