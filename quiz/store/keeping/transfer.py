"""A history as JSON lines, and the union of histories.

Merging is a union by uid: any number of exports, in any order, any number of times, give the same
history. Unfinished sessions, fits and reading places stay where they are.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO, NamedTuple, TypeAlias, get_type_hints

from quiz.core.memory.records import Flag, Review
from quiz.errors import HistoryError
from quiz.store.history.history import History
from quiz.store.history.tables.reviews import insert_review, review_checksum
from quiz.store.keeping.rewriting import in_order_of_time, rewriting

FORMAT = 1
HEAD = "citequiz-history"

MAX_LINE, MAX_EXPORT = 10_000_000, 1_000_000_000
"""Bytes of a line and of an export; 100,000 reviews have 40 MB."""

MAX_EMPTY = 1000
"""Empty lines in a row."""

Json: TypeAlias = Mapping[str, object]

_SESSION = {
    **dict.fromkeys(("uid", "kind", "title", "seed", "plan", "options"), str),
    **dict.fromkeys(("started_ms", "day", "finished_ms"), int),
}
_ANSWER = {
    **dict.fromkeys(("session", "question", "document", "tags", "key_hash"), str),
    **dict.fromkeys(("response", "struck", "mark"), str),
    **dict.fromkeys(("flagged", "spent_ms"), int),
    "credit": float,
}
_UNDONE = {"review": str, "at_ms": int}
_REVIEW = get_type_hints(Review)
_FLAG = get_type_hints(Flag)

SHAPES: dict[str, dict[str, type]] = {
    "session": _SESSION,
    "exam-answer": _ANSWER,
    "review": {**_REVIEW, "checksum": int},
    "undone": _UNDONE,
    "flag": _FLAG,
}


class Entry(NamedTuple):
    """One thing to merge: its kind, a key of SHAPES, its values, and its line, from 1."""

    kind: str
    values: Json
    line: int = 1


class Merged(NamedTuple):
    """What merging brought that was not there: reviews, sessions, flags, and reviews undone."""

    reviews: int = 0
    sessions: int = 0
    flags: int = 0
    undone: int = 0


def export(history: History) -> Iterator[str]:
    """The lines of an export, without line ends; the same history gives the same lines."""
    yield _line("head", {"format": FORMAT, "kind": HEAD})
    finished = "finished_ms IS NOT NULL"
    yield from _rows(history, "session", "sessions", _SESSION, f"{finished} ORDER BY uid")
    yield from _rows(
        history,
        "exam-answer",
        "exam_answers",
        _ANSWER,
        f"session IN (SELECT uid FROM sessions WHERE {finished}) ORDER BY session, question",
    )
    columns = {**_REVIEW, "checksum": int}
    yield from _rows(history, "review", "reviews", columns, "TRUE ORDER BY at_ms, uid")
    yield from _rows(history, "undone", "undone", _UNDONE, "TRUE ORDER BY review")
    yield from _rows(history, "flag", "flags", _FLAG, "TRUE ORDER BY uid")


def lines_of(file: BinaryIO, name: str) -> list[str]:
    r"""The lines of an export, of which only `\n` ends one; read no further than it can be one.

    Raise HistoryError for what is endless, and the errors of reading and of decoding.
    """
    found: list[str] = []
    size = empty = 0
    while line := file.readline(MAX_LINE + 1):
        size += len(line)
        empty = 0 if line.strip() else empty + 1
        if len(line) > MAX_LINE or size > MAX_EXPORT or empty > MAX_EMPTY:
            raise _refused(name, len(found) + 1, "this is longer than anything in an export")
        found.append(line.decode("utf-8", "surrogatepass"))
    return found


def merge(history: History, lines: Iterable[str], name: str) -> Merged:
    """Bring the lines of an export into a history, all of it or nothing; what was new.

    Raise HistoryError with the line when one cannot be used; then nothing is changed.
    """
    return add(history, _read(lines, name), name)


def add(history: History, entries: Iterable[Entry], name: str, *, lenient: bool = False) -> Merged:
    """The same for entries; with `lenient`, those that cannot be kept are left out."""
    counts = dict.fromkeys(SHAPES, 0)
    with history._writing() as connection, rewriting(connection):
        for entry in entries:
            try:
                counts[entry.kind] += _INSERTS[entry.kind](connection, checked(entry, name))
            except (sqlite3.IntegrityError, OverflowError) as error:
                if not lenient:
                    message = f"a value cannot be kept: {error}"
                    raise _refused(name, entry.line, message) from error
            except HistoryError:
                if not lenient:
                    raise
        if counts["review"]:
            in_order_of_time(connection)
        if counts["review"] or counts["undone"]:
            history._rebuild(connection)
    return Merged(counts["review"], counts["session"], counts["flag"], counts["undone"])


def _line(kind: str, values: Json) -> str:
    return json.dumps({kind: values}, ensure_ascii=False, separators=(",", ":"))


def _rows(
    history: History, kind: str, table: str, columns: Mapping[str, type], where: str
) -> Iterator[str]:
    names = ", ".join(columns)
    for row in history._read(f"SELECT {names} FROM {table} WHERE {where}"):
        typed = zip(columns.items(), row, strict=True)
        yield _line(kind, {name: of(value) for (name, of), value in typed})


def _read(lines: Iterable[str], name: str) -> Iterator[Entry]:
    headed = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        entry = _parsed(line, name, number)
        if not headed:
            _check_head(entry, name)
            headed = True
        elif entry.kind in SHAPES:
            yield entry
        else:
            raise _refused(name, number, f"there is no kind of line {entry.kind!r}")
    if not headed:
        raise _refused(name, 1, "the file is empty")


def _parsed(line: str, name: str, number: int) -> Entry:
    try:
        found = json.loads(line)
        ((kind, values),) = found.items()
    except (ValueError, AttributeError, RecursionError) as error:
        raise _refused(name, number, "this is not a line of an export") from error
    if not isinstance(values, dict):
        raise _refused(name, number, "this is not a line of an export")
    return Entry(str(kind), values, number)


def _check_head(entry: Entry, name: str) -> None:
    if entry.kind != "head" or entry.values.get("kind") != HEAD:
        raise _refused(name, entry.line, "this is not an export of a history")
    said = entry.values.get("format")
    if said != FORMAT:
        raise _refused(name, entry.line, f"the export has format {said}, not {FORMAT}")


def checked(entry: Entry, name: str) -> Json:
    """The values, if they are all there and of their types; raises HistoryError."""
    kind, values, number = entry
    for key, of in SHAPES[kind].items():
        fits = isinstance(values.get(key), (int, float) if of is float else of)
        if not fits or (of is int and isinstance(values[key], bool)):
            raise _refused(name, number, f"{kind} has no sound {key}")
    if kind == "review" and review_checksum(_review(values)) != values["checksum"]:
        raise _refused(name, number, "the review is not what was written: its checksum fails")
    return values


def _refused(name: str, number: int, message: str) -> HistoryError:
    hint = "nothing was changed; `quiz history export` writes such files"
    return HistoryError(message, path=name, line=number, column=1, hint=hint)


def _review(values: Json) -> Review:
    return Review(**{name: values[name] for name in _REVIEW})  # type: ignore[arg-type]


def _insert_review(connection: sqlite3.Connection, values: Json) -> bool:
    return insert_review(connection, _review(values))


def _insert_session(connection: sqlite3.Connection, values: Json) -> bool:
    new = _insert(connection, "sessions", _SESSION, values)
    if not new:
        # finished twice, after an answer was taken back: the later end counts, whoever merges
        connection.execute(
            "UPDATE sessions SET finished_ms = ? WHERE uid = ? AND finished_ms < ?",
            (_plain(values["finished_ms"]), _plain(values["uid"]), _plain(values["finished_ms"])),
        )
    return new


def _insert_answer(connection: sqlite3.Connection, values: Json) -> bool:
    return _insert(connection, "exam_answers", _ANSWER, values)


def _insert_undone(connection: sqlite3.Connection, values: Json) -> bool:
    return _insert(connection, "undone", _UNDONE, values)


def _insert_flag(connection: sqlite3.Connection, values: Json) -> bool:
    return _insert(connection, "flags", _FLAG, values)


_INSERTS = {
    "session": _insert_session,
    "exam-answer": _insert_answer,
    "review": _insert_review,
    "undone": _insert_undone,
    "flag": _insert_flag,
}


def _insert(
    connection: sqlite3.Connection, table: str, columns: Mapping[str, type], values: Json
) -> bool:
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    row = [_plain(values[name]) for name in columns]
    found = connection.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", row)
    return found.rowcount == 1


def _plain(value: object) -> str | int | float:
    assert isinstance(value, str | int | float)
    return value
