"""What a repair saves of damaged histories, beside SQLite's own `.recover`.

`python -m tests.soak.recover` damages histories with everything in them, and counts for each table
the rows that were there, those that `sqlite3`'s `.recover` brings back as they were, those that it
brings back changed (which only a checksum tells), and those that Citequiz trusts. 1 when Citequiz
trusts a row that was not there in a table with checksums.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from quiz.store.history.rows import CLOSED, REVIEWS, TABLES, UNDONE, Table
from quiz.store.keeping.sound_rows import sound_rows
from tests.processes import run
from tests.soak.damage import damaged, whole

SHELL = os.environ.get("QUIZ_SQLITE_SHELL") or shutil.which("sqlite3")
"""SQLite's own shell; it has to be built with SQLITE_ENABLE_DBPAGE_VTAB to recover anything."""

Row = tuple[object, ...]


class Counts(NamedTuple):
    """Rows, added up over all damages, by table."""

    before: Counter[str]
    recovered: Counter[str]
    changed: Counter[str]
    trusted: Counter[str]
    missed: Counter[str]
    forged: Counter[str]


def rows_of(path: Path, table: Table) -> set[Row]:
    """The rows of a table as its columns are listed; none where it cannot be read."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.text_factory = lambda text: text.decode("utf-8", "replace")
            return set(connection.execute(f"SELECT {table.listed} FROM {table.name}").fetchall())
    except sqlite3.Error:
        return set()


def recovers() -> bool:
    """Whether there is a shell that can recover at all."""
    if SHELL is None:
        return False
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "small.sqlite"
        run([SHELL, str(path), "CREATE TABLE a(x); INSERT INTO a VALUES (1);"])
        return b"INSERT" in run([SHELL, str(path), ".recover"], capture_output=True).stdout


def recovered(path: Path, folder: Path) -> Path:
    """The file that SQLite's shell recovers from a damaged one."""
    assert SHELL is not None
    script = run([SHELL, str(path), ".recover"], capture_output=True).stdout
    target = folder / "recovered.sqlite"
    target.unlink(missing_ok=True)
    run([SHELL, str(target)], input=script, capture_output=True)
    return target


def trusted(content: bytes) -> dict[str, set[Row]]:
    """The rows that a repair would save."""
    found = sound_rows(content).rows
    return {name: {tuple(row.values()) for row in rows} for name, rows in found.items()}


def compare(seeds: Iterable[int], folder: Path) -> Counts:
    """Damage a full history once for each seed, and count."""
    found = Counts(*(Counter[str]() for _ in Counts._fields))
    content = whole(folder)
    path = folder / "damaged.sqlite"
    path.write_bytes(content)
    before = {table.name: rows_of(path, table) for table in TABLES}
    for seed in seeds:
        broken = damaged(content, random.Random(seed))
        path.write_bytes(broken)
        theirs, ours = recovered(path, folder), trusted(broken)
        for table in TABLES:
            was = before[table.name]
            if table is CLOSED:  # an answer taken back has the same form, and does no harm there
                was = was | before[UNDONE.name]
            count(found, table.name, was, rows_of(theirs, table), ours)
    return found


def count(
    found: Counts, name: str, was: set[Row], theirs: set[Row], ours: dict[str, set[Row]]
) -> None:
    """Add one table of one damage."""
    own = ours.get(name, set())
    found.before[name] += len(was)
    found.recovered[name] += len(theirs & was)
    found.changed[name] += len(theirs - was)
    found.trusted[name] += len(own & was)
    found.forged[name] += len(own - was)
    found.missed[name] += len((theirs & was) - own)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak.recover", description=__doc__)
    parser.add_argument("--times", type=int, default=500)
    chosen = parser.parse_args(arguments)
    if not recovers():
        print("skipped: no SQLite shell that can `.recover`; name one in QUIZ_SQLITE_SHELL")
        return 0
    with tempfile.TemporaryDirectory() as name:
        found = compare(range(chosen.times), Path(name))
    print("| table | rows | `.recover`: as they were | changed | Citequiz | forged | only theirs |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for table in TABLES:
        counts = " | ".join(f"{counter[table.name]:,}" for counter in _columns(found))
        print(f"| {table.name} | {counts} |")
    sealed = [table.name for table in TABLES if table.sealed or table is REVIEWS]
    return int(any(found.forged[name] for name in sealed))


def _columns(found: Counts) -> tuple[Counter[str], ...]:
    return (
        found.before,
        found.recovered,
        found.changed,
        found.trusted,
        found.forged,
        found.missed,
    )


if __name__ == "__main__":
    sys.exit(main())
