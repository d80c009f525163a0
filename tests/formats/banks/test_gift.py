from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.grading.grading import Distractor
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.open import Open
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.formats.gift.blocks import blocks
from quiz.formats.gift.marks import unescaped
from tests.effort import examples
from tests.formats.banks.reading import items, only, question


def test_one_right_option_with_what_is_said_of_each() -> None:
    found = question("Where?{~Here#Too warm. ~There =Nowhere#As it is cold.}")
    assert isinstance(found, SingleChoice)
    assert (found.stem, found.answer, found.explanation) == ("Where?", "Nowhere", "As it is cold.")
    assert found.distractors == (Distractor("Here", "Too warm."), Distractor("There"))


def test_a_reply_that_says_no_more_than_right_explains_nothing() -> None:
    assert question("Where?{~Here =There#Correct!}").explanation == ""


def test_weights_without_an_equals_sign_make_a_multiple_choice() -> None:
    found = only("Who?{~%33.333%A ~%33.333%B ~%33.333%C ~%-33.333%D}")
    assert isinstance(found.question, MultipleChoice)
    assert found.question.answers == ("A", "B", "C")
    assert found.changes == ()


def test_uneven_weights_and_other_deductions_are_told() -> None:
    found = only("Who?{~%75%A ~%25%B ~%-100%C}")
    assert any("weights of the right options (“A” 75 %, “B” 25 %)" in it for it in found.changes)
    assert any("deductions for wrong options (“C” -100 %)" in it for it in found.changes)


@pytest.mark.parametrize("word", ["T", "TRUE", "true", " T "])
def test_a_true_statement(word: str) -> None:
    found = question(f"It rains.{{{word}}}")
    assert isinstance(found, TrueFalse)
    assert found.answer


def test_of_a_false_statement_the_first_feedback_is_for_those_who_are_wrong() -> None:
    found = question("It rains.{FALSE#It snows.#You looked out of the window.}")
    assert isinstance(found, TrueFalse)
    assert (found.answer, found.correction) == (False, "It snows.")
    assert found.explanation == "You looked out of the window."


def test_a_blank_first_feedback_leaves_the_second_to_those_who_are_right() -> None:
    found = question("It rains.{TRUE# #You are awake.}")
    assert isinstance(found, TrueFalse)
    assert found.explanation == "You are awake."


def test_a_false_statement_without_feedback_says_what_it_lacks() -> None:
    assert any("`correction`" in it for it in only("It rains.{F}").changes)


@pytest.mark.parametrize(
    ("body", "answer", "tolerance"),
    [
        ("#1822", "1822", ""),
        ("#3.14:0.01", "3.14", "0.01"),
        ("#1..5", "3", "2"),
        ("#-3.142..-3.141", "-3.1415", "0.0005"),
        ("#=1822:0", "1822", ""),
        ("# 4,5 : 0,5", "4.5", "0.5"),
        ("#3:2~#Completely off", "3", "2"),
    ],
)
def test_numbers_with_how_far_off_they_may_be(body: str, answer: str, tolerance: str) -> None:
    found = question(f"How many?{{{body}}}")
    assert isinstance(found, Numeric)
    assert (found.answer, found.tolerance) == (answer, tolerance)


def test_text_behind_the_answers_makes_a_gap() -> None:
    found = question("Two plus two is {=four =4} today.")
    assert isinstance(found, Cloze)
    assert (found.parts, found.gaps) == (("Two plus two is ", " today."), (("four", "4"),))


def test_a_missing_word_that_is_chosen_stands_as_a_gap_in_the_stem() -> None:
    assert question("It is {~cold =warm} today.").stem == "It is _____ today."


def test_a_full_stop_behind_the_answers_to_a_question_is_no_gap() -> None:
    assert question("What is pi?{#3.14:0.1}.").stem == "What is pi?"


def test_an_answer_without_a_sign_is_a_short_answer() -> None:
    found = question("How many?{five}")
    assert isinstance(found, ShortAnswer)
    assert found.answer == "five"


def test_pairs_and_right_sides_that_belong_nowhere() -> None:
    found = question("Match.{=Canada -> Ottawa =Italy->Rome = -> Oslo}")
    assert isinstance(found, Matching)
    assert found.pairs == (("Canada", "Ottawa"), ("Italy", "Rome"))
    assert found.distractors == ("Oslo",)


def test_an_arrow_among_options_makes_no_pairs() -> None:
    assert isinstance(question("How?{=first -> then ~then -> first}"), SingleChoice)


def test_an_essay_takes_its_model_answer_from_the_general_feedback() -> None:
    found = question("Why?{####Because of this.\n}")
    assert isinstance(found, Open)
    assert found.model_answer == "Because of this."


def test_a_blank_line_between_braces_does_not_end_a_question() -> None:
    found = items("One?{\n\n=a\n\n~b\n}\n\nTwo?{=c ~d}")
    assert [item.outcome for item in found] == ["imported", "imported"]
    assert [item.place.line for item in found] == [1, 8]


def test_a_brace_that_never_closes_costs_one_question_only() -> None:
    found = items("One?{=a ~b\n\nTwo?{=c ~d}", "gift")
    assert [item.outcome for item in found] == ["not imported", "imported"]
    assert "`}`" in found[0].reason


def test_a_title_or_category_begins_a_question_also_without_a_blank_line() -> None:
    found = items("::A::One?{=a ~b}\n::B::Two?{=c ~d}\n$CATEGORY: Bread\n::C::Three?{=e ~f}")
    assert [(item.name, item.category) for item in found] == [("A", ""), ("B", ""), ("C", "Bread")]


def test_comments_carry_ids_and_tags_and_categories_go_on() -> None:
    text = (
        "$CATEGORY: $course$/top/Default for X/Bread\n\n"
        "// [id:17] [tag:flour] [tag:rye]\n::Name::Why?{=a ~b}\n\nHow?{=c ~d}"
    )
    first, second = items(text)
    assert first.question is not None
    assert (first.uid, first.name, first.question.tags) == ("17", "Name", ("flour", "rye"))
    assert (second.uid, first.category, second.category) == ("", "Bread", "Bread")


def test_html_and_markdown_become_text_and_images_are_told() -> None:
    found = only('[html]<p>A <b>bold</b> move</p><img src\\="x/cat.png">{=a ~b}')
    assert found.question is not None
    assert found.question.stem == "A bold move\n\n[image]"
    assert found.changes == ("lost an image (cat.png)",)
    assert question("[markdown]Is it **so**?{=a ~b}").stem == "Is it so?"


def test_tags_of_html_may_have_signs_that_are_not_escaped() -> None:
    found = question('[html]<a href="x#y=z">Which</a>?{=<b class="q">this</b> ~&#39;that&#39;}')
    assert isinstance(found, SingleChoice)
    assert (found.answer, found.wrong) == ("this", ("'that'",))


def test_partial_credit_is_told_and_kept_as_an_answer_that_is_wrong() -> None:
    found = only("Where?{=Nazareth =%75%Nazereth#Misspelled.}")
    assert isinstance(found.question, ShortAnswer)
    assert found.question.reject == (Distractor("Nazereth", "Misspelled."),)
    assert any("75 %" in it for it in found.changes)


def test_a_description_asks_nothing() -> None:
    found = items("Read this first.\n\nWhat?{=a ~b}")
    assert [item.outcome for item in found] == ["not imported", "imported"]
    assert "description" in found[0].reason


TEXT = st.text(st.sampled_from("ab \\:#={}~n%-/[]<>&"), min_size=1, max_size=12)


@given(TEXT)
@settings(max_examples=examples(200), deadline=None)
def test_what_is_escaped_comes_back(text: str) -> None:
    escaped = "".join(f"\\{char}" if char in "\\:#={}~" else char for char in text)
    assert unescaped(escaped) == text
    found = list(blocks(f"Q?{{=x{escaped}x}}"))
    assert len(found) == 1


@given(st.text(st.sampled_from("a{}=~#:\\\n ->%T/$[]"), max_size=40))
@settings(max_examples=examples(300), deadline=None)
def test_no_text_breaks_the_reader(text: str) -> None:
    for item in items(f"Q?{{=a ~b}}\n\n{text}", "gift"):
        assert (item.question is None) == bool(item.reason)
