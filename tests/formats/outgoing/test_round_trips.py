"""What is written and not told as lost comes back as it was."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, assume, given, settings

from quiz.core.grading.grading import Distractor
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.question import Question
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.core.questions.typed import Typed
from quiz.formats.bank.texts import flat
from quiz.formats.outgoing import features
from quiz.formats.writers import writer
from quiz.store.sets.question_fields import CLOZE_STEM
from tests.effort import examples
from tests.formats.banks.reading import items
from tests.formats.outgoing.banks import bank_of, questions

NINE = (
    *("single-choice", "multiple-choice", "true-false", "short-answer", "numeric"),
    *("cloze", "matching", "ordering", "open"),
)
HELD = {
    "moodle-xml": NINE,
    "csv": NINE,
    "gift": tuple(name for name in NINE if name != "ordering"),
    "aiken": ("single-choice",),
    "qti": NINE,
    "canvas-qti": tuple(name for name in NINE if name != "ordering"),
}
CASES = [(name, kind) for name, kinds in HELD.items() for kind in kinds]


def fields(question: Question) -> dict[str, object]:
    """All that a bank may hold: not what a set adds, and the comparison as it comes out."""
    found = {k: v for k, v in question.fields.items() if k not in ("id", "line", "language")}
    if isinstance(question, Typed):
        found["compare"] = question.compared_exactly
    return found


def with_usual_stem(question: Question) -> Question:
    """Not every format tells what is said before a cloze from its text."""
    if not isinstance(question, Cloze):
        return question
    return Cloze(
        id=question.id,
        stem=CLOZE_STEM,
        explanation=question.explanation,
        parts=question.parts,
        gaps=question.gaps,
    )


def held(question: Question, fates: Mapping[str, str]) -> Question:
    """Without what no question keeps in a format: else few would be left to compare."""
    if features.EXPLANATION in fates:
        question = question.replaced(explanation="")
    if features.LINES in fates:
        question = question.replaced(stem=flat(question.stem))
    if features.REASONS in fates and isinstance(question, SingleChoice):
        bare = tuple(Distractor(one.text) for one in question.distractors)
        question = question.replaced(distractors=bare)
    return question


def coincides(question: Question) -> bool:
    """A correction that is the explanation again is kept once."""
    return isinstance(question, TrueFalse) and question.correction in (question.explanation, "")


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_what_is_not_told_as_lost_comes_back_as_it_was(name: str, kind: str) -> None:
    tried = 0

    @settings(max_examples=examples(120), deadline=None, suppress_health_check=list(HealthCheck))
    @given(drawn=questions(kind))
    def law(drawn: Question) -> None:
        nonlocal tried
        question = held(with_usual_stem(drawn), writer(name).form.fates)
        written = writer(name).write(bank_of(question))
        assume(not written.losses and not (coincides(question) and question.key != ("true",)))
        tried += 1
        (item,) = items(written.content)
        assert item.question is not None, item.reason
        assert item.changes == ()
        assert type(item.question) is type(question)
        assert fields(item.question) == fields(question)
        assert item.uid == (question.id if name != "aiken" else "")

    law()
    assert tried > 5
