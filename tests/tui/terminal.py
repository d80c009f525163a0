"""A real process on a pseudo-terminal, with what it painted."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from tests.tui.grid import Grid

_ESCAPES = re.compile(
    rb"\x1b\[[0-9;?<>=]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()=>78].?"
)
PATIENCE = 30.0
"""Seconds until a program that paints nothing counts as hung."""


class Terminal:
    """`quiz ARGS` in a terminal of its own; killed at the end if it still runs."""

    def __init__(
        self,
        *args: str,
        home: Path,
        size: tuple[int, int] = (80, 24),
        program: tuple[str, ...] = ("-m", "quiz"),
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.painted = b""
        self.grid = Grid()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            usual = {"QUIZ_HOME": str(home), "TERM": "xterm-256color", "PYTHONUTF8": "1"}
            os.environ.update(usual | dict(env or {}))
            os.execv(sys.executable, [sys.executable, *program, *args])
        columns, rows = size
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._status: int | None = None

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
        os.write(self._fd, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size; from now on only what is painted after it counts."""
        self.painted = b""
        self.grid.touched.clear()
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def signal(self, number: signal.Signals) -> int:
        """Send a signal and wait for the end; the exit status, negative for a signal."""
        os.kill(self.pid, number)
        return self.wait()

    def wait(self) -> int:
        """Read to the end; the exit status."""
        while self._status is None and self._read(PATIENCE):
            pass
        if self._status is None:
            self._status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self._status

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._status is None:
            # not read to its end: a child of the program may still hold the terminal open
            os.kill(self.pid, signal.SIGKILL)
            self._status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        os.close(self._fd)

    def _read(self, seconds: float) -> bool:
        """Read what there is within the time; False at the end."""
        ready, _, _ = select.select([self._fd], [], [], max(0.0, seconds))
        try:
            found = os.read(self._fd, 65536) if ready else b""
        except OSError:
            return False
        self.painted += found
        self.grid.feed(found)
        return bool(found)
