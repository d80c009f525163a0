"""From a key to what it paints, in the real app on a pseudo-terminal of 80×24, and bytes sent.

Milliseconds are to the last byte painted for a key: CPU time of the program, and wall time, in
which the waiting for the disk is.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests.benchmarks.corpus import Words, shelves, write_ours
from tests.benchmarks.cpu import late, tree_cpu
from tests.benchmarks.figures import OURS, Figure
from tests.benchmarks.program import Program
from tests.benchmarks.reader_speed import BUDGET_BYTES, CASES, QUIET, Timed, timed, write_big
from tests.benchmarks.reader_speed import measure as measure_case
from tests.tui.terminal import Terminal

COUNT, MOVES, ANSWERS = 60, 40, 45
KEY_MS, ANSWER_MS = 16, 50
VERDICTS = ("Correct", "Wrong")
UP, DOWN, ENTER = "\x1b[A", "\x1b[B", "\r"


def measure(folder: Path, yard: float) -> list[Figure]:
    """Keys in a session, and pages of a document. `yard` is the yardstick in seconds."""
    return [*_session(folder, yard), _pages(folder)]


def _settled(terminal: Terminal, words: str) -> None:
    terminal.wait_for(words)
    while terminal.watch(0.5):
        pass


def _session(folder: Path, yard: float) -> list[Figure]:
    write_ours(folder / "session", shelves(COUNT, Words()))
    path = str(folder / "session" / "s00.yaml")
    moves, verdicts, shown = [], [], []
    asked = ("--fresh", "--seed", "1", "--new", str(COUNT), "--limit", str(COUNT))
    with Program.quiz("study", path, *asked, home=folder / "h1") as terminal:
        _settled(terminal, f"1 of {COUNT}")
        for number in range(MOVES):
            key = DOWN if number % 8 < 4 else UP
            moves.append(timed(terminal, partial(terminal.press, key)))
        for _ in range(ANSWERS):
            timed(terminal, partial(terminal.press, "1"))
            first, all_ = _answered(terminal)
            shown.append(first)
            verdicts.append(all_)
            timed(terminal, partial(terminal.press, " "))
    moved, given = [one.wall for one in moves[1:]], [one.wall for one in verdicts[1:]]
    key, answer = "key press to paint, 95 %", "answer to verdict, 95 %"
    figure = partial(_figure, yard)
    return [
        figure("move.cpu", f"{key}, CPU", [one.cpu for one in moves[1:]], KEY_MS),
        figure("move.wall", f"{key}, wall time", moved, KEY_MS),
        figure(
            "answer.cpu",
            f"{answer}, all painted, CPU",
            [one.cpu for one in verdicts[1:]],
            ANSWER_MS,
        ),
        figure("answer.shown.wall", f"{answer}, first painted, wall time", shown[1:], ANSWER_MS),
        figure("answer.wall", f"{answer}, all painted, wall time", given, ANSWER_MS),
    ]


def _answered(terminal: Terminal) -> tuple[float, Timed]:
    """Submit; wall milliseconds until the verdict is first painted, and all of it."""
    cpu, start = tree_cpu(terminal.pid), time.perf_counter()
    terminal.press(ENTER)
    first = last = 0.0
    while terminal.watch(QUIET):
        last = 1000 * (time.perf_counter() - start)
        if not first and any(words in terminal.words for words in VERDICTS):
            first = last
    used = 1000 * (tree_cpu(terminal.pid) - cpu)
    return first or last, Timed(last, used, len(terminal.painted))


def _figure(yard: float, name: str, what: str, found: Sequence[float], limit: float) -> Figure:
    """The 95th percentile; wall time is shown, and not held against earlier runs."""
    told = (f"keys.{name}", OURS, what, late(found), "the yardstick", 1000 * yard)
    return Figure(*told, limit=limit, checked=not name.endswith("wall"))


def _pages(folder: Path) -> Figure:
    path = write_big(folder / "document")
    with Program.quiz("read", str(path), home=folder / "h2") as terminal:
        _settled(terminal, "never asked")
        found = measure_case(terminal, CASES[0])
    most = max(one.sent for one in found)
    what = "PageDown in a document of 1 MB, most bytes"
    return Figure("keys.page", OURS, what, most, "10 KB", BUDGET_BYTES, "bytes", limit=BUDGET_BYTES)
