"""What starts real programs for the tests gives them an end and a shell's signals."""

from __future__ import annotations

import ast
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import TOP, processes
from tests.processes import OnTerminal, run_python

TOLD = (
    "import signal; print([n.name for n in signal.valid_signals() - {signal.SIGPIPE, "
    "signal.SIGXFSZ} if getattr(n, 'name', '') and "
    "signal.getsignal(n) is signal.SIG_IGN], signal.pthread_sigmask(signal.SIG_BLOCK, ()))"
)
HUNG = "import time; print('still here', flush=True); time.sleep(600)"


@contextmanager
def as_in_the_background() -> Iterator[None]:
    """What a shell's background job and `nohup` hand on, and a signal that is blocked."""
    numbers = (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM)
    before = [signal.signal(number, signal.SIG_IGN) for number in numbers]
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def test_a_child_has_default_signals_however_the_tests_were_started() -> None:
    with as_in_the_background():
        ran = run_python("-c", TOLD)
    assert ran.stdout == "[] set()\n", ran.stderr


def test_a_program_on_a_terminal_has_default_signals_too() -> None:
    program = [sys.executable, "-c", TOLD]
    with as_in_the_background(), OnTerminal(program, os.environ) as terminal:
        assert terminal.wait() == 0
    assert terminal.painted == b"[] set()\r\n"


def test_the_tests_own_signals_are_as_before() -> None:
    with as_in_the_background():
        run_python("-c", "")
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        assert signal.SIGTERM in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_a_program_that_never_ends_fails_with_its_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    with OnTerminal([sys.executable, "-c", HUNG], os.environ) as terminal:
        while b"still here" not in terminal.painted:
            assert terminal._read(processes.PATIENCE)
        monkeypatch.setattr(processes, "PATIENCE", 0.0)
        with pytest.raises(AssertionError, match="does not end; its screen: still here"):
            terminal.wait()


def test_a_program_that_takes_no_more_input_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "PATIENCE", 0.1)
    with (
        OnTerminal([sys.executable, "-c", HUNG], os.environ) as terminal,
        pytest.raises(AssertionError, match="did not take"),
    ):
        terminal.send("a line too long\n" * 100_000)


def test_the_status_of_a_signal_is_told() -> None:
    with OnTerminal([sys.executable, "-c", HUNG], os.environ) as terminal:
        while b"still here" not in terminal.painted:
            assert terminal._read(processes.PATIENCE)
        assert terminal.signal(signal.SIGTERM) == -signal.SIGTERM


STARTING = {"subprocess.run", "subprocess.Popen", "subprocess.check_output", "subprocess.call"}
STARTING |= {"pty.fork", "pty.spawn", "pty.openpty", "os.fork", "os.posix_spawn", "os.system"}


def started(path: Path) -> list[str]:
    """Where a file starts a program by itself."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    types = {id(node.value) for node in nodes if isinstance(node, ast.Subscript)}
    named = [node for node in nodes if isinstance(node, ast.Attribute) and id(node) not in types]
    found = [node for node in named if ast.unparse(node) in STARTING]
    return [f"{path.relative_to(TOP)}:{node.lineno}" for node in found]


def test_no_test_starts_a_program_by_itself() -> None:
    files = [path for path in (TOP / "tests").rglob("*.py") if path.name != "processes.py"]
    assert [place for path in files for place in started(path)] == []
    assert started(TOP / "tests" / "processes.py") != []
