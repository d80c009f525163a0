"""Open the workspace: settings, history, library, clock."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from quiz.cli.common.unsaved import history_to_write, last_words
from quiz.core.memory.scheduling import Scheduler
from quiz.errors import QuizError
from quiz.store.files.home import places
from quiz.store.history.history import History
from quiz.store.library.library import Library
from quiz.store.settings.settings import load
from quiz.study.common.workspace import Workspace


def clock() -> datetime:
    """Now, by the learner's own clock."""
    return datetime.now().astimezone()


def steady() -> int:
    """Milliseconds on a clock that cannot be set and goes on while the machine sleeps."""
    # the plain monotonic clock stands still in a sleeping Linux; that of macOS does not
    which = getattr(time, "CLOCK_BOOTTIME", None)
    if which is None and sys.platform == "darwin":
        which = getattr(time, "CLOCK_MONOTONIC", None)
    if which is None:
        return time.monotonic_ns() // 1_000_000
    return time.clock_gettime_ns(which) // 1_000_000


def now_ms() -> int:
    """Milliseconds since 1970 in UTC."""
    return int(clock().timestamp() * 1000)


@contextmanager
def open_workspace(
    paths: Sequence[str] = (), *, readonly: bool = False, drafts: bool = False
) -> Iterator[tuple[Workspace, tuple[QuizError, ...]]]:
    """A workspace over the sets in `paths` (none: in all usual places), and what is odd about it.

    `drafts`: with the questions that nothing proves yet. `readonly` writes no history and makes no
    file for one. Where nothing can be saved, the learner is asked whether to go on without. Raises
    QuizError.
    """
    where = places(os.environ)
    settings, problems = load(where.settings)
    with (
        Library.open(
            [Path(path) for path in paths] or None, places=where, drafts=drafts
        ) as library,
        _history(where.history, settings.desired_retention, readonly=readonly) as history,
    ):
        workspace = Workspace(library, history, settings, where.settings, clock, steady)
        try:
            yield workspace, tuple(problems)
        finally:
            if not history.saved:
                last_words(history)
            if not (readonly or paths or drafts) and history.saved:
                _keep_due(workspace)


def _keep_due(workspace: Workspace) -> None:
    """Work out what `quiz due` says after a sitting; it is worked out anew if that fails."""
    from quiz.cli.common.due import keep_due

    with suppress(QuizError, OSError, ValueError):
        keep_due(workspace)


def _history(path: Path, retention: float, *, readonly: bool) -> History:
    scheduler = Scheduler(desired_retention=retention)
    if readonly:
        return History.open(path, now_ms=now_ms(), readonly=True, scheduler=scheduler)
    return history_to_write(path, now_ms(), scheduler)
