from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.memory.review_value import after_lapse, after_success, recall, review_value
from quiz.core.memory.scheduling import Memory, Rating, Scheduler
from tests.effort import examples

DAY = 739_676
FSRS = Scheduler()
MEMORIES = st.builds(
    lambda stability, difficulty: Memory(stability, difficulty, DAY, DAY, 3, 0, Rating.GOOD),
    st.floats(0.1, 2000),
    st.floats(1, 10),
)


@given(MEMORIES, st.integers(1, 800))
@settings(max_examples=examples(60), deadline=None)
def test_stability_and_recall_are_those_of_py_fsrs(memory: Memory, days: int) -> None:
    known = FSRS.retrievability(memory, DAY + days)
    assert recall(days, memory.stability, FSRS.parameters) == pytest.approx(known)
    good = FSRS.review(memory, Rating.GOOD, DAY + days, "")
    again = FSRS.review(memory, Rating.AGAIN, DAY + days, "")
    assert after_success(memory, known, FSRS.parameters) == pytest.approx(good.stability)
    lapsed = after_lapse(memory, known, FSRS.parameters)
    assert lapsed == pytest.approx(again.stability, abs=0.002)


def memory(stability: float, day: int) -> Memory:
    return Memory(stability, 5.0, day, day + round(stability), 4, 0, Rating.GOOD)


def test_a_review_is_worth_more_when_due_than_the_day_after_the_last() -> None:
    fresh, due = memory(30.0, DAY - 1), memory(30.0, DAY - 30)
    assert review_value(due, DAY, FSRS.parameters) > 2 * review_value(fresh, DAY, FSRS.parameters)


def test_what_would_stay_for_years_is_worth_less_than_what_is_fading() -> None:
    firm, fading = memory(900.0, DAY - 900), memory(20.0, DAY - 20)
    assert review_value(fading, DAY, FSRS.parameters) > review_value(firm, DAY, FSRS.parameters)


def test_a_review_is_worth_the_recall_that_it_adds_ninety_days_later() -> None:
    one, parameters = memory(30.0, DAY - 30), FSRS.parameters
    known = FSRS.retrievability(one, DAY)
    good, again = (FSRS.review(one, rating, DAY, "") for rating in (Rating.GOOD, Rating.AGAIN))
    later = [FSRS.retrievability(after, DAY + 90) for after in (good, again, one)]
    expected = known * later[0] + (1 - known) * later[1] - later[2]
    assert review_value(one, DAY, parameters) == pytest.approx(expected, abs=1e-6)
    assert review_value(one, DAY - 99, parameters) == review_value(one, DAY - 30, parameters)


def test_a_backlog_is_remembered_better_by_worth_than_from_either_end() -> None:
    """300 questions, three months away, twelve answers a day; what is missed is asked twice."""
    chance = random.Random(5)
    waiting = [
        memory(stability, DAY - 90 - chance.randrange(0, round(stability)))
        for stability in (chance.lognormvariate(1.5, 1.5) + 0.5 for _ in range(300))
    ]
    least_known_first = _kept(waiting, FSRS.retrievability)
    best_known_first = _kept(waiting, lambda m, day: -FSRS.retrievability(m, day))
    by_worth = _kept(waiting, lambda m, day: -review_value(m, day, FSRS.parameters))
    assert by_worth > least_known_first + 0.0003
    assert by_worth > best_known_first + 0.005


def _kept(waiting: list[Memory], order: Callable[[Memory, int], float]) -> float:
    """The mean recall over six weeks, each review counted with both outcomes by their chance."""
    left, done, kept = list(waiting), [], 0.0
    for day in range(DAY, DAY + 42):
        left.sort(key=lambda m: order(m, day))
        room = 12.0
        while left and room > 0:
            one = left.pop(0)
            known = FSRS.retrievability(one, day)
            missed = FSRS.review(one, Rating.AGAIN, day, "")
            done.append((known, FSRS.review(one, Rating.GOOD, day, "")))
            done.append((1 - known, FSRS.review(missed, Rating.GOOD, day, "")))
            room -= 2 - known
        kept += sum(FSRS.retrievability(m, day) for m in left)
        kept += sum(share * FSRS.retrievability(m, day) for share, m in done)
    return kept / 42 / len(waiting)
