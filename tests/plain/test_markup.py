"""Questions with code and emphasis as plain lines: readable, without marks."""

from __future__ import annotations

import io

from quiz.core.rendering.question_text import read_markup
from quiz.plain.console import Console
from quiz.plain.telling import tell_line
from quiz.study.sitting.wording import Line

LONG = "print('a line of code that is longer than the lines of this console are')"


def said(text: str, lead: str = "", width: int = 40) -> list[str]:
    output = io.StringIO()
    Console(io.StringIO(), output, width).say(read_markup(text), lead=lead)
    return output.getvalue().split("\n")[:-1]


def test_marks_are_not_said() -> None:
    assert said("Run `git add` and **not** *that*.") == ["Run git add and not that."]


def test_code_is_indented_and_keeps_its_spaces_and_its_lines() -> None:
    assert said(f"Look:\n```\nif x:\n    {LONG}\n\n```\nSo?") == [
        "Look:",
        "",
        "    if x:",
        f"        {LONG}",
        "",
        "So?",
    ]


def test_the_number_of_an_option_that_is_code_is_said() -> None:
    assert said("```\nx\n```", lead="  3. ") == ["  3.", "         x"]


def test_code_behind_a_label_has_lines_of_its_own() -> None:
    output = io.StringIO()
    console = Console(io.StringIO(), output, 40)
    tell_line(console, Line("Why", read_markup("```\nx = 1\n```")))
    tell_line(console, Line("Why", read_markup("since `x`")))
    assert output.getvalue() == "Why:\n    x = 1\nWhy: since x\n"
