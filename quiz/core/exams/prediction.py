"""What an exam over a set would come to: chances of each question, added up with their doubt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import NamedTuple

from quiz.core.memory.calibration import Recalibration
from quiz.core.memory.rates import Z95, Rate

ENOUGH_TRIES = 20
"""From so many first tries on, the learner's own rate stands in for never-asked questions."""


class Unseen(NamedTuple):
    """Never-asked questions with one chance: how many, and where the chance comes from.

    `tries` are the first tries it was learned from; without any it is that of blind guessing.
    `kind` is the question kind that the tries were of, '' for all.
    """

    chance: float
    questions: int
    tries: Rate | None = None
    kind: str = ""

    @property
    def doubt(self) -> float:
        """The variance of the chance itself: that of its Beta posterior; none for guessing."""
        return self.chance * (1 - self.chance) / (self.tries.of + 2) if self.tries else 0.0


class Estimate(NamedTuple):
    """The expected score with its interval (19 times out of 20), all 0 to 1."""

    score: float
    low: float
    high: float


def own_chance(tries: Rate) -> float:
    """The chance of a first try: the mean of the posterior under Jeffreys' prior."""
    return (tries.right + 0.5) / (tries.of + 1)


def estimate(
    predicted: Sequence[float],
    unseen: Sequence[Unseen],
    correction: Recalibration,
    drawn: int = 0,
) -> Estimate | None:
    """The score of an exam of `drawn` of these questions (0: all); None when there are none.

    `predicted` are retrievabilities, corrected here. The variance is that of the answers (a sum
    of Bernoulli trials), of the draw (without replacement: Cochran 1977, theorem 2.2), of the
    correction (delta method) and of the chances of never-asked questions. The interval is normal,
    cut off at 0 and 1.
    """
    known = [correction.apply(chance) for chance in predicted]
    chances = known + [one.chance for one in unseen for _ in range(one.questions)]
    count = len(chances)
    if not count:
        return None
    size = min(drawn, count) if drawn > 0 else count
    score = sum(chances) / count
    shifted = _spread(known) / count * correction.error
    doubts = sum((one.questions / count) ** 2 * one.doubt for one in _merged(unseen))
    variance = _of_exam(chances, score, size) + shifted**2 + doubts
    half = Z95 * sqrt(variance)
    return Estimate(score, max(0.0, score - half), min(1.0, score + half))


def _spread(chances: Iterable[float]) -> float:
    """The sum of p(1 - p): the variance of a sum of trials, and the slope of the correction."""
    return sum(p * (1 - p) for p in chances)


def _of_exam(chances: Sequence[float], score: float, size: int) -> float:
    """The variance of the score of `size` of the questions drawn by chance."""
    count = len(chances)
    answers = _spread(chances) / count / size
    if count == size:
        return answers
    between = sum((p - score) ** 2 for p in chances) / (count - 1)
    return answers + between / size * (1 - size / count)


def _merged(unseen: Sequence[Unseen]) -> list[Unseen]:
    """Those with one source of their chance as one: they are off together."""
    found: dict[tuple[float, Rate | None, str], int] = {}
    for one in unseen:
        key = (one.chance, one.tries, one.kind)
        found[key] = found.get(key, 0) + one.questions
    return [Unseen(chance, n, tries, kind) for (chance, tries, kind), n in found.items()]
