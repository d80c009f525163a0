"""Rows of long lines: nothing lost, nothing too broad."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.tui.cells import cell_len
from quiz.tui.wrapping import Wrapped
from tests.effort import examples


@given(st.text("ab c é世\n", max_size=120), st.integers(2, 12))
@settings(max_examples=examples(200), deadline=None)
def test_rows_hold_the_whole_text_and_fit(text: str, width: int) -> None:
    rows = Wrapped(text, width)
    spans = [rows.span(i) for i in range(len(rows))]
    shown = [text[start:end] for start, end in spans]
    assert "".join(shown).replace("\n", "") == text.replace("\n", "")
    assert not any("\n" in row for row in shown)
    assert all(cell_len(row.rstrip(" ")) <= width for row in shown)
    assert sum(rows.begins_line(i) for i in range(len(rows))) == text.count("\n") + 1


def test_the_last_row_of_a_text_that_ends_with_a_line_break_is_empty() -> None:
    rows = Wrapped("one\n", 10)
    assert [rows.span(i) for i in range(len(rows))] == [(0, 3), (4, 4)]


def test_rows_break_after_a_space() -> None:
    rows = Wrapped("one two three", 8)
    assert [rows.span(i) for i in range(len(rows))] == [(0, 8), (8, 13)]
