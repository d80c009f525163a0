from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.text.signs.columns import columns, cut, filled
from quiz.core.text.signs.rows import wrapped
from tests.effort import examples


def test_wide_and_combining_characters_take_their_columns() -> None:
    assert (columns("abc"), columns("漢字"), columns("e\u0301"), columns("\u200b")) == (3, 4, 1, 0)


NOTHING_WIDE = {
    "a combining accent": "\u0301",
    "a vowel sign": "\u0900",
    "an enclosing circle": "\u20dd",
    "a joiner": "\u200d",
    "a soft hyphen": "\xad",
}


@pytest.mark.parametrize("mark", NOTHING_WIDE.values(), ids=NOTHING_WIDE)
def test_what_is_drawn_on_its_neighbour_takes_no_column(mark: str) -> None:
    assert columns(f"a{mark}b") == 2


@pytest.mark.parametrize(("text", "width"), [("Ａ", 2), ("ｱ", 1), ("é", 1), ("α", 1), ("😀", 2)])
def test_a_wide_character_takes_two_columns(text: str, width: int) -> None:
    assert columns(text) == width


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("abcd", 4, "abcd"),
        ("abcde", 4, "abc…"),
        (" abcde", 4, " ab…"),
        ("a bcde", 3, "a…"),
        ("abcde", 1, "…"),
        ("漢字字", 5, "漢字…"),
        ("a\u0301bcde", 3, "a\u0301b…"),
    ],
)
def test_a_text_is_cut_to_what_fits_with_the_ellipsis(text: str, width: int, shown: str) -> None:
    assert cut(text, width, "…") == shown


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
    assert list(wrapped("a\nb c", 5)) == ["a b c"]
    assert list(wrapped("a  b", 5)) == ["a b"]
    assert list(wrapped("ab cde", 6)) == ["ab cde"]
    assert list(wrapped("ab cdef", 6)) == ["ab", "cdef"]
    assert list(wrapped("a 漢字漢", 4)) == ["a 漢", "字漢"]
    assert list(wrapped("漢", 1)) == ["漢"]


@given(st.text(alphabet="ab 漢é\n", max_size=60), st.integers(2, 20))
@settings(max_examples=examples(100), deadline=None)
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
