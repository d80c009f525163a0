"""What the search index survives: damage, a full disk, other programs at work."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.store.files.home import Places
from quiz.store.library.library import Library
from quiz.store.search import file as search_file
from quiz.store.search.file import SearchFile
from quiz.store.search.index import SearchIndex
from tests.plain.nine_types import SET, write_set
from tests.store.searching import ids, lines, numbered, refresh, rows_of


def spoil(path: Path) -> None:
    path.write_bytes(b"nonsense" * 1000)


def spoil_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[5000:-3000] = b"\xa5" * (len(content) - 8000)
    path.write_bytes(content)


def newer(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version = 99")
    database.close()


def forget_tables(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("DROP TABLE ids")
    database.commit()
    database.close()


@pytest.mark.parametrize("damage", [spoil, spoil_middle, newer, forget_tables])
@pytest.mark.parametrize("refreshed", [True, False], ids=["before a refresh", "before a search"])
def test_a_damaged_index_is_made_anew_or_done_without(
    index: SearchIndex,
    where: Places,
    path: Path,
    damage: Callable[[Path], None],
    refreshed: bool,
) -> None:
    refresh(index, where, path)
    index.close()
    damage(where.cache / "search.sqlite")
    if refreshed:
        refresh(index, where, path)
    assert ids(index, "gravel") == ["dough"]
    assert lines(index, "gluten") == [5]


@pytest.mark.parametrize("damage", [spoil, newer, Path.unlink])
def test_a_damaged_index_is_whole_again_for_the_next(
    index: SearchIndex, where: Places, path: Path, damage: Callable[[Path], None]
) -> None:
    refresh(index, where, path)
    index.close()
    damage(where.cache / "search.sqlite")
    refresh(index, where, path)
    later = SearchIndex(where.cache)
    assert refresh(later, where, path) == 0
    later.close()


def test_without_a_place_to_write_the_index_is_in_memory(
    where: Places, path: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    index = SearchIndex(tmp_path / "file" / "cache")
    refresh(index, where, path)
    assert ids(index, "gravel") == ["dough"]
    index.close()


def test_on_a_full_disk_the_index_is_in_memory(
    where: Places, tmp_path: Path, index: SearchIndex
) -> None:
    path = write_set(tmp_path / "sets", numbered(500, s7="Gravel"), "many")
    index._file.open().execute("PRAGMA max_page_count = 1")
    refresh(index, where, path)
    assert ids(index, "gravel") == ["q7"]
    assert index._file.in_memory


def test_an_index_that_may_only_be_read_still_serves(
    where: Places, path: Path, index: SearchIndex
) -> None:
    refresh(index, where, path)
    index._file.open().execute("PRAGMA query_only = ON")
    assert refresh(index, where, path) == 0
    assert ids(index, "gravel") == ["dough"]
    assert not index._file.in_memory
    path.write_text(SET.replace("Gravel", "Pebbles"), encoding="utf-8")
    refresh(index, where, path)
    assert ids(index, "pebbles") == ["dough"]
    assert index._file.in_memory


def test_two_programs_index_at_once(where: Places, path: Path, index: SearchIndex) -> None:
    other = SearchIndex(where.cache)
    with Library.open([path], places=where) as library:
        for _ in zip_longest(index.refresh(library.sets), other.refresh(library.sets)):
            pass
    assert ids(index, "gravel") == ids(other, "gravel") == ["dough"]
    assert lines(index, "gluten") == lines(other, "gluten") == [5]
    assert rows_of(index, "SELECT count(*) FROM files") == [(2,)]
    other.close()


def test_two_programs_make_the_file_at_once(where: Places) -> None:
    one, two = SearchFile(where.cache), SearchFile(where.cache)
    one.open()
    database = two.open()
    two._make_tables(database)  # as if it had found the file empty
    assert not database.in_transaction
    assert database.execute("SELECT count(*) FROM files").fetchone() == (0,)
    one.close()
    two.close()


def test_a_busy_index_is_done_without(
    where: Places, path: Path, index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_file, "BUSY_SECONDS", 0)
    refresh(index, where, path)
    index.close()
    other = sqlite3.connect(where.cache / "search.sqlite")
    other.execute("BEGIN EXCLUSIVE")
    refresh(index, where, path)
    assert ids(index, "gravel") == ["dough"]
    other.close()


def test_the_index_is_for_its_owner_only(where: Places, path: Path, index: SearchIndex) -> None:
    refresh(index, where, path)
    assert (where.cache / "search.sqlite").stat().st_mode & 0o777 == 0o600


def test_an_sqlite_without_full_text_search_is_named(
    where: Places, path: Path, index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_file, "FTS", "fts99")
    with pytest.raises(QuizError, match="built without FTS5") as caught:
        refresh(index, where, path)
    assert caught.value.hint
