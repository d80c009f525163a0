"""What becomes of a question after an answer: when it is asked again, and why then."""

from __future__ import annotations

from typing import NamedTuple

from quiz.errors import HistoryError
from quiz.study.common.daily import Why, promise_of
from quiz.study.common.presented import Presented
from quiz.study.common.workspace import Workspace


class Outlook(NamedTuple):
    """`days` is in how many study days it is asked again, None when nothing was scheduled.

    `why` tells what brings it sooner than its memory would, if anything; `lapses` how often it was
    forgotten so far.
    """

    days: int | None
    why: Why | None = None
    lapses: int = 0


def outlook(workspace: Workspace, presented: Presented, *, scheduled: bool) -> Outlook:
    """Look ahead right after an answer was recorded.

    The answer is kept by then: a history that cannot be read any more just tells nothing.
    """
    try:
        return _outlook(workspace, presented, scheduled=scheduled)
    except HistoryError:
        return Outlook(None)


def _outlook(workspace: Workspace, presented: Presented, *, scheduled: bool) -> Outlook:
    key = presented.question.key_hash
    memory = workspace.history.memory(presented.uid, key)
    if memory is None or not scheduled:
        return Outlook(None)
    promise = promise_of(workspace, presented.uid, key, memory)
    due = memory.due if promise is None else promise.day
    why = None if promise is None else promise.why
    return Outlook(max(0, due - workspace.today), why, memory.lapses)
