"""Whether the learner knows what they know: what was marked, and what came true."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quiz.core.memory.calibration import ENOUGH_MARKED
from quiz.core.memory.rates import Rate
from quiz.core.memory.scheduling import Confidence
from quiz.study.statistics.places import Placed, placed
from quiz.study.statistics.scope import Scope

SHOWN = 20
MARKS = (Confidence.SURE, Confidence.UNSURE, Confidence.GUESS)


@dataclass(frozen=True, slots=True)
class Error:
    """A question answered wrong although marked as sure, not right since; `day` is the last."""

    placed: Placed
    times: int
    day: int


@dataclass(frozen=True, slots=True)
class CertaintyFigures:
    """First attempts of the last year by their mark; what was not marked is not in it.

    `mistaken` questions were wrong although sure, `righted` of them are right since; `errors` are
    the latest of those that are not. `contested` is how many typed misses the learner counted as
    right.
    """

    marks: Mapping[Confidence, Rate]
    mistaken: int
    righted: int
    errors: tuple[Error, ...]
    contested: int

    @property
    def marked(self) -> int:
        """How many answers were marked."""
        return sum(rate.of for rate in self.marks.values())

    @property
    def enough(self) -> bool:
        """Whether a plot says something."""
        return self.marked >= ENOUGH_MARKED


def certainty_figures(scope: Scope, limit: int | None = SHOWN) -> CertaintyFigures:
    """Look at the marked answers; places are looked up for the `limit` latest (None: for all)."""
    history = scope.workspace.history
    marked = history.marked(scope.since, scope.sets)
    found = [m for m in history.mistakes(scope.since, scope.sets) if m.question in scope.kinds]
    standing = [mistake for mistake in found if not mistake.righted]
    where = placed(scope, [mistake.question for mistake in standing[:limit]])
    return CertaintyFigures(
        marks={mark: marked.get(mark.value, Rate()) for mark in MARKS},
        mistaken=len(found),
        righted=len(found) - len(standing),
        errors=tuple(
            Error(where[one.question], one.times, one.day) for one in standing[: len(where)]
        ),
        contested=history.contested(scope.since, scope.sets),
    )
