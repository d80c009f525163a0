from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.memory.rates import Z95, Rate, together, wilson
from tests.effort import examples


def test_the_interval_of_a_textbook_case() -> None:
    # Newcombe 1998, Two-sided confidence intervals for the single proportion, table I, method 3
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(15, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)
    assert wilson(1, 29) == pytest.approx((0.0061, 0.1718), abs=5e-5)


@given(st.integers(1, 500), st.data())
@settings(max_examples=examples(100), deadline=None)
def test_at_the_ends_of_the_interval_the_share_is_just_one_quantile_off(
    of: int, data: st.DataObject
) -> None:
    right = data.draw(st.integers(0, of))
    low, high = wilson(right, of)
    assert 0 <= low <= right / of <= high <= 1
    for end in (low, high):
        if 0 < end < 1:
            assert abs(right / of - end) == pytest.approx(Z95 * sqrt(end * (1 - end) / of))


@pytest.mark.parametrize("of", [0, -1])
def test_nothing_has_no_interval(of: int) -> None:
    with pytest.raises(ValueError, match="trials"):
        wilson(0, of)


def test_a_rate_of_nothing_has_no_share() -> None:
    assert Rate().share is None
    assert Rate().interval is None
    assert Rate(1, 4).share == 0.25


def test_rates_add_up() -> None:
    assert Rate() == Rate(0, 0)
    assert together([Rate(1, 2), Rate(0, 3), Rate()]) == Rate(1, 5)
    assert together([]) == Rate()
