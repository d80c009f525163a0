"""Spans of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A span of a document: `start` to `end`, in characters of the normalised text, end excluded.

    As in the W3C TextPositionSelector.
    """

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Passage) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


class Section(NamedTuple):
    """A heading and all that stands under it, sections below it included.

    `level` 0 is the document's own title, 1 a section, 2 a section of a section. `heading` is the
    span of the title's text, without its number or Markdown signs.
    """

    title: str
    level: int
    start: int
    end: int
    heading: Passage
