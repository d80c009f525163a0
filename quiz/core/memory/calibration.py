"""Whether predictions keep their word: a shift that brings them in line with what came true."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log, sqrt
from typing import NamedTuple

ENOUGH_MARKED = 50
"""From so many marked answers on, a plot of certainty says something."""

PRIOR_SD = 1.0
"""How far off (in logits) predictions are held to be before any of them was put to the test."""

_EDGE = 0.001


class Prediction(NamedTuple):
    """A chance, 0 to 1, that was predicted for an answer, and whether it was right."""

    chance: float
    right: bool


class Recalibration(NamedTuple):
    """A shift of predicted chances in logits, its standard error, and what it was learned from.

    `predicted` and `observed` are the mean prediction and the share that came true (0 to 1).
    """

    shift: float
    error: float
    answers: int
    predicted: float
    observed: float

    def apply(self, chance: float) -> float:
        """A predicted chance, corrected."""
        return sigmoid(logit(chance) + self.shift)


def recalibrate(predictions: Sequence[Prediction]) -> Recalibration:
    """Calibration in the large: logit(p') = logit(p) + a (Cox 1958; Steyerberg 2009, ch. 15).

    One number, because a hundred answers bear no more. It is the most probable `a` under a normal
    prior around 0 of standard deviation `PRIOR_SD`, so all right or all wrong moves it only so
    far; its error is that of the posterior's curvature. Without predictions nothing is shifted.
    """
    logits = [logit(prediction.chance) for prediction in predictions]
    rights = sum(prediction.right for prediction in predictions)
    shift, precision = 0.0, 1 / PRIOR_SD**2
    for _ in range(50):
        chances = [sigmoid(value + shift) for value in logits]
        slope = rights - sum(chances) - shift / PRIOR_SD**2
        precision = sum(p * (1 - p) for p in chances) + 1 / PRIOR_SD**2
        # a whole Newton step may overshoot where the chances lie near 0 or 1
        step = max(-1.0, min(1.0, slope / precision))
        shift += step
        if abs(step) < 1e-9:
            break
    count = len(predictions)
    mean = sum(prediction.chance for prediction in predictions) / count if count else 0.0
    return Recalibration(shift, sqrt(1 / precision), count, mean, rights / count if count else 0.0)


def logit(chance: float) -> float:
    """The logarithm of the odds; chances nearer than 0.001 to 0 or 1 count as that."""
    bounded = min(1 - _EDGE, max(_EDGE, chance))
    return log(bounded / (1 - bounded))


def sigmoid(value: float) -> float:
    """The chance of a logit."""
    return 1 / (1 + exp(-value))
