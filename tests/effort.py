"""How hard the tests try: a part of every long row in `make test`, all of it in `make soak`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

FULL = os.environ.get("QUIZ_TESTS") == "full"
"""Whether nothing is left out."""
PART = 4
"""Otherwise a property is tried with one of so many of its examples, but at least FEWEST."""
FEWEST = 25


def examples(whole: int) -> int:
    """So many examples of a property, or a part of them."""
    return whole if FULL else min(whole, max(FEWEST, whole // PART))


def times(whole: int, some: int) -> int:
    """How often something long is repeated."""
    return whole if FULL else some


def some_of(row: Sequence[T], turn: int, parts: int = PART) -> list[T]:
    """The whole row, or another part of it at each turn, so that all turns together have it all."""
    return list(row) if FULL else list(row[turn % parts :: parts])
