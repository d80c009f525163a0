"""An exam that runs while it is not on screen: how much of its time is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.study.common.workspace import Workspace

if TYPE_CHECKING:
    from quiz.core.memory.records import SessionRecord


class WaitingExam(NamedTuple):
    """A running exam and its remaining time in milliseconds; 0 when there is none left."""

    record: SessionRecord
    left_ms: int


def waiting_exam(workspace: Workspace) -> WaitingExam | None:
    """The exam that runs, without opening it or changing anything; None when there is none."""
    record = workspace.history.unfinished(exam=True)
    if record is None:
        return None
    from quiz.core.exams.clock import ExamClock, ExamMark, remaining_ms
    from quiz.study.exams.paper import plan_of

    mark = workspace.history.exam_mark(record.uid) or ExamMark(0, record.started_ms)
    clock = ExamClock.reopened(mark, workspace.now_ms(), workspace.steady_ms())
    return WaitingExam(record, remaining_ms(clock.elapsed_ms, plan_of(record).minutes))


def waiting_words(waiting: WaitingExam) -> tuple[str, str]:
    """What there is to do about it, and a detail."""
    from quiz.core.exams.clock import ENDLESS_MS

    if not waiting.left_ms:
        return "Your exam is over: see the result", waiting.record.title
    if waiting.left_ms >= ENDLESS_MS:
        return f"Go on with the exam {waiting.record.title}".strip(), "no time limit"
    minutes = waiting.left_ms // 60_000
    left = f"{minutes} min left" if minutes else "less than a minute left"
    return f"Go on with the exam {waiting.record.title}".strip(), left
