"""What a document offers to be asked: a question on one sentence, for an author to judge."""

from __future__ import annotations

from typing import NamedTuple

from quiz.core.questions.question import Question
from quiz.core.text.passages import Passage


class Offer(NamedTuple):
    """A question, still without an explanation, the sentence it stands on, and why it is offered.

    `gap` is the part of the sentence that is asked for, or the whole of it.
    """

    question: Question
    sentence: Passage
    gap: Passage
    why: str
