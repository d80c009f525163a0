"""A history as JSON lines, and the union of histories.

Merging is a union by uid, of notes and the like with the latest state of each: any number of
exports, in any order, any number of times, give the same history. Unfinished sessions, fits and
reading places stay where they are.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO, NamedTuple, TypeAlias, cast

from quiz.errors import HistoryError
from quiz.store.history.history import History
from quiz.store.history.rows import (
    EXPORTED,
    FLAGS,
    RENEWED,
    REVIEWS,
    SESSIONS,
    Column,
    Table,
    checksum,
    insertion,
)
from quiz.store.history.tables.sessions import end_sessions
from quiz.store.keeping.rewriting import in_order_of_time, rewriting

FORMAT, PLAIN_FORMAT = 2, 1
"""Of exports now, and of those without notes and the like, which older programs can merge."""
HEAD = "citequiz-history"

MAX_LINE, MAX_EXPORT = 10_000_000, 1_000_000_000
"""Bytes of a line and of an export; 100,000 reviews have 40 MB."""

MAX_EMPTY = 1000
"""Empty lines in a row."""

Json: TypeAlias = Mapping[str, object]

_BY_KIND = {table.kind: table for table in EXPORTED}


class Entry(NamedTuple):
    """One thing to merge: its kind, as `Table.kind`, its values, and its line, from 1."""

    kind: str
    values: Json
    line: int = 1


class Merged(NamedTuple):
    """What merging brought that was not there, or not so: `set_aside` counts suspensions."""

    reviews: int = 0
    sessions: int = 0
    flags: int = 0
    undone: int = 0
    notes: int = 0
    set_aside: int = 0
    selections: int = 0


def export(history: History) -> Iterator[str]:
    """The lines of an export, without line ends; the same history gives the same lines."""
    held = " OR ".join(f"EXISTS (SELECT 1 FROM {table.name})" for table in RENEWED)
    ((renewed,),) = history._read(f"SELECT {held}")
    yield _line("head", {"format": FORMAT if renewed else PLAIN_FORMAT, "kind": HEAD})
    for table in EXPORTED:
        where = _EXPORTED_WHERE[table.name]
        rows = history._read(f"SELECT {table.listed}, checksum FROM {table.name} WHERE {where}")
        for *values, check in rows:
            told = {**_told(table, values), "checksum": check}
            yield _line(table.kind, _without_home(told) if table is FLAGS else told)


_FINISHED = "finished_ms IS NOT NULL"
_EXPORTED_WHERE = {
    "sessions": f"{_FINISHED} ORDER BY uid",
    "exam_answers": f"session IN (SELECT uid FROM sessions WHERE {_FINISHED})"
    " ORDER BY session, question",
    "reviews": "TRUE ORDER BY at_ms, uid",
    "undone": "TRUE ORDER BY review",
    "flags": "TRUE ORDER BY uid",
    "closed": "TRUE ORDER BY flag",
    **{table.name: f"TRUE ORDER BY {table.names[0]}" for table in RENEWED},
}


def _without_home(flag: dict[str, object]) -> dict[str, object]:
    """A flag whose path names the set's folder and file, and nobody's home."""
    path = str(flag["path"])
    short = "/".join(re.split(r"[\\/]", path)[-2:])
    if short == path:
        return flag
    kept = {**flag, "path": short}
    return {**kept, "checksum": checksum([kept[name] for name in FLAGS.names])}


def _told(table: Table, values: Sequence[object]) -> dict[str, object]:
    typed = zip(table.columns, values, strict=True)
    return {c.name: bool(value) if c.of is bool else value for c, value in typed}


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
    counts = dict.fromkeys(_BY_KIND, 0)
    with history._writing() as connection, rewriting(connection):
        for entry in entries:
            try:
                counts[entry.kind] += _insert(
                    connection, _BY_KIND[entry.kind], checked(entry, name)
                )
            except (sqlite3.IntegrityError, OverflowError) as error:
                if not lenient:
                    message = f"a value cannot be kept: {error}"
                    raise _refused(name, entry.line, message) from error
            except HistoryError:
                if not lenient:
                    raise
        if counts["closed"]:
            connection.execute("DELETE FROM flags WHERE uid IN (SELECT flag FROM closed)")
        if counts["review"]:
            in_order_of_time(connection)
        if counts["review"] or counts["undone"]:
            history._rebuild(connection)
    kinds = ("review", "session", "flag", "undone", "note", "suspension", "selection")
    return Merged(*(counts[kind] for kind in kinds))


def _line(kind: str, values: Json) -> str:
    try:
        return json.dumps({kind: values}, ensure_ascii=False, separators=(",", ":"))
    except TypeError as error:  # bytes where a text belongs
        hint = "nothing was exported; `quiz doctor --repair` saves what is sound"
        raise HistoryError(f"the history is damaged: a {kind} cannot be read", hint=hint) from error


def _read(lines: Iterable[str], name: str) -> Iterator[Entry]:
    headed = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        entry = _parsed(line, name, number)
        if not headed:
            _check_head(entry, name)
            headed = True
        elif entry.kind in _BY_KIND:
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
    if said not in (FORMAT, PLAIN_FORMAT):
        raise _refused(name, entry.line, f"the export has format {said}, not {FORMAT}")


def checked(entry: Entry, name: str) -> Json:
    """The values, if all are there, of their types, within their ranges, and as they were written.

    Raises HistoryError.
    """
    kind, values, number = entry
    table = _BY_KIND[kind]
    fault = table.fault(values) or next(
        (c.name for c in table.columns if c.of is bool and type(values[c.name]) is not bool), ""
    )
    if fault or (kind == "session" and values["finished_ms"] is None):
        raise _refused(name, number, f"{kind} has no sound {fault or 'finished_ms'}")
    said = values.get("checksum")
    if said is None and table is not REVIEWS and table not in RENEWED:
        return values  # exports of before sealed reviews only
    if said != checksum([_kept(column, values[column.name]) for column in table.columns]):
        raise _refused(name, number, f"the {kind} is not what was written: its checksum fails")
    return values


def _kept(column: Column, value: object) -> object:
    """A value as the table has it."""
    if column.of is bool:
        return int(bool(value))
    return float(str(value)) if column.of is float and value is not None else value


def _refused(name: str, number: int, message: str) -> HistoryError:
    hint = "nothing was changed; `quiz history export` writes such files"
    return HistoryError(message, path=name, line=number, column=1, hint=hint)


def _is_closed(connection: sqlite3.Connection, flag: object) -> bool:
    found = connection.execute("SELECT 1 FROM closed WHERE flag = ?", (str(flag),))
    return found.fetchone() is not None


def _insert(connection: sqlite3.Connection, table: Table, values: Json) -> bool:
    row = {column.name: _kept(column, values[column.name]) for column in table.columns}
    if table is FLAGS and _is_closed(connection, row["uid"]):
        return False
    new = connection.execute(insertion(table), row).rowcount == 1
    if not new and table is SESSIONS:
        # finished twice, after an answer was taken back: the later end counts, whoever merges
        finished = cast(int, values["finished_ms"])
        where = "uid = :uid AND finished_ms < :finished"
        end_sessions(connection, finished, where, uid=str(values["uid"]))
    return new
