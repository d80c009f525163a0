from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.grading.numbers import matches_number, parse_number, parse_quantity


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4", "4"),
        ("4.5", "4.5"),
        ("4,5", "4.5"),
        ("0,125", "0.125"),
        (".5", "0.5"),
        ("1 000", "1000"),
        ("1,000", "1000"),
        ("1,000.5", "1000.5"),
        ("1.000,5", "1000.5"),
        ("12'345", "12345"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("–3", "-3"),
        ("1,234,567.5", "1234567.5"),
        ("1.234.567,5", "1234567.5"),
        ("9" * 60, "9" * 60),
        ("+ 7", "7"),
        ("1e3", "1000"),
    ],
)
def test_numbers_are_read_as_people_type_them(text: str, number: str) -> None:
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["", "four", "mm 4", "1.2.3,4,5", "9" * 61, "1,2.3,4", "--1", "nan", "inf", "5 to 6"]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("13 mm", "mm"),
        ("13mm", "mm"),
        ("30°", "°"),
        ("70 %", "%"),
        ("20", ""),
        ("25 kg/m2", "kg/m2"),
        ("5 s-1", "s-1"),
        ("4 W/m^2", "W/m^2"),
    ],
)
def test_a_unit_is_split_off(text: str, unit: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert quantity[1] == unit


@pytest.mark.parametrize(
    ("tolerance", "given", "right"),
    [
        ("", "40", True),
        ("", "40.5", False),
        ("2", "42", True),
        ("2", "37.9", False),
        ("5%", "42", True),
        ("5%", "42.1", False),
        ("", "forty", False),
        ("", "40 cm", False),
    ],
)
def test_a_number_is_right_within_its_tolerance(tolerance: str, given: str, right: bool) -> None:
    assert matches_number(given, "40", tolerance, ["mm"]) is right


def test_a_number_that_is_no_number_in_the_set_is_never_given() -> None:
    assert not matches_number("40", "many")


@given(st.text(max_size=80))
def test_no_text_breaks_the_parser(text: str) -> None:
    parse_quantity(text)


@given(st.integers(-(10**9), 10**9))
def test_a_written_integer_is_itself(number: int) -> None:
    assert parse_number(str(number)) == number


@pytest.mark.parametrize(
    ("typed", "unit", "right"),
    [
        ("5 S", "s", False),
        ("5 H", "h", False),
        ("5 Mb", "MB", False),
        ("5 s", "s", True),
        ("5 l", "L", True),
        ("5 ml", "mL", True),
    ],
)
def test_a_capital_that_makes_another_unit_counts(typed: str, unit: str, right: bool) -> None:
    assert matches_number(typed, "5", "", (unit,), "en") is right
