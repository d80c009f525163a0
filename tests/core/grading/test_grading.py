"""Grading by type: tables of responses and what they are worth."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.grading.grading import Distractor, Response, Verdict, complaint, grade, undecided
from quiz.core.grading.typed_answers import close
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from tests.effort import examples

SINGLE = SingleChoice(
    id="s", stem="?", answer="a", distractors=(Distractor("b", "no"), Distractor("c"))
)
MULTIPLE = MultipleChoice(
    id="m", stem="?", answers=("a", "b"), distractors=(Distractor("c", "no"), Distractor("d"))
)
TRUE = TrueFalse(id="t", stem="?", answer=True)
SHORT = ShortAnswer(id="sa", stem="?", answer="Electroporation", accept=("electro-poration",))
NUMERIC = Numeric(
    id="n", stem="?", answer="4.5", tolerance="10%", unit="mm", accept_units=("millimetres",)
)
CLOZE = Cloze(
    id="c",
    stem="?",
    parts=("The ", " and the ", "."),
    gaps=(("dermis", "skin"), ("needle",)),
)
MATCHING = Matching(id="ma", stem="?", pairs=(("age", "20"), ("sex", "women")), distractors=("x",))
ORDERING = Ordering(id="o", stem="?", sequence=("one", "two", "three"))
OPEN = Open(id="op", stem="?", model_answer="Because.", points=("p", "q"))
ALL: tuple[Question, ...] = (
    SINGLE,
    MULTIPLE,
    TRUE,
    SHORT,
    NUMERIC,
    CLOZE,
    MATCHING,
    ORDERING,
    OPEN,
)


@dataclass(frozen=True)
class Case:
    question: Question
    given: tuple[str, ...]
    verdict: Verdict
    score: float
    judged: tuple[bool, ...] = ()


CORRECT, PARTLY, WRONG = Verdict.CORRECT, Verdict.PARTLY, Verdict.WRONG
CASES = [
    Case(SINGLE, ("a",), CORRECT, 1),
    Case(SINGLE, ("b",), WRONG, 0),
    Case(SINGLE, (), WRONG, 0),
    Case(MULTIPLE, ("a", "b"), CORRECT, 1),
    Case(MULTIPLE, ("b", "a"), CORRECT, 1),
    Case(MULTIPLE, ("a",), PARTLY, 0.5),
    Case(MULTIPLE, ("a", "b", "c"), PARTLY, 0.5),
    Case(MULTIPLE, ("a", "c"), WRONG, 0),
    Case(MULTIPLE, ("a", "b", "c", "d"), WRONG, 0),
    Case(TRUE, ("true",), CORRECT, 1),
    Case(TRUE, ("false",), WRONG, 0),
    Case(SHORT, ("  ELECTROPORATION. ",), CORRECT, 1),
    Case(SHORT, ("électroporation",), CORRECT, 1),
    Case(SHORT, ("electro poration",), CORRECT, 1),
    Case(SHORT, ("the electroporation",), CORRECT, 1),
    Case(SHORT, ("a",), WRONG, 0),
    Case(SHORT, ("electroportion",), WRONG, 0),
    Case(SHORT, ("electroportion",), CORRECT, 1, (True,)),
    Case(SHORT, ("electroportion",), WRONG, 0, (False,)),
    Case(SHORT, ("iontophoresis",), WRONG, 0, (True,)),
    Case(NUMERIC, ("4.5",), CORRECT, 1),
    Case(NUMERIC, ("4,5 mm",), CORRECT, 1),
    Case(NUMERIC, ("4.95 Millimetres",), CORRECT, 1),
    Case(NUMERIC, ("4.96",), WRONG, 0),
    Case(NUMERIC, ("4.5 cm",), WRONG, 0),
    Case(NUMERIC, ("-4.5",), WRONG, 0),
    Case(CLOZE, ("Skin", "needle"), CORRECT, 1),
    Case(CLOZE, ("dermis", "gun"), PARTLY, 0.5),
    Case(CLOZE, ("dermis", "neddle"), PARTLY, 0.5),
    Case(CLOZE, ("dermis", "neddle"), CORRECT, 1, (False, True)),
    Case(CLOZE, ("gun",), WRONG, 0),
    Case(MATCHING, ("20", "women"), CORRECT, 1),
    Case(MATCHING, ("20", "x"), PARTLY, 0.5),
    Case(MATCHING, ("women", "20"), WRONG, 0),
    Case(ORDERING, ("one", "two", "three"), CORRECT, 1),
    Case(ORDERING, ("one", "three", "two"), PARTLY, 1 / 3),
    Case(ORDERING, ("two", "three", "one"), WRONG, 0),
    Case(OPEN, ("anything",), CORRECT, 1, (True, True)),
    Case(OPEN, ("anything",), PARTLY, 0.5, (False, True)),
    Case(OPEN, ("anything",), WRONG, 0, (False, False)),
]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.question.type}-{c.given}-{c.judged}")
def test_a_response_gets_its_verdict_and_score(case: Case) -> None:
    result = grade(case.question, Response(case.given, case.judged))
    assert result.verdict is case.verdict
    assert result.score == pytest.approx(case.score)


@pytest.mark.parametrize("question", ALL, ids=lambda q: q.type)
def test_giving_up_is_wrong_and_shows_the_key(question: Question) -> None:
    result = grade(question, Response(gave_up=True))
    assert result.verdict is WRONG
    expected = [part.expected for part in result.parts]
    match question:
        case Matching():
            assert expected == [right for _, right in question.pairs]
        case Open():
            assert expected == list(question.points)
        case _:
            assert expected == list(question.key)


def test_the_chosen_wrong_options_bring_their_feedback() -> None:
    result = grade(MULTIPLE, Response(("a", "c")))
    assert [d.feedback for d in result.chosen_wrong] == ["no"]


@pytest.mark.parametrize(
    ("question", "given", "open_parts"),
    [
        (SHORT, ("electroportion",), (0,)),
        (SHORT, ("electroporation",), ()),
        (SHORT, ("iontophoresis",), ()),
        (CLOZE, ("dermis", "neddle"), (1,)),
        (OPEN, ("text",), (0, 1)),
        (SINGLE, ("b",), ()),
    ],
)
def test_only_near_misses_and_open_points_are_left_to_the_learner(
    question: Question, given: tuple[str, ...], open_parts: tuple[int, ...]
) -> None:
    assert undecided(question, Response(given)) == open_parts


def test_what_was_judged_is_decided() -> None:
    assert undecided(SHORT, Response(("electroportion",), (False,))) == ()


def test_another_number_is_never_a_near_miss() -> None:
    dose = ShortAnswer(id="d", stem="?", answer="a needle of 13 mm")
    assert undecided(dose, Response(("a needle of 18 mm",))) == ()


@pytest.mark.parametrize(
    ("question", "given", "sentence"),
    [
        (SINGLE, (), "Choose an option."),
        (TRUE, (), "Choose an option."),
        (MULTIPLE, (), "Choose at least one option."),
        (NUMERIC, ("",), "Type a number."),
        (NUMERIC, ("four",), "That is not a number: type digits, for example 4.5."),
        (MATCHING, ("20", ""), "Give every left side a partner."),
        (ORDERING, ("one", "two"), "Put every item in order."),
        (SHORT, (" ",), "Type an answer, or say that you don't know."),
    ],
)
def test_an_unfinished_response_is_sent_back_with_a_sentence(
    question: Question, given: tuple[str, ...], sentence: str
) -> None:
    assert complaint(question, Response(given)) == sentence


def test_a_finished_response_has_no_complaint() -> None:
    whole = {"ordering": 3, "matching": 2}
    assert all(
        complaint(case.question, Response(case.given)) == ""
        for case in CASES
        if len(case.given) >= whole.get(case.question.type, 1)
    )


def test_who_gives_up_is_not_asked_for_more() -> None:
    assert complaint(MATCHING, Response(gave_up=True)) == ""


@pytest.mark.parametrize(
    ("question", "given", "parts"),
    [
        (SINGLE, (), [("", "a", False, "")]),
        (MULTIPLE, ("b", "d"), [("", "a", False, ""), ("b", "b", True, ""), ("d", "", False, "")]),
        (NUMERIC, ("4 mm",), [("4 mm", "4.5 mm", False, "")]),
        (NUMERIC, (), [("", "4.5 mm", False, "")]),
        (SHORT, (" skin ",), [("skin", "Electroporation", False, "")]),
        (CLOZE, ("skin",), [("skin", "dermis", True, "gap 1"), ("", "needle", False, "gap 2")]),
        (MATCHING, ("20",), [("20", "20", True, "age"), ("", "women", False, "sex")]),
        (
            ORDERING,
            ("one", "x"),
            [("one", "one", True, "1"), ("x", "two", False, "2"), ("", "three", False, "3")],
        ),
        (OPEN, ("text",), [("", "p", False, ""), ("", "q", False, "")]),
    ],
    ids=lambda value: value.type if hasattr(value, "type") else None,
)
def test_every_part_says_what_was_given_and_what_is_right(
    question: Question, given: tuple[str, ...], parts: list[tuple[str, str, bool, str]]
) -> None:
    found = grade(question, Response(given)).parts
    assert [(part.given, part.expected, part.right, part.label) for part in found] == parts


@pytest.mark.parametrize(
    ("answer", "given", "near"),
    [
        ("cat", "bat", False),  # two letters of three
        ("cats", "bats", False),  # three of four
        ("houses", "hoses", True),
        ("is", "it", False),
        ("1a", "1a", False),
        ("use", "used", False),
        ("abcdefgh", "abcdefxy", False),
    ],
)
def test_more_than_four_fifths_of_the_letters_are_near(answer: str, given: str, near: bool) -> None:
    question = ShortAnswer(id="n", stem="?", answer=answer)
    assert undecided(question, Response((given,))) == ((0,) if near else ())
    assert close(given, answer) is near


@given(question=st.sampled_from(ALL), texts=st.lists(st.text(), max_size=5))
@settings(max_examples=examples(200), deadline=None)
def test_any_response_can_be_graded(question: Question, texts: list[str]) -> None:
    result = grade(question, Response(tuple(texts)))
    assert 0 <= result.score <= 1
    assert (result.verdict is CORRECT) == (result.score == 1)


@pytest.mark.parametrize("question", ALL[:8], ids=lambda q: q.type)
def test_the_key_itself_is_correct(question: Question) -> None:
    match question:
        case Matching():
            right = tuple(r for _, r in question.pairs)
        case _:
            right = question.key
    assert grade(question, Response(right)).verdict is CORRECT
