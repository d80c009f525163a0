"""Changing the log of reviews itself, which is append-only otherwise: merging and forgetting."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"


@contextmanager
def rewriting(connection: sqlite3.Connection) -> Iterator[None]:
    """Lift what keeps the log append-only, in a transaction that is under way; then put it back."""
    triggers = connection.execute(_TRIGGERS).fetchall()
    for name, _ in triggers:
        connection.execute('DROP TRIGGER "' + name.replace('"', '""') + '"')
    yield
    for _, statement in triggers:
        connection.execute(statement)


def in_order_of_time(connection: sqlite3.Connection) -> None:
    """Number the reviews anew by their moment: what was merged last was not given last."""
    columns = [row[1] for row in connection.execute("PRAGMA table_info(reviews)")]
    names = ", ".join(name for name in columns if name != "seq")
    connection.execute(
        f"CREATE TEMP TABLE ordered AS SELECT {names} FROM reviews ORDER BY at_ms, uid"
    )
    connection.execute("DELETE FROM reviews")
    connection.execute(f"INSERT INTO reviews ({names}) SELECT {names} FROM ordered ORDER BY rowid")
    connection.execute("DROP TABLE ordered")
