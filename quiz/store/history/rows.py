"""What a row of the history is: the one place for its columns, their types and their ranges.

Exports, merging, salvage, checksums and checks are made from it; a test holds it equal to the
tables that the migrations make. The last column of a table with `sealed` rows is their checksum.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from quiz.core.exams.record import Mark
from quiz.core.memory.records import CRAM, EXAM, STUDY
from quiz.core.memory.scheduling import Confidence

Fits: TypeAlias = Callable[[Any], bool]

LATEST_MS = 7_258_118_400_000
"""The year 2200: no later moment is believed."""
_LAST_DAY, _LONG_MS = 803_000, 10_000_000_000
_NAME = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]{1,300}")
_CODE = re.compile(r"[\w.+-]{0,200}")
_SEED = re.compile(r"-?\d{1,60}")
_VERDICTS = frozenset(mark.value for mark in Mark) - {Mark.NONE.value, Mark.UNANSWERED.value}
_MARKS = frozenset(mark.value for mark in Mark)
_CONFIDENCES = frozenset(one.value for one in Confidence)


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


def _moment(value: int) -> bool:
    return 0 <= value < LATEST_MS


def _day(value: int) -> bool:
    return 1 <= value <= _LAST_DAY


def _text(value: str) -> bool:
    return ("\x00" not in value and value.isascii()) or _encodes(value)


def _encodes(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return "\x00" not in value


def _name(value: str) -> bool:
    return _NAME.fullmatch(value) is not None


def _question(value: str) -> bool:
    set_id, slash, name = value.partition("/")
    return bool(set_id and slash and name) and _name(value)


def _code(value: str) -> bool:
    return _CODE.fullmatch(value) is not None


def _json(value: str) -> object:
    try:
        return json.loads(value) if _text(value) else None
    except (ValueError, RecursionError):
        return None


def _texts(value: str) -> bool:
    found = _json(value)
    return isinstance(found, list) and all(isinstance(one, str) and _text(one) for one in found)


def _numbers(value: str) -> bool:
    """The parameters of a memory: a list of numbers, none of them infinite."""
    found = _json(value)
    return (
        isinstance(found, list)
        and 0 < len(found) < 100
        and all(type(one) in (int, float) and abs(one) < 1e9 for one in found)
    )


def _questions(value: str) -> bool:
    found = _json(value)
    return isinstance(found, list) and all(isinstance(one, str) and _question(one) for one in found)


def _options(value: str) -> bool:
    """A session's options: JSON values by name, with numbers where numbers belong."""
    found = _json(value)
    numbers = ("minutes", "pass_percent", "questions", "limit", "new")
    return isinstance(found, dict) and all(
        type(found[name]) in (int, float) and 0 <= found[name] <= 1_000_000
        for name in numbers
        if found.get(name) is not None
    )


def _response(value: str) -> bool:
    return value == "" or isinstance(_json(value), list | dict | str)


def _within(least: float, most: float) -> Fits:
    return lambda value: least <= value <= most


def _one_of(values: frozenset[str]) -> Fits:
    return lambda value: value in values


_UID = Column("uid", str, _name)
_AT = Column("at_ms", int, _moment)
_QUESTION = Column("question", str, _question)
_SESSION = Column("session", str, _name)
_SPENT = _within(0, _LONG_MS)

REVIEWS = Table(
    "reviews",
    "review",
    (
        _UID,
        _AT,
        Column("offset_min", int, _within(-1440, 1440)),
        Column("day", int, _day),
        _QUESTION,
        Column("key_hash", str, _code),
        Column("content_hash", str, _code),
        _SESSION,
        Column("attempt", int, _within(0, 100_000)),
        Column("response", str, _response),
        Column("verdict", str, _one_of(_VERDICTS)),
        Column("confidence", str, _one_of(_CONFIDENCES)),
        Column("hints", int, _within(0, 1000)),
        Column("duration_ms", int, _SPENT),
        Column("rating", int, _within(1, 4)),
        Column("scheduled", bool, bool),
        Column("algorithm", str, _name),
        Column("parameters", str, _code),
    ),
    sealed=True,
)
UNDONE = Table("undone", "undone", (Column("review", str, _name), _AT), sealed=True)
SESSIONS = Table(
    "sessions",
    "session",
    (
        _UID,
        Column("kind", str, _one_of(frozenset((STUDY, CRAM, EXAM)))),
        Column("started_ms", int, _moment),
        Column("day", int, _day),
        Column("title", str, _text),
        Column("seed", str, lambda value: _SEED.fullmatch(value) is not None),
        Column("plan", str, _questions),
        Column("options", str, _options),
        Column("finished_ms", int, _moment, optional=True),
    ),
    sealed=True,
)
EXAM_ANSWERS = Table(
    "exam_answers",
    "exam-answer",
    (
        _SESSION,
        _QUESTION,
        Column("document", str, _text),
        Column("tags", str, _texts),
        Column("key_hash", str, _code),
        Column("response", str, _response),
        Column("struck", str, _texts),
        Column("flagged", int, _within(0, 1)),
        Column("spent_ms", int, _SPENT),
        Column("mark", str, _one_of(_MARKS)),
        Column("credit", float, _within(0, 1)),
    ),
    sealed=True,
)
FLAGS = Table(
    "flags",
    "flag",
    (
        _UID,
        _AT,
        _QUESTION,
        Column("comment", str, _text),
        Column("path", str, _text),
        Column("line", int, _within(0, 100_000_000)),
    ),
    sealed=True,
)
CLOSED = Table("closed", "closed", (Column("flag", str, _name), _AT), sealed=True)
"""Flags that their author is done with: an older export does not bring them back."""
DRAFTS = Table("drafts", "", (_SESSION, Column("draft", str, _text)))
EXAM_CLOCKS = Table(
    "exam_clocks",
    "",
    (
        _SESSION,
        Column("elapsed_ms", int, _SPENT),
        _AT,
        Column("place", int, _within(0, 1_000_000)),
        Column("latest_ms", int, _moment),
    ),
)
FITS = Table(
    "fits",
    "",
    (
        Column("seq", int, _within(1, 1_000_000_000)),
        _AT,
        Column("parameters", str, _numbers),
        Column("reviews", int, _within(0, 1_000_000_000)),
        Column("tested", int, _within(0, 1_000_000_000)),
        Column("loss_before", float, _within(0, 1000)),
        Column("loss_after", float, _within(0, 1000)),
        Column("undone_ms", int, _moment, optional=True),
    ),
)
AIM = Table(
    "aim",
    "",
    (
        Column("only", int, _within(1, 1)),
        Column("desired_retention", float, _within(0.5, 1)),
    ),
)
READING_PLACES = Table(
    "reading_places",
    "",
    (Column("document", str, _text), Column("offset", int, _within(0, 1_000_000_000)), _AT),
)
EXPORTED = (SESSIONS, EXAM_ANSWERS, REVIEWS, UNDONE, FLAGS, CLOSED)
"""What an export holds, in its order: what others refer to comes first."""
TABLES = (*EXPORTED, DRAFTS, EXAM_CLOCKS, FITS, AIM, READING_PLACES)
"""Everything that is not derived from something else."""


def checksum(values: Sequence[object]) -> int:
    """CRC-32 over the values as they are stored, in the order of the columns."""
    return zlib.crc32(
        json.dumps(values, ensure_ascii=False, default=repr).encode("utf-8", "surrogatepass")
    )


def row_checksum(*values: object) -> int:
    """The same, as a function for SQL."""
    return checksum(values)


def insertion(table: Table, how: str = "") -> str:
    """SQL that inserts a row with its checksum; its values are given by name, as `:uid`.

    `how` is `INSERT` or `INSERT OR REPLACE`; without it, a row that is there already stays.
    """
    if not how:
        return f"{insertion(table, 'INSERT')} ON CONFLICT DO NOTHING"
    marks = ", ".join(f":{name}" for name in table.names)
    if not table.sealed:
        return f"{how} INTO {table.name} ({table.listed}) VALUES ({marks})"
    return (
        f"{how} INTO {table.name} ({table.listed}, checksum)"
        f" VALUES ({marks}, row_checksum({marks}))"
    )


def sealing(table: Table, where: str = "TRUE") -> str:
    """SQL that gives rows the checksum of what they hold now."""
    return f"UPDATE {table.name} SET checksum = row_checksum({table.listed}) WHERE {where}"
