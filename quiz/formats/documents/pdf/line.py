"""A line of a page as it stands there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Line:
    """Words in a row. Points from the lower left corner of the page; `page` counts from 0.

    `cells` are the words between wide gaps, each with where it begins and ends. `broken` says that
    its last word goes on in the next line.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool
    page: int
    cells: list[tuple[float, float, str]]
    broken: bool = False
    level: int = 0  # of the heading it is

    @property
    def width(self) -> float:
        """From its first letter to its last."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.bottom + self.top) / 2

    def beside(self, other: Line) -> bool:
        """Whether both stand at the same height."""
        overlap = min(self.top, other.top) - max(self.bottom, other.bottom)
        return overlap > 0.5 * min(self.top - self.bottom, other.top - other.bottom)
