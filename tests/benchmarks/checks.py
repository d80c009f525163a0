"""CPU time of `quiz check`: against the parser under it, and against what others have for it.

The others check the same 10,000 questions in their own formats. Ours also finds each question's
passage in its document, which none of them does.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.benchmarks import peer_files
from tests.benchmarks.check_speed import COMPOSE, write_set
from tests.benchmarks.corpus import Item, Words, shelves, write_ours
from tests.benchmarks.cpu import alternate, clean_environment, run_cpu
from tests.benchmarks.figures import OURS, PEERS, Figure
from tests.benchmarks.peers import programs, titled

COUNT, ROUNDS, SMALL_ROUNDS = 10_000, 3, 11
SHIPPED = Path(__file__).parent.parent.parent / "questions"
CACHED = (sys.executable, "-m", "quiz", "check")
QUIZ = (*CACHED, "--no-cache")
Case = Callable[[], float]


def budgets(folder: Path) -> list[Figure]:
    """What `quiz check` is allowed."""
    large, environment = write_set(folder / "sets"), clean_environment(folder / "home")
    run = partial(run_cpu, environment=environment)
    big = alternate(
        {
            "compose": lambda: run([sys.executable, "-c", COMPOSE, str(large)]),
            "check": lambda: run([*QUIZ, str(large)]),
        },
        ROUNDS,
    )
    small = alternate(
        {
            "import": lambda: run([sys.executable, "-c", "import yaml, click"]),
            "check": lambda: run([*QUIZ, str(SHIPPED)]),
        },
        SMALL_ROUNDS,
    )
    compose, imports = 1000 * big["compose"], 1000 * small["import"]
    what, shipped = "quiz check, 5,000 questions", "quiz check, shipped sets"
    return [
        Figure("check.large", OURS, what, 1000 * big["check"], "yaml.compose", compose, budget=2),
        Figure(
            "check.shipped",
            OURS,
            shipped,
            1000 * small["check"],
            "import yaml, click",
            imports,
            budget=3,
        ),
    ]


def _quizmd(folder: Path, bin_: Path, items: Sequence[Item]) -> list[str]:
    (folder / "q.md").write_text(peer_files.quizmd(items), encoding="utf-8")
    return [str(bin_ / "quizmd"), "--validate", "q.md"]


def _text2qti(folder: Path, bin_: Path, items: Sequence[Item]) -> list[str]:
    """It has no check of its own; what does least after the check is its preview."""
    (folder / "q.txt").write_text(peer_files.text2qti(items), encoding="utf-8")
    return [str(bin_ / "text2qti"), "--preview", "q.txt"]


def _whet(folder: Path, bin_: Path, items: Sequence[Item]) -> list[str]:
    run_cpu([str(bin_ / "whet"), "repo", "init"], clean_environment(folder / "home"), folder)
    peer_files.whet(items, folder / "bank")
    return [str(bin_ / "whet"), "repo", "bank", "validate"]


PREPARED: dict[str, tuple[str, Callable[[Path, Path, Sequence[Item]], list[str]]]] = {
    "quizmd": ("--validate", _quizmd),
    "text2qti": ("--preview", _text2qti),
    "anvil-whet": ("repo bank validate", _whet),
}


def against_peers(folder: Path) -> list[Figure]:
    """A question of 10,000, checked by each."""
    shelved = list(shelves(COUNT, Words()))
    write_ours(folder / "sets", shelved)
    items = [item for shelf in shelved for item in shelf.items]
    home, sets = clean_environment(folder / "home"), str(folder / "sets")
    cases: dict[str, Case] = {
        "ours": partial(run_cpu, [*QUIZ, sets], home),
        "again": partial(run_cpu, [*CACHED, sets], home),
    }
    for name, (_, prepare) in PREPARED.items():
        bin_, place = programs(name), folder / name
        if bin_ is not None:
            place.mkdir()
            cases[name] = partial(run_cpu, prepare(place, bin_, items), home, place)
    each = {name: 1e6 * took / COUNT for name, took in alternate(cases, ROUNDS).items()}
    return list(_beside(each))


def _beside(each: dict[str, float]) -> Iterator[Figure]:
    """Ours from scratch against each, and unchanged against the quickest."""
    what = {"ours": "quiz check, a question", "again": "the same, unchanged since the last check"}
    theirs = {name: f"{titled(name)} {PREPARED[name][0]}" for name in PREPARED if name in each}
    for name, told in theirs.items():
        yield Figure(f"check.{name}", PEERS, what["ours"], each["ours"], told, each[name], "µs")
    if theirs:
        best = min(theirs, key=lambda name: each[name])
        yield Figure(
            "check.again", PEERS, what["again"], each["again"], theirs[best], each[best], "µs"
        )
