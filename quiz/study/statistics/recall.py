"""What is remembered well and what is not: by set, kind and tag."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from quiz.core.memory.rates import Rate, together
from quiz.core.memory.records import set_of
from quiz.study.statistics.scope import Scope


class Recalled(NamedTuple):
    """How often questions of one group were remembered; `within` says what a section is part of."""

    name: str
    rate: Rate
    within: str = ""


def group_name(row: Recalled) -> str:
    """The whole name: a section with its document before it."""
    return f"{row.within} › {row.name}" if row.within else row.name


class RecallFigures(NamedTuple):
    """True retention over the last year, the worst of each grouping first.

    A question counts for each of its tags.
    """

    all: Rate
    sets: tuple[Recalled, ...]
    kinds: tuple[Recalled, ...]
    tags: tuple[Recalled, ...]


def recall_figures(scope: Scope) -> RecallFigures:
    """Look at the questions that were asked again in the last year."""
    rates, kinds = scope.rates, scope.kinds
    questions = scope.workspace.library.questions(rates)
    titles = {entry.id: entry.title for entry in scope.entries}
    by_set = grouped(rates, lambda uid: (set_of(uid),))
    return RecallFigures(
        all=together(rates.values()),
        sets=ranked((titles[set_id], "", rate) for set_id, rate in by_set.items()),
        kinds=ranked((k, "", r) for k, r in grouped(rates, lambda uid: (kinds[uid],)).items()),
        tags=ranked((t, "", r) for t, r in grouped(rates, lambda u: questions[u].tags).items()),
    )


def grouped(rates: Mapping[str, Rate], groups: Callable[[str], Iterable[str]]) -> dict[str, Rate]:
    """The rates of all groups together; a question may be in several, or in none."""
    found: dict[str, list[int]] = {}
    for uid, (right, of) in rates.items():
        for key in groups(uid):
            counts = found.setdefault(key, [0, 0])
            counts[0] += right
            counts[1] += of
    return {key: Rate(*counts) for key, counts in found.items()}


def ranked(rows: Iterable[tuple[str, str, Rate]]) -> tuple[Recalled, ...]:
    """Name, what it is within, and rate: first what is low for sure, by the interval's upper end.

    So a group with one wrong answer does not come before one with many.
    """
    found = [Recalled(name, rate, within) for name, within, rate in rows]
    return tuple(sorted(found, key=lambda row: (_upper_end(row.rate), row.name, row.within)))


def _upper_end(rate: Rate) -> float:
    return rate.interval[1] if rate.interval else 1.0
