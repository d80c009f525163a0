from __future__ import annotations

from quiz.core.memory.records import set_of


def test_the_set_of_a_question_is_what_stands_before_its_first_slash() -> None:
    assert set_of("bread/gas") == "bread"
    assert set_of("bread/gas/again") == "bread"
    assert set_of("bread") == "bread"
