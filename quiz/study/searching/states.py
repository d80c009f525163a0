"""How it stands with a question, in a few words beside its hit."""

from __future__ import annotations

from quiz.core.grading.grading import Verdict
from quiz.core.questions.question import Question
from quiz.study.common.day_spans import when_text
from quiz.study.common.workspace import Workspace


def state_text(workspace: Workspace, uid: str, question: Question) -> str:
    """Whether it is set aside, was never asked, was missed, or when it is due."""
    today = workspace.today
    if uid in workspace.history.suspensions(today):
        return "set aside"
    found = [
        one for one in workspace.history.remembered([uid]) if one.key_hash == question.key_hash
    ]
    if not found:
        return "never asked"
    missed = "missed, " if found[0].last_verdict != Verdict.CORRECT else ""
    days = found[0].memory.due - today
    return f"{missed}due {when_text(max(0, days))}"
