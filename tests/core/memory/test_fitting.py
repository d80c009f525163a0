from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.memory.fitting import (
    Gain,
    Prediction,
    Step,
    accuracy,
    before,
    fitted,
    gain,
    predictions,
    split_day,
)
from quiz.core.memory.scheduling import DEFAULT_PARAMETERS, Rating, Scheduler
from quiz.study.memory.optimizing import courses_of
from tests.effort import examples
from tests.study.answering import FORGETFUL, answers_of

PREDICTIONS = st.lists(
    st.builds(
        Prediction,
        course=st.integers(0, 5),
        day=st.integers(0, 9),
        chance=st.floats(0, 1),
        recalled=st.booleans(),
    ),
    min_size=1,
    max_size=40,
)


def course(*steps: tuple[Rating, int, bool]) -> tuple[Step, ...]:
    """A course from day 100 on: rating, days waited, whether it is tested."""
    found, day = [], 100
    for rating, wait, tested in steps:
        day += wait
        found.append(Step(rating, wait, day, tested))
    return tuple(found)


GOOD, AGAIN = Rating.GOOD, Rating.AGAIN
ONE = course((GOOD, 0, False), (AGAIN, 3, True), (GOOD, 0, False), (GOOD, 5, True))


def test_predictions_are_what_the_scheduler_says_right_before_each_tested_answer() -> None:
    scheduler = Scheduler()
    first = scheduler.review(None, GOOD, 100, "")
    second = scheduler.review(scheduler.review(first, AGAIN, 103, ""), GOOD, 103, "")
    assert predictions([ONE], scheduler) == [
        Prediction(0, 103, scheduler.retrievability(first, 103), False),
        Prediction(0, 108, scheduler.retrievability(second, 108), True),
    ]


@pytest.mark.parametrize(
    ("chance", "recalled", "loss"),
    [(0.5, True, math.log(2)), (0.9, True, -math.log(0.9)), (0.9, False, -math.log(0.1))],
)
def test_the_loss_is_the_logarithm_of_the_chance_given_to_what_came_true(
    chance: float, recalled: bool, loss: float
) -> None:
    assert accuracy([Prediction(0, 0, chance, recalled)]).loss == pytest.approx(loss)


@pytest.mark.parametrize(("chance", "recalled"), [(0.0, True), (1.0, False)])
def test_a_surprise_costs_much_and_not_without_end(chance: float, recalled: bool) -> None:
    assert Prediction(0, 0, chance, recalled).loss == pytest.approx(-math.log(1e-6))


def test_predictions_are_compared_in_twenty_groups() -> None:
    chances = [(i + 0.5) / 40 for i in range(40)]
    pairs = [Prediction(i, 0, chance, i % 2 == 0) for i, chance in enumerate(chances)]
    mean = [(chances[i] + chances[i + 1]) / 2 - 0.5 for i in range(0, 40, 2)]
    assert accuracy(pairs).off == pytest.approx(math.sqrt(sum(one**2 for one in mean) / 20))
    odd = [*pairs, Prediction(99, 0, 1.0, True)]
    groups = [odd[start : start + 3] for start in range(0, 41, 3)]
    total = sum(sum(p.chance - p.recalled for p in one) ** 2 / len(one) for one in groups)
    assert accuracy(odd).off == pytest.approx(math.sqrt(total / 41))


@pytest.mark.parametrize(("errors", "sure"), [(1.6, False), (1.7, True), (-1.7, False)])
def test_a_gain_is_sure_from_so_many_standard_errors_on(errors: float, sure: bool) -> None:
    assert Gain(errors * 0.1, 0.1).sure is sure


def test_predictions_that_keep_their_word_are_not_off_and_others_by_how_much() -> None:
    kept = [Prediction(i, 0, 0.75, i % 4 > 0) for i in range(400)]
    assert accuracy(kept).off == pytest.approx(0.0)
    broken = [Prediction(i, 0, 0.95, i % 4 > 0) for i in range(400)]
    assert accuracy(broken).off == pytest.approx(0.2)


@settings(max_examples=examples(50), deadline=None)
@given(PREDICTIONS)
def test_nothing_predicts_better_than_itself(found: list[Prediction]) -> None:
    assert gain(found, found) == (0.0, 0.0)
    assert not gain(found, found).sure
    assert math.isfinite(accuracy(found).loss)
    assert 0 <= accuracy(found).off <= 1


def test_answers_to_one_question_count_as_one_piece_of_evidence() -> None:
    def gained(courses: list[int]) -> float:
        old = [Prediction(one, 0, 0.5, True) for one in courses]
        new = [Prediction(one, 0, 0.6 + 0.01 * (one % 7), True) for one in courses]
        return gain(old, new).error

    apart = gained(list(range(70)))
    assert gained([one for one in range(70) for _ in range(9)]) == pytest.approx(apart)


def test_predictions_come_by_day_and_losses_are_averaged() -> None:
    late = course((GOOD, 9, False), (GOOD, 30, True))
    assert [one.day for one in predictions([late, ONE], Scheduler())] == [103, 108, 139]
    two = [Prediction(0, 0, 0.5, True), Prediction(1, 0, 0.5, False)]
    assert accuracy(two).loss == pytest.approx(math.log(2))


def test_the_error_of_a_gain_is_that_of_a_ratio_over_questions() -> None:
    old = [Prediction(one, 0, 0.5, True) for one in range(4)]
    new = [Prediction(one, 0, chance, True) for one, chance in enumerate((0.6, 0.7, 0.8, 0.9))]
    falls = [math.log(chance / 0.5) for chance in (0.6, 0.7, 0.8, 0.9)]
    found = gain(old, new)
    assert found.mean == pytest.approx(sum(falls) / 4)
    squares = sum((fall - sum(falls) / 4) ** 2 for fall in falls)
    assert found.error == pytest.approx(math.sqrt(squares * 4 / 3) / 4)


def test_with_all_answers_before_the_split_the_last_day_is_left() -> None:
    courses = [course((GOOD, 0, False), (GOOD, 1, True), (GOOD, 1, True))]
    assert split_day(courses, 1.0) == 102


def test_groups_of_predictions_are_made_by_chance_not_by_question() -> None:
    mixed = [Prediction(i, 0, 0.2 if i % 2 else 0.8, i % 2 == 0) for i in range(40)]
    assert accuracy(mixed).off == pytest.approx(0.2)


def test_a_gain_must_be_more_than_chance() -> None:
    old = [Prediction(i, 0, 0.8, True) for i in range(40)]
    sure = [Prediction(i, 0, 0.85 + 0.01 * (i % 2), True) for i in range(40)]
    lucky = [Prediction(i, 0, 0.99 if i % 2 else 0.66, True) for i in range(40)]
    assert gain(old, sure).sure
    assert gain(old, lucky).mean > 0
    assert not gain(old, lucky).sure
    assert not gain(sure, old).sure


def test_a_split_by_time_leaves_the_share_before_and_cuts_no_day() -> None:
    courses = [course((GOOD, 0, False), *((GOOD, 1, True) for _ in range(10))) for _ in range(3)]
    day = split_day(courses, 0.8)
    assert day == 109
    assert {step.day for one in before(courses, day) for step in one} == set(range(100, 109))
    assert before(courses, 100) == []


def test_a_fit_is_the_same_again_and_one_that_py_fsrs_takes() -> None:
    courses = list(courses_of(answers_of(FORGETFUL, seed=1, days=30)))
    found = fitted(courses)
    assert found == fitted(courses)
    Scheduler(parameters=found).review(None, GOOD, 100, "")
    assert found[2] < DEFAULT_PARAMETERS[2], "new things are forgotten sooner"


def test_few_predictions_are_compared_one_by_one() -> None:
    two = [Prediction(0, 0, 0.2, True), Prediction(1, 0, 0.8, False)]
    assert accuracy(two).off == pytest.approx(0.8)
