from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.checking.chances import at_least
from quiz.core.checking.rules.all_rules import review
from tests.core.asking import choice
from tests.effort import examples


@pytest.mark.parametrize(
    ("hits", "trials", "expected"),
    [(4, 4, 0.25**4), (3, 4, 4 * 0.25**3 * 0.75 + 0.25**4), (0, 4, 1.0), (1, 4, 1.0)],
)
def test_the_tail_of_a_few_trials(hits: int, trials: int, expected: float) -> None:
    assert at_least(hits, [0.25] * trials) == pytest.approx(expected)


@given(st.integers(1, 60), st.integers(0, 60), st.sampled_from([2, 3, 4, 5]))
@settings(max_examples=examples(60), deadline=None)
def test_the_tail_agrees_with_whole_number_arithmetic(trials: int, hits: int, options: int) -> None:
    chance = Fraction(1, options)
    exact = sum(
        comb(trials, k) * chance**k * (1 - chance) ** (trials - k) for k in range(hits, trials + 1)
    )
    found = at_least(hits, [1 / options] * trials)
    assert found == pytest.approx(float(exact)) or hits <= trials / options + 1e-9


def test_many_trials_do_not_overflow() -> None:
    assert at_least(1300, [0.25] * 5000) == pytest.approx(0.0529, abs=0.002)
    assert at_least(1500, [0.25] * 5000) < 1e-12


def test_without_trials_nothing_is_significant() -> None:
    assert at_least(0, []) == 1.0


def test_guessing_follows_the_length_and_the_cues() -> None:
    longest = choice("abcdef", ["abc", "def"], id="a")
    tie = choice("abc", ["def", "gh"], id="b")
    shorter = choice("abc", ["abcdef", "gh"], id="c")
    hedged = choice("often a", ["abcdefgh", "gh"], id="d")
    guess = review([longest, tie, shorter, hedged], "en").guessability
    assert guess is not None
    assert guess.questions == 4
    assert guess.chance == pytest.approx(1 / 3)
    assert guess.longest == pytest.approx((1 + 0.5 + 0 + 0) / 4)
    assert guess.cues == pytest.approx((1 + 0.5 + 0 + 1) / 4)


def test_without_choices_there_is_nothing_to_guess() -> None:
    assert review([], "en")[:2] == ([], None)
