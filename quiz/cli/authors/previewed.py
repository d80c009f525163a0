"""Which set is to be previewed, and whether it can be."""

from __future__ import annotations

import os
from pathlib import Path

from quiz.cli.common.chosen import entries_named, paths_in
from quiz.cli.common.output import on_terminal
from quiz.errors import QuizError
from quiz.store.files.home import places
from quiz.store.files.shown import shown
from quiz.store.library.found_files import Found
from quiz.store.library.library import Library


def found_set(name: str) -> Found:
    """The one set that a name or path means; raises QuizError for none and for several."""
    paths = paths_in([name])
    with Library.open([Path(path) for path in paths] or None, places=places(os.environ)) as library:
        entries = entries_named(library, [name], paths)
    if len(entries) > 1:
        ids = ", ".join(entry.id for entry in entries[:5])
        more = ", …" if len(entries) > 5 else ""
        raise QuizError(
            f"{shown(name)} means {len(entries)} sets, and one is shown at a time",
            hint=f"name one of them: {ids}{more}",
        )
    return Found(entries[0].path, entries[0].root)


def need_terminal() -> None:
    """Raise QuizError where no screens can be shown."""
    if not on_terminal():
        hint = "`quiz check` prints findings anywhere"
        raise QuizError("the preview needs a terminal that can show screens", hint=hint)
