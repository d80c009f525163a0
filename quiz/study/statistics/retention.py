"""How much was remembered of what had been learned, against what is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quiz.core.memory.luck import Corrected, corrected
from quiz.core.memory.rates import Rate, together
from quiz.study.statistics.scope import Scope

MONTHS = 12
CHOSEN = ("single-choice", "multiple-choice", "true-false")
"""Kinds whose answer is one choice, that a guess can hit."""


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month of study days, as `2026-11`."""

    name: str
    young: Rate
    mature: Rate

    @property
    def all(self) -> Rate:
        """Both."""
        return together((self.young, self.mature))


@dataclass(frozen=True, slots=True)
class RetentionFigures:
    """True retention over the last twelve months, this one included; `desired` is 0 to 1.

    `corrected` is what is left of it without right guesses that nobody owned up to.
    """

    desired: float
    young: Rate
    mature: Rate
    months: tuple[Month, ...]
    corrected: Corrected | None = None

    @property
    def all(self) -> Rate:
        """Young and mature."""
        return together((self.young, self.mature))


def retention_figures(scope: Scope) -> RetentionFigures:
    """Look at the first attempts, on a later day, at questions asked before."""
    names = month_names(scope.today)
    first = date.fromisoformat(f"{names[0]}-01").toordinal()
    rates: dict[tuple[str, bool], Rate] = {}
    for day, mature, rate in scope.workspace.history.recalled(first, scope.sets):
        key = (_month_of(day), mature)
        rates[key] = together((rates.get(key, Rate()), rate))
    every = together(rates.values())
    return RetentionFigures(
        scope.workspace.settings.desired_retention,
        together(rate for (_, mature), rate in rates.items() if not mature),
        together(rate for (_, mature), rate in rates.items() if mature),
        tuple(
            Month(name, rates.get((name, False), Rate()), rates.get((name, True), Rate()))
            for name in names
        ),
        _corrected(scope, first, every),
    )


def _corrected(scope: Scope, first: int, every: Rate) -> Corrected | None:
    """Take the guesses out; questions that are gone, or that nobody can guess, count as shown."""
    found = scope.workspace.history.unmarked(first, scope.sets)
    questions = scope.workspace.library.questions(
        [one.question for one in found if scope.kinds.get(one.question) in CHOSEN]
    )
    rest, parts = every, dict[float, Rate]()
    for uid, rate, remembered in found:
        chance = questions[uid].guessing_chance if uid in questions else 0.0
        if 0 < chance < 1:
            parts[chance] = together((parts.get(chance, Rate()), rate))
            rest = Rate(rest.right - remembered, rest.of - rate.of)
    return corrected(rest, parts) if parts else None


def month_names(today: int) -> tuple[str, ...]:
    """The last twelve months, the one of study day `today` last."""
    last = date.fromordinal(today)
    months = range(12 * last.year + last.month - MONTHS, 12 * last.year + last.month)
    return tuple(f"{month // 12:04}-{month % 12 + 1:02}" for month in months)


def _month_of(day: int) -> str:
    return date.fromordinal(day).isoformat()[:7]
