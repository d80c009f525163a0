"""Checks of whole files once an editor is quiet, one at a time for each file, and what they say."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from quiz.core.documents.document import Document
from quiz.lsp.open_files import OpenFiles
from quiz.study.editing.asked import not_asked
from quiz.study.editing.looking import FileSpan

QUIET = 0.5
"""Seconds without a change after which the whole of a large set is checked."""
SOON = 0.05
"""The same for a set that takes next to no time."""
PATIENCE = 5
"""So many times what the last check took is waited, at most `QUIET`."""


class Checks:
    """Plans the checks. `say` is called with each file of which something new is known."""

    def __init__(self, files: OpenFiles, say: Callable[[Path], None]) -> None:
        self._files, self._say = files, say
        self._took: dict[Path, float] = {}
        self._planned: dict[Path, asyncio.TimerHandle] = {}
        self._running: dict[Path, asyncio.Task[None]] = {}

    def plan(self, path: Path, *, at_once: bool = False) -> None:
        """Check a file when nothing has changed for a moment; an older plan is given up."""
        self.forget(path)
        wait = 0.0 if at_once else min(QUIET, max(SOON, PATIENCE * self._took.get(path, QUIET)))
        loop = asyncio.get_running_loop()
        self._planned[path] = loop.call_later(wait, self._start, path)

    def forget(self, path: Path) -> None:
        """Give the plan for a file up; what a running check finds is not heard."""
        planned = self._planned.pop(path, None)
        if planned is not None:
            planned.cancel()

    def _start(self, path: Path) -> None:
        self._planned.pop(path, None)
        running = self._running.get(path)
        if running is not None and not running.done():
            running.add_done_callback(lambda _: self.plan(path))
            return
        self._running[path] = asyncio.get_running_loop().create_task(self._check(path))

    async def _check(self, path: Path) -> None:
        live = self._files.sets.get(path)
        if live is None:
            self._say(path)
            return
        snapshot = live.snapshot()
        began = time.perf_counter()
        checked = await asyncio.to_thread(live.run, snapshot)
        self._took[path] = time.perf_counter() - began
        if self._files.sets.get(path) is live and live.accept(snapshot, checked):
            self._say(path)
            for document in self._files.texts:
                if path in self._files.citing(document):
                    self._say(document)


def unasked(files: OpenFiles, path: Path) -> list[FileSpan]:
    """The sentences of an open document that nobody asks; none where no set has it."""
    standing = files.standing(path)
    document: Document | None = standing[0].document if standing else None
    if document is None:
        document = _of_open_sets(files, path)
    return list(not_asked(document, standing)) if document is not None else []


def _of_open_sets(files: OpenFiles, path: Path) -> Document | None:
    """The document as an open set has it that cites nothing of it yet."""
    for owner in files.citing(path):
        checked = files.sets[owner].checked
        for document in checked.documents.values() if checked is not None else ():
            if Path(document.path).resolve() == path.resolve():
                return document
    return None
