"""A disk that is full for real, and a home that cannot be made, in a real terminal."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from quiz.store.history.history import History
from tests.tui.rooms import ROOMS, Way, enter, fill_disk, free_disk, write_sets
from tests.tui.terminal import Terminal

NOT_SAVED = ROOMS["not saved"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_sets(tmp_path)
    return tmp_path


def kept(home: Path) -> int:
    with History.open(home / "history.sqlite", now_ms=0, readonly=True) as history:
        assert history.verify() == []
        return history.size()


def test_on_a_full_disk_the_answer_waits_and_is_kept_when_there_is_room(home: Path) -> None:
    with enter(home, NOT_SAVED) as terminal:
        assert "the disk does not take" in terminal.words
        free_disk(terminal)
        terminal.press("\r")
        terminal.wait_for("Now you know")
        assert kept(home) == 1


def test_without_saving_everything_is_written_at_the_next_answer_with_room(home: Path) -> None:
    with enter(home, NOT_SAVED) as terminal:
        terminal.press("w")
        terminal.wait_for("Not saved")
        terminal.wait_for("Now you know")
        terminal.press("\r")
        terminal.wait_for("Don't know")
        assert kept(home) == 0
        free_disk(terminal)
        terminal.press("\x1bOR")  # F3 gives up, also in a field
        terminal.wait_for("Everything is saved again.")
        assert kept(home) == 2


def test_leaving_and_even_a_signal_say_what_is_not_saved(home: Path) -> None:
    with enter(home, NOT_SAVED) as terminal:
        terminal.press("w")
        terminal.wait_for("Now you know")
        terminal.press("\x11")
        terminal.wait_for("1 answer is not saved")
        assert terminal.signal(signal.SIGTERM) == 143
        assert "quiz: 1 answer is not saved: " in terminal.words


def test_a_signal_brings_to_disk_what_there_is_room_for_by_then(home: Path) -> None:
    with enter(home, NOT_SAVED) as terminal:
        terminal.press("w")
        terminal.wait_for("Now you know")
        free_disk(terminal)
        assert terminal.signal(signal.SIGTERM) == 143
        assert "not saved:" not in terminal.words
    assert kept(home) == 1


def test_plain_lines_ask_on_a_full_disk_and_go_on_in_memory(home: Path) -> None:
    way = Way(("study", "bread", "--plain"), (("", "Question 1 of 9"),))
    with enter(home, way) as terminal:
        fill_disk(terminal)
        terminal.press(":k\n")
        terminal.wait_for("r try again, w go on without saving, q leave")
        terminal.press("w\n")
        terminal.wait_for("Now you know")
        terminal.press(":q\n")
        assert terminal.wait() == 0
        assert "quiz: 1 answer is not saved: " in terminal.words


@pytest.mark.parametrize(
    ("command", "words"), [((), "Citequiz"), (("study", "--plain"), ":help shows")]
)
def test_without_a_home_the_learner_is_asked_before_anything_begins(
    tmp_path: Path, command: tuple[str, ...], words: str
) -> None:
    (tmp_path / "file").touch()
    home = tmp_path / "file" / "home"
    with Terminal(*command, home=home) as terminal:
        terminal.wait_for("Study without saving? Type yes to do it:")
        terminal.press("yes\n")
        terminal.wait_for("Not saved")
        assert words in terminal.words
    with Terminal(*command, home=home) as terminal:
        terminal.wait_for("Nothing can be saved: the history cannot be opened for writing")
        terminal.wait_for("Type yes")
        terminal.press("no\n")
        assert terminal.wait() == 1
        assert "QUIZ_HOME" in terminal.words
