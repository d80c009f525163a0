"""How likely a count is by chance alone."""

from __future__ import annotations

from collections.abc import Sequence
from math import comb, exp, lgamma, log

_EXACT = 1000
"""Up to so many trials the terms are whole numbers times powers; above, they would overflow."""


def at_least(hits: int, chances: Sequence[float]) -> float:
    """The probability (0 to 1) of at least `hits` successes in independent trials.

    The upper tail of the binomial distribution with the mean chance, each between 0 and 1. Where
    the chances differ, the true tail is thinner (Hoeffding 1956, On the distribution of the number
    of successes in independent trials), so nothing is called significant that is not.
    """
    trials = len(chances)
    mean = sum(chances) / trials if trials else 0.0
    if hits <= trials * mean:
        return 1.0
    if mean <= 0:
        return 0.0
    return min(1.0, sum(_term(trials, k, mean) for k in range(hits, trials + 1)))


def _term(trials: int, hits: int, chance: float) -> float:
    """The probability of exactly so many hits; `chance` below 1."""
    if trials <= _EXACT:
        return float(comb(trials, hits)) * chance**hits * (1 - chance) ** (trials - hits)
    ways = lgamma(trials + 1) - lgamma(hits + 1) - lgamma(trials - hits + 1)
    return exp(ways + hits * log(chance) + (trials - hits) * log(1 - chance))
