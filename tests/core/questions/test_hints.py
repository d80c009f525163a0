from __future__ import annotations

import pytest

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.hints import BLANK, Hint, HintKind, blank, hints
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse

SHORT = ShortAnswer(id="q", stem="?", answer="stratum corneum", accept=("horny layer",))


@pytest.mark.parametrize(
    ("quote", "blanked"),
    [
        ("through the stratum corneum (top)", f"through the {BLANK} (top)"),
        ("through the Stratum Corneum", f"through the {BLANK}"),
        ("the horny layer", f"the {BLANK}"),
        ("a stratum of corneum", f"a {BLANK} of {BLANK}"),
        ("substratum", ""),
    ],
)
def test_the_answer_is_blanked_wherever_it_stands(quote: str, blanked: str) -> None:
    assert blank(quote, SHORT) == blanked


def test_hints_come_from_the_gentlest_to_the_strongest() -> None:
    question = ShortAnswer(id="q", stem="?", answer="gas", hint="It rises.")
    found = hints(question, "Making dough", ["sugar into gas"])
    assert found == (
        Hint(HintKind.AUTHOR, "It rises."),
        Hint(HintKind.SECTION, "Making dough"),
        Hint(HintKind.PASSAGE, f"sugar into {BLANK}"),
    )
    assert [hint.narrows for hint in found] == [True, False, True]


def test_a_passage_that_would_give_the_answer_away_is_no_hint() -> None:
    question = ShortAnswer(id="q", stem="?", answer="xyz")
    assert [hint.kind for hint in hints(question, "S", ["gas and dough"])] == [HintKind.SECTION]


def test_a_statement_to_judge_never_shows_its_passage() -> None:
    question = TrueFalse(id="q", stem="?", answer=True)
    assert hints(question, "", ["It is true"]) == ()


@pytest.mark.parametrize(
    "question",
    [
        Cloze(id="q", stem="?", parts=("a ", " b"), gaps=(("dermis", "skin"),)),
        SingleChoice(id="q", stem="?", answer="The dermis", distractors=()),
    ],
    ids=lambda q: q.type,
)
def test_every_wording_of_an_answer_is_blanked(question: Question) -> None:
    assert "dermis" not in blank("into the dermis", question)


def test_of_several_passages_those_without_the_answer_are_left_out() -> None:
    question = ShortAnswer(id="q", stem="?", answer="gas")
    found = hints(question, "", ["no answer here", "a gas", "gas again"])
    assert found == (Hint(HintKind.PASSAGE, f"a {BLANK} … {BLANK} again"),)


def test_the_longest_wording_is_blanked_first() -> None:
    question = ShortAnswer(id="q", stem="?", answer="gas", accept=("gas and air",))
    assert blank("it is gas and air", question) == f"it is {BLANK}"
