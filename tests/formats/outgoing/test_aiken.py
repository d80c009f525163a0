from __future__ import annotations

import pytest

from quiz.core.grading.grading import Distractor
from quiz.core.questions.question import Question
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.formats.aiken.writer import MOST, write
from tests.formats.banks.reading import items
from tests.formats.outgoing.banks import bank_of


def choice(stem: str, *wrong: str) -> Question:
    return SingleChoice(
        id="q", stem=stem, answer="right", distractors=tuple(Distractor(one) for one in wrong)
    )


def aiken(question: Question) -> list[str]:
    return write(bank_of(question)).content.decode().splitlines()


def test_each_option_has_a_line_and_the_answer_the_letter_of_the_right_one() -> None:
    stem, *options, answer = aiken(choice("Which?", "a", "b"))
    assert stem == "Which?"
    assert sorted(option[3:] for option in options) == ["a", "b", "right"]
    assert answer == f"ANSWER: {next(o[0] for o in options if o.endswith('right'))}"


def test_a_statement_is_asked_with_true_and_false() -> None:
    said = aiken(TrueFalse(id="q", stem="So it is.", answer=False))
    assert said == ["So it is.", "A. True", "B. False", "ANSWER: B"]


@pytest.mark.parametrize(
    "stem",
    ["B. cereus is what?", "a) or b)?", "answer: what is it?", "Feedback: what?", "< is what?"],
)
def test_a_stem_that_looks_like_another_line_is_told_apart(stem: str) -> None:
    assert aiken(choice(stem, "a"))[0] == f"Question: {stem}"
    whats = {loss.what for loss in write(bank_of(choice(stem, "a"))).losses}
    assert whats == {"a stem that reads like another line in Aiken: `Question:` stands before it"}


def test_braces_in_options_do_not_make_it_gift() -> None:
    written = write(bank_of(choice("What is {} or {}?", "{}", "{=a}")))
    (item,) = items(written.content)
    assert item.question is not None
    assert item.question.stem == "What is {} or {}?"
    assert set(item.question.wrong) == {"{}", "{=a}"}


def test_a_stem_of_several_lines_is_joined_and_told() -> None:
    written = write(bank_of(choice("One\ntwo?", "a")))
    assert written.content.decode().startswith("One two?\n")
    assert "line breaks in Aiken: joined" in {loss.what for loss in written.losses}


def test_more_options_than_letters_stay_behind() -> None:
    wide = choice("Which?", *(f"wrong {at}" for at in range(MOST)))
    written = write(bank_of(wide))
    assert (written.exported, written.content) == (0, b"")
    assert [loss.gone for loss in written.losses] == [True]
