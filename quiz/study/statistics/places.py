"""A question in a list: its stem, and where the proof of its answer stands."""

from __future__ import annotations

from typing import NamedTuple

from quiz.core.memory.records import set_of
from quiz.study.common.evidence import Role, evidence
from quiz.study.statistics.scope import Scope


class Placed(NamedTuple):
    """`place` is document title › section › lines, as far as known; '' without a source."""

    question: str
    stem: str
    place: str


def placed(scope: Scope, uids: list[str]) -> dict[str, Placed]:
    """Stem and place of some questions of the library, by uid."""
    library = scope.workspace.library
    found: dict[str, Placed] = {}
    for uid, question in library.questions(uids).items():
        place = ""
        if question.sources:
            place = evidence(library, set_of(uid), question.sources[0], Role.PROOF).place
        found[uid] = Placed(uid, question.stem, place)
    return found
