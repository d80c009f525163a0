"""A validated header to a `QuestionSet`; apart from `build`, which imports every question type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from quiz.core.questions.question_set import ExamPlan, NotAsked, QuestionSet

if TYPE_CHECKING:
    from quiz.core.questions.question import Question


def build_set(
    header: Mapping[str, object], questions: Sequence[Question], path: str
) -> QuestionSet:
    """The set that `header` (what `read_header` gave) describes, with these questions."""
    texts = cast("Mapping[str, str]", header)
    exam = cast("Mapping[str, float]", header.get("exam", {}))
    not_asked = cast("Sequence[Mapping[str, str]]", header.get("not_asked", ()))
    return QuestionSet(
        id=texts.get("id", ""),
        title=texts.get("title", ""),
        description=texts.get("description", ""),
        language=texts.get("language", ""),
        documents=dict(cast("Mapping[str, str]", header.get("documents", {}))),
        questions=tuple(questions),
        not_asked=tuple(NotAsked(**part) for part in not_asked),
        exam=ExamPlan(
            questions=int(exam.get("questions", 0)),
            minutes=int(exam.get("minutes", 0)),
            pass_percent=exam.get("pass_percent", 0),
            near_wrong=bool(exam.get("near_wrong", False)),
        ),
        path=path,
    )
