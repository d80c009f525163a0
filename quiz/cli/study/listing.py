"""The sets as a table or as JSON."""

from __future__ import annotations

import os

from quiz.cli.common.output import problem_json, report, say, say_json, table, warn
from quiz.store.files.home import places
from quiz.store.library.library import Entry
from quiz.store.sharing.origin import origin_of
from quiz.study.common.workspace import Workspace
from quiz.study.today.overview import SetRow, set_rows

HEADS = ("id", "title", "questions", "due", "new")
NO_SETS = "There are no question sets. Put one into ./questions, or name a file or folder."


def list_sets(workspace: Workspace) -> None:
    """Print every set; what is wrong with broken ones goes to standard error."""
    rows = set_rows(workspace)
    if not rows:
        say(NO_SETS)
        return
    drafts = any(row.entry.drafts for row in rows)
    heads = (*HEADS, "drafts") if drafts else HEADS
    cells = [(*_cells(row), *_drafts(row)) if drafts else _cells(row) for row in rows]
    for line in table(heads, cells, "llrrrr"[: len(heads)]):
        say(line)
    for row in rows:
        if address := _origin(row.entry):
            say(f"{row.entry.id}: from {address}")
    for row in rows:
        if not row.entry.ok:
            _tell_broken(row.entry)


def list_json(workspace: Workspace) -> None:
    """Print all sets as JSON."""
    say_json([_json(row) for row in set_rows(workspace)])


def _origin(entry: Entry) -> str:
    """Where `quiz get` fetched a set from; empty for all others."""
    return origin_of(entry.path, places(os.environ).questions)


def _cells(row: SetRow) -> tuple[str, ...]:
    if not row.entry.ok:
        return (row.entry.id, row.entry.title, "broken", "", "")
    numbers = (row.total, row.due, row.new)
    return (row.entry.id, row.entry.title, *(str(number) for number in numbers))


def _drafts(row: SetRow) -> tuple[str]:
    return (str(len(row.entry.drafts) or "") if row.entry.ok else "",)


def _tell_broken(entry: Entry) -> None:
    report(entry.problems[0])
    more = len(entry.problems) - 1
    if more:
        errors = "error" if more == 1 else "errors"
        warn(f"    and {more} more {errors}: quiz study {entry.path}")


def _json(row: SetRow) -> dict[str, object]:
    entry = row.entry
    return {
        "id": entry.id,
        "title": entry.title,
        "path": str(entry.path),
        "questions": row.total,
        "due": row.due,
        "new": row.new,
        "known": row.known,
        "drafts": len(entry.drafts),
        "origin": _origin(entry) or None,
        "problems": [problem_json(problem) for problem in entry.problems],
    }
