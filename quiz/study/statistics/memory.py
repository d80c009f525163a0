"""How long what is known will last, and what will not stay."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.core.memory.figures import PROBLEM_LAPSES, stability_counts
from quiz.study.statistics.places import Placed, placed
from quiz.study.statistics.scope import Scope

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Problem:
    """A question forgotten again and again; `stability` in days."""

    placed: Placed
    lapses: int
    reviews: int
    stability: float


@dataclass(frozen=True, slots=True)
class MemoryFigures:
    """`buckets` as in `stability_counts`; of all `problems`, the worst are `worst`."""

    asked: int
    new: int
    buckets: tuple[int, ...]
    problems: int
    worst: tuple[Problem, ...]


def memory_figures(scope: Scope, limit: int | None = SHOWN) -> MemoryFigures:
    """Look at every memory; places are looked up for the `limit` worst problems (None: for all)."""
    memories = scope.memories
    lapsed = [uid for uid, memory in memories.items() if memory.lapses >= PROBLEM_LAPSES]
    lapsed.sort(key=lambda uid: (-memories[uid].lapses, memories[uid].stability, uid))
    where = placed(scope, lapsed[:limit])
    return MemoryFigures(
        asked=len(memories),
        new=len(scope.kinds) - len(memories),
        buckets=stability_counts(memory.stability for memory in memories.values()),
        problems=len(lapsed),
        worst=tuple(
            Problem(found, memories[uid].lapses, memories[uid].reviews, memories[uid].stability)
            for uid, found in where.items()
        ),
    )
