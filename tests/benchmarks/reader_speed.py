"""How the reader keeps up with the keys: `python -m tests.benchmarks.reader_speed`.

The real app runs on a pseudo-terminal of 80×24 over a document of 1 MB with 2,000 questions. For
each kind of key: milliseconds from the press to the last byte painted for it (median and 95th
percentile), CPU milliseconds of the program (Linux: `/proc`), and bytes sent (median and most).
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.start_speed import cpu_seconds
from tests.tui.terminal import Terminal

SIZE = 1_000_000
QUESTIONS = 2000
LINES_EACH = 50
PRESSES = 40
QUIET = 0.15
"""Seconds without a byte after which a screen counts as painted."""
BUDGET_MS, BUDGET_BYTES = 50, 10 * 1024
"""For the median of a key; for a page key at 80×24."""


class Case(NamedTuple):
    """What is pressed again and again, in turn.

    `first` is pressed once, `before` and `after` each time; they are not measured.
    """

    name: str
    keys: Sequence[str]
    first: str = ""
    before: str = ""
    after: str = ""


CASES = (
    Case("PageDown", ["\x1b[6~"]),
    Case("PageUp", ["\x1b[5~"]),
    Case("line down", ["\x1b[B"]),
    Case("next passage", ["]"]),
    Case("passage before", ["["]),
    Case("End, Home", ["\x1b[F", "\x1b[H"]),
    Case("open outline", ["o"], after="q"),
    Case("section down", ["\x1b[B"], first="o"),
    Case("jump to section", ["\r"], after="o\x1b[B"),
    Case("open questions", ["\r"], first="q", after="q"),
    Case("type a search", ["a", "l", "l"], before="/", after="\r"),
    Case("next match", ["n"]),
    Case("match before", ["N"]),
)
RESIZED = (99, 80)


def write_big(folder: Path) -> Path:
    """A document of 1 MB in sections, and a set of questions on its sentences; the set's file.

    About 19,000 lines, one in four too long for a row.
    """
    chance = random.Random(5)
    letters = "abcdefghijklmnoprstuvwxyz"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 11))) for _ in range(5000)]
    lines, size = ["A long document"], 0
    sentences: list[str] = []
    while size < SIZE:
        if len(sentences) % LINES_EACH == 0:
            number = len(sentences) // LINES_EACH + 1
            lines += ["", f"{number}. Section {chance.choice(words)}", ""]
        said = " ".join(chance.choices(words, k=chance.randint(2, 12)))
        lines.append(f"{said.capitalize()} {len(lines)}.")
        sentences.append(lines[-1])
        size += len(lines[-1]) + 1
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "long.txt").write_text("\n".join(lines), encoding="utf-8")
    asked = chance.sample(sentences, QUESTIONS)
    path = folder / "long.yaml"
    head = "id: long\ntitle: Long\ndocuments:\n  long: documents/long.txt\nquestions:\n"
    path.write_text(head + "".join(map(_question, range(QUESTIONS), asked)), encoding="utf-8")
    return path


def _question(number: int, sentence: str) -> str:
    return (
        f"  - id: q{number}\n    type: true-false\n    stem: Question {number}?\n"
        f'    answer: "true"\n    sources:\n      - {{document: long, exact: "{sentence}"}}\n'
    )


class Timed(NamedTuple):
    """One press: milliseconds to the last byte, CPU milliseconds, bytes."""

    wall: float
    cpu: float
    sent: int


def timed(terminal: Terminal, deed: Callable[[], None]) -> Timed:
    """Do something and wait until no more is painted."""
    cpu, start = cpu_seconds(terminal.pid), time.perf_counter()
    deed()
    last = start
    while terminal.watch(QUIET):
        last = time.perf_counter()
    used = cpu_seconds(terminal.pid) - cpu
    return Timed(1000 * (last - start), 1000 * used, len(terminal.painted))


def measure(terminal: Terminal, case: Case) -> list[Timed]:
    """Press a case's keys in turn."""
    press(terminal, case.first)
    found = []
    for _ in range(PRESSES // len(case.keys)):
        press(terminal, case.before)
        for key in case.keys:
            found.append(timed(terminal, partial(terminal.press, key)))
        press(terminal, case.after)
    return found


def press(terminal: Terminal, keys: str) -> None:
    """Press keys and wait, not measured."""
    if keys:
        timed(terminal, partial(terminal.press, keys))


def resized(terminal: Terminal) -> list[Timed]:
    """Make the window broader and narrower."""
    widths = RESIZED * (PRESSES // len(RESIZED))
    return [timed(terminal, partial(terminal.resize, columns, 24)) for columns in widths]


def report(name: str, found: Sequence[Timed]) -> None:
    """One line; an exclamation mark where a budget is not kept."""
    walls = sorted(one.wall for one in found)
    late = walls[min(len(walls) - 1, int(0.95 * len(walls)))]
    cpu = statistics.median(one.cpu for one in found)
    sent = [one.sent for one in found]
    heavy = name.startswith("Page") and max(sent) > BUDGET_BYTES
    over = statistics.median(walls) > BUDGET_MS or heavy
    print(
        f"{name:24}{statistics.median(walls):9.1f}{late:9.1f}{cpu:9.1f}"
        f"{statistics.median(sent):10.0f}{max(sent):9}{'  !' if over else ''}"
    )


def main() -> None:
    """Print a line for opening and one for each kind of key."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = write_big(folder / "set")
        with Terminal("read", str(path), home=folder / "fill") as terminal:
            terminal.wait_for("never asked")  # fills the caches
        start = time.perf_counter()
        with Terminal("read", str(path), home=folder / "fill") as terminal:
            terminal.wait_for("A long document")
            first = time.perf_counter() - start
            terminal.wait_for("never asked")
            marked = time.perf_counter() - start
            print(f"text painted after {first:.2f} s, all of it marked after {marked:.2f} s")
            while terminal.watch(1.0):
                pass
            print(f"{'':24}{'ms':>9}{'95 %':>9}{'CPU ms':>9}{'bytes':>10}{'most':>9}")
            for case in CASES:
                report(case.name, measure(terminal, case))
            report("resize", resized(terminal))


if __name__ == "__main__":
    main()
