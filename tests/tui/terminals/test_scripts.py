"""Twelve scripts on a terminal: every word is painted, none runs over, no letter loses its marks.

The terminal here counts as tmux and the C library do: a column for each spacing vowel sign.
"""

from __future__ import annotations

import time
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.content import Content

from quiz.core.text.signs.clusters import inside_cluster
from quiz.core.text.signs.columns import char_columns, columns, cut
from quiz.core.text.signs.rows import rows_of_line
from quiz.plain.console import wrapped
from quiz.tui.cells import cell_len, get_character_cell_size
from quiz.tui.text import Block, cropped, lay_out
from tests.effort import examples
from tests.processes import PATIENCE
from tests.tui.scripts import WORDS, paragraph
from tests.tui.terminal import Terminal

WIDTHS = (40, 47, 60, 79, 80, 100, 120)
"""Columns of a terminal."""


def terminal_columns(text: str) -> int:
    """As a terminal counts that draws each character on its own."""
    return sum(_of(char) for char in text)


def _of(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def test_marks_are_measured_as_terminals_do() -> None:
    marks = [chr(code) for code in range(0x300, 0x1E000) if unicodedata.category(chr(code)) == "Mc"]
    assert len(marks) > 400
    wide = {mark for mark in marks if get_character_cell_size(mark) != char_columns(mark)}
    assert not wide
    for words in WORDS.values():
        assert cell_len(words) == columns(words) == terminal_columns(words)


@pytest.mark.parametrize("script", WORDS)
def test_rows_hold_every_word_and_part_no_letter(script: str) -> None:
    text = paragraph(script)
    for width in range(8, 121, 7):
        rows = list(rows_of_line(text, width))
        assert all(a[1] == b[0] for a, b in pairwise(rows))
        assert (rows[0][0], rows[-1][1]) == (0, len(text))
        for start, end in rows:
            assert terminal_columns(text[start:end].rstrip()) <= width
            assert not inside_cluster(text, start)
        assert "".join("".join(wrapped(text, max(20, width))).split()) == "".join(text.split())
        laid_out = lay_out([Block(Content(text), Content("• "))], width).content
        assert all(terminal_columns(line) <= width for line in laid_out.plain.split("\n"))


@pytest.mark.parametrize("script", WORDS)
def test_what_is_cut_keeps_the_marks_of_its_last_letter(script: str) -> None:
    text = paragraph(script, 1)
    for width in range(2, columns(text)):
        for shown in (cut(text, width, "…")[:-1], cropped(Content(text), width).plain):
            assert text.startswith(shown)
            assert not inside_cluster(text, len(shown)) or not shown
            assert terminal_columns(shown) <= width


def test_chinese_breaks_where_it_may_after_a_space_too() -> None:
    text = "See 水在海平面上于一百摄氏度沸腾，盖子。"
    rows = [text[start:end] for start, end in rows_of_line(text, 12)]
    assert rows[0] == "See 水在海平"
    assert all(row[0] not in "，。" for row in rows)


@given(st.text("aक्षिीา\u200d👩🔬🏽🇩🇪 漢，（", max_size=40), st.integers(1, 12))
@settings(max_examples=examples(300), deadline=None)
def test_any_mixture_is_broken_between_signs(text: str, width: int) -> None:
    rows = list(rows_of_line(text, width))
    assert "".join(text[start:end] for start, end in rows) == text
    assert not any(inside_cluster(text, start) for start, _ in rows)


def test_a_reader_on_a_terminal_sees_every_word(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    path = tmp_path / "documents" / "d.txt"
    path.write_text("\n\n".join(["Page", *map(paragraph, WORDS), "The end"]), "utf-8")
    with Terminal("read", str(path), home=tmp_path / "home", size=(WIDTHS[0], 199)) as terminal:
        terminal.wait_for("The end")
        for width in WIDTHS:
            terminal.grid.rows.clear()
            terminal.resize(width, 200)
            end = time.monotonic() + PATIENCE
            while missing := _missing(terminal):
                assert time.monotonic() < end, (missing, width)
                terminal.watch(0.05)
            assert max(max(row) for row in terminal.grid.rows.values() if row) < width


def _missing(terminal: Terminal) -> list[str]:
    """The scripts of which not every word is on the terminal."""
    rows = terminal.grid.rows
    seen = _letters("".join(terminal.grid.text(row) for row in sorted(rows)))
    return [script for script in WORDS if _letters(paragraph(script)) not in seen]


def _letters(text: str) -> str:
    """All signs but spaces and the digits, which may be numbers of lines."""
    return "".join(char for char in text if not char.isspace() and not char.isdigit())
