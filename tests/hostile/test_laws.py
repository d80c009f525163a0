"""Every law, tried modestly; for QUIZ_SOAK_MINUTES (all together) where that is set."""

from __future__ import annotations

import os

import pytest

from tests.hostile.law import Law, hold, soak
from tests.hostile.laws import LAWS

MINUTES = float(os.environ.get("QUIZ_SOAK_MINUTES") or 0)


@pytest.mark.parametrize("law", LAWS.values(), ids=LAWS.keys())
def test_the_law_holds(law: Law) -> None:
    if MINUTES:
        assert soak(law, 60 * MINUTES / len(LAWS)).failures == []
    else:
        hold(law, law.examples)


def test_a_broken_law_is_noticed_with_its_smallest_example() -> None:
    def under_ten(value: int) -> None:
        assert value < 10

    from hypothesis import strategies as st

    tried = soak(Law("numbers are small", st.integers(0, 1000), under_ten), 60)
    assert len(tried.failures) == 1
    assert "10" in tried.failures[0]
    assert tried.examples > 0
