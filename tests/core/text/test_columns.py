from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.text.columns import columns, cut, filled, wrapped
from tests.effort import examples


def test_wide_and_combining_characters_take_their_columns() -> None:
    assert (columns("abc"), columns("漢字"), columns("e\u0301"), columns("\u200b")) == (3, 4, 1, 0)


def test_a_text_that_fits_is_not_cut() -> None:
    assert cut("漢字", 4, "…") == "漢字"
    assert cut("漢字字", 4, "…") == "漢…"
    assert filled("漢", 4) == "漢  "
    assert filled("漢", 4, right=True) == "  漢"


def test_words_stay_whole_where_they_fit() -> None:
    assert list(wrapped("the quick brown fox", 9)) == ["the quick", "brown fox"]
    assert list(wrapped("an abcdefghij end", 4)) == ["an", "abcd", "efgh", "ij", "end"]
    assert list(wrapped("a 83\u00a0%", 5)) == ["a", "83\u00a0%"]
    assert list(wrapped("", 5)) == []


@given(st.text(alphabet="ab 漢é\n", max_size=60), st.integers(2, 20))
@settings(max_examples=examples(100), deadline=None)
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
