"""What there is to do: for each set, and for today."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.core.question_set import question_uid
from quiz.core.review import SessionRecord, set_of
from quiz.store.library import Entry
from quiz.study.desk import Desk

MASTERED_DAYS = 21
"""From this stability (days) on a question counts as known for good."""

SECONDS_EACH = 25
"""A rough guess at the time one question takes."""


@dataclass(frozen=True, slots=True)
class SetRow:
    """A set and its figures: questions in all, due today, never asked, known for good."""

    entry: Entry
    due: int = 0
    new: int = 0
    known: int = 0

    @property
    def total(self) -> int:
        """How many questions there are."""
        return self.entry.count


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session to go on with: its record, the question it stands at, and how many there are."""

    record: SessionRecord
    place: int
    total: int


@dataclass(frozen=True, slots=True)
class Overview:
    """All sets, what a session now would ask, and what was left unfinished."""

    rows: tuple[SetRow, ...]
    due: int
    new: int
    unfinished: Unfinished | None

    @property
    def minutes(self) -> int:
        """About how long the due and new ones take."""
        return max(1, round((self.due + self.new) * SECONDS_EACH / 60))


def overview(desk: Desk) -> Overview:
    """Look at every set and the history, without reading a question."""
    rows = set_rows(desk)
    due = sum(row.due for row in rows)
    unseen = sum(row.new for row in rows)
    new = max(0, min(unseen, desk.settings.new_per_day - desk.history.new_today(desk.today)))
    limit = desk.settings.session_limit
    if limit:
        due = min(due, limit)
        new = min(new, limit - due)
    return Overview(rows, due, new, unfinished(desk))


def set_rows(desk: Desk) -> tuple[SetRow, ...]:
    """Every set with its figures; a broken one has none."""
    ids = [entry.id for entry in desk.library.sets if entry.ok]
    remembered = desk.history.memories(ids)
    begun = {set_of(uid) for uid in remembered}
    today = desk.today
    rows = []
    for entry in desk.library.sets:
        if not entry.ok:
            rows.append(SetRow(entry))
            continue
        seen = due = known = 0
        for row in entry.index if entry.id in begun else ():
            found = remembered.get(question_uid(entry.id, row.id))
            if found is not None and found.key_hash == row.key_hash:
                seen += 1
                due += found.memory.due <= today
                known += found.memory.stability >= MASTERED_DAYS
        rows.append(SetRow(entry, due, entry.count - seen, known))
    return tuple(rows)


def unfinished(desk: Desk) -> Unfinished | None:
    """The session that can be resumed, if there is one with questions left."""
    record = desk.history.unfinished()
    if record is None:
        return None
    from quiz.study.study import Study

    study = Study.resume(desk, record)
    if study.session.current is None:
        return None
    return Unfinished(record, study.session.place, len(study.session.plan))
