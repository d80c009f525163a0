"""How long the program takes to end on a signal, room by room: `python -m tests.soak.signals`.

1 when it took longer than a second anywhere, or left the terminal as it was.
"""

from __future__ import annotations

import signal
import sys
import tempfile
import time
from pathlib import Path

from tests.tui.rooms import ROOMS, enter, write_sets

LONGEST = 1.0
"""Seconds."""
STATUS = {signal.SIGTERM: 143, signal.SIGHUP: 129}


def end(room: str, number: signal.Signals) -> tuple[float, bool]:
    """Seconds from the signal to the end, and whether that was a clean one."""
    with tempfile.TemporaryDirectory() as name:
        write_sets(Path(name))
        with enter(Path(name), ROOMS[room]) as terminal:
            began = time.perf_counter()
            status = terminal.signal(number)
            took = time.perf_counter() - began
            return took, status == STATUS[number] and b"\x1b[?1049l" in terminal.painted


def main() -> int:
    """Print how long each end took."""
    found = {(room, number): end(room, number) for room in ROOMS for number in STATUS}
    slowest = max(found, key=lambda one: found[one][0])
    unclean = [
        f"{room}, {number.name}" for (room, number), (_, clean) in found.items() if not clean
    ]
    print(f"- {len(found)} ends: each of {len(ROOMS)} rooms by SIGTERM and by SIGHUP")
    print(f"- longest: {found[slowest][0]:.2f} s ({slowest[0]}, {slowest[1].name})")
    print(f"- not clean: {', '.join(unclean) or 'none'}")
    return int(bool(unclean) or found[slowest][0] > LONGEST)


if __name__ == "__main__":
    sys.exit(main())
