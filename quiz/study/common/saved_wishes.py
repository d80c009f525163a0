"""Choices of questions by name, kept in the history."""

from __future__ import annotations

from quiz.core.memory.records import SavedSelection
from quiz.errors import QuizError
from quiz.store.files.shown import did_you_mean, shown
from quiz.store.history.uids import new_uid
from quiz.study.common.wish import Wish, load_wish
from quiz.study.common.workspace import Workspace

MAX_NAME = 60
"""Characters of a name."""


def saved_wishes(workspace: Workspace) -> dict[str, Wish]:
    """All of them, in the order of their names."""
    return {one.name: load_wish(one.wish) for one in workspace.history.selections()}


def saved_wish(workspace: Workspace, name: str) -> Wish:
    """The one of a name; raises QuizError with the nearest when there is none."""
    found = saved_wishes(workspace)
    if name not in found:
        some = ", ".join(list(found)[:8])
        hint = did_you_mean(name, found) or (f"there are: {some}" if some else "none is saved yet")
        raise QuizError(f"nothing is saved as {shown(name)}", hint=hint)
    return found[name]


def keep_wish(workspace: Workspace, name: str, wish: Wish | None) -> bool:
    """Save a choice under a name, in place of what it had; None removes it. True.

    Raises QuizError for a name without letters, HistoryError when it cannot be kept.
    """
    name = " ".join(name.split())[:MAX_NAME]
    if not name:
        raise QuizError("a name is needed to save this", hint="for example: --save weak")
    now = workspace.now_ms()
    old = [one for one in workspace.history.selections() if one.name == name]
    uid = old[0].uid if old else new_uid(now)
    at = max(now, *(one.at_ms + 1 for one in old)) if old else now
    text = wish.dump() if wish is not None else ""
    workspace.history.keep_selection(SavedSelection(uid, at, name, text))
    return True
