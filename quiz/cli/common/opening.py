"""The history alone, for commands that need no library."""

from __future__ import annotations

import os
from pathlib import Path

from quiz.cli.common.workspace import now_ms
from quiz.store.files.home import places
from quiz.store.history.history import History


def history_path() -> Path:
    """Where the history is kept."""
    return places(os.environ).history


def open_history(*, readonly: bool = False) -> History:
    """The learner's history; raises HistoryError."""
    return History.open(history_path(), now_ms=now_ms(), readonly=readonly)


def count(number: int, one: str, many: str = "") -> str:
    """`1 review`, `2 reviews`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
