"""How far the words around a place are those that a source names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.grounding.surrounding_words import REACH, Agreement, Context, context
from tests.effort import examples

TEXT = "the red pump heats the cold water, and the blue pump cools the warm water again."


def span(text: str, part: str) -> tuple[int, int]:
    return text.index(part), text.index(part) + len(part)


def test_a_context_is_folded_and_cut_to_its_reach() -> None:
    found = context("text", " A  Red\nPUMP ", " Heats “it” ")
    assert found == Context("text", "a red pump", 'heats "it"')
    assert context("text", "x" * 40 + "y" * REACH, "z" * REACH + "x" * 40) == Context(
        "text", "y" * REACH, "z" * REACH
    )
    wide = context("text", "left" + " " * REACH + "right", "left" + " " * REACH + "right")
    assert (wide.prefix, wide.suffix) == ("left right", "left right")
    far = context("text", "far" + " " * 4 * REACH, " " * 4 * REACH + "far")
    assert (far.prefix, far.suffix) == ("", "")
    edged = context("text", "ab " + "y" * (REACH - 1), "z" * (REACH - 1) + " ab")
    assert (edged.prefix, edged.suffix) == ("y" * (REACH - 1), "z" * (REACH - 1))


@pytest.mark.parametrize(
    ("prefix", "suffix", "given"),
    [("", "", False), ("a", "", True), ("", "a", True), ("a", "a", True)],
)
def test_a_context_is_given_by_either_side(prefix: str, suffix: str, given: bool) -> None:
    assert Context("text", prefix, suffix).given is given


STARTS = [
    ("the red pump", 13),
    ("the red pump ", 13),
    ("the red ", 8),
    ("red pump", 13),
    ("red pum", None),  # too short
    ("the cold pump", None),  # nowhere
    (" water, ", 35),
    ("the water", None),
]


@pytest.mark.parametrize(("prefix", "start"), STARTS)
def test_a_passage_starts_behind_a_prefix_that_is_long_and_unique(
    prefix: str, start: int | None
) -> None:
    assert Context(TEXT, prefix, "").start == start


def test_a_prefix_that_stands_twice_tells_no_start_and_spaces_are_skipped() -> None:
    assert Context("the pump the pump", "the pump", "").start is None
    assert Context("aaaaaaaaa", "aaaaaaaa", "").start is None, "overlapping counts as twice"
    assert Context("the pump   fell", "the pump", "").start == 10, "at most two"
    assert Context("the pumpfell", "the pump", "").start == 8
    assert Context("the pump", "the pump", "").start == 8


ENDS = [
    ("heats the cold", 12),
    (" heats the cold", 12),
    ("again. nothing", None),
    ("the red pump", 0),
    ("again.", None),
    ("cools th", 52),
]


@pytest.mark.parametrize(("suffix", "end"), ENDS)
def test_a_passage_ends_before_a_suffix_that_is_long_and_unique(
    suffix: str, end: int | None
) -> None:
    assert Context(TEXT, "", suffix).end == end


CUTS = [
    # text, prefix, suffix: whether they touch where something was cut out
    ("the red pump cools it", "the red pump", "cools it", True),
    ("the red pump. Cools it", "the red pump.", "Cools it", True),
    ("the red pump heats cools it", "the red pump", "cools it", False),
    ("the red pump" + "." * 12 + "cools it", "the red pump", "cools it", True),
    ("the red pump" + "." * 13 + "cools it", "the red pump", "cools it", False),
    ("the pump", "the", "pump", False),  # too little to prove anything
    ("the red pump up", "the red pump", "up", False),
    ("it cools the pump", "it", "cools the pump", False),
    ("abc defghijkl", "abc", "defghijkl", True),
    ("abc defghijk", "abc", "defghijk", False),
    ("abcdefghi jkl", "abcdefghi", "jkl", True),
    ("abcdefgh.+ jkl", "abcdefgh.+", "jkl", False),  # signs at an edge do not count
    ("abcd(.+)efgh jkl", "abcd(.+)efgh", "jkl", True),
    ("abcdXXXefgh jkl", "abcd...efgh", "jkl", False),
    ("abcdefghi jXl", "abcdefghi", "j.l", False),
    ("(abcdefghi) (jkl)", "(abcdefghi)", "(jkl)", True),
]


@pytest.mark.parametrize(("text", "prefix", "suffix", "cut"), CUTS)
def test_a_passage_is_cut_where_its_prefix_and_suffix_touch(
    text: str, prefix: str, suffix: str, cut: bool
) -> None:
    assert Context(text, prefix, suffix).cut is cut


FITS = [
    ("", "", True),
    ("red", "heats", True),
    ("the red", "heats the", True),
    ("the red ", "", False),
    ("blue", "heats", False),
    ("red", "cools", False),
    ("", "cools", False),
    ("blue", "", False),
    ("red", "", True),
    ("", "heats", True),
]


@pytest.mark.parametrize(("prefix", "suffix", "fits"), FITS)
def test_a_place_fits_where_every_side_that_is_given_stands(
    prefix: str, suffix: str, fits: bool
) -> None:
    assert Context(TEXT, prefix, suffix).fits(*span(TEXT, "pump heats"[:4])) is fits


@pytest.mark.parametrize(("gap", "fits"), [(0, True), (1, True), (2, True), (3, False)])
def test_a_place_fits_up_to_two_spaces_away(gap: int, fits: bool) -> None:
    text = f"red{' ' * gap}pump heats"
    assert Context(text, "red", "").fits(3 + gap, 7 + gap) is fits
    text = f"pump{' ' * gap}heats"
    assert Context(text, "", "heats").fits(0, 4) is fits


PINS = [
    ("the red pump", "the cold water", "heats", (True, True)),
    ("the red pump", "", "heats", (True, False)),
    ("", "the cold water", "heats", (False, True)),
    ("", "", "heats", (False, False)),
    ("the red pump", "the cold water", "heats the", (True, False)),
    ("the red pump", "the cold water", "pump heats", (False, True)),
]


@pytest.mark.parametrize(("prefix", "suffix", "place", "pins"), PINS)
def test_a_side_pins_a_place_right_beside_it(
    prefix: str, suffix: str, place: str, pins: tuple[bool, bool]
) -> None:
    assert Context(TEXT, prefix, suffix).pins(*span(TEXT, place)) == pins


@pytest.mark.parametrize(
    ("away", "pinned"), [(-2, False), (0, True), (1, True), (2, True), (3, False)]
)
def test_a_pin_reaches_over_two_spaces_and_no_letter(away: int, pinned: bool) -> None:
    text = "the pump     fell"
    assert Context(text, "the pump", "").pins(10 + away, 17)[0] is (pinned or away == -2)
    text = "the pump.;.;.fell"
    assert Context(text, "the pump", "").pins(8 + away, 17)[0] is (away == 0)


AGREEMENTS = [
    ("the red pump", "the cold water", Agreement.BOTH_SIDES),
    ("the red pump", "", Agreement.ONE_SIDE),
    ("", "the cold water", Agreement.ONE_SIDE),
    ("the red pump", "the warm air", Agreement.ONE_SIDE),
    ("the red lamp", "", Agreement.PARTLY),
    ("", "the cool water", Agreement.PARTLY),
    ("pump", "", Agreement.PARTLY),
    ("", "the", Agreement.PARTLY),
    ("lamp", "", Agreement.NONE),
    ("", "a", Agreement.NONE),
    ("with nothing", "of it at all", Agreement.NONE),
    ("with nothing", "the cool water", Agreement.PARTLY),
    ("", "", Agreement.NONE),
    ("xxx red pump", "", Agreement.PARTLY),
    ("xxxxred pump", "", Agreement.PARTLY),
    ("xxxx ed pump", "", Agreement.NONE),
]


@pytest.mark.parametrize(("prefix", "suffix", "agreement"), AGREEMENTS)
def test_the_words_around_a_place_agree_with_a_source(
    prefix: str, suffix: str, agreement: Agreement
) -> None:
    assert Context(TEXT, prefix, suffix).agreement(*span(TEXT, "heats")) is agreement


def test_words_that_stand_twice_agree_partly() -> None:
    text = "the old pump fell, the old pump rose"
    assert Context(text, "the old pump", "").agreement(13, 17) is Agreement.PARTLY
    assert Context(text, "", "a blue lamp").agreement(13, 17) is Agreement.NONE
    assert Context("pump heats it", "xxxx heats", "").agreement(11, 13) is Agreement.PARTLY


@given(st.text("ab .", max_size=30), st.text("ab .", max_size=30), st.text("ab .", max_size=30))
@settings(max_examples=examples(100), deadline=None)
def test_a_place_that_both_sides_pin_fits_them(before: str, exact: str, after: str) -> None:
    text = f"{before} {exact} {after}"
    around = context(text, before, after)
    start, end = len(before) + 1, len(before) + 1 + len(exact)
    if around.pins(start, end) == (True, True):
        assert around.agreement(start, end) is Agreement.BOTH_SIDES
