"""A count of a count: how many of how many, its share, and how sure one can be of it."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from typing import NamedTuple

Z95 = 1.959964
"""The normal quantile within which 95 % lie, both ways."""


class Rate(NamedTuple):
    """`right` of `of`; without any there is no share."""

    right: int = 0
    of: int = 0

    @property
    def share(self) -> float | None:
        """0 to 1; None when there is nothing to divide."""
        return self.right / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Between which shares the true one lies, 19 times out of 20; None without any."""
        return wilson(self.right, self.of) if self.of else None


def together(rates: Iterable[Rate]) -> Rate:
    """All counts added up."""
    right = of = 0
    for rate in rates:
        right += rate.right
        of += rate.of
    return Rate(right, of)


def wilson(right: int, of: int, z: float = Z95) -> tuple[float, float]:
    """The score interval of a share (Wilson 1927, Probable inference): low and high, 0 to 1.

    Never outside 0 to 1, and of use for few trials too. Raises ValueError without trials.
    """
    if of <= 0:
        raise ValueError("an interval needs trials")
    share, square = right / of, z * z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    low = 0.0 if right == 0 else max(0.0, middle - half)
    high = 1.0 if right == of else min(1.0, middle + half)
    return low, high
