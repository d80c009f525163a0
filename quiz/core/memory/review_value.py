"""What a review is worth today: how much more is remembered afterwards because of it.

For a backlog that a day cannot hold. Asking the least remembered first spends the days on what is
mostly forgotten, while the rest fades; asking the best remembered first spends them on what could
wait. In simulations of learners back from three months away, the order by worth kept the most:
a little more than the least remembered first, clearly more than the best remembered first, and the
backlog was gone a tenth sooner than with the former (`tests/core/memory/test_review_value.py` holds
the order).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from quiz.core.memory.scheduling import Memory

HORIZON = 90
"""How many days after today a review should make a difference."""


def recall(elapsed: float, stability: float, parameters: Sequence[float]) -> float:
    """FSRS-6's forgetting curve: the chance of recall after `elapsed` days."""
    decay = -parameters[20]
    return float((1 + (0.9 ** (1 / decay) - 1) * elapsed / stability) ** decay)


def after_success(memory: Memory, known: float, parameters: Sequence[float]) -> float:
    """FSRS-6's stability after GOOD, asked on a later day with the chance `known` of recall."""
    w = parameters
    gain = math.exp(w[8]) * (11 - memory.difficulty) * memory.stability ** -w[9]
    return float(memory.stability * (1 + gain * (math.exp((1 - known) * w[10]) - 1)))


def after_lapse(memory: Memory, known: float, parameters: Sequence[float]) -> float:
    """FSRS-6's stability after AGAIN, asked on a later day; never longer than before."""
    w = parameters
    left = ((memory.stability + 1) ** w[13] - 1) * math.exp((1 - known) * w[14])
    stability = w[11] * memory.difficulty ** -w[12] * left
    return float(min(stability, memory.stability / math.exp(w[17] * w[18])))


def review_value(memory: Memory, day: int, parameters: Sequence[float]) -> float:
    """The recall, 0 to 1, that a review on study day `day` adds `HORIZON` days later."""
    elapsed = max(0, day - memory.day)
    known = recall(elapsed, memory.stability, parameters)
    right = recall(HORIZON, after_success(memory, known, parameters), parameters)
    wrong = recall(HORIZON, after_lapse(memory, known, parameters), parameters)
    without = recall(elapsed + HORIZON, memory.stability, parameters)
    return known * right + (1 - known) * wrong - without
