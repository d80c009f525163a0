from __future__ import annotations

import io

import pytest

from quiz.plain.console import Console, EndOfInput, wrapped


def test_a_lead_stands_before_the_first_line_and_indents_the_others() -> None:
    assert wrapped("one two three four five", 20, "  1. ") == [
        "  1. one two three",
        "     four five",
    ]


def test_line_breaks_of_a_text_stay_and_empty_texts_are_empty_lines() -> None:
    assert wrapped("a\n\nb", 80) == ["a", "", "b"]
    assert wrapped("", 80) == [""]


@pytest.mark.parametrize(("width", "most"), [(-5, 20), (0, 20), (33, 33), (10_000, 100)])
def test_lines_keep_to_the_width_within_reason(width: int, most: int) -> None:
    for text in ("word " * 100, "x" * 1000):
        lines = wrapped(text, width, "    lead: ")
        assert max(map(len, lines)) <= most
        assert len(lines) > 3


def test_nothing_said_can_control_the_terminal() -> None:
    output = io.StringIO()
    console = Console(io.StringIO("\x1b[A\udc9b\n"), output)
    console.say("\x1b[2J\x9b", lead="\x07 ")
    assert console.ask("\x1b>") == "␛[A\ufffd"
    assert output.getvalue() == "␇ ␛[2J‹U+009B›\n␛> ␛[A\ufffd\n"


def test_a_last_line_without_its_end_is_read_before_the_input_ends() -> None:
    console = Console(io.StringIO("a\r\nb"), io.StringIO())
    assert [console.ask(">"), console.ask(">")] == ["a", "b"]
    with pytest.raises(EndOfInput):
        console.ask(">")
