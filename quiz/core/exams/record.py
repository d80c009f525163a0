"""What the history keeps of one question of an exam. Frozen values, no behaviour of a store."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Mark(StrEnum):
    """How a question of an exam counts; NONE until it is submitted, or when it dropped out.

    The others beside UNANSWERED have the values of `quiz.core.grading.grading.Verdict`.
    """

    NONE = ""
    UNANSWERED = "unanswered"
    CORRECT = "correct"
    PARTLY = "partly"
    WRONG = "wrong"


class ExamAnswer(NamedTuple):
    """A question of an exam with what the learner did, and from submission on its mark.

    `question` is `set/question`; `document` (a title) and `tags` are those of the day it was drawn,
    so that old results stay whatever becomes of the set. `response` is JSON text, '' when there is
    none. `struck` are the texts of options struck out. `credit` is the share that is right, 0 to 1.
    """

    question: str
    document: str = ""
    tags: tuple[str, ...] = ()
    key_hash: str = ""
    response: str = ""
    struck: tuple[str, ...] = ()
    flagged: bool = False
    spent_ms: int = 0
    mark: Mark = Mark.NONE
    credit: float = 0.0
