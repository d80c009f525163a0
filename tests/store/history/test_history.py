from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from quiz.errors import HistoryError
from quiz.store.history import database, schema
from quiz.store.history.history import DamagedHistoryError, History
from tests.processes import run_python
from tests.store.reviewing import DAY, KEY, NOW, filled, give, opened, review


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "citequiz data" / "history #1?.sqlite"


def pragma(history: History, name: str) -> object:
    return history._connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_a_new_history_is_private_to_its_user(path: Path) -> None:
    opened(path).close()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_existing_file_is_made_private(path: Path) -> None:
    opened(path).close()
    path.chmod(0o644)
    opened(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_is_written_is_synced_to_disk_with_the_journal_truncated(path: Path) -> None:
    extra = 3
    with opened(path) as history:
        assert pragma(history, "journal_mode") == "truncate"
        assert pragma(history, "synchronous") == extra
        assert pragma(history, "application_id") == schema.APPLICATION_ID
        assert pragma(history, "user_version") == len(schema.MIGRATIONS)


def test_what_was_recorded_is_there_after_opening_again(path: Path) -> None:
    given = review()
    with opened(path) as history:
        memory = give(history, given)
    with opened(path) as history:
        assert history.reviews_of(given.session) == [given]
        assert history.memory(given.question, KEY) == memory is not None


def test_a_file_that_is_no_database_is_reported_and_not_changed(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"Dear diary, today I learned nothing.\n" * 200)
    before = path.read_bytes()
    with pytest.raises(
        DamagedHistoryError, match="nothing was changed; `quiz doctor --repair`"
    ) as caught:
        opened(path)
    assert (caught.value.path, caught.value.backup) == (str(path), None)
    assert path.read_bytes() == before


def give_many(history: History, count: int) -> None:
    for number in range(count):
        give(history, review(f"set/{number}"))


def test_a_damaged_page_is_found_on_opening_and_the_backup_is_named(path: Path) -> None:
    filled(path)
    opened(path).close()
    with opened(path, DAY + 1) as history:
        give(history, review("set/new", day=DAY + 1))
    content = bytearray(path.read_bytes())
    content[4096 : 3 * 4096] = b"\x5a" * (2 * 4096)
    path.write_bytes(content)
    with pytest.raises(DamagedHistoryError, match=r"history-2026-03-01\.sqlite") as caught:
        opened(path, DAY + 2)
    assert caught.value.backup == path.parent / "backups" / "history-2026-03-01.sqlite"
    assert path.read_bytes() == content


def test_a_cut_off_file_is_reported_as_damaged(path: Path) -> None:
    filled(path)
    content = path.read_bytes()[: 5 * 4096 + 100]
    path.write_bytes(content)
    with pytest.raises(DamagedHistoryError):
        opened(path, DAY + 1)
    assert path.read_bytes() == content


def test_an_empty_file_is_a_new_history_when_there_is_no_backup(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with opened(path) as history:
        give(history, review())
        assert len(history.memories()) == 1


@pytest.mark.parametrize("readonly", [False, True])
def test_an_empty_file_is_damaged_when_there_is_a_backup(path: Path, readonly: bool) -> None:
    filled(path)
    opened(path).close()
    path.write_bytes(b"")
    with pytest.raises(DamagedHistoryError, match="the file is empty"):
        History.open(path, now_ms=NOW, readonly=readonly)
    assert path.read_bytes() == b""


def test_a_folder_in_the_place_of_the_file_is_an_error_that_names_it(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(HistoryError, match="cannot be opened for writing") as caught:
        opened(path)
    assert caught.value.path == str(path)


def test_a_readonly_history_without_a_file_is_empty_and_makes_none(path: Path) -> None:
    with History.open(path, now_ms=NOW, readonly=True) as history:
        assert history.memories() == {}
        assert history.unfinished() is None
        with pytest.raises(HistoryError, match="read-only"):
            history.finish("a-session", NOW)
    assert not path.parent.exists()


def test_a_readonly_history_reads_and_refuses_to_write(path: Path) -> None:
    filled(path)
    with History.open(path, now_ms=NOW, readonly=True) as history:
        assert len(history.memories()) == 60
        with pytest.raises(HistoryError, match="read-only"):
            history.record(review(), None)


def test_a_full_disk_is_an_error_and_the_history_stays_usable(path: Path) -> None:
    with opened(path) as history:
        pages = pragma(history, "page_count")
        history._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(HistoryError, match="disk is full"):
            give_many(history, 500)
        kept = [given.question for given in history.reviews()]
        assert set(kept) == set(history.memories())
        history._connection.execute("PRAGMA max_page_count = 100000")
        give(history, review("set/after"))
        assert history.memory("set/after", KEY) is not None
        assert [given.question for given in history.reviews()] == [*kept, "set/after"]


def test_a_review_that_cannot_be_kept_leaves_nothing_half_done(path: Path) -> None:
    with opened(path) as history:
        history.save_draft("a-session", "{}")
        with pytest.raises(HistoryError):
            history.record(review("set/bad")._replace(rating=9), None)
        give(history, review("set/good", session="another"))
        assert list(history.memories()) == ["set/good"]
        assert history._read("SELECT draft FROM drafts") == [("{}",)]


def test_a_derivation_that_fails_takes_the_review_with_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    with opened(path) as history:
        monkeypatch.setattr(history.scheduler, "review", broken)
        with pytest.raises(ZeroDivisionError):
            history.record(review(), None)
        monkeypatch.undo()
        assert list(history.reviews()) == []
        give(history, review())


def test_a_lock_that_is_never_given_back_is_an_error(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    with opened(path) as history, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(HistoryError, match="locked"):
            give(history, review())
        other.rollback()
        give(history, review())


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.store.reviewing import opened, review
from quiz.store.history.tables import reviews
history = opened(Path(sys.argv[1]))
connection = history._connection
connection.execute("PRAGMA cache_size = 2")
connection.execute("BEGIN IMMEDIATE")
for number in range(300):
    reviews.insert_review(connection, review(f"set/killed-{number}"))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("readonly", [False, True])
def test_a_write_that_was_killed_half_way_leaves_no_trace(path: Path, readonly: bool) -> None:
    filled(path)
    before = path.read_bytes()
    run_python("-c", KILLED, str(path))
    assert path.read_bytes() != before, "the killed program never reached the file"
    with History.open(path, now_ms=NOW, readonly=readonly) as history:
        assert len(list(history.reviews())) == 60
        assert history.verify() == []


def test_opening_a_history_does_not_import_fsrs(path: Path) -> None:
    filled(path)
    program = (
        "import sys; from pathlib import Path; from quiz.store.history.history import History\n"
        f"with History.open(Path(sys.argv[1]), now_ms={NOW}) as history:\n"
        f"    assert len(history.due({DAY} + 400)) == 60\n"
        "assert 'fsrs' not in sys.modules"
    )
    run_python("-c", program, str(path), check=True)
