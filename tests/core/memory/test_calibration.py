from __future__ import annotations

from math import log, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.memory.calibration import (
    Prediction,
    Recalibration,
    logit,
    recalibrate,
    sigmoid,
)
from tests.effort import examples

PREDICTIONS = st.lists(st.builds(Prediction, st.floats(0, 1), st.booleans()), max_size=60)
SURELY_WRONG = [Prediction(0.999, False)] * 400


@pytest.mark.parametrize(
    ("chance", "odds"), [(0.5, 1), (0.75, 3), (0.2, 0.25), (0, 0.001 / 0.999), (1, 999)]
)
def test_a_logit_is_the_logarithm_of_the_odds_within_bounds(chance: float, odds: float) -> None:
    assert logit(chance) == pytest.approx(log(odds))


@pytest.mark.parametrize("chance", [0.001, 0.3, 0.5, 0.999])
def test_the_chance_of_a_logit_is_the_way_back(chance: float) -> None:
    assert sigmoid(logit(chance)) == pytest.approx(chance)


def test_without_predictions_nothing_is_shifted_and_nothing_is_known() -> None:
    assert recalibrate([]) == Recalibration(0.0, 1.0, 0, 0.0, 0.0)


def test_predictions_that_come_true_are_left_alone() -> None:
    found = recalibrate([Prediction(0.75, i % 4 > 0) for i in range(40)])
    assert found.shift == pytest.approx(0)
    assert found.error == pytest.approx(1 / sqrt(40 * 0.75 * 0.25 + 1))
    assert (found.answers, found.predicted, found.observed) == (40, 0.75, 0.75)


def test_a_shift_is_held_near_nothing_by_the_doubt_of_one_logit() -> None:
    found = recalibrate([Prediction(0.5, True)])
    assert found.shift == pytest.approx(1 - sigmoid(found.shift))
    assert found.shift == pytest.approx(0.40106, abs=1e-5)


def test_what_is_predicted_is_corrected_by_the_shift() -> None:
    found = recalibrate([Prediction(0.5, i % 4 > 0) for i in range(4000)])
    assert found.apply(0.5) == pytest.approx(0.75, abs=0.001)
    assert found._replace(shift=log(3)).apply(0.25) == pytest.approx(0.5)
    assert (found.predicted, found.observed) == (0.5, 0.75)


@pytest.mark.parametrize("made", [SURELY_WRONG, [Prediction(0.001, True)] * 400])
def test_a_whole_step_that_would_overshoot_still_arrives(made: list[Prediction]) -> None:
    found = recalibrate(made)
    assert abs(found.shift) == pytest.approx(10.5184, abs=0.0001)
    assert found.answers == 400


@given(PREDICTIONS)
@settings(max_examples=examples(100), deadline=None)
def test_the_shift_is_the_most_probable_one(made: list[Prediction]) -> None:
    found = recalibrate(made)
    shifted = [found.apply(one.chance) for one in made]
    rights = sum(one.right for one in made)
    assert rights - sum(shifted) - found.shift == pytest.approx(0, abs=1e-6)
    assert found.error == pytest.approx(1 / sqrt(sum(p * (1 - p) for p in shifted) + 1))
