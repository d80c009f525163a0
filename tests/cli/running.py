"""Run the command line in a process of its own, everything it writes below a folder."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.processes import OnTerminal, run_python


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run ended and what it printed."""

    status: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Cli:
    """The command `quiz` with its home in a folder, run from that folder's `work`."""

    folder: Path

    @property
    def work(self) -> Path:
        return self.folder / "work"

    @property
    def home(self) -> Path:
        return self.folder / "home"

    def environment(self, **extra: str) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("QUIZ", "_QUIZ"))}
        return {**kept, "QUIZ_HOME": str(self.home), "PYTHONUTF8": "1", "COLUMNS": "80", **extra}

    def __call__(self, *args: str, typed: str = "", **extra: str) -> Ran:
        done = self.python("-m", "quiz", *args, typed=typed, **extra)
        return Ran(done.returncode, done.stdout, done.stderr)

    def python(self, *args: str, typed: str = "", **extra: str) -> subprocess.CompletedProcess[str]:
        return run_python(
            *args,
            input=typed,
            encoding="utf-8",
            cwd=self.work,
            env=self.environment(**extra),
        )


class Typing(OnTerminal):
    """A run of the command at a terminal that knows no escape sequences, or at another one."""

    def __init__(self, cli: Cli, *args: str, terminal: str = "dumb", **extra: str) -> None:
        program = [sys.executable, "-m", "quiz", *args]
        super().__init__(program, cli.environment(TERM=terminal, **extra), folder=cli.work)
