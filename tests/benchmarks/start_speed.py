"""CPU time until the first screen is painted, as ratios: `python -m tests.benchmarks.start_speed`.

Each program runs in turn on a pseudo-terminal of 80×24, a number of rounds; the CPU time of all its
threads is read the moment its words are on screen (Linux: `/proc`), and medians are compared.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from quiz.store.history.history import History
from tests.benchmarks.big_history import make
from tests.benchmarks.big_sets import write_sets
from tests.plain.nine_types import write_set
from tests.tui.terminal import Terminal

ROUNDS = 9
STATIC = """
from textual.app import App
from textual.widgets import Static

class One(App):
    def compose(self):
        yield Static("painted")

One().run()
"""


def cpu_seconds(pid: int) -> float:
    """What all threads of a process have used so far."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


def many(folder: Path, count: int) -> Path:
    """A set of so many single-choice questions."""
    head = "id: many\ntitle: Many\ndocuments:\n  bread: documents/bread.txt\nquestions:\n"
    body = "".join(
        f"  - id: q{i}\n    type: single-choice\n    stem: Question number {i}?\n"
        f"    answer: right {i}\n    distractors: [wrong {i}, bad {i}, false {i}]\n"
        "    explanation: It is so.\n"
        "    sources:\n      - {document: bread, exact: Yeast turns sugar into gas.}\n"
        for i in range(count)
    )
    return write_set(folder, head + body, "many")


def run(words: str, home: Path, *args: str) -> float:
    """CPU seconds of `quiz ARGS` until the words are painted."""
    with Terminal(*args, home=home) as terminal:
        terminal.wait_for(words)
        return cpu_seconds(terminal.pid)


def static(script: Path, home: Path) -> float:
    """The same for an app with one Static."""
    with Terminal(home=home, program=(str(script),)) as terminal:
        terminal.wait_for("painted")
        return cpu_seconds(terminal.pid)


def measure(cases: dict[str, Callable[[], float]]) -> dict[str, float]:
    """The median of each case, all cases taking turns; the first round fills caches."""
    found: dict[str, list[float]] = {name: [] for name in cases}
    for presented in range(ROUNDS + 1):
        for name, case in cases.items():
            seconds = case()
            if presented:
                found[name].append(seconds)
    return {name: statistics.median(values) for name, values in found.items()}


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        script = folder / "one_static.py"
        script.write_text(STATIC, encoding="utf-8")
        small, large = many(folder / "small", 20), many(folder / "large", 5000)
        huge = many(folder / "huge" / "questions", 10_000)
        lived, unlived = folder / "lived", folder / "unlived"
        write_sets(lived / "questions")
        shutil.copytree(lived / "questions", unlived / "questions")
        make(lived / "history.sqlite")
        with History.open(lived / "history.sqlite", now_ms=int(1000 * time.time())):
            pass  # the day's check and backup
        fresh = ("--fresh", "--seed", "1")
        medians = measure(
            {
                "static": lambda: static(script, folder / "h0"),
                "home": lambda: run("known", folder / "h1"),
                "home, 10,000 more": lambda: in_folder(huge.parent.parent, folder / "h2"),
                "home, no history": lambda: run("known", unlived),
                "home, 100,000 reviews": lambda: run("known", lived),
                "question": lambda: run("1 of 20", folder / "h3", "study", *fresh),
                "of 20": lambda: run("1 of 20", folder / "h4", "study", str(small), *fresh),
                "of 5,000": lambda: run("1 of 20", folder / "h5", "study", str(large), *fresh),
            }
        )
    report(medians)


def in_folder(folder: Path, home: Path) -> float:
    """`quiz` from a folder with its own questions."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        return run("known", home)
    finally:
        os.chdir(before)


def report(medians: dict[str, float]) -> None:
    """One line for each ratio, with its budget."""
    rows = [
        ("first screen / app with one Static", "home", "static", "1.40"),
        ("home with 10,000 more questions / home", "home, 10,000 more", "home", "1.15"),
        (
            "home with 100,000 reviews / with none",
            "home, 100,000 reviews",
            "home, no history",
            "1.25",
        ),
        ("first question / app with one Static", "question", "static", "1.40"),
        ("session of 5,000 questions / of 20", "of 5,000", "of 20", "1.15"),
    ]
    for title, above, below, budget in rows:
        print(f"{title:42} {medians[above] / medians[below]:5.2f}   (budget {budget})")
    print(f"CPU of the app with one Static: {1000 * medians['static']:.0f} ms", file=sys.stderr)


if __name__ == "__main__":
    main()
