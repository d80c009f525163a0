"""CPU time from a command to what it paints first: ours, a bare Textual app, and what others do.

Each runs in turn in a pseudo-terminal of 80×24; read is the CPU time of the whole process tree the
moment the awaited words are painted. Everybody gets the same twenty questions.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import peer_files
from tests.benchmarks.corpus import Item, Words, shelves, write_ours
from tests.benchmarks.cpu import alternate, clean_environment, tree_cpu
from tests.benchmarks.figures import OURS, PEERS, Figure
from tests.benchmarks.peers import programs, titled
from tests.benchmarks.program import Program
from tests.benchmarks.start_speed import STATIC, many
from tests.processes import run

COUNT, ROUNDS, LARGE = 20, 11, 10_000
FIRST = "1 of 20"
SIDE = Path(__file__).parent / "quizzical_side.py"


class Start(NamedTuple):
    """How a program is started, and the words it paints at last.

    `keys` are pressed in between, each when the words before it are there.
    """

    program: Sequence[str]
    folder: Path
    words: str
    keys: tuple[tuple[str, str], ...] = ()

    def cpu(self) -> float:
        """CPU seconds until all is painted."""
        with Program(self.program, self.folder, self.folder / "home") as terminal:
            for words, key in self.keys:
                terminal.wait_for(words)
                terminal.press(key)
            terminal.wait_for(self.words)
            return tree_cpu(terminal.pid)


def _ours(folder: Path, words: str, *args: str) -> Start:
    return Start((sys.executable, "-m", "quiz", *args), folder, words)


def _own(folder: Path) -> dict[str, Start]:
    """Our cases, and the app with one Static."""
    script = folder / "one_static.py"
    script.write_text(STATIC, encoding="utf-8")
    folders = {name: folder / name for name in ("static", "shipped", "large", "small")}
    for place in folders.values():
        place.mkdir()
    many(folders["large"] / "questions", LARGE)
    shelved = shelves(COUNT, Words())
    write_ours(folders["small"] / "sets", shelved)
    small = str(folders["small"] / "sets" / "s00.yaml")
    fresh = ("--fresh", "--seed", "1")
    return {
        "static": Start((sys.executable, str(script)), folders["static"], "painted"),
        "home": _ours(folders["shipped"], "known"),
        "shipped": _ours(folders["shipped"], FIRST, "study", *fresh),
        "large": _ours(folders["large"], FIRST, "study", *fresh),
        "small": _ours(folders["small"], FIRST, "study", small, *fresh),
    }


def _mkdocs_quiz(folder: Path, bin_: Path) -> dict[str, Start]:
    (folder / "q.md").write_text(peer_files.mkdocs_quiz(_items()), encoding="utf-8")
    return {"mkdocs-quiz": Start((str(bin_ / "mkdocs-quiz"), "run", "q.md"), folder, "4) ")}


def _quizmd(folder: Path, bin_: Path) -> dict[str, Start]:
    (folder / "q.md").write_text(peer_files.quizmd(_items()), encoding="utf-8")
    program, last = (str(bin_ / "quizmd"), "q.md"), _items()[0].wrong[2]
    return {"quizmd": Start(program, folder, last, (("Let's go", "\r"),))}


def _whet(folder: Path, bin_: Path) -> dict[str, Start]:
    """The exam is drawn beforehand."""
    whet, environment = str(bin_ / "whet"), clean_environment(folder / "home")
    begin = partial(run, cwd=folder, env=environment, check=True, capture_output=True)
    begin([whet, "repo", "init"])
    peer_files.whet(_items(), folder / "bank")
    begin([whet, "exam", "one", "--include-fresh"])
    return {"anvil-whet": Start((whet, "answer", "one"), folder, "Your answer")}


def _quizzical(folder: Path, bin_: Path) -> dict[str, Start]:
    """Its first screen, and its first question."""
    (folder / "q.json").write_text(peer_files.quizzical(_items()), encoding="utf-8")
    kept = folder / "home" / "data" / "quizzical"
    kept.mkdir(parents=True)
    (kept / "quizzes.json").write_text(peer_files.QUIZZICAL_QUIZ, encoding="utf-8")
    program = (str(bin_ / "python"), str(SIDE), "q.json")
    return {
        "quizzical, first screen": Start(program, folder, "Things"),
        "quizzical": Start(program, folder, " :  ", (("Things", "r"), ("Let's go", "\r"))),
    }


PREPARED: dict[str, Callable[[Path, Path], dict[str, Start]]] = {
    "quizzical": _quizzical,
    "mkdocs-quiz": _mkdocs_quiz,
    "anvil-whet": _whet,
    "quizmd": _quizmd,
}


def _items() -> list[Item]:
    return next(shelves(COUNT, Words())).items


def _others(folder: Path) -> dict[str, Start]:
    """The cases of those that can be installed and do start."""
    found: dict[str, Start] = {}
    for name, prepare in PREPARED.items():
        bin_ = programs(name)
        if bin_ is None:
            continue
        place = folder / name
        (place / "home").mkdir(parents=True)
        try:
            cases = prepare(place, bin_)
            for case in cases.values():
                case.cpu()
        except (AssertionError, OSError, subprocess.CalledProcessError) as error:
            print(f"skipping {titled(name)}: {str(error)[:300]}", file=sys.stderr)
        else:
            found |= cases
    return found


def measure(folder: Path, *, peers: bool = True) -> list[Figure]:
    """All starts, in turn."""
    cases = _own(folder) | (_others(folder) if peers else {})
    medians = alternate({name: case.cpu for name, case in cases.items()}, ROUNDS)
    ms = {name: 1000 * seconds for name, seconds in medians.items()}
    return [*_budgets(ms), *_against_peers(ms)]


def _budgets(ms: dict[str, float]) -> list[Figure]:
    question, static = "first question painted", "app with one Static"
    large = "the same with 10,000 questions in the library"
    return [
        Figure("start.home", OURS, "home painted", ms["home"], static, ms["static"], budget=1.4),
        Figure("start.first", OURS, question, ms["shipped"], static, ms["static"], budget=1.4),
        Figure(
            "start.large", OURS, large, ms["large"], "shipped library", ms["shipped"], budget=1.15
        ),
    ]


def _against_peers(ms: dict[str, float]) -> list[Figure]:
    found = [
        Figure(f"start.{name}", PEERS, "first question", ms["small"], titled(name), ms[name])
        for name in PREPARED
        if name in ms
    ]
    screen = "quizzical, first screen"
    if screen in ms:
        titles = ("home painted", f"{titled('quizzical')}, its first screen")
        home = Figure("start.screen", PEERS, titles[0], ms["home"], titles[1], ms[screen])
        found.insert(0, home)
    return found
