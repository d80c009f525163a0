from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from quiz.errors import HistoryError
from quiz.store.history import backup as backup_module
from quiz.store.history import history as history_module
from quiz.store.history.backup import backups, newest_backup, restore
from quiz.store.history.history import DamagedHistoryError
from tests.store.reviewing import DAY, give, opened, review


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite"


def study(path: Path, day: int, questions: int = 1) -> None:
    with opened(path, day) as history:
        for number in range(questions):
            give(history, review(f"set/{day}-{number}", day=day))


def names(path: Path) -> list[str]:
    return [backup.name for backup in backups(path)]


def test_a_day_with_something_new_is_backed_up_when_the_history_opens(path: Path) -> None:
    study(path, DAY)
    assert names(path) == []
    opened(path, DAY + 1).close()
    assert names(path) == ["history-2026-03-02.sqlite"]
    copy = newest_backup(path)
    assert copy is not None
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    with opened(path) as history, opened(copy) as copied:
        assert list(copied.reviews()) == list(history.reviews())
        assert copied.memories() == history.memories()


def test_a_day_is_backed_up_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study(path, DAY)
    study(path, DAY + 1)
    monkeypatch.setattr(history_module, "make_backup", pytest.fail)
    study(path, DAY + 1)


def test_nothing_is_read_or_copied_when_nothing_is_new(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study(path, DAY)
    opened(path, DAY + 1).close()
    monkeypatch.setattr(history_module, "quick_check", pytest.fail)
    monkeypatch.setattr(history_module, "make_backup", pytest.fail)
    opened(path, DAY + 2).close()


def test_a_history_without_content_is_not_backed_up(path: Path) -> None:
    for day in range(3):
        opened(path, DAY + day).close()
    assert names(path) == []


def test_the_newest_seven_backups_are_kept(path: Path) -> None:
    for day in range(12):
        study(path, DAY + day)
    expected = [f"history-2026-03-{day:02}.sqlite" for day in range(12, 5, -1)]
    assert names(path) == expected


def test_a_fresh_start_does_not_push_out_the_backup_of_all_that_was_there(path: Path) -> None:
    study(path, DAY, 200)
    opened(path, DAY + 1).close()
    path.unlink()
    for day in range(2, 14):
        study(path, DAY + day)
    assert "history-2026-03-02.sqlite" in names(path)
    assert len(names(path)) == backup_module.KEPT


def test_a_history_that_vanished_is_begun_anew_with_a_warning_that_names_the_backup(
    path: Path,
) -> None:
    study(path, DAY)
    opened(path, DAY + 1).close()
    path.unlink()
    with opened(path, DAY + 2) as history:
        assert history.memories() == {}
        assert history.warning is not None
        assert "history-2026-03-02.sqlite" in str(history.warning)
    with opened(path, DAY + 2) as history:
        assert history.warning is None


def test_a_damaged_history_is_never_backed_up(path: Path) -> None:
    study(path, DAY, 60)
    opened(path, DAY + 1).close()
    study(path, DAY + 1)
    before = names(path)
    content = bytearray(path.read_bytes())
    content[4096 : 3 * 4096] = b"\x5a" * (2 * 4096)
    path.write_bytes(content)
    for day in range(2, 12):
        with pytest.raises(DamagedHistoryError):
            opened(path, DAY + day)
    assert names(path) == before


def test_the_backup_of_a_large_history_waits_until_it_is_closed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study(path, DAY)
    monkeypatch.setattr(history_module, "_LARGE", 1000)
    history = opened(path, DAY + 1)
    assert names(path) == []
    history.close()
    assert names(path) == ["history-2026-03-02.sqlite"]


def test_a_backup_that_fails_is_a_warning_and_leaves_no_half_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_space(handle: int) -> None:
        raise OSError(28, "No space left on device")

    study(path, DAY)
    monkeypatch.setattr(os, "fsync", no_space)
    with opened(path, DAY + 1) as history:
        assert history.warning is not None
        assert "No space left" in history.warning.message
        give(history, review(day=DAY + 1))
    assert list((path.parent / "backups").iterdir()) == []


def test_what_a_killed_backup_left_behind_is_cleared_away(path: Path) -> None:
    study(path, DAY)
    left = path.parent / "backups" / "history-2026-02-20.sqlite.99999999.part"
    left.parent.mkdir(exist_ok=True)
    left.touch()
    study(path, DAY + 1)
    assert not left.exists()
    assert names(path) == ["history-2026-03-02.sqlite"]


def test_restore_brings_the_backup_back_and_keeps_the_damaged_file(path: Path) -> None:
    study(path, DAY, 5)
    opened(path, DAY + 1).close()
    path.write_bytes(b"no longer a database")
    path.with_name("history.sqlite-journal").write_bytes(b"a journal")
    copy = newest_backup(path)
    assert copy is not None
    aside = restore(path, copy)
    assert aside == path.with_name("history.sqlite.damaged-1")
    assert aside.read_bytes() == b"no longer a database"
    assert not path.with_name("history.sqlite-journal").exists()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert copy.exists()
    with opened(path, DAY + 1) as history:
        assert len(list(history.reviews())) == 5


def test_restoring_twice_keeps_both_damaged_files(path: Path) -> None:
    study(path, DAY)
    opened(path, DAY + 1).close()
    copy = newest_backup(path)
    assert copy is not None
    for number in (1, 2):
        path.write_bytes(f"damage {number}".encode())
        aside = restore(path, copy)
        assert aside == path.with_name(f"history.sqlite.damaged-{number}")
        assert aside.read_bytes() == f"damage {number}".encode()


def test_a_missing_history_can_be_restored_too(path: Path) -> None:
    study(path, DAY)
    opened(path, DAY + 1).close()
    path.unlink()
    copy = newest_backup(path)
    assert copy is not None
    assert restore(path, copy) is None
    with opened(path, DAY + 1) as history:
        assert len(list(history.reviews())) == 1


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100])
def test_a_backup_that_is_no_history_is_not_restored(path: Path, content: bytes) -> None:
    study(path, DAY)
    before = path.read_bytes()
    bad = path.with_name("bad.sqlite")
    bad.write_bytes(content)
    with pytest.raises(HistoryError, match="backup is damaged too"):
        restore(path, bad)
    assert path.read_bytes() == before
    assert not path.with_name("history.sqlite.damaged-1").exists()


def test_a_missing_backup_is_not_restored(path: Path) -> None:
    study(path, DAY)
    with pytest.raises(HistoryError):
        restore(path, path.with_name("no-such.sqlite"))
    assert path.exists()


def test_other_files_in_the_folder_are_no_backups(path: Path) -> None:
    folder = path.parent / "backups"
    folder.mkdir()
    for name in ("history-2026-03-01.sqlite.9.part", "notes.txt", "history-old.sqlite"):
        (folder / name).touch()
    assert backups(path) == []
    assert newest_backup(path) is None
