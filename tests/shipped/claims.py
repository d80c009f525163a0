"""The claims of the two articles, and how the shipped questions ask them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.open import Open
from quiz.core.questions.question import Question
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from tests.shipped.words import questions

TABLE = Path(__file__).with_suffix(".txt")


class Asked(StrEnum):
    """How a learner has to show that they know a claim, the hardest first."""

    PRODUCED = "produced"
    RECALLED = "recalled in free words"
    RECOGNISED = "recognised"


class Claim(NamedTuple):
    """Something an article says, in its words, and the ids of the questions about it."""

    code: str
    document: str
    words: str
    questions: tuple[str, ...]


def claims() -> list[Claim]:
    """The table, line by line."""
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            code, document, words, ids = (part.strip() for part in line.split("|"))
            found.append(Claim(code, document, words, tuple(ids.split())))
    return found


def how_asked(claim: Claim) -> Asked:
    """The hardest way in which the claim's questions ask for it."""
    ways = [_way(question) for question in questions_of(claim)]
    return min(ways, key=list(Asked).index)


def questions_of(claim: Claim) -> list[Question]:
    """The questions that the table names for a claim."""
    by_id = {question.id: question for _, question in questions()}
    return [by_id[name] for name in claim.questions]


def _way(question: Question) -> Asked:
    if isinstance(question, Open):
        return Asked.RECALLED
    chosen = isinstance(question, SingleChoice | MultipleChoice | TrueFalse)
    return Asked.RECOGNISED if chosen else Asked.PRODUCED
