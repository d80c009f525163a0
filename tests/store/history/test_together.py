"""Two instances of Citequiz on one history at once."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from quiz.core.memory.scheduling import Rating
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
