"""How long each page of the statistics takes: `python -m tests.benchmarks.stats_speed`.

A history of 100,000 reviews over 3 years and 10,000 questions. Each page is worked out and laid
out at 80 columns on a fresh workspace: best of several runs, in CPU time of the process; beside it
as a ratio to reading every memory of the same history once (`History.memories`), and the longest
time that the screen is kept from answering a key.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from quiz.store.files.home import places
from quiz.store.history.history import History
from quiz.store.library.library import Library
from quiz.store.settings.settings import Settings
from quiz.study.common.workspace import Workspace
from quiz.study.statistics.scope import Scope
from quiz.study.statistics.sections import Sections
from quiz.study.statistics.text.lines import UNICODE
from quiz.study.statistics.text.recall import section_lines
from quiz.tui.screens.statistics.pages import MOST_ROWS, NAMES, PAGES, SECTIONS
from quiz.tui.screens.statistics.screen import A_WHILE
from quiz.tui.screens.statistics.what_if import WhatIfPage
from tests.benchmarks.big_history import main as make_both

ROUNDS, WIDTH, BUDGET_MS = 5, 80, 300.0


def load(name: str, workspace: Workspace) -> float:
    """Work out and lay out a page; the longest unbroken stretch of it in CPU seconds."""
    scope, begun = Scope(workspace), time.process_time()
    if name in PAGES:
        list(PAGES[name](scope)(WIDTH))
        return time.process_time() - begun
    if name != SECTIONS:
        list(WhatIfPage(scope).lines(WIDTH))
        return time.process_time() - begun
    sections, longest, more = Sections(scope), 0.0, True
    while more:
        while more and time.process_time() - begun < A_WHILE:
            more = sections.step()
        list(section_lines(sections.figures, WIDTH, UNICODE, MOST_ROWS))
        longest = max(longest, time.process_time() - begun)
        begun = time.process_time()
    return longest


def on_a_desk(home: Path, deed: Callable[[Workspace], float]) -> tuple[float, float]:
    """CPU milliseconds of a deed on a fresh workspace, and what it returns, in milliseconds."""
    where = places({"QUIZ_HOME": str(home)})
    now = datetime.now().astimezone()
    with (
        Library.open(None, places=where) as library,
        History.open(where.history, now_ms=int(now.timestamp() * 1000), readonly=True) as history,
    ):
        workspace = Workspace(library, history, Settings(), where.settings, lambda: now)
        begun = time.process_time()
        longest = deed(workspace)
        return 1000 * (time.process_time() - begun), 1000 * longest


def best(home: Path, deed: Callable[[Workspace], float]) -> tuple[float, float]:
    """The quickest of several runs, after one that fills caches."""
    return min([on_a_desk(home, deed) for _ in range(ROUNDS + 1)][1:])


def memories(workspace: Workspace) -> float:
    """Read every memory once."""
    return float(len(workspace.history.memories()))


def main() -> int:
    """Measure and print; 1 when a page is over its budget."""
    over = False
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        make_both(home)
        gc.freeze()  # as the app does when its first screen is painted
        base, _ = best(home, memories)
        print("page           CPU ms   / memories   longest stretch ms")
        for page in NAMES:
            took, longest = best(home, partial(load, page))
            over = over or took > BUDGET_MS
            print(f"{page:12} {took:8.0f} {took / base:12.1f} {longest:20.0f}")
        print(f"{'(memories)':12} {base:8.0f}          1.0            budget {BUDGET_MS:.0f} ms")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
