"""Questions that the learner does not want to be asked: not today, or not any more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from quiz.core.memory.records import FOR_GOOD, Suspension
from quiz.study.common.workspace import Workspace


class Aside(StrEnum):
    """For how long."""

    TODAY = "today"
    FOR_GOOD = "for good"
    BACK = "back"


SAID = {
    Aside.TODAY: "Not asked again today; tomorrow it comes as usual.",
    Aside.FOR_GOOD: "Not asked any more. `quiz suspend` lists such questions and brings them back.",
    Aside.BACK: "It is asked again.",
}
"""What to say once it is so."""


class Resting(NamedTuple):
    """A question that is set aside, until a study day or for good."""

    question: str
    until: int

    @property
    def for_good(self) -> bool:
        """Whether it has no end."""
        return self.until >= FOR_GOOD

    @property
    def text(self) -> str:
        """In a few words."""
        if self.for_good:
            return "not asked any more"
        return f"not asked before {date.fromordinal(self.until).isoformat()}"


def resting(workspace: Workspace) -> dict[str, int]:
    """What is not asked today, and the study day from which each is asked again."""
    return workspace.history.suspensions(workspace.today)


def all_resting(workspace: Workspace) -> list[Resting]:
    """The same as a list, what is set aside for good first."""
    found = [Resting(*one) for one in resting(workspace).items()]
    return sorted(found, key=lambda one: (not one.for_good, one.question))


def without_resting(workspace: Workspace, uids: Iterable[str]) -> list[str]:
    """Those that are asked."""
    aside = resting(workspace)
    return [uid for uid in uids if uid not in aside]


def set_aside(workspace: Workspace, question: str, how: Aside) -> bool:
    """Set a question aside, or back again; raises HistoryError when that cannot be kept. True."""
    ends = {Aside.TODAY: workspace.today + 1, Aside.FOR_GOOD: FOR_GOOD, Aside.BACK: 0}
    workspace.history.suspend(Suspension(question, workspace.now_ms(), ends[how]))
    return True
