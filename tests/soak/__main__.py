"""Everything that takes long, once from start to end: `python -m tests.soak`.

All tests with all of their examples, kills, fuzzing, random texts on every screen, resizes, and
damage to the history. Prints a report, and with `--write FILE` puts it between the marks of that
file. 1 when a promise was broken.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.processes import run_python

BETWEEN = re.compile(r"(<!-- soak: .*? -->\n).*?(<!-- end of soak -->)", re.DOTALL)

HOURS = 2
"""After which a part counts as hung."""


class Part(NamedTuple):
    """One long run: its title, the command, and what its environment has besides."""

    title: str
    command: tuple[str, ...]
    environment: dict[str, str] = {}


def parts(kills: int, minutes: float, strings: int, resizes: int) -> tuple[Part, ...]:
    """All parts; each command can be run by itself."""
    return (
        Part(
            "Every test in full",
            ("-m", "pytest", "-n", "auto", "--dist", "worksteal"),
            {"QUIZ_TESTS": "full"},
        ),
        Part("Kills", ("-m", "tests.soak.kills", "--times", str(kills))),
        Part("Signals", ("-m", "tests.soak.signals")),
        Part("Random texts", ("-m", "tests.soak.screens", "--strings", str(strings))),
        Part(
            f"{resizes:,} resizes",
            ("-m", "pytest", "tests/tui/terminals/test_terminals.py", "-k", "resized"),
            {"QUIZ_SOAK_RESIZES": str(resizes)},
        ),
        Part(
            "200 damaged histories",
            ("-m", "pytest", "tests/store/keeping/test_salvage.py"),
            {"QUIZ_SOAK_DAMAGES": "200"},
        ),
        Part(
            "2,000 damaged histories, every command",
            ("-m", "tests.soak.damage", "--times", "2000"),
        ),
        Part("200 damaged histories, every screen", ("-m", "tests.soak.damaged_screens")),
        Part("Damage, beside SQLite's own `.recover`", ("-m", "tests.soak.recover")),
        Part("Hostile files", ("-m", "tests.hostile.measure")),
        Part("Fuzzing", ("-m", "tests.hostile.fuzz", "--minutes", f"{minutes:g}")),
    )


def run(part: Part) -> tuple[bool, str]:
    """Whether a part held, and what it printed."""
    done = run_python(
        *part.command,
        env={**os.environ, **part.environment},
        capture_output=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=HOURS * 3600,
    )
    return done.returncode == 0, done.stdout.strip()


def report(chosen: Sequence[Part]) -> Iterator[tuple[bool, str]]:
    """Each part's section, as soon as it is there."""
    for part in chosen:
        began = time.monotonic()
        held, text = run(part)
        setting = "".join(f"{name}={value} " for name, value in part.environment.items())
        minutes = (time.monotonic() - began) / 60
        state = "held" if held else "**BROKEN**"
        command = f"`{setting}python {' '.join(part.command)}`"
        yield held, f"### {part.title}: {state}\n\n{command}, {minutes:.1f} minutes.\n\n{text}\n"


def write(path: Path, sections: Sequence[str]) -> None:
    """Put the report between the marks of a file."""
    body = "\n" + "\n".join(sections) + "\n"
    text = path.read_text(encoding="utf-8")
    path.write_text(BETWEEN.sub(lambda found: found[1] + body + found[2], text), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=10, help="for all fuzzing together")
    parser.add_argument("--strings", type=int, default=10_000)
    parser.add_argument("--resizes", type=int, default=2000)
    parser.add_argument("--write", type=Path, metavar="FILE")
    chosen = parser.parse_args(arguments)
    wanted = parts(chosen.kills, chosen.minutes, chosen.strings, chosen.resizes)
    sections, whole = [], True
    for held, section in report(wanted):
        print(section, flush=True)
        sections.append(section)
        whole = whole and held
    if chosen.write:
        write(chosen.write, sections)
    return int(not whole)


if __name__ == "__main__":
    sys.exit(main())
