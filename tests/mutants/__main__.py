"""Do the tests notice a changed line? `python -m tests.mutants [ROOM ...]`, rooms of `quiz/core`.

Each room is changed, one place at a time, in a copy of its own below `.mutants`, and judged by the
tests of the same room alone: functions by mutmut, the numbers outside of them by `numbers`. Prints
the share that was noticed and what was not; 1 when a room is below the share wanted.
`cd .mutants/ROOM && mutmut show NAME` shows a change.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests import TOP
from tests.mutants.numbers import changes, unnoticed
from tests.processes import run

ROOMS = sorted(path.name for path in (TOP / "quiz" / "core").iterdir() if path.is_dir())
WORK = TOP / ".mutants"
COPIED = ("quiz", "tests", "questions", "docs")
WANTED = 0.9
HOURS = 2
"""After which a room counts as hung."""

NOT_CHANGED = (
    r"^\s*raise (ValueError|TypeError|AssertionError)\(",  # words for programmers
    r"^\s*assert ",  # told to the type checker
    r"^\s*@",
)
"""Lines whose change nobody could notice, or should."""

SETTINGS = """
[tool.mutmut]
source_paths = ["quiz"]
only_mutate = ["quiz/core/{room}/*.py"]
do_not_mutate_patterns = {not_changed}
also_copy = ["questions", "docs"]
pytest_add_cli_args_test_selection = {tests}
pytest_add_cli_args = ["-p", "no:randomly", "-p", "no:xdist"]
use_git_change_detection = false
"""


class Verdict(NamedTuple):
    """How many changes of a room were noticed, of how many, and the names of the others."""

    room: str
    noticed: int
    tried: int
    missed: tuple[str, ...]

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.noticed / self.tried if self.tried else 1.0


def judges(room: str) -> list[str]:
    """The folders of tests that judge a room: its own; how a type is graded stands with grading."""
    rooms = ["questions", "grading"] if room == "questions" else [room]
    return [f"tests/core/{one}" for one in rooms]


def copied(name: str) -> Path:
    """A folder with a copy of everything."""
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (WORK / ".gitignore").write_text("*\n", encoding="utf-8")
    for name in COPIED:
        shutil.copytree(TOP / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(TOP / "pyproject.toml", folder)
    return folder


def prepare(room: str) -> Path:
    """A copy with mutmut's settings for the room."""
    folder = copied(room)
    # json writes a list of strings as TOML does
    settings = SETTINGS.format(
        room=room, tests=json.dumps(judges(room)), not_changed=json.dumps(NOT_CHANGED)
    )
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write(settings)
    return folder


def judge(room: str, workers: int) -> Verdict:
    """Change the room everywhere, and count."""
    found = _by_mutmut(prepare(room), workers)
    missed = [name for name, state in found.items() if state in ("survived", "no tests")]
    files = sorted((TOP / "quiz" / "core" / room).rglob("*.py"))
    numbers = [change for file in files for change in changes(TOP, file.relative_to(TOP))]
    missed += unnoticed(judges(room), numbers, lambda name: copied(f"{room}-{name}"), workers)
    tried = len(found) + len(numbers)
    return Verdict(room, tried - len(missed), tried, tuple(missed))


def _by_mutmut(folder: Path, workers: int) -> dict[str, str]:
    """Each change's name and what became of it."""
    mutmut = str(Path(sys.executable).with_name("mutmut"))
    environment = {**os.environ, "QUIZ_TESTS": "mutants"}
    how = {"cwd": folder, "env": environment, "capture_output": True, "text": True}
    ran = run([mutmut, "run", "--max-children", str(workers)], **how, timeout=HOURS * 3600)
    told = run([mutmut, "results", "--all", "true"], **how)
    found = dict(line.strip().rsplit(": ", 1) for line in told.stdout.splitlines() if ": " in line)
    if not found or "not checked" in found.values():
        raise SystemExit(f"{folder}: mutmut failed: {ran.stdout[-2000:]}{ran.stderr[-2000:]}")
    return found


def report(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """The table, and the names of what nobody noticed."""
    for verdict in verdicts:
        yield f"{verdict.room:<12} {verdict.noticed:>5} of {verdict.tried:>5}  {verdict.share:.1%}"
    for verdict in verdicts:
        yield from (f"  {name}" for name in verdict.missed)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("rooms", nargs="*", metavar="ROOM")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    chosen = parser.parse_args(arguments)
    verdicts = []
    for room in chosen.rooms or ROOMS:
        verdicts.append(judge(room, chosen.workers))
        print(*report(verdicts[-1:]), sep="\n", flush=True)
    return int(any(verdict.share < WANTED for verdict in verdicts))


if __name__ == "__main__":
    sys.exit(main())
