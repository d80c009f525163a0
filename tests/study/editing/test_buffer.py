from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz.study.editing.buffer import Edit, Point, Units, changed, clamped, joined, lines_in

TEXTS = st.text(st.sampled_from("ab\n\r🧂é\u2028 "), max_size=30)


@given(st.text(st.sampled_from("ab🧂é\u2028 ")), st.integers(0, 40))
def test_columns_go_to_the_editor_and_back(line: str, column: int) -> None:
    column = min(column, len(line))
    for units in Units:
        there = units.units(line, column)
        assert there == len(line[:column].encode(f"{units.value}{'-le' * (units != 'utf-8')}")) // {
            "utf-8": 1, "utf-16": 2, "utf-32": 4,
        }[units.value]  # fmt: skip
        assert units.column(line, there) == column


@given(TEXTS, TEXTS, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_an_edit_of_lines_is_the_edit_of_the_text(
    text: str, new: str, line: int, column: int, line2: int, column2: int
) -> None:
    lines = lines_in(text)
    edit = clamped(lines, Edit(Point(line, column), Point(line2, column2), new))
    a, b = (len(joined([*lines[: p.line], ""])) + p.column for p in (edit.start, edit.end))
    whole = joined(lines)
    after = [*lines[: edit.start.line], *changed(lines, edit), *lines[edit.end.line + 1 :]]
    assert joined(after) == joined(
        lines_in(whole[:a] + new.replace("\r\n", "\n").replace("\r", "\n") + whole[b:])
    )
