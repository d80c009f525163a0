"""Two instances of Citequiz on one history at once."""

from __future__ import annotations

import sqlite3
import sys
import threading
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from quiz.core.memory.scheduling import Rating
from quiz.store.history.rows import row_checksum
from quiz.store.history.schema import identify, migrate
from tests.processes import start
from tests.store.reviewing import DAY, KEY, give, opened, review

WRITER = """
import sys
from pathlib import Path
from tests.store.reviewing import give, opened, review
with opened(Path(sys.argv[1])) as history:
    for number in range(40):
        give(history, review("set/shared", session=sys.argv[2]))
        give(history, review(f"set/{sys.argv[2]}-{number}", session=sys.argv[2]))
"""


def test_two_processes_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "new" / "history.sqlite"
    command = [sys.executable, "-c", WRITER, str(path)]
    writers = [start([*command, name]) for name in ("first", "second")]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    with opened(path) as history:
        assert len(list(history.reviews())) == 160
        shared = history.memory("set/shared", KEY)
        assert shared is not None
        assert shared.reviews == 80
        before = history.memories()
        history.rebuild()
        assert history.memories() == before


def test_two_connections_of_one_process_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    opened(path).close()
    trouble: list[Exception] = []

    def write(name: str) -> None:
        try:
            with opened(path) as history:
                for number in range(30):
                    give(history, review(f"set/{name}-{number}", session=name))
        except Exception as error:
            trouble.append(error)

    threads = [threading.Thread(target=write, args=(name,)) for name in ("first", "second")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert trouble == []
    with opened(path) as history:
        assert len(history.memories()) == 60


def test_each_instance_sees_what_the_other_recorded(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    with opened(path) as one, opened(path) as other:
        given = review(rating=Rating.AGAIN)
        give(one, given)
        assert [row.question for row in other.due(DAY)] == ["set/one"]
        other.undo(given.uid, 0)
        assert one.due(DAY) == []


def test_reading_page_by_page_does_not_keep_the_other_from_writing(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    with opened(path) as one, opened(path) as other:
        for number in range(5):
            give(one, review(f"set/{number}"))
        reading = one.reviews()
        next(reading)
        give(other, review("set/meanwhile"))
        assert len(list(reading)) >= 4


class _Overtaken(sqlite3.Connection):
    """Between its first reading and the next, another instance makes the tables, if it can."""

    path = Path()
    waited = False

    def execute(self, *args: Any) -> sqlite3.Cursor:
        found = super().execute(*args)
        if not self.waited and "application_id" in str(args[0]):
            self.waited = True
            found = super().execute(*args)
            value = found.fetchone()
            with closing(sqlite3.connect(self.path, timeout=0, isolation_level=None)) as other:
                other.create_function("row_checksum", -1, row_checksum, deterministic=True)
                with suppress(sqlite3.OperationalError):
                    migrate(other)
            return super().execute("SELECT ?", value)
        return found


def test_a_history_that_is_being_made_is_not_taken_for_another_programs(tmp_path: Path) -> None:
    _Overtaken.path = tmp_path / "history.sqlite"
    _Overtaken.path.touch()
    with closing(
        sqlite3.connect(_Overtaken.path, factory=_Overtaken, isolation_level=None)
    ) as connection:
        identify(connection, _Overtaken.path)
        assert connection.waited
