"""Where the learner stopped reading is kept."""

from __future__ import annotations

from pathlib import Path

from quiz.store.history.history import History


def test_a_place_is_kept_for_each_document_and_the_last_one_counts(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    with History.open(path, now_ms=0) as history:
        assert history.reading_place("/a.txt") == 0
        history.keep_reading_place("/a.txt", 40, 1)
        history.keep_reading_place("/b.txt", 7, 2)
        history.keep_reading_place("/a.txt", 52, 3)
    with History.open(path, now_ms=0) as history:
        assert history.reading_place("/a.txt") == 52
        assert history.reading_place("/b.txt") == 7


def test_an_odd_file_name_and_a_place_before_the_start_are_no_trouble(tmp_path: Path) -> None:
    with History.open(tmp_path / "history.sqlite", now_ms=0) as history:
        history.keep_reading_place("/\udcff.txt", -3, 1)
        assert history.reading_place("/\udcff.txt") == 0
