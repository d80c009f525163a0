"""Saying what is due, for whoever asks the first time or after a change."""

from __future__ import annotations

from quiz.cli.common.due import Seen, due_now
from quiz.cli.common.failing import REFUSED
from quiz.cli.common.glance import JSON, QUIET
from quiz.cli.common.output import complain, say
from quiz.cli.common.workspace import open_workspace
from quiz.errors import HistoryError


def say_due(form: int) -> int:
    """Work out what is due, keep it and say it; the exit status."""
    seen = Seen()
    try:
        with open_workspace(readonly=True) as (workspace, problems):
            found = due_now(workspace)
            seen.keep(workspace, found)
    except HistoryError as error:
        complain(error)
        return REFUSED
    for problem in problems:
        complain(problem)
    if form == JSON:
        print(found.json)
    elif form != QUIET or not found.status:
        say(found.text)
    return found.status
