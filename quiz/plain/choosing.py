"""Typed numbers and letters as a choice: `1 3`, `1,3`, `a c`, `13`, `t`, `1b 2a`, `b a c`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.core.questions.question import Question
from quiz.core.questions.true_false import TrueFalse
from quiz.study.sitting.picking import Mode, Picker

_BETWEEN = re.compile(r"[\s,;.)(]+")
_PAIR = re.compile(r"(\d+)[-=:.)\s]*([a-z]+)")
_PAIRS = re.compile(r"(?:\d+[-=:.)\s]*[a-z]+[\s,;]*)+")
_TRUTH = {"t": "1", "true": "1", "f": "2", "false": "2"}


class UnclearChoice(Exception):
    """What was typed names no choice; the message says what would."""


def letter(position: int) -> str:
    """The letter of a position from 0: a to z, then aa, ab and so on."""
    before, last = divmod(position, 26)
    return (letter(before - 1) if before else "") + chr(ord("a") + last)


def label(options: Sequence[str], position: int) -> str:
    """What stands before an option: its number; a letter where options themselves are numbers."""
    return letter(position) if _lettered(options) else str(position + 1)


def names_option(options: Sequence[str], typed: str) -> bool:
    """Whether what was typed is the name or the text of an option."""
    return _named(typed.strip().lower(), options) >= 0


def _lettered(options: Sequence[str]) -> bool:
    """Whether numbers would be taken for options: some are called so, and none by a letter."""
    return any(map(_is_number, options)) and not any(map(_is_letter, options))


def _is_number(option: str) -> bool:
    return option.strip().isdecimal() and len(option.strip()) < 3


def _is_letter(option: str) -> bool:
    return option.strip().isalpha() and len(option.strip()) == 1


def chosen(question: Question, picker: Picker, typed: str) -> Picker:
    """The picker with what was typed; raises UnclearChoice."""
    typed = typed.strip().lower()
    if isinstance(question, TrueFalse):
        typed = _TRUTH.get(typed, typed)
    if picker.mode is Mode.PAIRS:
        return picker._replace(picked=_partners(typed, picker))
    picked = tuple(_positions(typed, picker.options))
    if picker.mode is Mode.ONE and len(picked) != 1:
        raise UnclearChoice("Choose one only.")
    if picker.mode is Mode.ORDER and len(set(picked)) < len(picked):
        raise UnclearChoice("Name each item once only.")
    return picker._replace(picked=tuple(dict.fromkeys(picked)))


def _positions(typed: str, options: Sequence[str]) -> list[int]:
    """Positions from 0, named by number, letter or the option itself, apart or together."""
    words = [word for word in _BETWEEN.split(typed) if word]
    if not words:
        raise UnclearChoice(f"Type {_range(options)}.")
    if len(words) == 1 and _together(words[0], options):
        words = list(words[0])
    return [_position(word, options) for word in words]


def _together(word: str, options: Sequence[str]) -> bool:
    """Whether `13` or `ac` means two of fewer than ten options."""
    alike = (word.isascii() and word.isdigit()) or (word.isascii() and word.isalpha())
    few = len(word) > 1 and len(options) < 10 and _called(word, options) < 0
    return alike and few and all(_named(sign, options) >= 0 for sign in word)


def _position(word: str, options: Sequence[str]) -> int:
    position = _named(word, options)
    if position < 0:
        raise UnclearChoice(f"There is no option {word}: type {_range(options)}.")
    return position


def _named(word: str, options: Sequence[str]) -> int:
    """The position that a number, a letter or the text of a short option names; -1 for none.

    Where options are called by numbers, numbers mean them; where by letters, letters do.
    """
    called = _called(word, options)
    if called >= 0 or any(map(_is_letter if word.isalpha() else _is_number, options)):
        return called
    return _counted(word, len(options))


def _called(word: str, options: Sequence[str]) -> int:
    """The position of a number or letter that is itself an option; -1 for none."""
    short = _is_number(word) or _is_letter(word)
    found = (i for i, text in enumerate(options) if text.strip().lower() == word)
    return next(found, -1) if short else -1


def _counted(word: str, count: int) -> int:
    """The position that a number or letter counts to; -1 for none."""
    if word.isascii() and word.isdigit():
        return int(word) - 1 if len(word) < 9 and 0 < int(word) <= count else -1
    return next((i for i in range(count) if letter(i) == word), -1)


def _range(options: Sequence[str]) -> str:
    count = len(options)
    letters = f"a letter from a to {letter(count - 1)}"
    if _lettered(options):
        return letters
    numbers = f"a number from 1 to {count}"
    return numbers if any(map(_is_letter, options)) else f"{numbers}, or {letters}"


def _partners(typed: str, picker: Picker) -> tuple[int, ...]:
    """For each row the position of its partner, -1 where none is given."""
    rows, count = len(picker.rows), len(picker.options)
    if _PAIRS.fullmatch(typed):
        return _named_rows(_PAIR.findall(typed), rows, count)
    words = [word for word in _BETWEEN.split(typed) if word]
    together = len(words) == 1 and len(words[0]) > 1 and count < 10 and words[0].isalpha()
    if together and all(_counted(sign, count) >= 0 for sign in words[0]):
        words = list(words[0])
    if not words or any(word.isdigit() for word in words):
        raise UnclearChoice("Type rows with their partners, such as 1b 2a, or just b a in order.")
    if len(words) > rows:
        raise UnclearChoice(f"That is {len(words)} partners for {rows} rows.")
    found = [_partner(word, count) for word in words]
    return (*found, *[-1] * (rows - len(found)))


def _named_rows(pairs: list[tuple[str, str]], rows: int, count: int) -> tuple[int, ...]:
    found = [-1] * rows
    for row, word in pairs:
        if len(row) > 8 or not 0 < int(row) <= rows:
            raise UnclearChoice(f"There is no row {row}: there are {rows}.")
        if found[int(row) - 1] >= 0:
            raise UnclearChoice(f"Row {row} can have one partner only.")
        found[int(row) - 1] = _partner(word, count)
    return tuple(found)


def _partner(word: str, count: int) -> int:
    position = _counted(word, count)
    if position < 0:
        raise UnclearChoice(f"There is no partner {word}: they go from a to {letter(count - 1)}.")
    return position
