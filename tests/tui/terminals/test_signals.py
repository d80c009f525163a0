"""A signal ends the program cleanly wherever it is."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.tui.rooms import ROOMS, enter, write_sets


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_every_room_and_restores_the_terminal(
    tmp_path: Path, room: str, number: signal.Signals, status: int
) -> None:
    write_sets(tmp_path)
    with enter(tmp_path, ROOMS[room]) as terminal:
        assert terminal.signal(number) == status
        assert b"\x1b[?1049l" in terminal.painted
        assert b"\x1b[?25h" in terminal.painted
        assert b"\x1b[?1000l" in terminal.painted
        assert "Traceback" not in terminal.words
