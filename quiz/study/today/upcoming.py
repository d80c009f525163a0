"""What there will be to do, when there is nothing now."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.core.memory.records import FOR_GOOD
from quiz.core.memory.scheduling import Memory
from quiz.core.questions.question_set import question_uid
from quiz.store.library.entry import Entry
from quiz.study.common.daily import day_budget, turn_days
from quiz.study.common.day_spans import days_text
from quiz.study.common.request import Request
from quiz.study.common.set_aside import resting
from quiz.study.common.wish import wish_text
from quiz.study.common.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Upcoming:
    """The next time something is due: in `days` study days, `count` questions; and unseen ones.

    `days` is None when nothing was ever answered.
    """

    days: int | None
    count: int
    unseen: int


def upcoming(workspace: Workspace, request: Request) -> Upcoming:
    """Look ahead over the requested sets."""
    entries = _asked(workspace, request)
    kept = workspace.history.memories([entry.id for entry in entries])
    memories: dict[str, Memory] = {}
    aside = resting(workspace)
    unseen = 0
    for entry in entries:
        for row in entry.index:
            uid = question_uid(entry.id, row.id)
            found = kept.get(uid)
            if found is None or found.key_hash != row.key_hash:
                unseen += uid not in aside
            else:
                memories[uid] = found.memory
    last = max((memory.due for memory in memories.values()), default=0)
    turns = turn_days(workspace, memories, last).values()
    days = [day - workspace.today for day in turns if workspace.today < day < FOR_GOOD]
    return Upcoming(min(days, default=None), days.count(min(days, default=0)), unseen)


def _asked(workspace: Workspace, request: Request) -> list[Entry]:
    """The sets that were asked for."""
    return [e for e in workspace.library.sets if not request.sets or e.id in request.sets]


def nothing_text(workspace: Workspace, request: Request) -> tuple[str, ...]:
    """Why there is nothing to ask, when there will be, and how to go on: a sentence each."""
    if not any(entry.ok for entry in workspace.library.sets):
        return ("There is no question set that can be studied.",)
    drafts = _drafts_text(workspace, request)
    if drafts and not any(entry.count for entry in _asked(workspace, request)):
        return (drafts,)
    if request.wrong:
        return ("Nothing of it was answered wrong the last time.",)
    if request.wish.anything:
        titles = {entry.id: entry.title for entry in workspace.library.sets}
        return (
            "No question is so: "
            + wish_text(request.wish._replace(sets=request.sets), titles)
            + ".",
        )
    held = day_budget(workspace)
    if held.left == 0 and request == Request(sets=request.sets):
        minutes = workspace.settings.minutes_per_day
        return (
            f"Your {minutes} minutes of today are used; what is left waits until tomorrow.",
            "To go on all the same, say how many questions: --limit 10",
        )
    ahead = upcoming(workspace, request)
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
    return (*said, drafts) if drafts else tuple(said)


def _drafts_text(workspace: Workspace, request: Request) -> str:
    """What is not asked because nothing proves it yet."""
    drafts = sum(len(entry.drafts) for entry in _asked(workspace, request))
    if not drafts:
        return ""
    questions = "1 question is a draft" if drafts == 1 else f"{drafts} questions are drafts"
    return f"{questions}, which nothing proves yet; to be asked them all the same: --drafts"
