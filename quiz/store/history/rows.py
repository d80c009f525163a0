"""What a row of the history is: the one place for its columns, their types and their ranges.

Exports, merging, salvage, checksums and checks are made from it; a test holds it equal to the
tables that the migrations make. The last column of a table with `sealed` rows is their checksum.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence

from quiz.core.exams.record import Mark
from quiz.core.memory.records import CRAM, EXAM, NOTE_KINDS, STUDY
from quiz.core.memory.scheduling import Confidence
from quiz.store.history.columns import (
    LAST_DAY,
    LATEST_MS,
    LONG_MS,
    SEED,
    Column,
    Table,
    is_anchor,
    is_code,
    is_day,
    is_moment,
    is_name,
    is_numbers,
    is_options,
    is_question,
    is_questions,
    is_response,
    is_text,
    is_texts,
    is_wish,
    one_of,
    within,
)

__all__ = ["LATEST_MS", "Column", "Table"]

_VERDICTS = frozenset(mark.value for mark in Mark) - {Mark.NONE.value, Mark.UNANSWERED.value}
_MARKS = frozenset(mark.value for mark in Mark)
_CONFIDENCES = frozenset(one.value for one in Confidence)
_UID = Column("uid", str, is_name)
_AT = Column("at_ms", int, is_moment)
_QUESTION = Column("question", str, is_question)
_SESSION = Column("session", str, is_name)
_SPENT = within(0, LONG_MS)

REVIEWS = Table(
    "reviews",
    "review",
    (
        _UID,
        _AT,
        Column("offset_min", int, within(-1440, 1440)),
        Column("day", int, is_day),
        _QUESTION,
        Column("key_hash", str, is_code),
        Column("content_hash", str, is_code),
        _SESSION,
        Column("attempt", int, within(0, 100_000)),
        Column("response", str, is_response),
        Column("verdict", str, one_of(_VERDICTS)),
        Column("confidence", str, one_of(_CONFIDENCES)),
        Column("hints", int, within(0, 1000)),
        Column("duration_ms", int, _SPENT),
        Column("rating", int, within(1, 4)),
        Column("scheduled", bool, bool),
        Column("algorithm", str, is_name),
        Column("parameters", str, is_code),
    ),
    sealed=True,
)
UNDONE = Table("undone", "undone", (Column("review", str, is_name), _AT), sealed=True)
SESSIONS = Table(
    "sessions",
    "session",
    (
        _UID,
        Column("kind", str, one_of(frozenset((STUDY, CRAM, EXAM)))),
        Column("started_ms", int, is_moment),
        Column("day", int, is_day),
        Column("title", str, is_text),
        Column("seed", str, lambda value: SEED.fullmatch(value) is not None),
        Column("plan", str, is_questions),
        Column("options", str, is_options),
        Column("finished_ms", int, is_moment, optional=True),
    ),
    sealed=True,
)
EXAM_ANSWERS = Table(
    "exam_answers",
    "exam-answer",
    (
        _SESSION,
        _QUESTION,
        Column("document", str, is_text),
        Column("tags", str, is_texts),
        Column("key_hash", str, is_code),
        Column("response", str, is_response),
        Column("struck", str, is_texts),
        Column("flagged", int, within(0, 1)),
        Column("spent_ms", int, _SPENT),
        Column("mark", str, one_of(_MARKS)),
        Column("credit", float, within(0, 1)),
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
        Column("comment", str, is_text),
        Column("path", str, is_text),
        Column("line", int, within(0, 100_000_000)),
    ),
    sealed=True,
)
CLOSED = Table("closed", "closed", (Column("flag", str, is_name), _AT), sealed=True)
"""Flags that their author is done with: an older export does not bring them back."""
DRAFTS = Table("drafts", "", (_SESSION, Column("draft", str, is_text)))
EXAM_CLOCKS = Table(
    "exam_clocks",
    "",
    (
        _SESSION,
        Column("elapsed_ms", int, _SPENT),
        _AT,
        Column("place", int, within(0, 1_000_000)),
        Column("latest_ms", int, is_moment),
    ),
)
FITS = Table(
    "fits",
    "",
    (
        Column("seq", int, within(1, 1_000_000_000)),
        _AT,
        Column("parameters", str, is_numbers),
        Column("reviews", int, within(0, 1_000_000_000)),
        Column("tested", int, within(0, 1_000_000_000)),
        Column("loss_before", float, within(0, 1000)),
        Column("loss_after", float, within(0, 1000)),
        Column("undone_ms", int, is_moment, optional=True),
    ),
)
AIM = Table(
    "aim",
    "",
    (
        Column("only", int, within(1, 1)),
        Column("desired_retention", float, within(0.5, 1)),
    ),
)
READING_PLACES = Table(
    "reading_places",
    "",
    (Column("document", str, is_text), Column("offset", int, within(0, 1_000_000_000)), _AT),
)
SUSPENSIONS = Table(
    "suspensions",
    "suspension",
    (_QUESTION, _AT, Column("until", int, within(0, LAST_DAY))),
    sealed=True,
)
"""Questions set aside: the study day from which each is asked again, 0 for taken back."""
NOTES = Table(
    "notes",
    "note",
    (
        _UID,
        _AT,
        Column("kind", str, one_of(frozenset(NOTE_KINDS))),
        Column("question", str, lambda value: value == "" or is_question(value)),
        Column("document", str, lambda value: value == "" or is_question(value)),
        Column("exact", str, is_text),
        Column("anchor", str, is_anchor),
        Column("text", str, is_text),
    ),
    sealed=True,
)
SELECTIONS = Table(
    "selections",
    "selection",
    (_UID, _AT, Column("name", str, is_text), Column("wish", str, is_wish)),
    sealed=True,
)
RENEWED = (SUSPENSIONS, NOTES, SELECTIONS)
"""Tables whose rows change: of two with the same first column, the later one counts."""
EXPORTED = (SESSIONS, EXAM_ANSWERS, REVIEWS, UNDONE, FLAGS, CLOSED, *RENEWED)
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

    `how` is `INSERT` or `INSERT OR REPLACE`; without it, a row that is there already stays, but
    for RENEWED tables when the new one is later. Of two of one moment that with the larger checksum
    counts: which came first does not matter.
    """
    if not how and table in RENEWED:
        return f"{insertion(table, 'INSERT')} {_renewal(table)}"
    if not how:
        return f"{insertion(table, 'INSERT')} ON CONFLICT DO NOTHING"
    marks = ", ".join(f":{name}" for name in table.names)
    if not table.sealed:
        return f"{how} INTO {table.name} ({table.listed}) VALUES ({marks})"
    return (
        f"{how} INTO {table.name} ({table.listed}, checksum)"
        f" VALUES ({marks}, row_checksum({marks}))"
    )


def _renewal(table: Table) -> str:
    key, *others = table.names
    changes = ", ".join(f"{name} = excluded.{name}" for name in (*others, "checksum"))
    later = f"(excluded.at_ms, excluded.checksum) > ({table.name}.at_ms, {table.name}.checksum)"
    return f"ON CONFLICT ({key}) DO UPDATE SET {changes} WHERE {later}"


def sealing(table: Table, where: str = "TRUE") -> str:
    """SQL that gives rows the checksum of what they hold now."""
    return f"UPDATE {table.name} SET checksum = row_checksum({table.listed}) WHERE {where}"
