from __future__ import annotations

import pytest

from quiz.core.grading.grading import Distractor
from quiz.core.grounding.source import Source
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Field, Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse

WRONG = (Distractor("rye", "Too heavy."), Distractor("oats"))

TEXTS: list[tuple[Question, list[tuple[Field, str]]]] = [
    (
        SingleChoice(id="q", stem="Which?", answer="wheat", distractors=WRONG),
        [
            (Field.ANSWER, "wheat"),
            (Field.OPTION, "rye"),
            (Field.EXPLANATION, "Too heavy."),
            (Field.OPTION, "oats"),
        ],
    ),
    (
        MultipleChoice(id="q", stem="Which?", answers=("wheat", "spelt"), distractors=WRONG[1:]),
        [(Field.ANSWER, "wheat"), (Field.ANSWER, "spelt"), (Field.OPTION, "oats")],
    ),
    (TrueFalse(id="q", stem="Which?", answer=True), []),
    (
        TrueFalse(id="q", stem="Which?", answer=False, correction="It does."),
        [(Field.EXPLANATION, "It does.")],
    ),
    (
        ShortAnswer(id="q", stem="Which?", answer="gas", accept=("CO2",)),
        [(Field.ANSWER, "gas"), (Field.ANSWER, "CO2")],
    ),
    (
        Cloze(
            id="q", stem="Which?", parts=("The ", " and ", "."), gaps=(("salt", "NaCl"), ("fat",))
        ),
        [
            (Field.STEM, "The ____ and ____."),
            (Field.ANSWER, "The salt and fat."),
            (Field.ANSWER, "NaCl"),
        ],
    ),
    (
        Matching(id="q", stem="Which?", pairs=(("a", "x"), ("b", "y")), distractors=("z",)),
        [(Field.ANSWER, "a = x"), (Field.ANSWER, "b = y"), (Field.OPTION, "z")],
    ),
    (Numeric(id="q", stem="Which?", answer="4", unit="mm"), [(Field.ANSWER, "4 mm")]),
    (
        Ordering(id="q", stem="Which?", sequence=("one", "two")),
        [(Field.ANSWER, "one"), (Field.ANSWER, "two")],
    ),
    (
        Open(id="q", stem="Which?", model_answer="Because.", points=("heat",)),
        [(Field.ANSWER, "Because."), (Field.ANSWER, "heat")],
    ),
]


@pytest.mark.parametrize(("question", "texts"), TEXTS, ids=lambda value: getattr(value, "type", ""))
def test_every_text_of_a_type_is_found_under_its_part(
    question: Question, texts: list[tuple[Field, str]]
) -> None:
    assert [tuple(text) for text in question.texts()] == [(Field.STEM, "Which?"), *texts]


def test_what_every_type_has_is_found_too() -> None:
    question = TrueFalse(
        id="q",
        stem="?",
        answer=True,
        explanation="Since.",
        hint="Think.",
        tags=("one", "two"),
        disputed_by=(Source("d", "No.", note="They say no."), Source("d", "Never.")),
    )
    assert [tuple(text) for text in question.texts()] == [
        (Field.STEM, "?"),
        (Field.EXPLANATION, "Since."),
        (Field.EXPLANATION, "Think."),
        (Field.EXPLANATION, "They say no."),
        (Field.TAG, "one"),
        (Field.TAG, "two"),
    ]
