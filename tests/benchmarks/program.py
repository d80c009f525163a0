"""Any program on a pseudo-terminal of 80×24, read as plainly as can be: reading costs time, too."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.cpu import clean_environment
from tests.processes import OnTerminal
from tests.tui.grid import Grid
from tests.tui.terminal import _ESCAPES, Terminal


class Program(Terminal):
    """A program in a terminal of its own, in a folder; `words` are only those just sent."""

    def __init__(self, program: Sequence[str], folder: Path, home: Path) -> None:
        self.grid = Grid()
        OnTerminal.__init__(self, program, clean_environment(home), folder=folder)

    @classmethod
    def quiz(cls, *args: str, home: Path) -> Program:
        """Ours."""
        home.mkdir(parents=True, exist_ok=True)
        return cls((sys.executable, "-m", "quiz", *args), home, home)

    @property
    def words(self) -> str:
        """What was sent since the last key, without escape sequences."""
        return _ESCAPES.sub(b"", self.painted).decode("utf-8", "replace")

    def _take(self, found: bytes) -> None:
        self.painted += found
