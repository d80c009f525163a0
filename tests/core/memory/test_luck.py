from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.memory.luck import ASKED_FROM, NEW, corrected, luck
from quiz.core.memory.rates import Rate


@pytest.mark.parametrize(
    ("recall", "chance", "expected"),
    [(0.5, 0.25, 0.2), (0.9, 0.25, 0.025 / 0.925), (0.0, 0.25, 1.0), (1.0, 0.25, 0.0), (0, 0, 0)],
)
def test_how_likely_a_right_answer_was_luck(recall: float, chance: float, expected: float) -> None:
    assert luck(recall, chance) == pytest.approx(expected)


def test_a_new_choice_of_four_is_asked_about_and_a_well_known_one_is_not() -> None:
    assert luck(NEW, 1 / 4) >= ASKED_FROM > luck(0.9, 1 / 4)


def test_formula_scoring_takes_a_guess_off_for_each_that_missed() -> None:
    found = corrected(Rate(), {0.25: Rate(88, 100)})  # 12 missed, so 4 of the 88 were lucky
    assert found is not None
    assert found.share == pytest.approx(0.84)
    assert found.low < 0.84 < found.high


def test_what_cannot_be_guessed_counts_as_it_is() -> None:
    typed = Rate(30, 40)
    found = corrected(typed, {})
    assert found is not None
    assert found.share == pytest.approx(0.75)
    assert (found.low, found.high) == pytest.approx(typed.interval)
    both = corrected(typed, {0.5: Rate(50, 60)})
    assert both is not None
    assert both.share == pytest.approx((30 + 50 - 10) / 100)


def test_without_answers_there_is_nothing_to_correct() -> None:
    assert corrected(Rate(), {}) is None
    assert corrected(Rate(), {0.25: Rate()}) is None


COUNTS = st.integers(0, 60).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@given(COUNTS, COUNTS, st.floats(0.001, 0.9))
def test_it_is_a_share_within_its_interval_and_never_above_what_was_counted(
    plain: tuple[int, int], guessable: tuple[int, int], chance: float
) -> None:
    found = corrected(Rate(*plain), {chance: Rate(*guessable)})
    if found is not None:
        assert 0 <= found.low <= found.share <= found.high <= 1
        assert found.share <= (plain[0] + guessable[0]) / (plain[1] + guessable[1]) + 1e-9


def test_the_interval_holds_the_true_share_about_19_times_in_20() -> None:
    chance, known, inside = random.Random(7), 0.8, 0
    for _ in range(400):
        tries = [chance.random() < known or chance.random() < 0.25 for _ in range(120)]
        found = corrected(Rate(), {0.25: Rate(sum(tries), 120)})
        assert found is not None
        inside += found.low <= known <= found.high
    assert 0.92 <= inside / 400 <= 0.98
