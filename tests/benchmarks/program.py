"""Any program on a pseudo-terminal of 80×24, read as plainly as can be: reading costs time, too."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import sys
import termios
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.cpu import clean_environment
from tests.tui.grid import Grid
from tests.tui.terminal import _ESCAPES, Terminal


class Program(Terminal):
    """A program in a terminal of its own, in a folder; `words` are only those just sent."""

    def __init__(self, program: Sequence[str], folder: Path, home: Path) -> None:
        environment = clean_environment(home)
        self.painted = b""
        self.grid = Grid()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execve(program[0], list(program), environment)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._status: int | None = None

    @classmethod
    def quiz(cls, *args: str, home: Path) -> Program:
        """Ours."""
        home.mkdir(parents=True, exist_ok=True)
        return cls((sys.executable, "-m", "quiz", *args), home, home)

    @property
    def words(self) -> str:
        """What was sent since the last key, without escape sequences."""
        return _ESCAPES.sub(b"", self.painted).decode("utf-8", "replace")

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._fd], [], [], max(0.0, seconds))
        try:
            found = os.read(self._fd, 65536) if ready else b""
        except OSError:
            return False
        self.painted += found
        return bool(found)
