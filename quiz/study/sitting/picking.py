"""Choosing among shown options by position: one, several, an order, or a partner for each row."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse


class Mode(StrEnum):
    """What a press on an option does."""

    ONE = "one"
    MANY = "many"
    ORDER = "order"
    PAIRS = "pairs"


class Picker(NamedTuple):
    """What is picked so far.

    `picked` holds positions of options: the chosen ones; in the learner's order; or, for pairs,
    one for each of `rows` with -1 where none is given. `cursor` is an option, for pairs a row;
    `pointed`: it was put there since the last pick was taken back, so that it may be taken where
    nothing is picked.
    """

    mode: Mode
    options: tuple[str, ...]
    rows: tuple[str, ...] = ()
    picked: tuple[int, ...] = ()
    cursor: int = 0
    pointed: bool = False

    @property
    def length(self) -> int:
        """How many places the cursor can be at."""
        return len(self.rows) if self.mode is Mode.PAIRS else len(self.options)

    def press(self, option: int) -> Picker:
        """Pick an option (from 0), or take it back where that makes sense; others are ignored."""
        if not 0 <= option < len(self.options):
            return self
        match self.mode:
            case Mode.ONE:
                return self._replace(picked=(option,), cursor=option, pointed=True)
            case Mode.PAIRS:
                return self._pair(option)
        taken = option in self.picked
        picked = tuple(i for i in self.picked if i != option) if taken else (*self.picked, option)
        return self._replace(picked=picked, cursor=option)

    def move(self, step: int) -> Picker:
        """Move the cursor, round the ends, without choosing."""
        return self._replace(cursor=(self.cursor + step) % self.length, pointed=True)

    def taken(self) -> Picker:
        """With one choice and nothing picked: what the cursor was put on; else as it is."""
        waits = self.mode is Mode.ONE and self.pointed and not self.picked
        return self.press(self.cursor) if waits else self

    def next_partner(self) -> Picker:
        """The next right side for the row of the cursor, which stays there; round the end."""
        option = (self._at(self.cursor) + 1) % len(self.options)
        return self._replace(picked=self._with(self.cursor, option))

    def point(self, row: int) -> Picker:
        """Put the cursor on a place."""
        return self._replace(cursor=row) if 0 <= row < self.length else self

    def back(self) -> Picker:
        """Take the last pick back, or the partner of the current row."""
        if self.mode is not Mode.PAIRS:
            return self._replace(picked=self.picked[:-1], pointed=False)
        row = self.cursor if self._at(self.cursor) >= 0 else (self.cursor - 1) % self.length
        return self._replace(picked=self._with(row, -1), cursor=row)

    @property
    def values(self) -> tuple[str, ...]:
        """The texts picked, as a response gives them."""
        if self.mode is Mode.PAIRS:
            return tuple(self.options[i] if i >= 0 else "" for i in self._all())
        if self.mode is Mode.MANY:
            return tuple(option for i, option in enumerate(self.options) if i in self.picked)
        return tuple(self.options[i] for i in self.picked)

    def partner(self, row: int) -> str:
        """The right side given to a row; '' when none."""
        return self.options[self._at(row)] if self._at(row) >= 0 else ""

    def _pair(self, option: int) -> Picker:
        picked = self._with(self.cursor, option)
        empty = [i for i in range(self.cursor + 1, self.length) if picked[i] < 0]
        empty += [i for i in range(self.cursor) if picked[i] < 0]
        return self._replace(picked=picked, cursor=empty[0] if empty else self.cursor)

    def _all(self) -> tuple[int, ...]:
        return tuple(self._at(row) for row in range(len(self.rows)))

    def _at(self, row: int) -> int:
        return self.picked[row] if row < len(self.picked) else -1

    def _with(self, row: int, option: int) -> tuple[int, ...]:
        return tuple(option if i == row else at for i, at in enumerate(self._all()))


def picker_for(question: Question, options: tuple[str, ...]) -> Picker | None:
    """A fresh picker for the types that are chosen; None for those that are typed."""
    match question:
        case SingleChoice() | TrueFalse():
            return Picker(Mode.ONE, options)
        case MultipleChoice():
            return Picker(Mode.MANY, options)
        case Ordering():
            return Picker(Mode.ORDER, options)
        case Matching():
            return Picker(Mode.PAIRS, options, tuple(left for left, _ in question.pairs))
    return None


def picker_with(question: Question, options: tuple[str, ...], given: Sequence[str]) -> Picker:
    """The picker of a question that is chosen, with what was given before.

    Raises ValueError for a question that is typed.
    """
    picker = picker_for(question, options)
    if picker is None:
        raise ValueError(f"a question of the type {question.type} is typed")
    places = tuple(options.index(text) if text in options else -1 for text in given)
    if picker.mode is Mode.PAIRS:
        open_rows = (i for i in range(len(picker.rows)) if not places[i:] or places[i] < 0)
        return picker._replace(picked=places[: len(picker.rows)], cursor=next(open_rows, 0))
    picked = tuple(place for place in places if place >= 0)
    return picker._replace(
        picked=picked, cursor=picked[0] if picker.mode is Mode.ONE and picked else 0
    )
