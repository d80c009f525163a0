"""What a column and a table of the history are, and which values are sound in them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

Fits: TypeAlias = Callable[[Any], bool]

LATEST_MS = 7_258_118_400_000
"""The year 2200: no later moment is believed."""
LAST_DAY = 803_000
"""Study day: no later one is believed."""
LONG_MS = 10_000_000_000
"""Longer than anything takes."""
_NAME = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]{1,300}")
_CODE = re.compile(r"[\w.+-]{0,200}")
SEED = re.compile(r"-?\d{1,60}")
"""A seed as text: it may be larger than an SQLite integer."""


class Column(NamedTuple):
    """A column: its name, the type of its values, which of them fit, and whether it may be NULL."""

    name: str
    of: type
    fits: Fits
    optional: bool = False

    def takes(self, value: object) -> bool:
        """Whether a value is of the type and within the range."""
        if value is None:
            return self.optional
        if self.of is float:
            return type(value) in (int, float) and self.fits(value)
        if self.of is bool:
            return value in (0, 1) and type(value) in (int, bool)
        return type(value) is self.of and self.fits(value)


class Table(NamedTuple):
    """A table: its name, how its lines in an export are called ('' for none), columns in order."""

    name: str
    kind: str
    columns: tuple[Column, ...]
    sealed: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names, the checksum aside."""
        return tuple(column.name for column in self.columns)

    @property
    def listed(self) -> str:
        """The names for SQL."""
        return ", ".join(self.names)

    def fault(self, values: Mapping[str, object]) -> str:
        """The first column whose value is not sound, '' when all are."""
        for column in self.columns:
            if column.name not in values or not column.takes(values[column.name]):
                return column.name
        return ""

    def sound(self, row: Sequence[Any], names: Sequence[str]) -> tuple[Any, ...]:
        """Some columns of a row as they are; ValueError names the first that is not sound."""
        columns = {column.name: column for column in self.columns}
        for name, value in zip(names, row, strict=True):
            if not columns[name].takes(value):
                raise ValueError(f"this is no {name} of {self.kind}: {str(value)[:40]!r}")
        return tuple(row)


def is_moment(value: int) -> bool:
    """Milliseconds since 1970."""
    return 0 <= value < LATEST_MS


def is_day(value: int) -> bool:
    """A study day."""
    return 1 <= value <= LAST_DAY


def is_text(value: str) -> bool:
    """A text that can be kept."""
    return ("\x00" not in value and value.isascii()) or _encodes(value)


def _encodes(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return "\x00" not in value


def is_name(value: str) -> bool:
    """A short text on one line."""
    return _NAME.fullmatch(value) is not None


def is_question(value: str) -> bool:
    """`set/question`."""
    set_id, slash, name = value.partition("/")
    return bool(set_id and slash and name) and is_name(value)


def is_code(value: str) -> bool:
    """A digest or a short code."""
    return _CODE.fullmatch(value) is not None


def as_json(value: str) -> object:
    """What JSON text holds; None where it is none."""
    try:
        return json.loads(value) if is_text(value) else None
    except (ValueError, RecursionError):
        return None


def is_texts(value: str) -> bool:
    """A JSON list of texts."""
    found = as_json(value)
    return isinstance(found, list) and all(isinstance(one, str) and is_text(one) for one in found)


def is_numbers(value: str) -> bool:
    """The parameters of a memory: a list of numbers, none of them infinite."""
    found = as_json(value)
    return (
        isinstance(found, list)
        and 0 < len(found) < 100
        and all(type(one) in (int, float) and abs(one) < 1e9 for one in found)
    )


def is_questions(value: str) -> bool:
    """A JSON list of questions."""
    found = as_json(value)
    return isinstance(found, list) and all(
        isinstance(one, str) and is_question(one) for one in found
    )


def is_options(value: str) -> bool:
    """A session's options: JSON values by name, with numbers where numbers belong."""
    found = as_json(value)
    numbers = ("minutes", "pass_percent", "questions", "limit", "new")
    return isinstance(found, dict) and all(
        type(found[name]) in (int, float) and 0 <= found[name] <= 1_000_000
        for name in numbers
        if found.get(name) is not None
    )


def is_response(value: str) -> bool:
    """An answer as JSON, or none."""
    return value == "" or isinstance(as_json(value), list | dict | str)


def within(least: float, most: float) -> Fits:
    """Numbers of a range."""
    return lambda value: least <= value <= most


def one_of(values: frozenset[str]) -> Fits:
    """Some words."""
    return lambda value: value in values


def is_anchor(value: str) -> bool:
    """Where a passage stood: JSON of texts and numbers by name, or none."""
    found = as_json(value) if value else {}
    return isinstance(found, dict) and all(
        isinstance(one, str) or (type(one) is int and 0 <= one < LATEST_MS)
        for one in found.values()
    )


def is_wish(value: str) -> bool:
    """What is chosen to be asked: JSON values by name, or none any more."""
    return value == "" or isinstance(as_json(value), dict)
