"""Killing the program at any moment loses nothing; signals end it cleanly."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.effort import times
from tests.plain.nine_types import write_set
from tests.soak.kills import MOMENTS, kill
from tests.tui.terminal import Terminal

KILLS = times(50, 12)


def test_killed_again_and_again_nothing_is_lost() -> None:
    report = kill(KILLS, seed=4)
    assert report.lost == []
    assert report.kills.total() == KILLS
    assert min(report.kills[moment] for moment in MOMENTS) > 0


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
