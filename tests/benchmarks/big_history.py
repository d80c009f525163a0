"""A history as large as that of some years, made in seconds: `make(path)`.

A learner whose memory is FSRS itself studies nearly every day what is due or soonest due, marks
some answers, rests in between, and sits an exam each month. The reviews are of the questions of
`tests.benchmarks.big_sets`. Rows and checksums are written as the store writes them; the memories
are those that `History.rebuild` would derive.

`python -m tests.benchmarks.big_history HOME` fills a QUIZ_HOME with the history and its sets.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from heapq import heappop, heappush
from pathlib import Path

from quiz.core.exams.clock import ExamMark
from quiz.core.exams.record import ExamAnswer, Mark
from quiz.core.memory.records import EXAM, STUDY, Review, SessionRecord
from quiz.core.memory.scheduling import Confidence, Memory, Rating, Scheduler, fuzz_seed, rate
from quiz.store.history.history import History
from quiz.store.history.tables.memories import Remembered
from quiz.store.history.tables.reviews import _INSERT
from quiz.store.history.uids import new_uid
from tests.benchmarks.big_sets import question, uid, write_sets

DAY_MS = 24 * 60 * 60 * 1000
EPOCH = date(1970, 1, 1).toordinal()
EXAM_EVERY, EXAM_SIZE, NEVER_ASKED = 30, 60, 50
FIRST_RECALL, MARKED = 0.85, 0.3
MARKS = (Confidence.SURE, Confidence.UNSURE, Confidence.GUESS)


def make(
    path: Path,
    reviews: int = 100_000,
    questions: int = 10_000,
    years: int = 3,
    seed: int = 1,
    *,
    last_day: int | None = None,
) -> Path:
    """A history of so many reviews at `path`, which must not exist; its last day is yesterday.

    One question in fifty is never asked. The same arguments make the same history.
    """
    last = last_day if last_day is not None else date.today().toordinal() - 1
    learner = _Learner(random.Random(seed), questions - questions // NEVER_ASKED)
    days = range(last - 365 * years + 1, last + 1)
    learner.live(days, reviews)
    with History.open(path, now_ms=_ms(last), scheduler=learner.scheduler) as history:
        with history._writing() as connection:
            connection.executemany(_INSERT, map(_row, learner.reviews))
            for number, memory in learner.memories.items():
                verdict = "wrong" if memory.last is Rating.AGAIN else "correct"
                key = question(number).key_hash
                history._store(connection, Remembered(uid(number), key, memory, verdict))
        for record in learner.sessions:
            answers = learner.exams.get(record.uid)
            if answers:
                history.begin_exam(record, answers, ExamMark(0, record.started_ms, 0))
            else:
                history.begin(record)
    return path


def _row(review: Review) -> dict[str, object]:
    return {**review._asdict(), "scheduled": int(review.scheduled)}


def _ms(day: int) -> int:
    """Six in the evening of a study day, in UTC."""
    return (day - EPOCH) * DAY_MS + 18 * 60 * 60 * 1000


@dataclass(slots=True)
class _Sitting:
    """A session under way: its record's uid, its day and its clock.

    `answers` are those of an exam.
    """

    uid: str
    day: int
    now_ms: int
    scheduled: bool
    reading_ms: int = 0
    answers: list[ExamAnswer] = field(default_factory=list)


class _Learner:
    def __init__(self, chance: random.Random, askable: int) -> None:
        self.chance = chance
        self.askable = askable
        self.scheduler = Scheduler()
        self.memories: dict[int, Memory] = {}
        self.reviews: list[Review] = []
        self.sessions: list[SessionRecord] = []
        self.exams: dict[str, list[ExamAnswer]] = {}
        self._due: list[tuple[int, int]] = []

    def live(self, days: range, total: int) -> None:
        """Study through the days, so many answers in all."""
        weights = [self._weight(at) for at in range(len(days))]
        weights[-1] = weights[-1] or 1.0
        done = 0.0
        for at, (day, weight) in enumerate(zip(days, weights, strict=True), start=1):
            done += weight
            target = round(total * done / sum(weights[: len(days)]))
            if at % EXAM_EVERY == 0 and target - len(self.reviews) > EXAM_SIZE + 1:
                self._exam(day)
            fresh = round(self.askable * min(1.0, 1.05 * at / len(days)))
            self._study(day, target - len(self.reviews), fresh)

    def _weight(self, at: int) -> float:
        on_holiday = at % 365 in range(200, 214)
        return 0.0 if on_holiday or self.chance.random() < 0.06 else self.chance.uniform(0.6, 1.4)

    def _study(self, day: int, count: int, fresh: int) -> None:
        if count <= 0:
            return
        sitting = self._sit(day, STUDY)
        asked = list(self._wanted(day, count, fresh))
        for number in asked:
            missed = self._answer(sitting, number, 0)
            if missed and count > len(asked):
                count -= 1
                self._answer(sitting, number, 1)
        self._close(sitting, STUDY, asked)

    def _wanted(self, day: int, count: int, fresh: int) -> Iterator[int]:
        """New questions up to `fresh`, then the soonest due; a few turns are kept for repeats."""
        room = max(1, round(0.93 * count))
        for number in range(len(self.memories), min(fresh, len(self.memories) + room // 2)):
            room -= 1
            yield number
        later = []
        while room > 0 and self._due:
            due, number = heappop(self._due)
            if self.memories[number].due != due:
                continue
            if self.memories[number].day == day:
                later.append((due, number))
                continue
            room -= 1
            yield number
        for entry in later:
            heappush(self._due, entry)

    def _exam(self, day: int) -> None:
        sitting = self._sit(day, EXAM)
        known = max(EXAM_SIZE, len(self.memories))
        asked = self.chance.sample(range(min(known, self.askable)), min(EXAM_SIZE, self.askable))
        for number in asked:
            self._answer(sitting, number, 0)
        self._close(sitting, EXAM, asked)

    def _sit(self, day: int, kind: str) -> _Sitting:
        now = _ms(day) - (2 * 60 * 60 * 1000 if kind == EXAM else 0)
        return _Sitting(new_uid(now, self._entropy()), day, now, kind != EXAM)

    def _close(self, sitting: _Sitting, kind: str, asked: list[int]) -> None:
        options = {"pass_percent": 70} if kind == EXAM else {}
        if sitting.answers:
            self.exams[sitting.uid] = sitting.answers
        self.sessions.append(
            SessionRecord(
                uid=sitting.uid,
                kind=kind,
                started_ms=_ms(sitting.day),
                day=sitting.day,
                title="Trial exam" if kind == EXAM else "Today",
                seed=sitting.day,
                plan=tuple(uid(number) for number in asked),
                options=options,
                finished_ms=sitting.now_ms,
            )
        )

    def _answer(self, sitting: _Sitting, number: int, attempt: int) -> bool:
        """Answer as the memory has it; whether it was missed."""
        before = self.memories.get(number)
        recall = self.scheduler.retrievability(before, sitting.day) if before else FIRST_RECALL
        right = self.chance.random() < (0.9 if attempt else recall)
        confidence = Confidence.UNMARKED
        if self.chance.random() < MARKED:
            confidence = self.chance.choices(MARKS, (85, 13, 2) if right else (25, 35, 40))[0]
        rating = rate(correct=right, confidence=confidence)
        name = uid(number)
        self.reviews.append(self._review(sitting, number, attempt, right, confidence, rating))
        if sitting.scheduled:
            seed = fuzz_seed(name, before)
            memory = self.scheduler.review(before, rating, sitting.day, seed)
            self.memories[number] = memory
            heappush(self._due, (memory.due, number))
        return rating is Rating.AGAIN

    def _review(
        self,
        sitting: _Sitting,
        number: int,
        attempt: int,
        right: bool,
        confidence: Confidence,
        rating: Rating,
    ) -> Review:
        took = int(1000 * min(600.0, self.chance.lognormvariate(2.4 + 0.2 * (number % 4), 0.6)))
        sitting.now_ms += sitting.reading_ms + took
        sitting.reading_ms = int(1000 * min(90.0, self.chance.lognormvariate(1.6, 0.7)))
        asked = question(number)
        if not sitting.scheduled:
            mark = Mark.CORRECT if right else Mark.WRONG
            answer = ExamAnswer(uid(number), tags=asked.tags, spent_ms=took, mark=mark)
            sitting.answers.append(answer)
        return Review(
            uid=new_uid(sitting.now_ms, self._entropy()),
            at_ms=sitting.now_ms,
            offset_min=0,
            day=sitting.day,
            question=uid(number),
            key_hash=asked.key_hash,
            content_hash=asked.content_hash,
            session=sitting.uid,
            attempt=attempt,
            response='{"given": ["' + (asked.key[0] if right else "no idea") + '"]}',
            verdict="correct" if right else "wrong",
            confidence=confidence.value,
            hints=0,
            duration_ms=took,
            rating=int(rating),
            scheduled=sitting.scheduled,
            algorithm=self.scheduler.algorithm,
            parameters=self.scheduler.digest,
        )

    def _entropy(self) -> bytes:
        return self.chance.randbytes(10)


def main(home: Path) -> None:
    """Make both below a QUIZ_HOME that has neither."""
    from quiz.store.files.home import places

    where = places({"QUIZ_HOME": str(home)})
    where.history.parent.mkdir(parents=True, exist_ok=True)
    make(where.history)
    write_sets(home / "questions")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
