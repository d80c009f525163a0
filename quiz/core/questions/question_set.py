"""What holds questions together: a set, its exam, what it leaves out, and the names of questions.

Apart from the questions themselves, so that listing sets does not pay for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quiz.core.questions.question import Question


class NotAsked(NamedTuple):
    """A passage left out on purpose, with the reason."""

    document: str
    exact: str
    reason: str
    prefix: str = ""
    suffix: str = ""


class ExamPlan(NamedTuple):
    """What a set says about being examined; 0 where it says nothing. `pass_percent` is 0 to 100.

    `near_wrong`: near misses are wrong instead of being asked about after submission.
    """

    questions: int = 0
    minutes: int = 0
    pass_percent: float = 0
    near_wrong: bool = False


class QuestionSet(NamedTuple):
    """Questions about one or more documents. `documents` maps the set's keys to relative paths."""

    id: str
    title: str
    description: str = ""
    language: str = "en"
    documents: Mapping[str, str] = MappingProxyType({})
    questions: tuple[Question, ...] = ()
    not_asked: tuple[NotAsked, ...] = ()
    exam: ExamPlan = ExamPlan()
    path: str = ""


def question_uid(set_id: str, question_id: str) -> str:
    """The name that history hangs on: `set/question`."""
    return f"{set_id}/{question_id}"
