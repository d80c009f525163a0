"""Small histories to take figures from: two sets over two documents, and what was answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from typing import NamedTuple

from quiz.core.exams.clock import ExamMark
from quiz.core.exams.record import ExamAnswer, Mark
from quiz.core.memory.records import EXAM, Review, SessionRecord
from quiz.core.memory.scheduling import Confidence, rate
from quiz.store.files.home import places
from quiz.store.history.history import History
from quiz.store.history.uids import new_uid
from quiz.store.library.library import Library
from quiz.store.settings.settings import Settings
from quiz.study.common.workspace import Workspace

LAST = 739_942  # 22 November 2026
EPOCH = 719_163
DAY_MS = 24 * 60 * 60 * 1000

ROCKS = """# Rocks

Rocks are hard.

## Granite

Granite is old. Granite has quartz in it.

## Basalt

Basalt is dark. Basalt came from fire.
"""
WATER = """# Water

## Rain

Rain falls down. Rain is soft.
"""
STONES = """id: stones
title: Stones
documents: {rocks: documents/rocks.md, water: documents/water.md}
questions:
  - id: old
    type: true-false
    stem: Granite is old.
    answer: true
    sources: [{document: rocks, exact: Granite is old.}]
    tags: [age, granite]
  - id: quartz
    type: single-choice
    stem: What does granite have?
    answer: Quartz
    distractors: [Gold, Salt]
    sources: [{document: rocks, exact: Granite has quartz in it.}]
    tags: [granite]
  - id: dark
    type: short-answer
    stem: What is dark?
    answer: Basalt
    sources: [{document: rocks, exact: Basalt is dark.}, {document: water, exact: Rain is soft.}]
  - id: hard
    type: true-false
    stem: Rocks are soft.
    answer: false
    correction: They are hard.
    sources: [{document: rocks, exact: Nowhere to be found at all}]
"""
RAINS = """id: rains
title: Rains
documents: {water: documents/water.md}
exam: {questions: 1, minutes: 5, pass: 60}
questions:
  - id: down
    type: true-false
    stem: Rain falls down.
    answer: true
    sources: [{document: water, exact: Rain falls down.}]
    tags: [age]
  - id: two
    type: numeric
    stem: How much is two?
    answer: "2"
    sources: [{document: water, exact: Rain}]
"""


class Item(NamedTuple):
    """A question as the files have it; `section` is '' for none."""

    set_title: str
    kind: str
    tags: tuple[str, ...]
    documents: tuple[str, ...]
    section: str


ITEMS = {
    "stones/old": Item("Stones", "true-false", ("age", "granite"), ("Rocks",), "Rocks › Granite"),
    "stones/quartz": Item("Stones", "single-choice", ("granite",), ("Rocks",), "Rocks › Granite"),
    "stones/dark": Item("Stones", "short-answer", (), ("Rocks", "Water"), "Rocks › Basalt"),
    "stones/hard": Item("Stones", "true-false", (), ("Rocks",), ""),
    "rains/down": Item("Rains", "true-false", ("age",), ("Water",), "Water › Rain"),
    "rains/two": Item("Rains", "numeric", (), ("Water",), ""),
}
GONE = "gone/question"
"""A question of a set that is no longer there."""


class Event(NamedTuple):
    """An answer, `after` days after the one before; below nought, the clock was set back."""

    question: str
    after: int
    right: bool
    confidence: Confidence = Confidence.UNMARKED
    hints: int = 0
    attempt: int = 0
    exam: bool = False
    scheduled: bool = True
    took_ms: int = 5000
    read_ms: int = 2000
    key_changed: bool = False
    undone: bool = False


class Lived(NamedTuple):
    """What was written: every review that counts in order, and the uids of the exams."""

    reviews: tuple[Review, ...]
    exams: frozenset[str]


def write_sets(folder: Path) -> Path:
    """Both sets and their documents."""
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "rocks.md").write_text(ROCKS, encoding="utf-8")
    (folder / "documents" / "water.md").write_text(WATER, encoding="utf-8")
    (folder / "stones.yaml").write_text(STONES, encoding="utf-8")
    (folder / "rains.yaml").write_text(RAINS, encoding="utf-8")
    return folder


@contextmanager
def workspace_at(
    folder: Path, settings: Settings | None = None, today: int = LAST
) -> Iterator[Workspace]:
    """A workspace over both sets, at noon (UTC) of study day `today`."""
    sets = folder / "sets"
    where = places({"QUIZ_HOME": str(folder / "home")})
    moment = datetime.combine(datetime.fromordinal(today), time(12), UTC)
    with (
        Library.open([sets if sets.exists() else write_sets(sets)], places=where) as library,
        History.open(where.history, now_ms=int(moment.timestamp() * 1000)) as history,
    ):
        # nothing of it has to outlive a loss of power
        history._connection.execute("PRAGMA synchronous = OFF")
        yield Workspace(library, history, settings or Settings(), where.settings, lambda: moment)


def live(workspace: Workspace, events: Sequence[Event], last: int = LAST) -> Lived:
    """Give these answers, the last of them on study day `last`; what counts of it."""
    day = last - sum(event.after for event in events)
    kept: list[Review] = []
    exams: dict[str, list[Review]] = {}
    now = (min(day, last) - EPOCH) * DAY_MS
    for number, event in enumerate(events):
        day += event.after
        now += event.after * DAY_MS + event.read_ms + event.took_ms
        review = _review(workspace, event, day, now, number)
        workspace.history.record(review, None)
        if event.undone:
            workspace.history.undo(review.uid, now)
        else:
            kept.append(review)
        if event.exam:
            exams.setdefault(review.session, []).append(review)
    for session, reviews in exams.items():
        _keep_exam(workspace, session, reviews)
    return Lived(tuple(kept), frozenset(exams))


def _review(workspace: Workspace, event: Event, day: int, now: int, number: int) -> Review:
    key = "an older key"
    if event.question in ITEMS and not event.key_changed:
        key = workspace.library.question(event.question).key_hash
    scheduler = workspace.history.scheduler
    narrowed = event.hints > 1
    return Review(
        uid=new_uid(now, number.to_bytes(10, "big")),
        at_ms=now,
        offset_min=0,
        day=day,
        question=event.question,
        key_hash=key,
        content_hash="",
        session=f"exam {day}" if event.exam else f"study {day}",
        attempt=0 if event.exam else event.attempt,
        response='{"given": []}',
        verdict="correct" if event.right else "wrong",
        confidence=event.confidence.value,
        hints=event.hints,
        duration_ms=event.took_ms,
        rating=int(rate(correct=event.right, confidence=event.confidence, narrowed=narrowed)),
        # of exams, what is wrong moves the schedule
        scheduled=not event.right if event.exam else event.scheduled,
        algorithm=scheduler.algorithm,
        parameters=scheduler.digest,
    )


def _keep_exam(workspace: Workspace, session: str, reviews: Sequence[Review]) -> None:
    plan = tuple(dict.fromkeys(review.question for review in reviews))
    record = SessionRecord(
        uid=session,
        kind=EXAM,
        started_ms=reviews[0].at_ms,
        day=reviews[0].day,
        title="Trial",
        seed=1,
        plan=plan,
        options={"pass_percent": 60},
        finished_ms=reviews[-1].at_ms,
    )
    last = {review.question: review for review in reviews}
    answers = [ExamAnswer(uid, mark=Mark(last[uid].verdict)) for uid in plan]
    workspace.history.begin_exam(record, answers, ExamMark(0, 0))
