"""Do the tests notice a changed line? `python -m tests.mutants [ROOM ...]`, rooms of `quiz/core`.

Each room is changed, one place at a time, in a copy of its own below `.mutants`, and judged by the
tests of the same room alone: functions by mutmut, the numbers outside of them by `numbers`. Of each
room the same few changes are tried each time, or, with `--all`, all of them. Prints the share that
was noticed and what was not; 1 when a room is below the share wanted.
`cd .mutants/ROOM && mutmut show NAME` shows a change.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tests import TOP
from tests.mutants.numbers import Change, changes, passes, unnoticed
from tests.processes import run

ROOMS = sorted(path.name for path in (TOP / "quiz" / "core").iterdir() if path.is_dir())
WORK = TOP / ".mutants"
COPIED = ("quiz", "tests", "questions", "docs")
WANTED = 0.9
HOURS = 2
"""After which a room counts as hung."""
SAMPLE = 100
"""So many changes of each room are tried; the share is then known to within some 6 in a hundred."""

MUTMUT = str(Path(sys.executable).with_name("mutmut"))
NOTHING = "no.such.change"

NOT_CHANGED = (
    r"^\s*raise (ValueError|TypeError|AssertionError)\(",  # words for programmers
    r"^\s*assert ",  # told to the type checker
    r"^\s*@",
)
"""Lines whose change nobody could notice, or should."""

PYTEST = "[tool.pytest.ini_options]"
PLAIN_NAMES = "disable_test_id_escaping_and_forfeit_all_rights_to_community_support = true"
"""mutmut asks for tests by name, and pytest does not find every name that it has escaped."""

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
    project = folder / "pyproject.toml"
    text = project.read_text(encoding="utf-8").replace(PYTEST, f"{PYTEST}\n{PLAIN_NAMES}")
    project.write_text(text + settings, encoding="utf-8")
    return folder


def judge(room: str, workers: int, sample: int | None, seed: str) -> Verdict:
    """Change the room at so many places, or everywhere, and count."""
    folder = prepare(room)
    _mutmut(folder, workers, [NOTHING])  # writes all changes and tries none
    files = sorted((TOP / "quiz" / "core" / room).rglob("*.py"))
    numbers = [change for file in files for change in changes(TOP, file.relative_to(TOP))]
    tried = [*sorted(_states(folder)), *numbers]
    if sample is not None and sample < len(tried):
        tried = random.Random(f"{seed} {room}").sample(tried, sample)
    names = [change for change in tried if isinstance(change, str)]
    missed = _missed_by_mutmut(folder, names, judges(room), workers)
    own = [change for change in tried if isinstance(change, Change)]
    missed += unnoticed(judges(room), own, lambda name: copied(f"{room}-{name}"), workers)
    return Verdict(room, len(tried) - len(missed), len(tried), tuple(missed))


def _missed_by_mutmut(
    folder: Path, names: Sequence[str], tests: list[str], workers: int
) -> list[str]:
    """Which of the named changes live on.

    mutmut tries them in copies of one process, where what runs at import has run already: those
    that it holds to live are tried again, each in a process of its own.
    """
    if not names:
        return []
    ran = _mutmut(folder, workers, names)
    found = _states(folder)
    if any(found[name] == "not checked" for name in names):
        raise SystemExit(f"{folder}: mutmut failed: {ran[-4000:]}")
    alive = [name for name in names if found[name] in ("survived", "no tests")]
    with ThreadPoolExecutor(workers) as pool:
        passed = list(pool.map(lambda name: passes(tests, folder / "mutants", name), alive))
    return [name for name, lives in zip(alive, passed, strict=True) if lives]


def _mutmut(folder: Path, workers: int, names: Sequence[str]) -> str:
    """Try the named changes; what mutmut said."""
    command = [MUTMUT, "run", "--max-children", str(workers), *names]
    environment = {**os.environ, "QUIZ_TESTS": "mutants"}
    how = {"cwd": folder, "env": environment, "capture_output": True, "text": True}
    ran = run(command, **how, timeout=HOURS * 3600)
    return f"{ran.stdout}{ran.stderr}"


def _states(folder: Path) -> dict[str, str]:
    """Each change's name and what became of it."""
    told = run([MUTMUT, "results", "--all", "true"], cwd=folder, capture_output=True, text=True)
    found = dict(line.strip().rsplit(": ", 1) for line in told.stdout.splitlines() if ": " in line)
    if not found:
        raise SystemExit(f"{folder}: mutmut failed: {told.stdout[-2000:]}{told.stderr[-2000:]}")
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
    parser.add_argument("--all", action="store_true", help="try every change, not a sample")
    parser.add_argument("--seed", default="1", help="another one tries other changes")
    chosen = parser.parse_args(arguments)
    sample = None if chosen.all else SAMPLE
    verdicts = []
    for room in chosen.rooms or ROOMS:
        verdicts.append(judge(room, chosen.workers, sample, chosen.seed))
        print(*report(verdicts[-1:]), sep="\n", flush=True)
    return int(any(verdict.share < WANTED for verdict in verdicts))


if __name__ == "__main__":
    sys.exit(main())
