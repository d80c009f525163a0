"""Options in an exam: digits and Space choose, arrows only point, options can be struck out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.message import Message

from quiz.core.questions.question import Question
from quiz.study.sitting.picking import Picker
from quiz.tui.text import Block
from quiz.tui.widgets.choice_pad import ROWS_FROM, ChoicePad, option_of_key

STRUCK = "– "
"""The sign of an option struck out; its text is drawn struck through, too."""

Keep = Callable[[Picker], bool]


class ExamPad(ChoicePad):
    """Shows a picker; each pick goes to `keep` first, and is shown only when that was kept."""

    class Struck(Message):
        """An option (from 0) is to be struck out, or back."""

        def __init__(self, option: int) -> None:
            super().__init__()
            self.option = option

    class StrikingEnded(Message):
        """The key after `ask_what_to_strike` was pressed."""

    def __init__(
        self, question: Question, picker: Picker, keep: Keep, struck: Sequence[str] = ()
    ) -> None:
        super().__init__(question, picker)
        self.keep = keep
        self.struck = frozenset(struck)
        self.striking = False

    def mark_struck(self, struck: Sequence[str]) -> None:
        """Show which options (their texts) are struck out."""
        self.struck = frozenset(struck)
        self.show(())

    def on_focus(self) -> None:
        """The cursor shows who has the keys."""
        self.show(())

    def on_blur(self) -> None:
        """And who has not."""
        self.show(())

    def ask_what_to_strike(self) -> None:
        """The next digit strikes its option out; any other key does not."""
        self.striking = True

    def press(self, key: str, character: str | None) -> bool:
        """Take a key if it means something here; whether it did."""
        option = self._option_of(key, character)
        if self.striking:
            self.striking = False
            self.post_message(self.StrikingEnded())
            if option is not None:
                self.post_message(self.Struck(option))
            return option is not None or key == "escape"
        if option is not None:
            self._take(self.picker.press(option))
        elif key in ("up", "down"):
            self.change(self.picker.move(1 if key == "down" else -1))
        elif key == "space":
            self._take(self.at_cursor())
        elif key in ("backspace", "delete"):
            self._take(self.picker.back())
        else:
            return False
        return True

    def take_pointed(self) -> bool:
        """Choose the one option that the arrows point at, if nothing is chosen; whether so."""
        picker = self.picker.taken()
        if picker is self.picker or picker.options[picker.cursor] in self.struck:
            return False
        self._take(picker)
        return True

    def unpick(self, option: int) -> None:
        """Take an option out of what is chosen."""
        picked = tuple(i for i in self.picker.picked if i != option)
        self._take(self.picker._replace(picked=picked))

    def click(self, mark: int) -> None:
        """Take a click on an option or a left side."""
        row = mark - ROWS_FROM
        if row >= 0:
            self.change(self.picker.point(row))
        else:
            self._take(self.picker.press(mark))

    def _option_of(self, key: str, character: str | None) -> int | None:
        """The option that a digit means; letters do other things in an exam."""
        if character is None or not character.isdecimal():
            return None
        return option_of_key(key, character, len(self.picker.options))

    def _take(self, picker: Picker) -> None:
        if self.keep(picker):
            self.change(picker)

    def _option(self, index: int) -> Block:
        block = super()._option(index)
        if self.picker.options[index] not in self.struck:
            return block
        return block._replace(text=block.text.stylize("$foreground-muted strike"))

    def _sign(self, index: int) -> str:
        struck = self.picker.options[index] in self.struck and index not in self.picker.picked
        sign = super()._sign(index)
        return STRUCK.rjust(len(sign)) if struck else sign
