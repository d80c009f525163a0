from __future__ import annotations

import pytest

from quiz.core.memory.records import CRAM, Flag, SessionRecord, set_of


def test_the_set_of_a_question_is_what_stands_before_its_first_slash() -> None:
    assert set_of("bread/gas") == "bread"
    assert set_of("bread/gas/again") == "bread"
    assert set_of("bread") == "bread"


def test_a_remark_is_on_no_line_until_one_is_known() -> None:
    assert Flag("uid", 5, "bread/gas", "unclear")[4:] == ("", 0)


@pytest.mark.parametrize(
    ("options", "aside"), [({}, False), ({"aside": False}, False), ({"aside": True}, True)]
)
def test_a_session_beside_an_older_one_says_so(options: dict[str, object], aside: bool) -> None:
    record = SessionRecord("uid", CRAM, 5, 739_000, "Bread", 1, ("bread/gas",), options)
    assert record.aside is aside
    assert (record.draft, record.finished_ms) == ("", None)
    assert not SessionRecord("uid", CRAM, 5, 739_000, "Bread", 1, ()).aside
