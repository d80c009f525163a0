"""Real programs under test: every one starts with default signals, and every wait has an end."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, NoReturn, Self

PATIENCE = 30.0
"""Seconds until a program that prints nothing counts as hung."""
LONGEST = 120.0
"""Seconds until a program that is run to its end counts as hung."""

_SIGNALS = (
    signal.SIGINT,
    signal.SIGQUIT,
    signal.SIGHUP,
    signal.SIGTERM,
    signal.SIGPIPE,
    signal.SIGTSTP,
)


@contextmanager
def default_signals() -> Iterator[None]:
    """What starts inside gets its signals as from a shell's prompt.

    A shell's background job has SIGINT ignored, `nohup` SIGHUP, and Python SIGPIPE; children
    inherit that, and a mask. What the tests themselves catch is default in a child anyway. Only
    the main thread can change what is ignored; elsewhere it stays.
    """
    able = _SIGNALS if threading.current_thread() is threading.main_thread() else ()
    ignored = [number for number in able if signal.getsignal(number) is signal.SIG_IGN]
    for number in ignored:
        signal.signal(number, signal.SIG_DFL)
    blocked = signal.pthread_sigmask(signal.SIG_SETMASK, ())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        for number in ignored:
            signal.signal(number, signal.SIG_IGN)


def start(args: Sequence[str | Path], **how: Any) -> subprocess.Popen[Any]:
    """`subprocess.Popen` with default signals."""
    with default_signals():
        return subprocess.Popen(args, **how)


def run(args: Sequence[str | Path], **how: Any) -> subprocess.CompletedProcess[Any]:
    """`subprocess.run` with default signals and an end; the status is checked only if asked."""
    with default_signals():
        return subprocess.run(args, **{"timeout": LONGEST, "check": False, **_quiet(how)})


def _quiet(how: dict[str, Any]) -> dict[str, Any]:
    """Nothing to read, unless it is given."""
    return how if "input" in how else {"stdin": subprocess.DEVNULL, **how}


def run_python(*args: str | Path, **how: Any) -> subprocess.CompletedProcess[str]:
    """Run this Python; what it prints is captured as text."""
    return run([sys.executable, *args], **{"capture_output": True, "text": True, **how})


class OnTerminal:
    """A program on a pseudo-terminal of its own; killed at the end if it still runs."""

    def __init__(
        self,
        program: Sequence[str],
        environment: Mapping[str, str],
        *,
        folder: Path | None = None,
        size: tuple[int, int] = (80, 24),
    ) -> None:
        self.painted = b""
        self._seen = 0
        self._status: int | None = None
        with default_signals(), warnings.catch_warnings():
            # the child of this fork does nothing but become the program
            warnings.simplefilter("ignore", DeprecationWarning)
            self.pid, self._fd = pty.fork()
            if self.pid == 0:
                _become(program, environment, folder)
        os.set_blocking(self._fd, False)
        self._set_size(*size)

    @property
    def screen(self) -> str:
        """What a failure shows: the end of what was printed."""
        return self.painted.decode("utf-8", "replace")[-2000:]

    @property
    def said(self) -> str:
        """Everything printed so far."""
        return self.painted.decode("utf-8", "replace")

    def wait_for(self, text: str) -> None:
        """Read until a text has come since the last one waited for."""
        while (found := self.said.find(text, self._seen)) < 0:
            if not self._read(PATIENCE):
                self._give_up(f"printed no {text!r}")
        self._seen = found + len(text)

    def send(self, text: str) -> None:
        """Type; fails when the program does not take it."""
        left, end = text.encode(), time.monotonic() + PATIENCE
        while left:
            if time.monotonic() > end:
                self._give_up(f"did not take {text[:80]!r}")
            # a terminal may be ready and yet take nothing more
            with suppress(BlockingIOError):
                left = left[os.write(self._fd, left) :]
                continue
            select.select([], [], [], 0.002)

    def signal(self, number: signal.Signals) -> int:
        """Send a signal and wait for the end; the exit status, negative for a signal."""
        os.kill(self.pid, number)
        return self.wait()

    def wait(self) -> int:
        """Read to the end; the exit status. Fails when nothing is printed and nothing ends."""
        end = time.monotonic() + PATIENCE
        while self._status is None:
            if self._read(0.05):
                end = time.monotonic() + PATIENCE
            elif not self._ended():
                if time.monotonic() > end:
                    self._give_up("does not end")
                select.select([], [], [], 0.002)
        while self._read(0):
            pass
        return self._status

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Kill the program if it still runs, and close the terminal."""
        if self._status is None:
            # not read to its end: a child of the program may still hold the terminal open
            os.kill(self.pid, signal.SIGKILL)
            self._status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        os.close(self._fd)

    def _ended(self) -> bool:
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        if pid:
            self._status = os.waitstatus_to_exitcode(status)
        return bool(pid)

    def _give_up(self, what: str) -> NoReturn:
        raise AssertionError(f"the program {what}; its screen: {self.screen}")

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _read(self, seconds: float) -> bool:
        """Read what there is within the time; False when there is nothing, or at the end."""
        ready, _, _ = select.select([self._fd], [], [], max(0.0, seconds))
        try:
            found = os.read(self._fd, 65536) if ready else b""
        except OSError:  # how Linux tells that the other end is closed
            return False
        self._take(found)
        return bool(found)

    def _take(self, found: bytes) -> None:
        self.painted += found


def _become(
    program: Sequence[str], environment: Mapping[str, str], folder: Path | None
) -> NoReturn:
    """In the child: turn into the program."""
    try:
        if folder is not None:
            os.chdir(folder)
        os.execve(program[0], list(program), dict(environment))
    finally:
        os._exit(127)
