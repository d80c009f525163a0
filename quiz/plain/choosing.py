"""Typed numbers and letters as a choice: `1 3`, `1,3`, `a c`, `13`, `t`, `1b 2a`, `b a c`."""

from __future__ import annotations

import re

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


def chosen(question: Question, picker: Picker, typed: str) -> Picker:
    """The picker with what was typed; raises UnclearChoice."""
    typed = typed.strip().lower()
    if isinstance(question, TrueFalse):
        typed = _TRUTH.get(typed, typed)
    if picker.mode is Mode.PAIRS:
        return picker._replace(picked=_partners(typed, picker))
    picked = tuple(_positions(typed, len(picker.options)))
    if picker.mode is Mode.ONE and len(picked) != 1:
        raise UnclearChoice("Choose one only.")
    if picker.mode is Mode.ORDER and len(set(picked)) < len(picked):
        raise UnclearChoice("Name each item once only.")
    return picker._replace(picked=tuple(dict.fromkeys(picked)))


def _positions(typed: str, count: int) -> list[int]:
    """Positions from 0, named by number or letter, apart or written together."""
    words = [word for word in _BETWEEN.split(typed) if word]
    if not words:
        raise UnclearChoice(f"Type {_range(count)}.")
    if len(words) == 1 and _together(words[0], count):
        words = list(words[0])
    return [_position(word, count) for word in words]


def _together(word: str, count: int) -> bool:
    """Whether `13` or `ac` means two of fewer than ten options."""
    alike = (word.isascii() and word.isdigit()) or (word.isascii() and word.isalpha())
    return alike and len(word) > 1 and count < 10 and all(_named(c, count) >= 0 for c in word)


def _position(word: str, count: int) -> int:
    position = _named(word, count)
    if position < 0:
        raise UnclearChoice(f"There is no option {word}: type {_range(count)}.")
    return position


def _named(word: str, count: int) -> int:
    """The position that a number or letter names; -1 for none."""
    if word.isascii() and word.isdigit():
        return int(word) - 1 if len(word) < 9 and 0 < int(word) <= count else -1
    return next((i for i in range(count) if letter(i) == word), -1)


def _range(count: int) -> str:
    return f"a number from 1 to {count}, or a letter from a to {letter(count - 1)}"


def _partners(typed: str, picker: Picker) -> tuple[int, ...]:
    """For each row the position of its partner, -1 where none is given."""
    rows, count = len(picker.rows), len(picker.options)
    if _PAIRS.fullmatch(typed):
        return _named_rows(_PAIR.findall(typed), rows, count)
    words = [word for word in _BETWEEN.split(typed) if word]
    if len(words) == 1 and _together(words[0], count) and not words[0].isdigit():
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
    position = _named(word, count)
    if position < 0:
        raise UnclearChoice(f"There is no partner {word}: they go from a to {letter(count - 1)}.")
    return position
