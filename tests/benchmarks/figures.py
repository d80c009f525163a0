"""What is measured: figures with their ratios, kept as JSON, and held against earlier ones."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

SLACK = 0.20
"""By how much of itself a ratio may grow before it counts as worse."""

OURS, PEERS = "budgets", "peers"


class Figure(NamedTuple):
    """A measurement and what it is held against, in the same run.

    `name` stays the same for ever; `group` is OURS or PEERS. `budget` bounds the ratio; `limit`
    bounds `measured`, in `unit`. Wall time is not `checked` against earlier runs.
    """

    name: str
    group: str
    what: str
    measured: float
    against: str
    base: float
    unit: str = "ms"
    budget: float | None = None
    limit: float | None = None
    checked: bool = True

    @property
    def ratio(self) -> float:
        """Measured by base; the lower, the better."""
        return self.measured / self.base

    @property
    def kept(self) -> bool:
        """Whether it is within its budget and limit, where it has any."""
        in_budget = self.budget is None or self.ratio <= self.budget
        return in_budget and (self.limit is None or self.measured <= self.limit)


def ratios(figures: Iterable[Figure]) -> dict[str, float]:
    """What is recorded: the ratios that are checked, rounded to three digits that count."""
    return {f.name: float(f"{f.ratio:.3g}") for f in figures if f.checked}


def worse(
    figures: Iterable[Figure], recorded: Mapping[str, float], slack: float = SLACK
) -> list[tuple[Figure, float]]:
    """The figures whose ratio grew by more than `slack`, each with the recorded ratio.

    What was never recorded, or is not measured now, is not worse.
    """
    return [
        (figure, recorded[figure.name])
        for figure in figures
        if figure.checked
        and figure.name in recorded
        and figure.ratio > recorded[figure.name] * (1 + slack)
    ]


def better(figures: Iterable[Figure], again: Iterable[Figure]) -> list[Figure]:
    """Each figure, or the one of the same name measured again when its ratio is lower."""
    second = {figure.name: figure for figure in again}
    return [min(f, second.get(f.name, f), key=lambda one: one.ratio) for f in figures]


def load(path: Path) -> dict[str, float]:
    """The recorded ratios; none when nothing was recorded yet."""
    if not path.exists():
        return {}
    data = json.loads(path.read_text(encoding="utf-8"))
    return {str(name): float(ratio) for name, ratio in data.items()}


def save(path: Path, found: Mapping[str, float]) -> None:
    """Write ratios, one a line."""
    path.write_text(json.dumps(found, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def as_json(figures: Iterable[Figure]) -> str:
    """Everything that was measured, for programs."""
    rows = [{**f._asdict(), "ratio": f.ratio, "kept": f.kept} for f in figures]
    return json.dumps(rows, indent=2) + "\n"
