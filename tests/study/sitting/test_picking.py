from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.study.sitting.picking import Mode, Picker
from tests.effort import examples

OPTIONS = ("a", "b", "c")
PRESSES = st.lists(st.integers(-1, 4), max_size=12)


def pressed(picker: Picker, *options: int) -> Picker:
    for option in options:
        picker = picker.press(option)
    return picker


def test_one_choice_replaces_the_other() -> None:
    assert pressed(Picker(Mode.ONE, OPTIONS), 0, 2).values == ("c",)


def test_several_choices_are_toggled_and_given_in_the_shown_order() -> None:
    assert pressed(Picker(Mode.MANY, OPTIONS), 2, 0, 1, 1).values == ("a", "c")


def test_an_order_is_picked_one_by_one_and_taken_back() -> None:
    picker = pressed(Picker(Mode.ORDER, OPTIONS), 2, 0, 1)
    assert picker.values == ("c", "a", "b")
    assert picker.back().values == ("c", "a")


def test_a_partner_goes_to_the_row_and_the_cursor_to_the_next_empty_one() -> None:
    picker = pressed(Picker(Mode.PAIRS, OPTIONS, ("x", "y")), 1)
    assert (picker.values, picker.cursor) == (("b", ""), 1)
    picker = picker.point(0).press(2)
    assert (picker.values, picker.cursor) == (("c", ""), 1)
    assert picker.press(2).values == ("c", "c")


def test_taking_a_partner_back_goes_to_its_row() -> None:
    picker = pressed(Picker(Mode.PAIRS, OPTIONS, ("x", "y")), 1).back()
    assert (picker.values, picker.cursor) == (("", ""), 0)


def test_the_first_arrow_down_takes_the_first_option() -> None:
    assert Picker(Mode.ONE, OPTIONS).move(1).values == ("a",)
    assert Picker(Mode.ONE, OPTIONS).move(1).move(1).values == ("b",)
    assert Picker(Mode.ONE, OPTIONS).move(-1).values == ("c",)


@given(st.sampled_from(list(Mode)), PRESSES)
@settings(max_examples=examples(100), deadline=None)
def test_whatever_is_pressed_only_options_are_given(mode: Mode, presses: list[int]) -> None:
    picker = pressed(Picker(mode, OPTIONS, ("x", "y") if mode is Mode.PAIRS else ()), *presses)
    assert set(picker.values) <= {*OPTIONS, ""}
    assert 0 <= picker.cursor < picker.length
    if mode is Mode.ORDER:
        assert len(set(picker.values)) == len(picker.values)
