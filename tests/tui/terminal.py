"""A real process on a pseudo-terminal, with what it painted."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from tests.processes import PATIENCE, OnTerminal
from tests.tui.grid import Grid

_ESCAPES = re.compile(
    rb"\x1b\[[0-9;?<>=]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()=>78].?"
)


class Terminal(OnTerminal):
    """`quiz ARGS` in a terminal of its own; killed at the end if it still runs."""

    def __init__(
        self,
        *args: str,
        home: Path,
        size: tuple[int, int] = (80, 24),
        program: tuple[str, ...] = ("-m", "quiz"),
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.grid = Grid()
        usual = {"QUIZ_HOME": str(home), "TERM": "xterm-256color", "PYTHONUTF8": "1"}
        # a size in the environment would hide that of the terminal
        around = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
        environment = {**around, **usual, **(env or {})}
        super().__init__([sys.executable, *program, *args], environment, size=size)

    @property
    def screen(self) -> str:
        """What a failure shows."""
        return self.words[-2000:]

    @property
    def words(self) -> str:
        """What was sent since the last key, without escape sequences; then the rows it is on.

        Only what changes is sent: `2` for `2 of 9`. The rows have it in full.
        """
        sent = _ESCAPES.sub(b"", self.painted).decode("utf-8", "replace")
        return f"{sent}\n{self.grid.news}"

    def wait_for(self, words: str) -> None:
        """Read until the words were painted since the last key; fails when they never are."""
        end = time.monotonic() + PATIENCE
        while words not in self.words:
            left = end - time.monotonic()
            assert left > 0, f"{words!r} was not painted in {self.words[-2000:]!r}"
            assert self._read(left), f"ended before {words!r} in {self.words[-2000:]!r}"

    def watch(self, seconds: float) -> bool:
        """Read what is painted next; False when nothing was in so many seconds, or at the end."""
        return self._read(seconds)

    def press(self, keys: str) -> None:
        """Type; from now on only what is painted after it counts."""
        self.painted = b""
        self.grid.touched.clear()
        self.send(keys)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size; from now on only what is painted after it counts."""
        self.painted = b""
        self.grid.touched.clear()
        self._set_size(columns, rows)

    def _take(self, found: bytes) -> None:
        super()._take(found)
        self.grid.feed(found)
