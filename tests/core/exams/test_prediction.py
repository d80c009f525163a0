"""Corrected predictions and expected scores, against slower ways to the same numbers."""

from __future__ import annotations

import random
from itertools import combinations
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.exams.prediction import Unseen, estimate, own_chance
from quiz.core.grading.grading import Distractor
from quiz.core.memory.calibration import PRIOR_SD, Prediction, logit, recalibrate, sigmoid
from quiz.core.memory.rates import Z95, Rate
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from tests.effort import examples

CHANCE = st.floats(0.01, 0.99)
NONE = recalibrate([])


def by_bisection(predictions: list[Prediction]) -> float:
    """The shift at which the slope of the posterior is nought."""

    def slope(shift: float) -> float:
        missing = sum(p.right - sigmoid(logit(p.chance) + shift) for p in predictions)
        return missing - shift / PRIOR_SD**2

    low, high = -50.0, 50.0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if slope(middle) > 0 else (low, middle)
    return low


@given(st.lists(st.builds(Prediction, CHANCE, st.booleans()), max_size=60))
@settings(max_examples=examples(100), deadline=None)
def test_the_shift_is_where_bisection_finds_it(predictions: list[Prediction]) -> None:
    found = recalibrate(predictions)
    assert found.shift == pytest.approx(by_bisection(predictions), abs=1e-6)
    chances = [sigmoid(logit(p.chance) + found.shift) for p in predictions]
    information = sum(p * (1 - p) for p in chances) + 1 / PRIOR_SD**2
    assert found.error == pytest.approx(1 / sqrt(information))


@pytest.mark.parametrize("chance", [0.001, 0.5, 0.9, 0.999, 1.0])
@pytest.mark.parametrize("right", [True, False])
def test_even_a_hundred_surprises_are_weighed(chance: float, right: bool) -> None:
    predictions = [Prediction(chance, right)] * 100
    assert recalibrate(predictions).shift == pytest.approx(by_bisection(predictions), abs=1e-6)


def test_without_answers_nothing_is_shifted() -> None:
    assert (NONE.shift, NONE.error, NONE.answers) == (0, PRIOR_SD, 0)
    assert NONE.apply(0.7) == pytest.approx(0.7)


def test_true_predictions_are_hardly_shifted_and_false_ones_are() -> None:
    chance = random.Random(3)
    true = [(p := chance.uniform(0.7, 0.99), chance.random() < p) for _ in range(3000)]
    assert abs(recalibrate([Prediction(p, right) for p, right in true]).shift) < 0.15
    boastful = [Prediction(sigmoid(logit(p) + 1), right) for p, right in true]
    assert recalibrate(boastful).shift == pytest.approx(-1, abs=0.15)
    found = recalibrate(boastful)
    assert found.observed == sum(right for _, right in true) / 3000
    assert found.predicted > found.observed


def test_a_score_of_known_questions_is_the_mean_of_their_chances() -> None:
    found = estimate([0.5] * 100, (), NONE._replace(error=0.0))
    assert found is not None
    assert found.score == pytest.approx(0.5)
    assert found.high - found.score == pytest.approx(Z95 * 0.05)


def test_without_questions_there_is_no_score() -> None:
    assert estimate([], (), NONE) is None


def test_doubt_about_the_correction_widens_the_interval() -> None:
    certain = estimate([0.8] * 50, (), NONE._replace(error=0.0))
    doubtful = estimate([0.8] * 50, (), NONE)
    assert certain is not None and doubtful is not None  # noqa: PT018
    assert doubtful.low < certain.low


def test_few_first_tries_widen_the_interval() -> None:
    few, many = Unseen(0.5, 40, Rate(10, 20)), Unseen(0.5, 40, Rate(500, 1000))
    wide, narrow, sure = (estimate([], [u], NONE) for u in (few, many, Unseen(0.5, 40)))
    assert wide is not None and narrow is not None and sure is not None  # noqa: PT018
    assert wide.low < narrow.low < sure.low
    # Beta(10.5, 10.5) has the variance 1/4 / 22
    assert (wide.score - wide.low) ** 2 / Z95**2 == pytest.approx(0.25 / 40 + 0.25 / 22)


def test_kinds_with_one_source_of_their_chance_are_off_together() -> None:
    tries = Rate(10, 20)
    apart = estimate([], [Unseen(0.5, 20, tries), Unseen(0.5, 20, tries)], NONE)
    assert apart == estimate([], [Unseen(0.5, 40, tries)], NONE)


@given(st.lists(CHANCE, min_size=1, max_size=6), st.integers(1, 7))
@settings(max_examples=examples(60), deadline=None)
def test_the_interval_of_a_drawn_exam_is_that_of_all_draws(
    chances: list[float], drawn: int
) -> None:
    found = estimate(chances, (), NONE._replace(error=0.0), drawn)
    assert found is not None
    size = min(drawn, len(chances))
    draws = list(combinations(chances, size))
    means = [sum(draw) / size for draw in draws]
    score = sum(means) / len(means)
    within = sum(sum(p * (1 - p) for p in draw) / size**2 for draw in draws) / len(draws)
    between = sum((mean - score) ** 2 for mean in means) / len(draws)
    half = Z95 * sqrt(within + between)
    expected = (score, max(0, score - half), min(1, score + half))
    assert tuple(found) == pytest.approx(expected, abs=1e-9)


def test_the_interval_holds_the_true_score_as_often_as_it_says() -> None:
    chance = random.Random(5)
    hits = 0
    for _ in range(400):
        off = chance.gauss(0, 0.3)
        truth = [chance.uniform(0.6, 0.98) for _ in range(60)]
        told = [sigmoid(logit(p) - off) for p in truth]
        tested = [chance.uniform(0.6, 0.98) for _ in range(100)]
        answers = [Prediction(sigmoid(logit(p) - off), chance.random() < p) for p in tested]
        found = estimate(told, (), recalibrate(answers))
        assert found is not None
        score = sum(chance.random() < p for p in truth) / 60
        hits += found.low <= score <= found.high
    assert 0.92 <= hits / 400 <= 0.98


def choice(count: int) -> tuple[Distractor, ...]:
    return tuple(Distractor(str(number)) for number in range(count))


@pytest.mark.parametrize(
    ("question", "chance"),
    [
        (SingleChoice(id="a", stem="", answer="x", distractors=choice(3)), 1 / 4),
        (MultipleChoice(id="a", stem="", answers=("x", "y"), distractors=choice(2)), 1 / 15),
        (TrueFalse(id="a", stem="", answer=True), 1 / 2),
        (Matching(id="a", stem="", pairs=(("a", "1"), ("b", "2")), distractors=("3",)), 1 / 9),
        (Ordering(id="a", stem="", sequence=("a", "b", "c")), 1 / 6),
        (Numeric(id="a", stem="", answer="4"), 0),
    ],
)
def test_blind_guessing_is_right_by_the_number_of_responses(
    question: Question, chance: float
) -> None:
    assert question.guessing_chance == pytest.approx(chance)


def test_the_own_chance_is_never_nought_nor_certain() -> None:
    assert own_chance(Rate(0, 20)) == pytest.approx(0.5 / 21)
    assert own_chance(Rate(20, 20)) == pytest.approx(20.5 / 21)
