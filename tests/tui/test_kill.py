"""Killing the program at any moment loses nothing; signals end it cleanly."""

from __future__ import annotations

import random
import signal
from pathlib import Path

import pytest

from quiz.store.history import History
from quiz.study.begin import begin
from quiz.study.request import Request
from quiz.study.study import Study
from tests.plain.nine_types import desk_over, write_set
from tests.tui.terminal import Terminal

KILLS = 20


def many_choices(folder: Path) -> Path:
    """A set of thirty single-choice questions."""
    lines = ["id: many", "title: Many", "documents:", "  bread: documents/bread.txt", "questions:"]
    for i in range(30):
        lines += [
            f"  - id: q{i}",
            "    type: single-choice",
            f"    stem: Question number {i}?",
            f"    answer: right {i}",
            f"    distractors: [wrong {i}, bad {i}]",
            "    sources: [{document: bread, exact: Yeast turns sugar into gas.}]",
        ]
    return write_set(folder, "\n".join(lines) + "\n", "many")


def standing(set_file: Path, home: Path) -> tuple[int, str, tuple[str, ...]]:
    """How many answers are kept, and which question with which options comes next."""
    with desk_over(set_file, home) as desk:
        record = desk.history.unfinished()
        assert record is not None
        study = Study.resume(desk, record)
        turn = study.turn
        assert turn is not None
        return len(desk.history.reviews_of(record.uid)), turn.question.stem, turn.options


def test_killed_twenty_times_in_a_row_nothing_is_lost(tmp_path: Path) -> None:
    set_file, home = many_choices(tmp_path / "set"), tmp_path / "home"
    chance = random.Random(4)
    with desk_over(set_file, home) as desk:
        assert begin(desk, Request(sets=("many",), seed=3, all=True)) is not None
    answered, stem, options = standing(set_file, home)
    for _ in range(KILLS):
        with Terminal("study", str(set_file), "--all", "--seed", "3", home=home) as terminal:
            terminal.wait_for("Go on with question")
            terminal.press("\r")
            terminal.wait_for(stem)
            for position, option in enumerate(options, 1):
                terminal.wait_for(f"{position} ○ {option}")
            moment = chance.choice(["asked", "answering", "verdict", "verdict"])
            if moment != "asked":
                right = next(i for i, text in enumerate(options, 1) if text.startswith("right"))
                terminal.press(f"{right}\r")
            if moment == "verdict":
                terminal.wait_for("Correct")
                answered += 1
            assert terminal.signal(signal.SIGKILL) == -signal.SIGKILL
        kept, stem, options = standing(set_file, home)
        assert kept == answered or (moment == "answering" and kept == answered + 1)
        answered = kept
    with History.open(home / "history.sqlite", now_ms=0) as history:
        assert history.verify() == []


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_the_program_and_restores_the_terminal(
    tmp_path: Path, number: signal.Signals, status: int
) -> None:
    set_file = write_set(tmp_path / "set")
    with Terminal("study", str(set_file), home=tmp_path / "home") as terminal:
        terminal.wait_for("1 of 9")
        terminal.press("")
        assert terminal.signal(number) == status
        assert b"\x1b[?1049l" in terminal.painted
        assert b"\x1b[?25h" in terminal.painted
        assert b"\x1b[?1000l" in terminal.painted
