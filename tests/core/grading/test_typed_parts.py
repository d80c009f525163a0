"""What authors say about typed answers: what is rejected, how it is compared, in which order."""

from __future__ import annotations

import pytest

from quiz.core.grading.grading import Distractor, Response, Verdict, complaint, grade, undecided
from quiz.core.grading.typed_parts import typed_parts
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.short_answer import ShortAnswer

REJECTING = ShortAnswer(
    id="q",
    stem="?",
    answer="between the cells",
    accept=("outside cells",),
    reject=(Distractor("intracellular", "That is inside."), Distractor("in the cell")),
)
UNORDERED = Cloze(
    id="q",
    stem="?",
    parts=("", ", ", " and ", "."),
    gaps=(("injuries", "wounds"), ("disorders", "injuries"), ("skin",)),
    any_order=True,
)


def test_a_rejected_answer_is_wrong_with_its_reason() -> None:
    result = grade(REJECTING, Response(("Intracellular",)))
    assert result.verdict is Verdict.WRONG
    assert result.chosen_wrong == (Distractor("intracellular", "That is inside."),)


def test_what_is_nearer_to_a_rejected_answer_is_not_asked_back() -> None:
    question = ShortAnswer(
        id="q", stem="?", answer="electroporations", reject=(Distractor("electropolations"),)
    )
    assert undecided(question, Response(("electropolation",))) == ()
    assert grade(question, Response(("electropolation",))).verdict is Verdict.WRONG


def test_an_answer_that_the_author_also_names_as_right_is_right() -> None:
    assert grade(REJECTING, Response(("outside the cells",))).verdict is Verdict.CORRECT


def test_the_author_may_reject_a_spelling_that_would_count() -> None:
    question = ShortAnswer(id="q", stem="?", answer="needle", reject=(Distractor("needles"),))
    assert grade(question, Response(("needles",))).verdict is Verdict.WRONG
    assert grade(question, Response(("needle",))).verdict is Verdict.CORRECT


@pytest.mark.parametrize(
    ("given", "score"),
    [
        (("injuries", "disorders", "skin"), 1),
        (("skin", "disorders", "injuries"), 1),
        (("injuries", "skin", "wounds"), 1),
        (("skin", "skin", "injuries"), 2 / 3),
        (("disorders", "disorders", "skin"), 2 / 3),
        (("", "skin", ""), 1 / 3),
    ],
)
def test_gaps_in_any_order_take_each_answer_once(given: tuple[str, ...], score: float) -> None:
    assert grade(UNORDERED, Response(given)).score == pytest.approx(score)


def test_a_slip_in_any_gap_is_asked_back_there() -> None:
    assert undecided(UNORDERED, Response(("sikn", "disorders", "injuries"))) == (0,)


@pytest.mark.parametrize(
    ("compare", "given", "right"),
    [
        ("exact", "color", False),
        ("exact", " Colour ", True),
        ("exact", "colour", False),
        ("words", "color", True),
        ("", "color", True),
    ],
)
def test_an_author_may_ask_for_every_character(compare: str, given: str, right: bool) -> None:
    question = ShortAnswer(id="q", stem="?", answer="Colour", compare=compare)
    assert (grade(question, Response((given,))).verdict is Verdict.CORRECT) is right
    assert compare != "exact" or undecided(question, Response((given,))) == ()


def test_what_looks_like_code_can_be_called_words() -> None:
    question = ShortAnswer(id="q", stem="?", answer="yes/no = x", compare="words")
    assert grade(question, Response(("Yes/no = X",))).verdict is Verdict.CORRECT


def test_a_unit_that_nobody_asked_for_is_asked_back() -> None:
    question = Numeric(id="q", stem="?", answer="13")
    assert "number is enough" in complaint(question, Response(("13 mm",)))
    assert complaint(question, Response(("13",))) == ""


def test_a_contested_miss_counts_and_an_empty_one_does_not() -> None:
    assert grade(REJECTING, Response(("spaces",), contested=True)).verdict is Verdict.CORRECT
    assert grade(UNORDERED, Response(("a", "", ""), contested=True)).score == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("given", "right"), [("30", True), ("30°", True), ("30 degrees", True), ("30 mm", False)]
)
def test_the_unit_behind_a_gap_may_be_typed_as_well(given: str, right: bool) -> None:
    tilt = Cloze(id="q", stem="?", parts=("tilted by ", " degrees, or so"), gaps=(("thirty",),))
    assert (grade(tilt, Response((given,))).verdict is Verdict.CORRECT) is right


@pytest.mark.parametrize(
    ("given", "nearest"),
    [
        ("skin", ""),
        ("the outer layer", "outer layer"),
        ("outer leyer", "outer layer"),
        ("outside layer", "outer layer"),
        ("skn", ""),
        ("", ""),
    ],
)
def test_the_wording_that_was_meant_is_named(given: str, nearest: str) -> None:
    (part,) = typed_parts([("skin", "outer layer")], Response((given,)))
    assert part.nearest == nearest
