"""How hard the tests try: some in `make quick`, more in `make test`, all in `make soak`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

FULL = os.environ.get("QUIZ_TESTS") == "full"
"""Whether nothing is left out."""
QUICK = os.environ.get("QUIZ_TESTS") == "quick"
"""Whether somebody waits for them while working."""
PART, FEWEST = (12, 8) if QUICK else (4, 25)
"""Not in full, a property is tried with one of so many of its examples, but at least FEWEST."""


def examples(whole: int) -> int:
    """So many examples of a property, or a part of them."""
    return whole if FULL else min(whole, max(FEWEST, whole // PART))


def times(whole: int, some: int) -> int:
    """How often something long is repeated."""
    return whole if FULL else max(1, some // 2) if QUICK else some


def most_of(row: Iterable[T]) -> list[T]:
    """All of a row of cases; while working, every other one."""
    return list(row)[:: 2 if QUICK else 1]


def some_of(row: Sequence[T], turn: int, parts: int = PART) -> list[T]:
    """The whole row, or another part of it at each turn, so that all turns together have it all."""
    return list(row) if FULL else list(row[turn % parts :: parts])
