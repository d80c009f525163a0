"""The score to expect if the exam over a set were on a given day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quiz.core.exams.prediction import (
    ENOUGH_TRIES,
    Estimate,
    Unseen,
    estimate,
    own_chance,
)
from quiz.core.memory.calibration import Prediction, Recalibration, recalibrate
from quiz.core.memory.rates import Rate, together
from quiz.core.questions.question_set import question_uid
from quiz.store.library.library import Entry
from quiz.study.statistics.scope import Scope

TESTED = 100
"""Predictions are corrected by so many latest answers."""

COURSE = (0, 7, 14, 30, 60, 90)
"""For how many days from today the course of forgetting is shown."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The expected score of an exam over a set on study day `day`, without studying until then.

    `asked` questions have a memory, `recall` is their mean retrievability as predicted (0 to 1,
    not corrected; None without any); `unseen` are the others. `drawn` is how many questions the
    exam has, `needed` the percentage to pass (0: not said). `course` has the scores of later days.
    """

    set_id: str
    title: str
    day: int
    estimate: Estimate | None
    asked: int
    recall: float | None
    unseen: tuple[Unseen, ...]
    correction: Recalibration
    drawn: int
    needed: float
    course: tuple[tuple[int, float], ...]


SOON = 7
"""An exam without a date is taken to be in so many days."""


def exam_day(scope: Scope, set_id: str) -> int:
    """The study day of a set's exam as the learner set it, or, without one to come, soon."""
    date = scope.workspace.settings.exam_dates.get(set_id)
    known = date is not None and date.toordinal() >= scope.today
    return date.toordinal() if date is not None and known else scope.today + SOON


class Scoring:
    """Answers the question for any set and day; what was learned of the learner is read once."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        scheduler = scope.workspace.history.scheduler
        self.correction = recalibrate(
            [
                Prediction(scheduler.retrievability(one.before, one.day), one.right)
                for one in scope.workspace.history.tested(TESTED)
            ]
        )
        self._tries = self._first_tries()

    def what_if(self, entry: Entry, day: int) -> WhatIf:
        """The score of an exam over this set on this study day, today or later."""
        scope = self.scope
        uids = [question_uid(entry.id, row.id) for row in entry.index]
        memories = [scope.memories[uid] for uid in uids if uid in scope.memories]
        retrievability = scope.workspace.history.scheduler.retrievability
        predicted = [retrievability(memory, day) for memory in memories]
        unseen = tuple(self._unseen([uid for uid in uids if uid not in scope.memories]))
        course = []
        for later in COURSE:
            chances = [retrievability(memory, scope.today + later) for memory in memories]
            found = estimate(chances, unseen, self.correction)
            course += [(scope.today + later, found.score)] if found else []
        return WhatIf(
            set_id=entry.id,
            title=entry.title,
            day=day,
            estimate=estimate(predicted, unseen, self.correction, entry.exam.questions),
            asked=len(predicted),
            recall=sum(predicted) / len(predicted) if predicted else None,
            unseen=unseen,
            correction=self.correction,
            drawn=min(entry.exam.questions or len(uids), len(uids)),
            needed=entry.exam.pass_percent,
            course=tuple(course),
        )

    def _unseen(self, uids: Sequence[str]) -> Iterator[Unseen]:
        """Never-asked questions: by the first tries of their kind, of any kind, or by guessing."""
        every = together(self._tries.values())
        own: Counter[str] = Counter()
        guessed: list[str] = []
        for uid in uids:
            kind = self.scope.kinds[uid]
            if self._tries.get(kind, Rate()).of >= ENOUGH_TRIES:
                own[kind] += 1
            elif every.of >= ENOUGH_TRIES:
                own[""] += 1
            else:
                guessed.append(uid)
        for kind, count in own.items():
            tries = self._tries[kind] if kind else every
            yield Unseen(own_chance(tries), count, tries, kind)
        questions = self.scope.workspace.library.questions(guessed)
        chances = Counter(question.guessing_chance for question in questions.values())
        for chance, count in chances.items():
            yield Unseen(chance, count)

    def _first_tries(self) -> dict[str, Rate]:
        """First tries of the last year by kind, as far as the questions are still there."""
        counts: dict[str, list[int]] = {}
        for uid, right in self.scope.workspace.history.first_tries(self.scope.since):
            kind = self.scope.kinds.get(uid)
            if kind is not None:
                found = counts.setdefault(kind, [0, 0])
                found[0] += right
                found[1] += 1
        return {kind: Rate(*found) for kind, found in counts.items()}
