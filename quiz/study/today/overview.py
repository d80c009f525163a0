"""What there is to do: for each set, and for today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from quiz.core.memory.daily_load import LEECH
from quiz.core.memory.records import SessionRecord, set_of
from quiz.store.history.tables.memories import MASTERED_DAYS
from quiz.store.library.library import Entry
from quiz.study.common.daily import DayBudget, day_budget, exam_days, needed, promises
from quiz.study.common.set_aside import resting
from quiz.study.common.workspace import Workspace

__all__ = ["MASTERED_DAYS", "Overview", "SetRow", "Unfinished", "overview", "set_rows"]


class ExamAhead(NamedTuple):
    """The day of an exam, and how many study days are left until then."""

    day: date
    left: int


class SetRow(NamedTuple):
    """A set and its figures: questions in all, due today, never asked, known for good."""

    entry: Entry
    due: int = 0
    new: int = 0
    known: int = 0
    exam: ExamAhead | None = None

    @property
    def total(self) -> int:
        """How many questions there are."""
        return self.entry.count


class Unfinished(NamedTuple):
    """A session to go on with: its record, the question it stands at, and how many there are.

    `touched`: something was done in it; one that is not may end without a word.
    """

    record: SessionRecord
    place: int
    total: int
    touched: bool = True


class Overview(NamedTuple):
    """All sets, what a session now would ask, and the sessions left open, the latest first.

    `waiting` is all that is due. `notes` are quiet sentences on a backlog, exams and what keeps
    slipping away, the most pressing first.
    """

    rows: tuple[SetRow, ...]
    due: int
    new: int
    left_open: tuple[Unfinished, ...]
    day_budget: DayBudget
    waiting: int = 0
    notes: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """About how long the due and new ones take."""
        return max(1, round((self.due + self.new) * self.day_budget.seconds / 60))

    @property
    def used_up(self) -> bool:
        """Whether today's minutes are over though something waits."""
        return self.day_budget.left == 0 and self.waiting > 0


def overview(workspace: Workspace) -> Overview:
    """Look at every set and the history, without reading a question."""
    rows, held = set_rows(workspace), day_budget(workspace)
    begun = workspace.history.new_by_set(workspace.today)
    must = needed(workspace, {row.entry.id: row.new for row in rows if row.entry.ok}, begun)
    usual = max(0, workspace.settings.new_per_day - begun.total())
    waiting = due = sum(row.due for row in rows)
    new = min(sum(row.new for row in rows), max(usual, sum(must.values())))
    for limit in (workspace.settings.session_limit or None, held.left):
        if limit is not None:
            due = min(due, limit)
            new = min(new, limit - due)
    return Overview(
        rows=rows,
        due=due,
        new=new,
        left_open=left_open(workspace),
        day_budget=held,
        waiting=waiting,
        notes=_notes(workspace, rows, held, must),
    )


def _notes(
    workspace: Workspace, rows: tuple[SetRow, ...], held: DayBudget, must: dict[str, int]
) -> tuple[str, ...]:
    """What there is to say, the most pressing first."""
    waiting = sum(row.due for row in rows)
    exams = any(row.exam is not None for row in rows)
    slipping = workspace.history.count_leeches(LEECH, resting(workspace))
    if not exams and not slipping and not 0 < held.a_day < waiting:
        return ()
    from quiz.study.today.notes import backlog_note, exam_note, leech_note

    usual = workspace.settings.new_per_day
    found = [
        exam_note(row.entry.title, row.exam.left, must.get(row.entry.id, 0), usual)
        for row in rows
        if row.exam is not None
    ]
    if 0 < held.a_day < waiting:
        ahead = workspace.history.due_ahead(workspace.today, 60)
        found.insert(0, backlog_note(waiting, held.a_day, ahead))
    return (*found, *([leech_note(slipping)] if slipping else []))


def set_rows(workspace: Workspace, day: int | None = None) -> tuple[SetRow, ...]:
    """Every set with its figures on a study day (None: today); a broken one has none."""
    day = workspace.today if day is None else day
    begun = workspace.history.begun_sets()
    early: dict[str, list[str]] = defaultdict(list)
    for question in promises(workspace, day):
        early[set_of(question)].append(question)
    exams = exam_days(workspace)
    aside = _aside(workspace, day)
    rows = []
    for entry in workspace.library.sets:
        if not entry.ok:
            rows.append(SetRow(entry))
            continue
        exam = _exam(workspace, exams.get(entry.id))
        own = [uid for uid in aside.get(entry.id, ()) if uid.partition("/")[2] in entry.rows]
        if entry.id not in begun:
            rows.append(SetRow(entry, 0, entry.count - len(own), 0, exam))
            continue
        keys = entry.index_json()
        count = workspace.history.counts(entry.id, keys, day, early.get(entry.id, ()), own)
        rows.append(SetRow(entry, count.due, entry.count - count.seen, count.mastered, exam))
    return tuple(rows)


def _aside(workspace: Workspace, day: int) -> dict[str, list[str]]:
    """What is set aside on a day, by set."""
    found: dict[str, list[str]] = defaultdict(list)
    for question in workspace.history.suspensions(day):
        found[set_of(question)].append(question)
    return found


def _exam(workspace: Workspace, day: int | None) -> ExamAhead | None:
    return None if day is None else ExamAhead(date.fromordinal(day), day - workspace.today)


def unfinished(workspace: Workspace) -> Unfinished | None:
    """The session begun last among those that can be resumed; None when there is none."""
    return next(_left_open(workspace), None)


def left_open(workspace: Workspace) -> tuple[Unfinished, ...]:
    """Every session that can be resumed and has questions left, the one begun last first."""
    return tuple(_left_open(workspace))


def _left_open(workspace: Workspace) -> Iterator[Unfinished]:
    records = workspace.history.unfinished_sessions()
    if not records:
        return
    from quiz.study.sitting.study import Study

    for record in records:
        session = Study.resume(workspace, record).session
        touched = bool(session.answered or record.draft)
        if session.current is not None:
            yield Unfinished(record, session.place, len(session.plan), touched)
