"""The paper of an exam that is kept: its terms, its questions as they are shown, its sets."""

from __future__ import annotations

from collections.abc import Mapping

from quiz.core.memory.records import SessionRecord, set_of
from quiz.core.questions.options import shown_options
from quiz.core.questions.question_set import ExamPlan
from quiz.core.sessions.session import Slot
from quiz.errors import QuizError
from quiz.store.library.library import Entry
from quiz.study.common.presented import Presented
from quiz.study.common.workspace import Workspace
from quiz.study.exams.terms import ExamRequest

ASKED = "asked"
"""How the options of an exam say that near misses are asked about."""
TOLD = "told"
"""The option that counts the questions of a paper that give each other away."""


def plan_of(record: SessionRecord) -> ExamPlan:
    """Questions, minutes, pass mark and care for spelling of an exam that is kept."""
    minutes, needed = record.options.get("minutes"), record.options.get("pass_percent")
    return ExamPlan(
        len(record.plan),
        minutes if isinstance(minutes, int) else 0,
        float(needed) if isinstance(needed, int | float) else 0.0,
        record.options.get("near") == "wrong",
    )


def asks_near(record: SessionRecord) -> bool:
    """Whether near misses are asked about after the exam; not in those kept before that was."""
    return record.options.get("near") == ASKED


def told_in(record: SessionRecord) -> int:
    """How many questions of the paper give each other away, for want of others."""
    count = record.options.get(TOLD)
    return count if isinstance(count, int) else 0


def goes_on(record: SessionRecord, request: ExamRequest) -> bool:
    """Whether a request means the exam that is kept: nothing in it asks for another one."""
    asked = record.options.get("asked", {})
    wanted = {name: value for name, value in request.data().items() if name != "sets"}
    same = isinstance(asked, Mapping) and all(
        value is None or asked.get(name) == value for name, value in wanted.items()
    )
    sets = record.options.get("sets", [])
    known = set(sets) if isinstance(sets, list) else set()
    drawn = {set_of(uid) for uid in record.plan}
    return same and (not request.sets or set(request.sets) in (known, drawn))


def exam_presented(
    workspace: Workspace, record: SessionRecord, uid: str, index: int, total: int
) -> Presented:
    """A question of an exam as it is shown."""
    question = workspace.library.question(uid)
    options = shown_options(question, f"{record.seed}/{uid}/0")
    title = workspace.library.entry(set_of(uid)).title
    return Presented(Slot(uid), question, title, options, index + 1, total, restarted=False)


def require_sets(workspace: Workspace, record: SessionRecord) -> None:
    """Raise QuizError when a set that the exam asks is missing or broken."""
    for set_id in dict.fromkeys(set_of(uid) for uid in record.plan):
        entry = _entry(workspace, set_id)
        if entry is None:
            raise not_at_hand(record, f"the running exam asks the set {set_id}, which is not here")
        if not entry.ok:
            problem = entry.problems[0]
            raise not_at_hand(record, f"the running exam's set {set_id} is broken: {problem}")


def _entry(workspace: Workspace, set_id: str) -> Entry | None:
    try:
        return workspace.library.entry(set_id)
    except QuizError:
        return None


def not_at_hand(record: SessionRecord, message: str) -> QuizError:
    """An error about an exam that cannot go on here, with the way to go on."""
    paths = record.options.get("paths", [])
    named = " ".join(str(path) for path in paths) if isinstance(paths, list) else ""
    return QuizError(
        message, hint=f"go on with: quiz exam {named}; or drop it and start anew with --fresh"
    )
