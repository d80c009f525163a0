"""Whatever stands in the place of a history: a sentence, never a traceback, never a wait."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quiz.core.memory.records import SessionRecord
from quiz.errors import HistoryError
from quiz.store.history.database import DamagedHistoryError, OddFileError
from quiz.store.history.history import History
from quiz.store.keeping.health import history_health
from tests.store.reviewing import DAY, NOW, filled, opened

BEGUN = """INSERT INTO sessions
    (uid, kind, started_ms, day, title, seed, plan, options, finished_ms)"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite"


def changed(path: Path, *statements: str) -> None:
    """Change a file behind the program's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.create_function("row_checksum", -1, lambda *_: 0)
        for statement in statements:
            connection.execute(statement)


def undecodable_schema(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content.replace(b"CREATE TABLE drafts (s", b"CREATE TABLE drafts \xdbs"))


def undecodable_rows(path: Path) -> None:
    changed(path, "UPDATE memories SET question = CAST(x'ff' AS TEXT) WHERE id = 1")
    changed(path, "INSERT INTO drafts VALUES (CAST(x'ff' AS TEXT), CAST(x'fe' AS TEXT))")
    changed(
        path,
        "INSERT INTO flags (uid, at_ms, question, comment, path, line)"
        " VALUES ('u', 1, CAST(x'ff' AS TEXT), '', '', 0)",
    )


def read_everything(path: Path) -> None:
    with History.open(path, now_ms=0, readonly=True) as history:
        history.flags()
        history.memories()
        history.exams()
        history.unfinished()
        list(history.reviews())


@pytest.mark.parametrize("number", [-1, 0, 1])
def test_a_full_history_with_another_format_number_is_damaged(path: Path, number: int) -> None:
    filled(path)
    changed(path, f"PRAGMA user_version = {number}")
    before = path.read_bytes()
    for deed in (read_everything, opened):
        with pytest.raises(DamagedHistoryError, match=r"damaged.*doctor --repair"):
            deed(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("damage", [undecodable_schema, undecodable_rows])
def test_text_that_is_not_utf8_is_damage(path: Path, damage: Callable[[Path], None]) -> None:
    filled(path)
    damage(path)
    with pytest.raises(DamagedHistoryError, match="a text that is none"):
        read_everything(path)


@pytest.mark.parametrize(
    "statement",
    [
        f"{BEGUN} VALUES ('a', 'study', 1, 1, '', 'no number', '[]', '{{}}', NULL)",
        f"{BEGUN} VALUES ('a', 'study', 1, 1, '', '1', '[', '{{}}', NULL)",
        "INSERT INTO fits VALUES (1, 1, '[', 1, 1, 1.0, 1.0, NULL)",
        "INSERT INTO fits VALUES (1, 1, '{}5', 1, 1, 1.0, 1.0, NULL)",
        "UPDATE memories SET last = 9",
    ],
)
def test_a_row_that_stands_for_nothing_is_damage(path: Path, statement: str) -> None:
    filled(path)
    changed(path, statement)
    with pytest.raises(DamagedHistoryError, match="a row cannot be read"):
        read_everything(path)


def test_a_session_that_an_index_names_for_ever_is_noticed(path: Path) -> None:
    record = SessionRecord(
        uid="left", kind="study", started_ms=1, day=DAY, title="", seed=1, plan=("set/one",)
    )
    with opened(path) as history:
        history.begin(record)
        history.finish = lambda session, now_ms: None  # type: ignore[method-assign]
        with pytest.raises(DamagedHistoryError, match="a session that is finished counts as open"):
            history.finish_untouched(NOW)


def test_every_session_without_an_answer_is_finished(path: Path) -> None:
    with opened(path) as history:
        for uid in ("one", "two"):
            history.begin(
                SessionRecord(uid=uid, kind="study", started_ms=1, day=1, title="", seed=1, plan=())
            )
        history.finish_untouched(NOW)
        assert history.unfinished() is None


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.skipif(os.name != "posix", reason="no such files here")
@pytest.mark.parametrize("make", [pipe, endless])
def test_a_pipe_or_device_is_refused_and_neither_read_nor_repaired(
    path: Path, make: Callable[[Path], None]
) -> None:
    make(path)
    for deed in (read_everything, opened, lambda at: History.unsaved(at)):
        with pytest.raises(OddFileError, match=r"not a regular file.*move it away"):
            deed(path)
    (health,) = history_health(path, NOW)
    assert (health.level, health.repair) == ("error", "")


def test_doctor_names_what_no_citequiz_has_made(path: Path) -> None:
    filled(path)
    changed(
        path,
        'CREATE TABLE "odd one" (a)',
        'CREATE TRIGGER "my trigger" AFTER INSERT ON flags BEGIN SELECT 1; END',
        "ANALYZE",
    )
    said = [health.message for health in history_health(path, NOW) if health.level == "warning"]
    assert said == [
        "another program made the table odd one",
        "another program made the trigger my trigger",
    ]


def test_an_error_of_a_fixed_query_is_damage_and_a_missing_table_too(path: Path) -> None:
    filled(path)
    changed(path, "ALTER TABLE flags RENAME COLUMN comment TO remark")
    with pytest.raises(HistoryError, match="the history is damaged: no such column"):
        read_everything(path)
