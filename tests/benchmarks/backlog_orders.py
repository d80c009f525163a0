"""What to ask first after three weeks away: `python -m tests.benchmarks.backlog_orders`.

Learners whose memory is FSRS study daily, stay away, and come back to more than a day can hold: so
many turns a day, repeats of what was missed included. Printed is their true recall of all they had
learned, as a mean over the days after, and on the last of them. Exit 1 when the order that sessions
go by is more than 0.3 points below the best. `--seeds N` (4) learners of each kind.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from quiz.core.memory.review_value import review_value
from quiz.core.memory.scheduling import (
    DEFAULT_PARAMETERS,
    Memory,
    Rating,
    Scheduler,
    fuzz_seed,
    urgency,
)
from tests.benchmarks.simulated import HONEST, KNOWN_BEFORE, true_parameters

FIRST_DAY, BEFORE, AWAY, AFTER = 739_000, 90, 21, 45
QUESTIONS, NEW_A_DAY, OPTIONS = 1000, 20, 4
SLACK = 0.003

Key: TypeAlias = Callable[[Memory, int], float]
"""What a question is sorted by, the highest first, on a study day."""

OURS = "worth of a review"
ORDERS: Mapping[str, Key] = {
    OURS: lambda memory, day: review_value(memory, day, DEFAULT_PARAMETERS),
    "elapsed³ / stability": lambda memory, day: (day - memory.day) ** 3 / memory.stability,
    "oldest due first": lambda memory, day: -memory.due,
    "least recall first": urgency,
    "most recall first": lambda memory, day: -urgency(memory, day),
}


class Absent:
    """A learner who comes back; `true` is what is remembered, `kept` what the program thinks."""

    def __init__(self, parameters: tuple[float, ...], seed: int) -> None:
        self.truth = Scheduler(parameters=parameters)
        self.planned = Scheduler()
        self.chance = random.Random(seed)
        self.true: dict[int, Memory] = {}
        self.kept: dict[int, Memory] = {}

    def ask(self, number: int, day: int) -> int:
        """Ask a question until it is known; how many turns that took."""
        memory = self.true.get(number)
        recall = KNOWN_BEFORE if memory is None else self.truth.retrievability(memory, day)
        knew = self.chance.random() < recall
        lucky = self.chance.random() < 1 / OPTIONS and self.chance.random() >= HONEST
        self._move(number, day, knew=knew, seems=knew or lucky)
        if knew or lucky:
            return 1
        self._move(number, day, knew=True, seems=True)
        return 2

    def _move(self, number: int, day: int, *, knew: bool, seems: bool) -> None:
        truly, seemingly = (Rating.GOOD if right else Rating.AGAIN for right in (knew, seems))
        self.true[number] = self.truth.review(self.true.get(number), truly, day, "")
        before = self.kept.get(number)
        seed = fuzz_seed(str(number), before)
        self.kept[number] = self.planned.review(before, seemingly, day, seed)

    def due(self, day: int, key: Key) -> list[int]:
        """What is due, in the order of the key."""
        found = [number for number, memory in self.kept.items() if memory.due <= day]
        return sorted(found, key=lambda number: (-key(self.kept[number], day), number))

    def recall(self, day: int) -> float:
        """The share of all that was learned that is known on a day."""
        return statistics.fmean(self.truth.retrievability(m, day) for m in self.true.values())


class Back(NamedTuple):
    """How it went on: recall at the start, as a mean, at the end; turns; days until all is done."""

    start: float
    mean: float
    end: float
    turns: int
    cleared: int


def come_back(parameters: tuple[float, ...], seed: int, key: Key, turns: int) -> Back:
    """Study, stay away, come back to so many turns a day."""
    learner = Absent(parameters, seed)
    for day in range(FIRST_DAY, FIRST_DAY + BEFORE):
        new = range(len(learner.kept), min(QUESTIONS, len(learner.kept) + NEW_A_DAY))
        for number in [*learner.due(day, key), *new]:
            learner.ask(number, day)
    first = FIRST_DAY + BEFORE + AWAY
    start, recalls, spent, cleared = learner.recall(first), [], 0, AFTER
    for day in range(first, first + AFTER):
        today = 0
        for number in learner.due(day, key):
            if today >= turns:
                break
            today += learner.ask(number, day)
        spent += today
        recalls.append(learner.recall(day))
        if today < turns:
            cleared = min(cleared, day - first + 1)
    return Back(start, statistics.fmean(recalls), recalls[-1], spent, cleared)


def compare(name: str, parameters: tuple[float, ...], turns: int, seeds: int) -> bool:
    """Print a line for each order; whether ours is among the best."""
    means = {}
    for order, key in ORDERS.items():
        lived = [come_back(parameters, seed, key, turns) for seed in range(seeds)]
        start, mean, end, spent, cleared = (
            statistics.fmean(column) for column in zip(*lived, strict=True)
        )
        means[order] = mean
        print(
            f"{name:<13}{turns:>6}  {order:<22}{100 * start:>8.1f}{100 * mean:>8.2f}"
            f"{100 * end:>8.2f}{spent:>8.0f}{cleared:>6.0f}",
            flush=True,
        )
    return means[OURS] >= max(means.values()) - SLACK


def main() -> int:
    """Print the table; the exit status."""
    parser = argparse.ArgumentParser(description="What to ask first after an absence.")
    parser.add_argument("--seeds", type=int, default=4)
    seeds = parser.parse_args().seeds
    print(
        f"{'learner':<13}{'a day':>6}  {'order':<22}{'back %':>8}{'mean %':>8}{'end %':>8}"
        f"{'turns':>8}{'done':>6}"
    )
    kinds = {"as published": DEFAULT_PARAMETERS, "forgetful": true_parameters(0.6, growth=-0.25)}
    good = [compare(name, kinds[name], turns, seeds) for name in kinds for turns in (25, 40)]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
