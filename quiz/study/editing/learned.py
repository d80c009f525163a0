"""What the learner's own history says of a question, in a line for its author."""

from __future__ import annotations

import os

from quiz.core.questions.question import Question
from quiz.core.questions.question_set import question_uid
from quiz.errors import HistoryError
from quiz.store.files.home import places
from quiz.store.history.history import History


def learned(set_id: str, question: Question, now_ms: int) -> str:
    """How often it was answered and missed here; empty where nothing is known."""
    path = places(os.environ).history
    if not path.exists():
        return ""
    uid = question_uid(set_id, question.id)
    try:
        with History.open(path, now_ms=now_ms, readonly=True) as history:
            found = history.remembered([uid])
            last = history.last_verdicts([set_id]).get(uid, "")
    except HistoryError:
        return ""
    if not found:
        return "Not answered here yet."
    memory = found[0].memory
    times = "once" if memory.reviews == 1 else f"{memory.reviews} times"
    lost = {0: "", 1: ", lost once"}.get(memory.lapses, f", lost {memory.lapses} times")
    return f"Answered {times} here{lost}{f'; last {last}' if last else ''}."
