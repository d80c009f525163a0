from __future__ import annotations

import pytest

from quiz.core.documents.document import Document
from quiz.core.questions.question import (
    Cloze,
    Distractor,
    Matching,
    MultipleChoice,
    Numeric,
    Open,
    Ordering,
    Question,
    ShortAnswer,
    SingleChoice,
    Source,
    TrueFalse,
)
from quiz.core.questions.search_fields import UNIT, Part, question_texts, units

WRONG = (Distractor("rye", "Too heavy."), Distractor("oats"))

TEXTS: list[tuple[Question, list[tuple[Part, str]]]] = [
    (
        SingleChoice(id="q", stem="Which?", answer="wheat", distractors=WRONG),
        [
            (Part.ANSWER, "wheat"),
            (Part.OPTION, "rye"),
            (Part.EXPLANATION, "Too heavy."),
            (Part.OPTION, "oats"),
        ],
    ),
    (
        MultipleChoice(id="q", stem="Which?", answers=("wheat", "spelt"), distractors=WRONG[1:]),
        [(Part.ANSWER, "wheat"), (Part.ANSWER, "spelt"), (Part.OPTION, "oats")],
    ),
    (TrueFalse(id="q", stem="Which?", answer=True), []),
    (
        TrueFalse(id="q", stem="Which?", answer=False, correction="It does."),
        [(Part.EXPLANATION, "It does.")],
    ),
    (
        ShortAnswer(id="q", stem="Which?", answer="gas", accept=("CO2",)),
        [(Part.ANSWER, "gas"), (Part.ANSWER, "CO2")],
    ),
    (
        Cloze(
            id="q", stem="Which?", parts=("The ", " and ", "."), gaps=(("salt", "NaCl"), ("fat",))
        ),
        [
            (Part.STEM, "The ____ and ____."),
            (Part.ANSWER, "The salt and fat."),
            (Part.ANSWER, "NaCl"),
        ],
    ),
    (
        Matching(id="q", stem="Which?", pairs=(("a", "x"), ("b", "y")), distractors=("z",)),
        [(Part.ANSWER, "a = x"), (Part.ANSWER, "b = y"), (Part.OPTION, "z")],
    ),
    (Numeric(id="q", stem="Which?", answer="4", unit="mm"), [(Part.ANSWER, "4 mm")]),
    (
        Ordering(id="q", stem="Which?", sequence=("one", "two")),
        [(Part.ANSWER, "one"), (Part.ANSWER, "two")],
    ),
    (
        Open(id="q", stem="Which?", model_answer="Because.", points=("heat",)),
        [(Part.ANSWER, "Because."), (Part.ANSWER, "heat")],
    ),
]


@pytest.mark.parametrize(("question", "texts"), TEXTS, ids=lambda value: getattr(value, "type", ""))
def test_every_text_of_a_type_is_found_under_its_part(
    question: Question, texts: list[tuple[Part, str]]
) -> None:
    assert [tuple(text) for text in question_texts(question)] == [(Part.STEM, "Which?"), *texts]


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
    assert [tuple(text) for text in question_texts(question)] == [
        (Part.STEM, "?"),
        (Part.EXPLANATION, "Since."),
        (Part.EXPLANATION, "Think."),
        (Part.EXPLANATION, "They say no."),
        (Part.TAG, "one"),
        (Part.TAG, "two"),
    ]


def found(text: str, name: str = "d.txt") -> list[str]:
    document = Document("d", text, name)
    return [document.text[unit.start : unit.end] for unit in units(document)]


def test_headings_code_and_paragraphs_are_units() -> None:
    text = "# Bread\n\nIt rises. It bakes.\n\n```\nmix. bake.\n```\n\n- One. Two.\n"
    whole = found(text, "d.md")
    assert whole[0].endswith("Bread")
    assert whole[1] == "It rises. It bakes."
    assert "mix. bake." in whole[2]
    assert whole[3].endswith("One. Two.")
    assert len(whole) == 4


def test_a_unit_knows_its_sentences() -> None:
    document = Document("d", "It rises. It bakes.\n", "d.txt")
    (unit,) = units(document)
    assert [document.text[one.start : one.end] for one in unit.sentences] == [
        "It rises.",
        "It bakes.",
    ]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    sentence = "Y" + "x" * 398 + "."  # 400 characters
    whole = found(" ".join([sentence] * 5) + "\n")
    assert [len(one) for one in whole] == [801, 801, 400]
    assert found("z" * (UNIT - 1) + ".\n") == ["z" * (UNIT - 1) + "."]
    exact = "A" + "a" * 498 + ". B" + "b" * 497 + "."
    assert len(exact) == UNIT
    assert found(exact + "\n") == [exact]
