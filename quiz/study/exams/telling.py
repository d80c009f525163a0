"""Which questions give each other away, so that no paper asks both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from quiz.core.checking.rules.giveaways import apart
from quiz.core.checking.rules.told import told
from quiz.core.checking.view import View, view
from quiz.core.memory.records import set_of
from quiz.core.questions.question import Question
from quiz.core.questions.question_set import question_uid


def kept_apart(questions: Mapping[str, Question]) -> dict[str, set[str]]:
    """For each question, by `set/question`, those it gives away or is given away by."""
    views: dict[str, list[View]] = defaultdict(list)
    for uid, question in questions.items():
        views[set_of(uid)].append(view(question))
    pairs = apart({name: told(prepared) for name, prepared in views.items()})
    return {question_uid(*one): {question_uid(*o) for o in others} for one, others in pairs.items()}
