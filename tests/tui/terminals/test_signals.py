"""A signal ends the program cleanly wherever it is."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.effort import some_of
from tests.tui.rooms import ROOMS, enter, write_sets

STATUS = {signal.SIGTERM: 143, signal.SIGHUP: 129}
TRIED = [(room, number) for at, room in enumerate(ROOMS) for number in some_of([*STATUS], at, 2)]
"""Every room with one of the signals in turn, with both in full."""


@pytest.mark.parametrize(("room", "number"), TRIED)
def test_a_signal_ends_every_room_and_restores_the_terminal(
    tmp_path: Path, room: str, number: signal.Signals
) -> None:
    write_sets(tmp_path)
    with enter(tmp_path, ROOMS[room]) as terminal:
        assert terminal.signal(number) == STATUS[number]
        assert b"\x1b[?1049l" in terminal.painted
        assert b"\x1b[?25h" in terminal.painted
        assert b"\x1b[?1000l" in terminal.painted
        assert "Traceback" not in terminal.words
