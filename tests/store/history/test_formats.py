"""Older, newer and foreign files in the place of the history."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quiz.core.memory.scheduling import Rating, Scheduler
from quiz.errors import HistoryError
from quiz.store.history import schema
from quiz.store.history.database import connect
from quiz.store.history.history import History
from tests.store.reviewing import NOW, filled, give, opened, review


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite"


def raw(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def pragma(history: History, name: str) -> object:
    return history._connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_a_newer_history_is_refused_and_not_changed(path: Path) -> None:
    opened(path).close()
    raw(path, "PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(HistoryError, match=r"99.*up to \d.*update Citequiz; nothing was changed"):
        opened(path)
    with pytest.raises(HistoryError, match="update Citequiz"):
        History.open(path, now_ms=NOW, readonly=True)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "statement", ["CREATE TABLE recipes (name TEXT)", "PRAGMA application_id = 7"]
)
def test_a_database_of_another_program_is_refused_and_not_changed(
    path: Path, statement: str
) -> None:
    raw(path, statement)
    before = path.read_bytes()
    with pytest.raises(HistoryError, match="another program") as caught:
        opened(path)
    assert caught.value.path == str(path)
    assert path.read_bytes() == before


NOW_KNOWN = len(schema.MIGRATIONS)
NEXT = ("ALTER TABLE flags ADD COLUMN answered INTEGER", "CREATE TABLE extra (x)")


def test_an_older_history_is_brought_forward_with_all_it_holds(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, NEXT))
    with opened(path) as history:
        assert pragma(history, "user_version") == len(schema.MIGRATIONS)
        assert len(list(history.reviews())) == 60
        assert history._connection.execute("SELECT answered FROM flags").fetchall() == []


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, (*NEXT, "CREATE NONSENSE")))
    with pytest.raises(HistoryError):
        opened(path)
    monkeypatch.undo()
    with opened(path) as history:
        assert pragma(history, "user_version") == NOW_KNOWN
        tables = history._connection.execute("SELECT name FROM sqlite_master").fetchall()
        assert ("extra",) not in tables


def test_an_older_history_can_be_read_without_changing_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path)
    before = path.read_bytes()
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, NEXT))
    with History.open(path, now_ms=NOW, readonly=True) as history:
        assert pragma(history, "user_version") == len(schema.MIGRATIONS)
        assert len(history.memories()) == 60
        with pytest.raises(HistoryError, match="read-only"):
            give(history, review(rating=Rating.AGAIN))
    assert path.read_bytes() == before


def test_a_history_of_the_first_format_keeps_everything_when_it_is_upgraded(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest = schema.MIGRATIONS
    monkeypatch.setattr(schema, "MIGRATIONS", newest[:1])
    with History(connect(path), path, Scheduler()) as history:
        give(history, review("set/one", rating=Rating.GOOD))
        kept, remembered = list(history.reviews()), history.memories()
    monkeypatch.setattr(schema, "MIGRATIONS", newest)
    with opened(path) as history:
        assert pragma(history, "user_version") == len(newest)
        assert list(history.reviews()) == kept
        assert history.memories() == remembered
        assert history.unfinished(exam=True) is None
