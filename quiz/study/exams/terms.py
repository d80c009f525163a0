"""What an exam is to be: what the learner asked for, what the sets say, and what makes sense."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from math import ceil
from typing import NamedTuple

from quiz.core.questions.question_set import ExamPlan, question_uid
from quiz.store.library.entry import Entry
from quiz.study.common.set_aside import resting
from quiz.study.common.wish import Wish
from quiz.study.common.workspace import Workspace

QUESTIONS = 20
"""How many questions a set that does not say is examined with."""

MINUTES_EACH = 1.5
"""The time for a question where a set does not say."""

PASS_PERCENT = 70.0

NOT_EXAMINED = frozenset({"open"})
"""Types left out of exams: only the learner could mark them, and an exam marks itself."""


class ExamRequest(NamedTuple):
    """What a learner asked for. No sets: all of them; None: as the sets say.

    `minutes` 0: no limit. A `wish` chooses among the questions of the sets; `each` asks so many of
    each tag, section, type, state, and, where there are several, set chosen. `tutor`: a verdict
    after each question.
    """

    sets: tuple[str, ...] = ()
    questions: int | None = None
    minutes: int | None = None
    pass_percent: float | None = None
    seed: int | None = None
    wish: Wish | None = None
    each: int | None = None
    tutor: bool | None = None

    def data(self) -> dict[str, object]:
        """As JSON values; None for what was not said."""
        wish = self.wish.data() if self.wish is not None and self.wish.anything else None
        return {**self._asdict(), "sets": list(self.sets), "wish": wish}


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
    available = len(choice(workspace, request).uids)
    wanted = planned if request.questions is None else request.questions
    if request.each is not None and request.questions is None:
        wanted = available
    questions = min(wanted, available)
    minutes = request.minutes
    if minutes is None:
        whole = sum(plan.minutes or plan.questions * MINUTES_EACH for plan in plans)
        minutes = max(1, ceil(whole * questions / planned)) if planned else 1
    percent = request.pass_percent
    if percent is None:
        percent = max((plan.pass_percent for plan in plans), default=0) or PASS_PERCENT
    return ExamPlan(questions, minutes, percent, any(plan.near_wrong for plan in plans))


class Choice(NamedTuple):
    """What a paper is drawn from: the questions, and where so many of each are wanted, these groups
    with their numbers, in the order in which they are served.
    """

    uids: tuple[str, ...]
    groups: tuple[tuple[int, frozenset[str]], ...] = ()


def choice(workspace: Workspace, request: ExamRequest) -> Choice:
    """The questions that a request may ask; with `each`, no more of them than may be asked."""
    entries, aside = examined(workspace, request.sets), resting(workspace)
    every = [question_uid(e.id, id_) for e in entries for id_ in eligible_ids(e, aside)]
    wish = request.wish or Wish()
    if not wish.anything and request.each is None:
        return Choice(tuple(every))
    from quiz.study.common.pool import Pool

    pool = Pool(workspace, request.sets)
    chosen = set(pool.chosen(wish))
    uids = [uid for uid in every if uid in chosen]
    if request.each is None:
        return Choice(tuple(uids))
    groups = [
        (request.each, frozenset(uids).intersection(pool.chosen(Wish().toggled(name, value))))
        for name, value in _values(request, wish)
    ]
    return Choice(_served(uids, groups), tuple(groups))


def _values(request: ExamRequest, wish: Wish) -> Iterator[tuple[str, str]]:
    """Each value of which there are to be so many."""
    sets = request.sets or wish.sets
    fields = {**wish._asdict(), "sets": sets if len(sets) > 1 else ()}
    for name, values in fields.items():
        for value in values:
            yield name, value


def _served(uids: Sequence[str], groups: Sequence[tuple[int, frozenset[str]]]) -> tuple[str, ...]:
    """As many questions as the groups have room for; all of them where there is no group."""
    if not groups:
        return tuple(uids)
    taken: list[str] = []
    for count, group in groups:
        free = [uid for uid in uids if uid in group and uid not in taken]
        taken += free[:count]
    return tuple(taken)


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
