"""What there will be to do, when there is nothing now."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.core.question import question_uid
from quiz.study.desk import Desk
from quiz.study.request import Request
from quiz.study.wording import days_text


@dataclass(frozen=True, slots=True)
class Coming:
    """The next time something is due: in `days` study days, `count` questions; and unseen ones.

    `days` is None when nothing was ever answered.
    """

    days: int | None
    count: int
    unseen: int


def coming(desk: Desk, request: Request) -> Coming:
    """Look ahead over the requested sets."""
    memories = desk.history.memories()
    days: list[int] = []
    unseen = 0
    for entry in desk.library.sets:
        if request.sets and entry.id not in request.sets:
            continue
        for row in entry.index:
            found = memories.get(question_uid(entry.id, row.id))
            if found is None or found.key_hash != row.key_hash:
                unseen += 1
            elif found.memory.due > desk.today:
                days.append(found.memory.due - desk.today)
    soonest = min(days, default=None)
    return Coming(soonest, days.count(soonest) if soonest is not None else 0, unseen)


def nothing_text(desk: Desk, request: Request) -> tuple[str, ...]:
    """Why there is nothing to ask, when there will be, and how to go on: a sentence each."""
    if not any(entry.ok for entry in desk.library.sets):
        return ("There is no question set that can be studied.",)
    if request.wrong:
        return ("Nothing of it was answered wrong the last time.",)
    ahead = coming(desk, request)
    said = ["Nothing is due."]
    if ahead.days is not None:
        when = "tomorrow" if ahead.days == 1 else f"in {days_text(ahead.days)}"
        questions = "question is" if ahead.count == 1 else "questions are"
        said.append(f"The next {ahead.count} {questions} due {when}.")
    if ahead.unseen and not request.all and not request.cram:
        more = min(ahead.unseen, 10)
        said.append(f"{ahead.unseen} were never asked; for some of them: --new {more}")
    if not request.all and not request.cram:
        said.append("To be asked all of it now: --all")
    return tuple(said)
