"""Questions that keep slipping away, with their places for their author."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from quiz.core.memory.daily_load import LEECH
from quiz.errors import QuizError
from quiz.study.common.workspace import Workspace


class Leech(NamedTuple):
    """A question forgotten `lapses` times, last asked on study day `day`; `line` counts from 1."""

    question: str
    path: Path
    line: int
    lapses: int
    day: int


def leeches(workspace: Workspace) -> list[Leech]:
    """Those whose answer is still the same, the worst first."""
    found = []
    for row in workspace.history.leeches(LEECH):
        set_id, _, question_id = row.question.partition("/")
        try:
            entry = workspace.library.entry(set_id)
        except QuizError:
            continue
        now = entry.rows.get(question_id)
        if now is not None and now.key_hash == row.key_hash:
            lapses, day = row.memory.lapses, row.memory.day
            found.append(Leech(row.question, entry.path.absolute(), now.line, lapses, day))
    return found
