"""Where nothing can be saved: asked before a sitting begins, said again when it ends."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from quiz.cli.common.output import say, warn
from quiz.core.memory.scheduling import Scheduler
from quiz.errors import HistoryError
from quiz.store.history.database import UnsavableError
from quiz.store.history.history import History


def history_to_write(path: Path, now_ms: int, scheduler: Scheduler) -> History:
    """The history at `path`; where it cannot be written and the learner agrees, one in memory.

    Raise HistoryError when it cannot be used, or written without anybody to ask.
    """
    try:
        history = History.open(path, now_ms=now_ms, scheduler=scheduler, salvage=_salvaged)
    except UnsavableError as error:
        if not _somebody_is_there() or not _agreed(error):
            raise
        return History.unsaved(path, scheduler=scheduler, salvage=_salvaged)
    if _somebody_is_there():
        history.on_refused = lambda error: _refused(history, error)
    return history


def _salvaged(content: bytes, path: Path) -> sqlite3.Connection:
    from quiz.store.keeping.salvage import salvaged  # hardly ever needed

    return salvaged(content, path)


def last_words(history: History) -> None:
    """Try once more to save, and say what is lost."""
    answers = history.unsaved_answers
    try:
        history.save()
    except HistoryError as error:
        if answers:
            many = f"{answers} answers are" if answers > 1 else "1 answer is"
            warn(f"quiz: {many} not saved: {error.message}")


def _somebody_is_there() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _agreed(error: HistoryError) -> bool:
    say(f"Nothing can be saved: {error.message}.")
    say("Study without saving? Type yes to do it:")
    try:
        return input().strip().lower() in ("yes", "y")
    except EOFError:
        return False


def _refused(history: History, error: HistoryError) -> None:
    """Before the sitting itself asks: whether it is to begin without saving."""
    if not isinstance(error, UnsavableError) or not _agreed(error):
        raise error
    history.go_on_unsaved()
