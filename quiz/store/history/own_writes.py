"""What writes the learner's own things, in the file or in memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from quiz.core.memory.records import Note, SavedSelection, Suspension
from quiz.store.history.tables.own import Own


class OwnWrites(Own):
    """`Own`, each write handed to `_write`, which its heir has."""

    _write: Callable[..., Any]

    def suspend(self, suspension: Suspension) -> None:
        """See `Own.suspend`."""
        self._write(partial(super().suspend, suspension))

    def keep_note(self, note: Note) -> None:
        """See `Own.keep_note`."""
        self._write(partial(super().keep_note, note))

    def keep_selection(self, selection: SavedSelection) -> None:
        """See `Own.keep_selection`."""
        self._write(partial(super().keep_selection, selection))
