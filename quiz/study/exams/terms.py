"""What an exam is to be: what the learner asked for, what the sets say, and what makes sense."""

from __future__ import annotations

from collections.abc import Container, Iterator
from math import ceil
from typing import NamedTuple

from quiz.core.questions.question_set import ExamPlan, question_uid
from quiz.store.library.entry import Entry
from quiz.study.common.set_aside import resting
from quiz.study.common.workspace import Workspace

QUESTIONS = 20
"""How many questions a set that does not say is examined with."""

MINUTES_EACH = 1.5
"""The time for a question where a set does not say."""

PASS_PERCENT = 70.0

NOT_EXAMINED = frozenset({"open"})
"""Types left out of exams: only the learner could mark them, and an exam marks itself."""


class ExamRequest(NamedTuple):
    """What a learner asked for. No sets: all of them; None: as the sets say."""

    sets: tuple[str, ...] = ()
    questions: int | None = None
    minutes: int | None = None
    pass_percent: float | None = None
    seed: int | None = None


def terms(workspace: Workspace, request: ExamRequest) -> ExamPlan:
    """Questions, minutes and pass mark of an exam; 0 questions when there are none to ask.

    Each set counts with its own `exam:` block, or with 20 questions (all it has, if fewer) of one
    and a half minutes. Several sets add up; the highest pass mark holds, 70 % where none is given.
    Spelling counts where one of the sets says so.
    Another number of questions than the sets' changes the minutes in proportion, rounded up.
    """
    entries, aside = examined(workspace, request.sets), resting(workspace)
    plans = [_own(entry, aside) for entry in entries]
    planned = sum(plan.questions for plan in plans)
    available = sum(len(list(eligible_ids(entry, aside))) for entry in entries)
    questions = min(planned if request.questions is None else request.questions, available)
    minutes = request.minutes
    if minutes is None:
        whole = sum(plan.minutes or plan.questions * MINUTES_EACH for plan in plans)
        minutes = max(1, ceil(whole * questions / planned)) if planned else 1
    percent = request.pass_percent
    if percent is None:
        percent = max((plan.pass_percent for plan in plans), default=0) or PASS_PERCENT
    return ExamPlan(questions, minutes, percent, any(plan.near_wrong for plan in plans))


def examined(workspace: Workspace, set_ids: tuple[str, ...]) -> list[Entry]:
    """The sound sets among those asked for; no ids: all sound ones."""
    wanted = set(set_ids)
    return [e for e in workspace.library.sets if e.ok and (not wanted or e.id in wanted)]


def eligible_ids(entry: Entry, aside: Container[str] = ()) -> Iterator[str]:
    """The ids of the set's questions that an exam can ask: none that the learner has set aside."""
    asked = (row.id for row in entry.index if row.type not in NOT_EXAMINED)
    return (id_ for id_ in asked if question_uid(entry.id, id_) not in aside)


def _own(entry: Entry, aside: Container[str]) -> ExamPlan:
    """What one set says, its number of questions filled in."""
    plan = entry.exam
    questions = plan.questions or min(QUESTIONS, len(list(eligible_ids(entry, aside))))
    return plan._replace(questions=questions)
