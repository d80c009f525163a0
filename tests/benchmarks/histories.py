"""Open a history of 100,000 reviews and see how far one is: CPU time of this process."""

from __future__ import annotations

import time
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path

from quiz.core.memory.scheduling import Scheduler
from quiz.store.files.home import Places, places
from quiz.store.history.history import History
from quiz.store.library.library import Library
from quiz.store.settings.settings import Settings
from quiz.study.common.workspace import Workspace
from quiz.study.statistics.scope import Scope
from quiz.study.today.overview import overview
from quiz.tui.screens.statistics.pages import NAMES, PAGES
from tests.benchmarks.big_history import main as make_both
from tests.benchmarks.cpu import medians, timed
from tests.benchmarks.figures import OURS, Figure

ROUNDS, WIDTH, OPEN_MS = 9, 80, 150
TODAY = NAMES[0]


def measure(folder: Path, yard: float) -> list[Figure]:
    """Opening with the figures of home, and with the first page of the statistics."""
    make_both(folder)
    where = places({"QUIZ_HOME": str(folder)})
    _opened(where, home=True)  # the day's check and backup, and caches
    base = 1000 * yard
    told = {
        "home": "100,000 reviews opened, with home's figures",
        "stats": "100,000 reviews opened, with the first page of statistics",
    }
    return [
        Figure(
            f"history.{name}",
            OURS,
            what,
            _median(where, name),
            "the yardstick",
            base,
            limit=OPEN_MS,
        )
        for name, what in told.items()
    ]


def _median(where: Places, name: str) -> float:
    opened = partial(_opened, where, home=name == "home")
    return medians([timed(opened) for _ in range(ROUNDS)])[0]


def _opened(where: Places, *, home: bool) -> None:
    now = datetime.now().astimezone()
    with ExitStack() as stack:
        library = stack.enter_context(Library.open(None, places=where))
        history = stack.enter_context(
            History.open(where.history, now_ms=int(1000 * time.time()), scheduler=Scheduler())
        )
        workspace = Workspace(library, history, Settings(), where.settings, lambda: now)
        if home:
            overview(workspace)
        else:
            list(PAGES[TODAY](Scope(workspace))(WIDTH))
