from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from quiz.plain.choosing import UnclearChoice, chosen, label, letter
from quiz.study.sitting.picking import Mode, Picker
from tests.effort import examples

ONE = SingleChoice(id="q", stem="?", answer="A", distractors=())
MANY = MultipleChoice(id="q", stem="?", answers=("A",), distractors=())
TRUTH = TrueFalse(id="q", stem="?", answer=True)
ORDER = Ordering(id="q", stem="?", sequence=("A", "B", "C"))
PAIRS = Matching(id="q", stem="?", pairs=(("x", "A"), ("y", "B"), ("z", "C")))
FOUR = ("A", "B", "C", "D")
TWELVE = tuple(f"option {n}" for n in range(1, 13))


@pytest.mark.parametrize(
    ("typed", "picked"),
    [("1", "A"), ("4", "D"), ("b", "B"), (" C ", "C"), ("2.", "B"), ("(3)", "C"), ("a)", "A")],
)
def test_one_option_is_named_by_number_or_letter(typed: str, picked: str) -> None:
    assert chosen(ONE, Picker(Mode.ONE, FOUR), typed).values == (picked,)


@pytest.mark.parametrize("typed", ["", "5", "0", "1 2", "12", "x", "A B", "-1", "²", "१", "9" * 50])
def test_one_option_is_refused_when_it_is_none_or_several(typed: str) -> None:
    with pytest.raises(UnclearChoice):
        chosen(ONE, Picker(Mode.ONE, FOUR), typed)


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("1 3", ("A", "C")),
        ("1,3", ("A", "C")),
        ("3; 1", ("A", "C")),
        ("a c", ("A", "C")),
        ("AC", ("A", "C")),
        ("13", ("A", "C")),
        ("1 b", ("A", "B")),
        ("2 2", ("B",)),
    ],
)
def test_several_options_come_in_the_order_shown(typed: str, values: tuple[str, ...]) -> None:
    assert chosen(MANY, Picker(Mode.MANY, FOUR), typed).values == values


def test_with_many_options_a_number_of_two_digits_is_one_option() -> None:
    assert chosen(MANY, Picker(Mode.MANY, TWELVE), "12 1").values == ("option 1", "option 12")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        *((word, "true") for word in ("t", "T", "true", "True", "1", "a")),
        *((word, "false") for word in ("f", "false", "FALSE", "2", "b")),
    ],
)
def test_true_and_false_can_be_said_in_words(typed: str, value: str) -> None:
    assert chosen(TRUTH, Picker(Mode.ONE, ("true", "false")), typed).values == (value,)


@pytest.mark.parametrize(
    ("typed", "values"),
    [("3 1 2", ("C", "A", "B")), ("3,1,2", ("C", "A", "B")), ("cab", ("C", "A", "B"))],
)
def test_an_order_is_kept_as_typed(typed: str, values: tuple[str, ...]) -> None:
    assert chosen(ORDER, Picker(Mode.ORDER, FOUR[:3]), typed).values == values


def test_an_item_named_twice_has_no_place_in_an_order() -> None:
    with pytest.raises(UnclearChoice, match="once only"):
        chosen(ORDER, Picker(Mode.ORDER, FOUR[:3]), "1 1 2")


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("1b 2a 3c", ("B", "A", "C")),
        ("3c, 1b, 2a", ("B", "A", "C")),
        ("1-b 2=a 3:c", ("B", "A", "C")),
        ("1 b 2 a 3 c", ("B", "A", "C")),
        ("1b2a3c", ("B", "A", "C")),
        ("b a c", ("B", "A", "C")),
        ("BAC", ("B", "A", "C")),
        ("d,d,a", ("D", "D", "A")),
        ("2a", ("", "A", "")),
        ("b a", ("B", "A", "")),
    ],
)
def test_partners_are_named_by_row_or_in_the_order_of_rows(
    typed: str, values: tuple[str, ...]
) -> None:
    picker = Picker(Mode.PAIRS, FOUR, ("x", "y", "z"))
    assert chosen(PAIRS, picker, typed).values == values


@pytest.mark.parametrize("typed", ["", "1 2 3", "4a", "0a", "1e", "1a 1b", "a b c d", "e", "12"])
def test_partners_are_refused_when_unclear(typed: str) -> None:
    with pytest.raises(UnclearChoice):
        chosen(PAIRS, Picker(Mode.PAIRS, FOUR, ("x", "y", "z")), typed)


def test_letters_go_on_after_z() -> None:
    assert [letter(i) for i in (0, 25, 26, 27, 52)] == ["a", "z", "aa", "ab", "ba"]


@settings(max_examples=examples(60), deadline=None)
@given(st.permutations(range(12)), st.booleans())
def test_any_order_of_any_length_reads_back(order: list[int], letters: bool) -> None:
    typed = " ".join(letter(i) if letters else str(i + 1) for i in order)
    assert chosen(ORDER, Picker(Mode.ORDER, TWELVE), typed).picked == tuple(order)


@settings(max_examples=examples(60), deadline=None)
@given(st.text(max_size=30), st.sampled_from(list(Mode)))
def test_no_typed_text_breaks_the_reader(typed: str, mode: Mode) -> None:
    rows = ("x", "y", "z") if mode is Mode.PAIRS else ()
    question = PAIRS if mode is Mode.PAIRS else ORDER
    picker = Picker(mode, FOUR, rows)
    with suppress(UnclearChoice):
        picker = chosen(question, picker, typed)
    assert set(picker.values) <= {*FOUR, ""}


def test_options_called_by_numbers_are_lettered_and_mean_themselves() -> None:
    options = ("3", "1", "2")
    assert [label(options, at) for at in range(3)] == ["a", "b", "c"]
    picker = Picker(Mode.ONE, options)
    assert chosen(ONE, picker, "1").values == ("1",)
    assert chosen(ONE, picker, "a").values == ("3",)
    with pytest.raises(UnclearChoice, match="a letter from a to c"):
        chosen(ONE, picker, "4")


def test_options_called_by_letters_are_numbered_and_mean_themselves() -> None:
    options = ("B", "C", "A", "a virus")
    assert [label(options, at) for at in range(4)] == ["1", "2", "3", "4"]
    picker = Picker(Mode.MANY, options)
    assert chosen(MANY, picker, "a b").values == ("B", "A")
    assert chosen(MANY, picker, "1 4").values == ("B", "a virus")
    with pytest.raises(UnclearChoice, match=r"type a number from 1 to 4\.$"):
        chosen(MANY, picker, "d")


def test_other_options_have_numbers_and_letters() -> None:
    options = ("10 bar", "20 bar")
    assert label(options, 1) == "2"
    assert chosen(ONE, Picker(Mode.ONE, options), "b").values == ("20 bar",)
