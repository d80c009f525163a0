"""What is due, how long it will take, what comes, and on which days was studied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from quiz.core.memory.figures import Diligence, diligence
from quiz.core.memory.forecast import HORIZON, Forecast, Pace, Timed, forecast, pace
from quiz.core.memory.records import FOR_GOOD
from quiz.study.common.daily import turn_days
from quiz.study.common.set_aside import resting
from quiz.study.statistics.scope import Scope

RECENT_ANSWERS = 1000
"""The pace is that of so many latest answers."""


@dataclass(frozen=True, slots=True)
class TodayFigures:
    """`minutes` for what is due, from the learner's own pace; None when there is no pace yet.

    `new` were never asked. `studied` has the answers of each study day of the last year.
    """

    today: int
    forecast: Forecast
    new: int
    pace: Pace | None
    minutes: float | None
    studied: Mapping[int, int]
    diligence: Diligence


def today_figures(scope: Scope) -> TodayFigures:
    """Count what is due and what was done."""
    memories, kinds = scope.memories, scope.kinds
    days = turn_days(scope.workspace, memories, scope.today + HORIZON - 1)
    due = Counter(kinds[uid] for uid, day in days.items() if day <= scope.today)
    own = own_pace(scope)
    aside = resting(scope.workspace)
    studied = scope.workspace.history.studied(scope.since, scope.sets)
    return TodayFigures(
        today=scope.today,
        forecast=forecast((day for day in days.values() if day < FOR_GOOD), scope.today),
        new=sum(uid not in memories and uid not in aside for uid in kinds),
        pace=own,
        minutes=own.minutes(due) if own else None,
        studied=studied,
        diligence=diligence(studied.keys(), scope.today),
    )


def own_pace(scope: Scope) -> Pace | None:
    """How quickly the learner answers and goes on, lately; None when that is not known yet."""
    took = scope.workspace.history.times(RECENT_ANSWERS, scope.sets)
    kinds = scope.kinds
    return pace([Timed(kinds.get(one.question, ""), *one[1:]) for one in took])
