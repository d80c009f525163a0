"""A file is replaced whole, and what killed programs left half written goes with the next run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quiz.store.files.atomic import replace_file
from tests.processes import run_python

pytestmark = pytest.mark.skipif(os.name != "posix", reason="asks whether a program runs")


def ended() -> int:
    """The number of a program that has ended."""
    return int(run_python("-c", "import os; print(os.getpid())").stdout)


def test_what_a_killed_program_left_half_written_is_cleaned_by_the_next_run(
    tmp_path: Path,
) -> None:
    left = tmp_path / f".set [1].yaml.{ended()}.ab_12.tmp"
    at_work = tmp_path / f".set [1].yaml.{os.getppid()}.ab_12.tmp"
    others = [tmp_path / name for name in (".set [1].yaml.tmp", ".other.yaml.1.a.tmp", "a.tmp")]
    for file in (left, at_work, *others):
        file.write_text("half")
    replace_file(tmp_path / "set [1].yaml", b"whole")
    assert not left.exists()
    assert {file.name for file in tmp_path.iterdir()} == {
        "set [1].yaml",
        at_work.name,
        *(file.name for file in others),
    }


def test_a_program_of_an_impossible_number_runs_no_more(tmp_path: Path) -> None:
    left = tmp_path / f".a.{10**30}.x.tmp"
    left.write_text("half")
    replace_file(tmp_path / "a", b"whole")
    assert not left.exists()
