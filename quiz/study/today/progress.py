"""How far the learner is with each set and each document."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quiz.core.questions.question_set import question_uid
from quiz.errors import QuizError
from quiz.store.library.library import Entry
from quiz.study.common.daily import turn_days
from quiz.study.common.set_aside import resting
from quiz.study.common.workspace import Workspace
from quiz.study.today.overview import MASTERED_DAYS

RECENT_DAYS = 30
"""Retention is counted over so many study days, today included."""


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """Figures of some questions: all, due today, never asked, known for good, and recall.

    `remembered` of `asked` were right (rated above Again) at the first try of a session, among
    questions that had been asked on an earlier day.
    """

    name: str
    questions: int = 0
    due: int = 0
    new: int = 0
    known: int = 0
    remembered: int = 0
    asked: int = 0

    @property
    def retention(self) -> float | None:
        """The share remembered, 0 to 1; None when nothing was asked."""
        return self.remembered / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """Everything together, then set by set and document by document."""

    total: ProgressRow
    sets: tuple[ProgressRow, ...]
    documents: tuple[ProgressRow, ...]


def progress_report(workspace: Workspace) -> ProgressReport:
    """Look at every question of every sound set. A question counts for each document it cites."""
    entries = [entry for entry in workspace.library.sets if entry.ok]
    single = _of_questions(workspace, entries)
    sets = [sum_of(entry.id, (single[uid] for uid in _uids(entry))) for entry in entries]
    documents: dict[str, dict[str, ProgressRow]] = {}
    titles: dict[str, str] = {}
    for entry in entries:
        for uid, question in workspace.library.questions(_uids(entry)).items():
            for key in {source.document for source in question.sources}:
                path = os.path.realpath(entry.path.parent / entry.documents[key])
                documents.setdefault(path, {})[uid] = single[uid]
                titles.setdefault(path, _title(workspace, entry, key))
    return ProgressReport(
        sum_of("", single.values()),
        tuple(sets),
        tuple(sum_of(titles[path], found.values()) for path, found in documents.items()),
    )


def sum_of(name: str, rows: Iterable[ProgressRow]) -> ProgressRow:
    """All figures added up."""
    found = list(rows)
    return ProgressRow(
        name,
        questions=sum(s.questions for s in found),
        due=sum(s.due for s in found),
        new=sum(s.new for s in found),
        known=sum(s.known for s in found),
        remembered=sum(s.remembered for s in found),
        asked=sum(s.asked for s in found),
    )


def _uids(entry: Entry) -> list[str]:
    return [question_uid(entry.id, row.id) for row in entry.index]


def _of_questions(workspace: Workspace, entries: Iterable[Entry]) -> Mapping[str, ProgressRow]:
    today = workspace.today
    memories = workspace.history.memories()
    days = turn_days(workspace, {uid: row.memory for uid, row in memories.items()}, today)
    aside = resting(workspace)
    recalled = workspace.history.recall(today - RECENT_DAYS + 1)
    single: dict[str, ProgressRow] = {}
    for entry in entries:
        for row in entry.index:
            uid = question_uid(entry.id, row.id)
            found = memories.get(uid)
            remembered, asked = recalled.get(uid, (0, 0))
            if found is None or found.key_hash != row.key_hash:
                single[uid] = ProgressRow(uid, 1, 0, int(uid not in aside), 0, remembered, asked)
                continue
            due = days[uid] <= today
            known = found.memory.stability >= MASTERED_DAYS
            single[uid] = ProgressRow(uid, 1, int(due), 0, int(known), remembered, asked)
    return single


def _title(workspace: Workspace, entry: Entry, key: str) -> str:
    try:
        return workspace.library.document(entry.id, key).title
    except QuizError:
        return key
