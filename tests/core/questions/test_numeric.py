"""How a number and its unit are read."""

from __future__ import annotations

import pytest

from quiz.core.grading.grading import Response, grade
from quiz.core.questions.numeric import Numeric


@pytest.mark.parametrize(
    ("answer", "unit", "read"),
    [
        ("1", "years", "1 year"),
        ("2", "years", "2 years"),
        ("-1", "degrees", "-1 degree"),
        ("1", "centuries", "1 century"),
        ("1", "inches", "1 inch"),
        ("1", "mm", "1 mm"),
        ("1", "ms", "1 ms"),
        ("1", "siemens", "1 siemens"),
        ("1", "glass", "1 glass"),
        ("1", "m/s", "1 m/s"),
        ("1.5", "hours", "1.5 hours"),
        ("1", "", "1"),
    ],
)
def test_one_of_a_unit_is_read_in_the_singular(answer: str, unit: str, read: str) -> None:
    question = Numeric(id="q", stem="How long?", answer=answer, unit=unit)
    assert question.in_words == read
    assert grade(question, Response(("9",))).parts[0].expected == read


def test_the_key_that_memory_hangs_on_stays_as_it_was() -> None:
    assert Numeric(id="q", stem="How long?", answer="1", unit="years").key == ("1 years",)
