from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz.core.grading.grading import Distractor
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.options import shown_options
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse


def choice(answer: str, *wrong: str, ordered: bool = False) -> SingleChoice:
    return SingleChoice(
        id="q",
        stem="?",
        answer=answer,
        distractors=tuple(Distractor(text) for text in wrong),
        sorted=ordered,
    )


@given(st.text())
def test_the_same_seed_gives_the_same_order(seed: str) -> None:
    question = choice("a", "b", "c", "d")
    assert shown_options(question, seed) == shown_options(question, seed)
    assert sorted(shown_options(question, seed)) == ["a", "b", "c", "d"]


def test_the_answer_does_not_stay_in_one_place() -> None:
    question = choice("a", "b", "c", "d")
    places = {shown_options(question, str(seed)).index("a") for seed in range(50)}
    assert places == {0, 1, 2, 3}


def test_sorted_numbers_come_by_size() -> None:
    question = choice("13 mm", "4 mm", "20 mm", "9 mm", ordered=True)
    assert shown_options(question, "x") == ("4 mm", "9 mm", "13 mm", "20 mm")


def test_sorted_words_come_by_the_alphabet() -> None:
    assert shown_options(choice("b", "C", "a", ordered=True), "x") == ("a", "b", "C")


def test_true_stands_before_false() -> None:
    assert shown_options(TrueFalse(id="q", stem="?", answer=False), "x") == ("true", "false")


@given(st.text())
def test_an_ordering_never_starts_out_solved(seed: str) -> None:
    question = Ordering(id="q", stem="?", sequence=("one", "two", "three"))
    assert shown_options(question, seed) != question.sequence


def test_right_sides_with_distractors_are_shown_once_each() -> None:
    question = Matching(
        id="q", stem="?", pairs=(("a", "x"), ("b", "x"), ("c", "y")), distractors=("z",)
    )
    assert sorted(shown_options(question, "s")) == ["x", "y", "z"]


def test_typed_questions_show_no_options() -> None:
    assert shown_options(ShortAnswer(id="q", stem="?", answer="a"), "s") == ()


def test_another_seed_gives_another_order_of_right_sides() -> None:
    pairs = tuple((str(i), f"r{i}") for i in range(6))
    question = Matching(id="q", stem="?", pairs=pairs)
    assert len({shown_options(question, str(seed)) for seed in range(20)}) > 10


def test_an_ordering_that_comes_out_solved_is_turned_by_one() -> None:
    question = Ordering(id="q", stem="?", sequence=("one", "two"))
    assert {shown_options(question, str(seed)) for seed in range(20)} == {("two", "one")}
    single = Ordering(id="q", stem="?", sequence=("one",))
    assert shown_options(single, "s") == ("one",)


def test_sorted_sizes_need_a_number_in_every_option() -> None:
    question = choice("10 mm", "9 mm", "none", ordered=True)
    assert shown_options(question, "x") == ("10 mm", "9 mm", "none")


def test_multiple_choice_shows_rights_and_wrongs() -> None:
    question = MultipleChoice(
        id="q", stem="?", answers=("b", "a"), distractors=(Distractor("c"),), sorted=True
    )
    assert shown_options(question, "x") == ("a", "b", "c")
