"""What can have become of a source whose document has changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quiz.core.revisions.changes import Change
from quiz.core.revisions.sentence.beside import Beside
from quiz.core.text.passages import Passage


class Status(StrEnum):
    """What became of a passage."""

    EXACT = "exact"
    CHANGED = "changed"
    MOVED = "moved"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Reanchored:
    """Where a passage stands now, in characters of the document's text.

    `passage` is None when ambiguous or missing; `places` are what else it may be: those it is
    ambiguous between, the author's own words elsewhere, or what only resembles the missing ones.
    `here` is what stands now between the neighbours of what is missing. `change` tells how far it
    no longer says the same, with what changed `beside` it in its sentence.
    """

    status: Status
    passage: Passage | None = None
    places: tuple[Passage, ...] = ()
    change: Change = Change.NONE
    here: Passage | None = None
    beside: Beside = Beside()
