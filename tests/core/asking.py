"""Questions for the tests of checking rules, with only what a test is about said."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.core.checking.findings import Notice
from quiz.core.checking.registry import RULES
from quiz.core.checking.rules.all_rules import review
from quiz.core.grading.grading import Distractor
from quiz.core.grounding.source import Source
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice

KEYS = frozenset(
    (
        *("stem", "text", "answer", "answers", "accept", "distractors", "pairs", "sequence"),
        *("model_answer", "points", "correction", "tolerance", "unit", "explanation", "hint"),
        *("sources", "disputed_by", "tags", "reject"),
    )
)
"""Keys of a question that a notice can stand at."""
SET_KEYS = frozenset(("id", "language", "documents"))

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
    """What the rules say; each of them in a sentence, at a place, with what to do."""
    found = review(questions, language)[0]
    ids = {question.id for question in questions}
    for notice in found:
        assert notice.rule in RULES
        assert notice.message.strip(), notice
        assert notice.hint is not None, notice
        assert notice.hint.strip(), notice
        for spot in (notice.spot, *(spot for spot, _ in notice.related)):
            assert spot.path[0] in (KEYS if spot.question in ids else SET_KEYS), notice
        assert all(said.strip() for _, said in notice.related), notice
    return found


def rules(*questions: Question, language: str = "en") -> set[str]:
    return {notice.rule for notice in notices(*questions, language=language)}
