"""Made-up learners' answers for the tests of fitting, without a workspace."""

from __future__ import annotations

import random
from collections.abc import Iterable

from quiz.core.memory.scheduling import DEFAULT_PARAMETERS, Memory, Rating, Scheduler
from quiz.store.history.history import History
from quiz.store.history.tables.fits import Graded
from quiz.store.history.tables.reviews import insert_review
from tests.store.reviewing import DAY, review

FORGETFUL = (*(0.05, 0.2, 0.4, 1.5), *DEFAULT_PARAMETERS[4:])
"""Parameters of a learner who forgets what is new much sooner than is published."""


def answers_of(
    parameters: tuple[float, ...], *, seed: int, questions: int = 150, days: int = 60
) -> list[Graded]:
    """A learner of these parameters answers what is due and five new a day; by question."""
    chance = random.Random(seed)
    truth, planned = Scheduler(parameters=parameters), Scheduler()
    true: dict[int, Memory] = {}
    kept: dict[int, Memory] = {}
    given: list[Graded] = []
    for day in range(DAY, DAY + days):
        due = [number for number, memory in kept.items() if memory.due <= day]
        for number in [*due, *range(len(kept), min(questions, len(kept) + 5))]:
            memory = true.get(number)
            known = 0.25 if memory is None else truth.retrievability(memory, day)
            right = chance.random() < known
            # what is missed is asked once more, and known then
            ratings = (Rating.GOOD,) if right else (Rating.AGAIN, Rating.GOOD)
            for attempt, rating in enumerate(ratings):
                true[number] = truth.review(true.get(number), rating, day, "")
                kept[number] = planned.review(kept.get(number), rating, day, str(number))
                given.append(Graded(f"set/{number}", "key", rating, day, attempt == 0))
    return sorted(given, key=lambda one: one.question)


def fill(history: History, answers: Iterable[Graded]) -> None:
    """Keep these answers, all at once."""
    with history._writing() as connection:
        for one in answers:
            given = review(
                one.question,
                Rating(one.rating),
                one.day,
                key_hash=one.key_hash,
                attempt=0 if one.fair else 1,
            )
            insert_review(connection, given)
    history.rebuild()
