"""Small files stay quick: twice the file takes about twice the work, whatever is in it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from quiz.core.checking.explained.example import DOCUMENT
from quiz.formats.findings_github import to_github
from quiz.formats.findings_json import to_json
from quiz.formats.findings_sarif import to_sarif
from quiz.formats.findings_text import to_text
from quiz.store.checking.checking import check_file
from quiz.store.library.found_files import Found
from tests.effort import most_of, times
from tests.store.checking.slow_sets import LARGE, SHAPES, Maker, makers

SIZE = times(8000, 5000)
GROWTH = 2.6
NOTHING = 0.04
"""Seconds of CPU below which nobody waits and nothing can be measured."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "water.txt").write_text(DOCUMENT, "utf-8")
    return tmp_path


def seconds(folder: Path, text: str) -> float:
    """CPU of checking a set and of writing what was found in every format."""
    path = folder / "set.yaml"
    path.write_text(text, "utf-8")
    before = time.process_time()
    reports = [check_file(Found(path, folder)).report]
    for line in (*to_text(reports, width=80), *to_github(reports)):
        assert "\n" not in line
    assert to_json(reports)
    assert to_sarif(reports)
    return time.process_time() - before


def in_proportion(folder: Path, make: Maker) -> bool:
    """Whether twice the size takes about twice the time; the least of several runs counts."""
    small = large = float("inf")
    for _ in range(6):
        large = min(large, seconds(folder, make(2 * SIZE)))
        if large < NOTHING:
            return True
        small = min(small, seconds(folder, make(SIZE)))
        if large < GROWTH * small:
            return True
    return False


@pytest.mark.parametrize("name", most_of(makers()))
def test_twice_the_file_is_about_twice_the_work(folder: Path, name: str) -> None:
    assert in_proportion(folder, makers()[name])


@pytest.mark.parametrize("name", most_of(LARGE))
def test_no_file_takes_longer_than_anybody_waits(folder: Path, name: str) -> None:
    assert any(seconds(folder, SHAPES[name](200_000)) < 4 for _ in range(2))
