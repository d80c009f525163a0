"""Questions for the tests of checking rules, with only what a test is about said."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.core.checking.findings import Notice
from quiz.core.checking.rules.all_rules import review
from quiz.core.grading.grading import Distractor
from quiz.core.grounding.source import Source
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice

SOURCE = Source("doc", "The passage that proves it.")
WHY = "Nothing else would explain what was seen."


def choice(
    answer: str = "Oxygen",
    distractors: Sequence[str] = ("Helium", "Carbon"),
    stem: str = "Which gas is it?",
    *,
    exact: str = SOURCE.exact,
    explanation: str = WHY,
    feedback: str = "It is another gas.",
    in_order: bool = False,
    id: str = "q",
) -> SingleChoice:
    return SingleChoice(
        id=id,
        stem=stem,
        answer=answer,
        distractors=tuple(Distractor(text, feedback) for text in distractors),
        explanation=explanation,
        sources=(Source("doc", exact),),
        sorted=in_order,
    )


def typed(answer: str, stem: str, id: str = "q") -> ShortAnswer:
    return ShortAnswer(id=id, stem=stem, answer=answer, explanation=WHY, sources=(SOURCE,))


def notices(*questions: Question, language: str = "en") -> list[Notice]:
    return review(questions, language)[0]


def rules(*questions: Question, language: str = "en") -> set[str]:
    return {notice.rule for notice in notices(*questions, language=language)}
