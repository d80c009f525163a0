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


def test_arrows_point_and_choose_nothing() -> None:
    pointed = Picker(Mode.ONE, OPTIONS).move(1)
    assert (pointed.values, pointed.cursor) == ((), 1)
    assert Picker(Mode.ONE, OPTIONS).move(-1).cursor == 2
    assert pressed(Picker(Mode.ONE, OPTIONS), 2).move(1).values == ("c",)


def test_what_is_pointed_at_can_be_taken_where_nothing_is_chosen() -> None:
    assert Picker(Mode.ONE, OPTIONS).move(1).taken().values == ("b",)
    assert Picker(Mode.ONE, OPTIONS).taken().values == ()
    assert pressed(Picker(Mode.ONE, OPTIONS), 2).move(1).taken().values == ("c",)
    assert Picker(Mode.MANY, OPTIONS).move(1).taken().values == ()


def test_what_was_taken_back_is_not_taken_again_unless_it_is_pointed_at() -> None:
    back = pressed(Picker(Mode.ONE, OPTIONS), 2).back()
    assert (back.cursor, back.taken().values) == (2, ())
    assert back.move(-1).taken().values == ("b",)


def test_every_partner_of_a_row_is_reached_one_after_the_other() -> None:
    options = tuple(map(str, range(11)))
    picker = Picker(Mode.PAIRS, options, ("x", "y"))
    given = []
    for _ in options:
        picker = picker.next_partner()
        given.append(picker.values)
    assert given == [(option, "") for option in options]
    assert picker.next_partner().values == ("0", "")


@given(st.sampled_from(list(Mode)), PRESSES)
@settings(max_examples=examples(100), deadline=None)
def test_whatever_is_pressed_only_options_are_given(mode: Mode, presses: list[int]) -> None:
    picker = pressed(Picker(mode, OPTIONS, ("x", "y") if mode is Mode.PAIRS else ()), *presses)
    assert set(picker.values) <= {*OPTIONS, ""}
    assert 0 <= picker.cursor < picker.length
    if mode is Mode.ORDER:
        assert len(set(picker.values)) == len(picker.values)
