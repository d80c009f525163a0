"""What a check reports: notices by place in a question, findings by place in a file."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list positions (from 0) that lead to a part of a question or set, as in the file."""


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return _RANKS[self]

    def reaches(self, threshold: Severity) -> bool:
        """Whether this is as bad as the threshold or worse."""
        return self.rank <= threshold.rank


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Spot(NamedTuple):
    """A part of a question; with an empty question id, a part of the set."""

    question: str
    path: Path = ()


class Notice(NamedTuple):
    """What a rule says about a spot. `level` only where it is not the rule's usual one."""

    rule: str
    spot: Spot
    message: str
    hint: str | None = None
    level: Severity | None = None
    related: tuple[tuple[Spot, str], ...] = ()


class RelatedPlace(NamedTuple):
    """Another place that belongs to a finding; line and column from 1."""

    path: str
    line: int
    column: int
    message: str


class Finding(NamedTuple):
    """One thing a check reports, at its place; lines and columns (characters) from 1, end excluded.

    `set` and `question` are ids, empty where there is none.
    """

    rule: str
    severity: Severity
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    hint: str | None = None
    set: str = ""
    question: str = ""
    related: tuple[RelatedPlace, ...] = ()

    @property
    def place(self) -> str:
        """`file:line:column`."""
        return f"{self.path}:{self.line}:{self.column}"
