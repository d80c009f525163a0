"""Right answers that may have been lucky guesses, and what they add to a share of right ones."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quiz.core.memory.rates import Rate

ASKED_FROM = 0.1
"""From this chance of luck on, a learner is asked whether a right answer was known or guessed."""

NEW = 0.5
"""How likely an answer is held to be known before its question was ever asked."""


class Corrected(NamedTuple):
    """A share (0 to 1) without lucky guesses, and between which the true one lies (95 %)."""

    share: float
    low: float
    high: float


def luck(recall: float, chance: float) -> float:
    """How likely (0 to 1) a right answer was a guess; `chance` is that of guessing it (Bayes)."""
    guessed = (1 - recall) * chance
    return guessed / (recall + guessed) if guessed else 0.0


def corrected(counted: Rate, guessable: Mapping[float, Rate]) -> Corrected | None:
    """What is known of `counted`, and of answers that may be guesses, by the chance to guess them.

    Formula scoring: each wrong answer stands for chance / (1 − chance) right guesses, one for all
    but one of the options (Thurstone 1919; Lord 1975, Formula scoring and number-right scoring).
    The interval puts Wilson's of each part together (Zou and Donner 2008, the method of variance
    estimates recovery). None without answers.
    """
    total = counted.of + sum(rate.of for rate in guessable.values())
    if not total:
        return None
    share = below = above = 0.0
    for chance, rate in ((0.0, counted), *guessable.items()):
        if rate.share is None or rate.interval is None:
            continue
        part, weight = rate.of / total, rate.of / total / (1 - chance)
        low, high = rate.interval
        share += part * (rate.share - (1 - rate.share) * chance / (1 - chance))
        below += (weight * (rate.share - low)) ** 2
        above += (weight * (high - rate.share)) ** 2
    low, high = share - sqrt(below), share + sqrt(above)
    return Corrected(max(0.0, share), max(0.0, low), min(1.0, max(0.0, high)))
