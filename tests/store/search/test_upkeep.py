"""The search index kept up: what is indexed again, and what is dropped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quiz.core.documents.search_terms import parse_terms
from quiz.store.files.home import Places
from quiz.store.library.cache import ParseCache
from quiz.store.library.contents import Contents, open_contents
from quiz.store.library.library import Library
from quiz.store.search import rows as search_rows
from quiz.store.search.files import Indexed, indexed_files
from quiz.store.search.index import SearchIndex
from tests.plain.nine_types import DOCUMENT, SET, write_set
from tests.store.library.test_cache import age
from tests.store.searching import document, ids, lines, refresh, rows_of


def test_nothing_that_is_unchanged_is_opened_again(
    index: SearchIndex, where: Places, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refresh(index, where, path) == 2
    index.close()
    monkeypatch.setattr("quiz.store.search.files.read_bytes", None)
    assert refresh(index, where, path) == 0
    assert ids(index, "gravel") == ["dough"]


def test_only_what_has_changed_is_indexed_again(
    index: SearchIndex, where: Places, path: Path
) -> None:
    other = write_set(path.parent / "other", SET.replace("id: bread\n", "id: other\n"), "other")
    assert refresh(index, where, path, other) == 4
    path.write_text(SET.replace("Gravel", "Pebbles"), encoding="utf-8")
    assert refresh(index, where, path, other) == 1
    assert ids(index, "pebbles") == ["dough"]
    assert len(ids(index, "gravel")) == 1
    text = DOCUMENT.replace("gluten", "a network")
    document(path).write_text(text, encoding="utf-8")
    assert refresh(index, where, path, other) == 1
    assert lines(index, "network") == [5]
    assert rows_of(index, "SELECT count(*) FROM ids") == [(18,)]
    assert rows_of(index, "SELECT count(*) FROM units") == [(10,)]


def test_a_file_that_was_only_touched_is_not_indexed_again(
    index: SearchIndex, where: Places, path: Path
) -> None:
    refresh(index, where, path)
    age(path, 7200)
    assert refresh(index, where, path) == 0
    assert ids(index, "gravel") == ["dough"]


def test_a_change_within_one_tick_of_the_file_clock_is_noticed(
    index: SearchIndex, where: Places, path: Path
) -> None:
    path.touch()
    moment = path.stat().st_mtime_ns
    refresh(index, where, path)
    path.write_text(SET.replace("Gravel", "Marble"), encoding="utf-8")
    os.utime(path, ns=(moment, moment))
    refresh(index, where, path)
    assert ids(index, "marble") == ["dough"]


def test_a_set_that_changes_while_it_is_indexed_is_looked_at_again(
    index: SearchIndex, where: Places, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def just_then(path: Path, cache: ParseCache) -> Contents:
        path.write_text(SET.replace("Gravel", "Pebbles"), encoding="utf-8")
        return open_contents(path, cache)

    with Library.open([path], places=where) as library, monkeypatch.context() as patched:
        patched.setattr("quiz.store.library.contents.open_contents", just_then)
        for _ in index.refresh(library.sets):
            pass
    path.write_text(SET, encoding="utf-8")
    refresh(index, where, path)
    assert ids(index, "gravel") == ["dough"]
    assert ids(index, "pebbles") == []


def test_a_removed_file_is_dropped_from_the_index(
    index: SearchIndex, where: Places, path: Path
) -> None:
    other = write_set(path.parent / "other", SET.replace("id: bread\n", "id: other\n"), "other")
    refresh(index, where, path, other)
    other.unlink()
    refresh(index, where, path)
    assert rows_of(index, "SELECT count(*) FROM ids") == [(9,)]


def test_sets_outside_the_library_are_kept_but_not_found(
    index: SearchIndex, where: Places, path: Path
) -> None:
    other = write_set(path.parent / "other", SET.replace("id: bread\n", "id: other\n"), "other")
    refresh(index, where, path, other)
    assert refresh(index, where, other) == 0
    found = index.questions(parse_terms("gravel"), 20)
    assert [hit.set_id for hit in found] == ["other"]
    assert refresh(index, where, path, other) == 0


def test_an_index_that_is_mostly_dead_is_made_anew(
    index: SearchIndex, where: Places, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_rows, "SPARE_ROWS", 20)
    totals = []
    for i in range(8):
        path.write_text(SET.replace("Gravel", f"Gravel{i}"), encoding="utf-8")
        totals.append(refresh(index, where, path))
        assert ids(index, f"gravel{i}") == ["dough"]
    assert totals.count(2) >= 2, "now and then everything, at other times only the set"
    ((dead,),) = rows_of(index, "SELECT coalesce(sum(rows), 0) FROM files WHERE name IS NULL")
    assert isinstance(dead, int)
    assert dead <= 30


def test_a_refresh_left_in_the_middle_goes_on_next_time(
    index: SearchIndex, where: Places, path: Path
) -> None:
    with Library.open([path], places=where) as library:
        for step in index.refresh(library.sets):
            if step.done == 1:
                break
    assert refresh(index, where, path) == 1
    assert ids(index, "gravel") == ["dough"]


def test_documents_that_cannot_be_read_are_left_out(
    index: SearchIndex, where: Places, path: Path
) -> None:
    document(path).write_bytes(b"\xff\xfe")
    refresh(index, where, path)
    assert ids(index, "gravel") == ["dough"]
    assert lines(index, "gluten") == []


def test_a_document_outside_the_folder_of_a_set_is_not_found_through_another_set(
    index: SearchIndex, where: Places, path: Path
) -> None:
    stranger = path.parent / "below" / "stranger.yaml"
    stranger.parent.mkdir()
    text = SET.replace("id: bread\n", "id: stranger\n").replace("documents/", "../documents/")
    stranger.write_text(text, encoding="utf-8")
    refresh(index, where, path)
    assert lines(index, "gluten") == [5]
    refresh(index, where, stranger.parent)
    assert ids(index, "gravel") == ["dough"]
    assert lines(index, "gluten") == []


def test_a_file_is_indexed_once_for_all_sets_that_name_it(where: Places, path: Path) -> None:
    text = SET.replace("id: bread\n", "id: second\n")
    second = write_set(path.parent, text, "second")
    with Library.open([path, second], places=where) as library:
        found = list(indexed_files(library.sets))
    assert [(f.set_id, f.document) for f in found] == [
        ("bread", ""),
        ("bread", "bread"),
        ("second", ""),
    ]
    assert all(isinstance(f, Indexed) for f in found)
