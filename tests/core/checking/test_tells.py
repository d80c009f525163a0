"""Habits of a set, and answers that other texts tell or accept."""

from __future__ import annotations

import pytest

from quiz.core.grading.grading import Distractor
from quiz.core.grounding.source import Source
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.true_false import TrueFalse
from quiz.core.text.meaning import opposites
from tests.core.asking import SOURCE, choice, notices, rules, typed

ASKED = typed("Otto Hahn", "Who discovered the splitting of uranium atoms?", id="asked")
TELLING = "The splitting of uranium by Otto Hahn surprised everybody."
TELLERS: list[Question] = [
    typed("relief", TELLING, id="t"),
    choice(stem="What is it?", explanation=TELLING, id="t"),
    choice(stem="What is it?", answer=TELLING, id="t"),
    Cloze(id="t", stem="Fill in.", parts=(f"{TELLING} It was ", "."), gaps=(("new",),)),
    Matching(id="t", stem="Match.", pairs=(("Splitting of uranium", "Otto Hahn"), ("b", "c"))),
    TrueFalse(id="t", stem="It is so.", answer=False, correction=TELLING),
    ShortAnswer(id="t", stem="What is it?", answer="it", hint=TELLING),
]


@pytest.mark.parametrize("teller", TELLERS, ids=lambda q: q.type)
@pytest.mark.parametrize("first", [True, False])
def test_an_answer_that_any_text_of_another_question_tells(teller: Question, first: bool) -> None:
    asked = (ASKED, teller) if first else (teller, ASKED)
    found = [n for n in notices(*asked) if n.rule == "answer-elsewhere"]
    assert [(n.spot.question, n.related[0][0].question) for n in found] == [("asked", "t")]


@pytest.mark.parametrize(
    "text",
    [
        "Otto Hahn was born in Frankfurt.",  # speaks of something else
        "The splitting of uranium surprised Otto and the Hahns.",
        "The splitting of uranium surprised everybody.",
    ],
)
def test_a_text_that_does_not_tell_it(text: str) -> None:
    assert "answer-elsewhere" not in rules(ASKED, choice(stem="What is it?", explanation=text))


def test_a_wrong_option_and_the_question_itself_tell_nothing() -> None:
    own = ShortAnswer(id="asked", stem=ASKED.stem, answer="Otto Hahn", explanation=TELLING)
    assert "answer-elsewhere" not in rules(own, choice(distractors=(TELLING, "b"), id="t"))


def test_a_number_is_told_as_well() -> None:
    asked = Numeric(id="n", stem="How many electrodes does the device carry?", answer="48")
    told = choice(stem="What is it?", explanation="All 48 electrodes of the device are round.")
    other = choice(stem="What is it?", explanation="All 480 electrodes of the device are round.")
    assert "answer-elsewhere" in rules(asked, told)
    assert "answer-elsewhere" not in rules(asked, other)


@pytest.mark.parametrize(("answer", "told"), [("no", False), ("a", False), ("水", True)])
def test_yes_and_no_and_letters_stand_in_any_text(answer: str, told: bool) -> None:
    asked = ShortAnswer(id="s", stem="Do electrodes carry a current device?", answer=answer)
    text = f"Electrodes of the device carry {answer} current."
    teller = choice(stem="What is it?", explanation=text)
    assert ("answer-elsewhere" in rules(asked, teller)) is told


def several(*counts: int) -> list[Question]:
    return [
        MultipleChoice(
            id=f"m{at}",
            stem=f"Which are in place {at}?",
            answers=("Lid", f"Pot {at}"),
            distractors=tuple(Distractor(f"Rim {at}{n}", "no") for n in range(count)),
            sources=(SOURCE,),
        )
        for at, count in enumerate(counts)
    ]


@pytest.mark.parametrize(
    ("counts", "found"), [((3, 3, 3, 3), True), ((3, 3, 3), False), ((3, 3, 3, 2), False)]
)
def test_the_same_number_of_wrong_options(counts: tuple[int, ...], found: bool) -> None:
    assert ("same-wrong-count" in rules(*several(*counts))) is found


@pytest.mark.parametrize(("brief", "found"), [(4, True), (3, False)])
def test_fewest_words_as_a_habit(brief: int, found: bool) -> None:
    keys = ["lid"] * brief + ["one two three"] * (4 - brief)
    asked = [
        choice(f"{key}", ["a b", "c d", "e f"], id=f"q{at}", exact="Nothing.")
        for at, key in enumerate(keys)
    ]
    assert ("shortest-is-key" in rules(*asked)) is found


@pytest.mark.parametrize(("wrong", "found"), [("rims", True), ("steam", False)])
def test_only_the_answer_stands_in_the_passages(wrong: str, found: bool) -> None:
    asked = [
        choice(
            "lid", [wrong, "hob", "tap"], f"Place {at}?", id=f"q{at}", exact="A lid keeps steam."
        )
        for at in range(4)
    ]
    assert ("key-in-passages" in rules(*asked)) is found


def gapped(*gaps: tuple[str, ...]) -> Cloze:
    parts = ("It is ", *[" and "] * (len(gaps) - 1), ".")
    return Cloze(id="c", stem="Fill in.", parts=parts, gaps=gaps, sources=(SOURCE,))


@pytest.mark.parametrize(
    ("gaps", "found"),
    [
        ((("lid", "pot"), ("pot", "Lid")), True),
        ((("lid", "pot"), ("pot", "kettle")), False),
        ((("lid",), ("lid",)), False),  # the same answer twice
        ((("lid", "pot"), ("rim",), ("pot", "lid")), True),
    ],
)
def test_gaps_that_accept_each_other(gaps: tuple[tuple[str, ...], ...], found: bool) -> None:
    assert ("gaps-accept-each-other" in rules(gapped(*gaps))) is found


OPPOSITES = [
    ("intracellular", "intercellular", True),
    ("hypertension", "hypotension", True),
    ("symptomatic", "asymptomatic", True),
    ("above the lid", "below the lid", True),
    ("it is allowed", "it is not allowed", True),
    ("non-invasive", "not invasive", False),
    ("freedom from pain", "no pain", False),
    ("a closed lid", "the closed lid", False),
    ("colour", "color", False),
    ("pulses", "impulses", False),
    ("four", "4", False),
]


@pytest.mark.parametrize(("one", "other", "opposed"), OPPOSITES)
def test_opposites(one: str, other: str, opposed: bool) -> None:
    assert opposites(one, other) is opposites(other, one) is opposed
    asked = ShortAnswer(id="s", stem="What is it?", answer=one, accept=(other,), sources=(SOURCE,))
    assert ("opposite-accepted" in rules(asked)) is opposed
    assert ("opposite-accepted" in rules(gapped((one, other)))) is opposed


@pytest.mark.parametrize(
    ("exact", "document", "found"),
    [
        ("passage that", "doc", True),
        (f"{SOURCE.exact} And more.", "doc", True),
        ("Another passage.", "doc", False),
        ("passage that", "other", False),
    ],
)
def test_a_dispute_inside_its_own_proof(exact: str, document: str, found: bool) -> None:
    asked = ShortAnswer(
        id="s",
        stem="What is it?",
        answer="a lid",
        sources=(SOURCE,),
        disputed_by=(Source(document, exact),),
    )
    assert ("dispute-in-proof" in rules(asked)) is found
