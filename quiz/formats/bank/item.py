"""An item of a foreign question bank: a question, or why it is none, and what was lost."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from quiz.core.questions.question import Question


class Outcome(StrEnum):
    """What became of an item."""

    IMPORTED = "imported"
    CHANGED = "changed"
    REFUSED = "not imported"


class Place(NamedTuple):
    """Where an item stands: the file as the user named it, and its line from 1.

    Within an archive the file is `bank.zip/member.xml`; where nothing has lines, `line` is 0.
    """

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


class Item(NamedTuple):
    """An item as read. `question` has no id and no sources yet; without one, `reason` says why.

    `name` is what the bank calls it, `uid` the bank's own lasting name for it (both may be empty),
    `changes` say in words what was lost, or had to be made up. `category` is the place in the
    bank's own order, its parts parted by `/`.
    """

    place: Place
    name: str = ""
    uid: str = ""
    question: Question | None = None
    changes: tuple[str, ...] = ()
    reason: str = ""
    category: str = ""

    @property
    def outcome(self) -> Outcome:
        """What became of it."""
        if self.question is None:
            return Outcome.REFUSED
        return Outcome.CHANGED if self.changes else Outcome.IMPORTED


class Tally(NamedTuple):
    """How many items became what."""

    imported: int
    changed: int
    refused: int

    @property
    def items(self) -> int:
        """All of them."""
        return self.imported + self.changed + self.refused


def tally(items: list[Item]) -> Tally:
    """How many of these became what."""
    found = [item.outcome for item in items]
    return Tally(*(found.count(outcome) for outcome in Outcome))
