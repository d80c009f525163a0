"""An exam beside those before it over the same sets, and where that leads."""

from __future__ import annotations

from quiz.core.memory.records import SessionRecord
from quiz.study.common.workspace import Workspace
from quiz.study.exams.result import ExamResult
from quiz.study.exams.wording import percent_text, spent_text

SHOWN = 5
"""So many of the exams before are named."""


def earlier(workspace: Workspace, record: SessionRecord) -> tuple[float, ...]:
    """The scores (0 to 100) of the exams over the same sets before this one, the first of them
    first.
    """
    sets = record.options.get("sets")
    before = [
        exam.score.percent
        for exam in workspace.history.exams()
        if exam.record.options.get("sets") == sets
        and (exam.record.started_ms, exam.record.uid) < (record.started_ms, record.uid)
    ]
    return tuple(reversed(before))


def comparison_text(before: tuple[float, ...], now: float) -> str:
    """How this exam compares with the last one, and the row of them; '' for the first one."""
    if not before:
        return ""
    gained = round(now - before[-1])
    points = "1 point" if abs(gained) == 1 else f"{abs(gained)} points"
    how = "as much as" if not gained else f"{points} {'more' if gained > 0 else 'less'} than"
    scores = [*before[-SHOWN:], now]
    row = " → ".join(percent_text(score).removesuffix(" %") for score in scores)
    return f"{how} the last time: {row} %".capitalize()


def pace_text(result: ExamResult) -> str:
    """The mean time of a question, and the one that took longest; '' where that is no time."""
    spent = [answer.spent_ms for answer in result.answers]
    if len(spent) < 2 or sum(spent) < 1000 * len(spent):
        return ""
    longest = max(range(len(spent)), key=spent.__getitem__)
    mean = spent_text(round(sum(spent) / len(spent)))
    return f"{mean} a question; longest: question {longest + 1}, {spent_text(spent[longest])}"
