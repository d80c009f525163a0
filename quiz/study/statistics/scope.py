"""What statistics look at: a workspace, all of its history or only some sets, up to today."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from quiz.core.memory.figures import YEAR
from quiz.core.memory.rates import Rate
from quiz.core.questions.question_set import question_uid
from quiz.study.common.workspace import Workspace

if TYPE_CHECKING:
    from quiz.core.memory.scheduling import Memory
    from quiz.store.library.library import Entry


class Scope:
    """A look at one moment; what several pages need is read once.

    `sets` are ids of sets; None for everything, answers to questions that are gone included.
    """

    def __init__(self, workspace: Workspace, sets: tuple[str, ...] | None = None) -> None:
        self.workspace = workspace
        self.sets = sets
        self.today = workspace.today
        self.since = self.today - YEAR + 1

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The sound sets."""
        sound = (entry for entry in self.workspace.library.sets if entry.ok)
        return tuple(e for e in sound if self.sets is None or e.id in self.sets)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kind of each question of these sets, by uid."""
        return {question_uid(e.id, row.id): row.type for e in self.entries for row in e.index}

    @cached_property
    def memories(self) -> dict[str, Memory]:
        """What is remembered of each question that was asked and whose key is still the same."""
        found = self.workspace.history.memories([entry.id for entry in self.entries])
        current: dict[str, Memory] = {}
        for entry in self.entries:
            for row in entry.index:
                uid = question_uid(entry.id, row.id)
                remembered = found.get(uid)
                if remembered is not None and remembered.key_hash == row.key_hash:
                    current[uid] = remembered.memory
        return current

    @cached_property
    def rates(self) -> dict[str, Rate]:
        """True retention of the last year of each question of these sets that was asked again."""
        found = self.workspace.history.recall(self.since)
        return {uid: Rate(*found[uid]) for uid in self.kinds if uid in found}
