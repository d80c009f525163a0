"""Markdown in the text of a question: what is read, what is drawn on it, what stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.rendering.blocks import Look
from quiz.core.rendering.marked import (
    all_code,
    joined,
    lines_of,
    marks_of,
    open_fence,
    piece,
    prose,
)
from quiz.core.rendering.question_text import escaped, read_code_spans, read_markup
from quiz.core.text.safe_text import sanitise
from tests.effort import examples

SIGNS = st.text("ab `*_\\~\n{}[]()<>&.1-", max_size=60)


def drawn(text: str) -> list[tuple[str, str]]:
    """Each look with the text it lies on."""
    return [(str(mark.look), str(text)[mark.start : mark.end]) for mark in marks_of(text)]


@pytest.mark.parametrize(
    ("written", "read", "looks"),
    [
        ("Run `git add`.", "Run git add.", [("code", "git add")]),
        ("**not** *so*", "not so", [("strong", "not"), ("emphasis", "so")]),
        ("*a **b** c*", "a b c", [("emphasis", "a b c"), ("strong", "b")]),
        ("**`x`**", "x", [("strong", "x"), ("code", "x")]),
        ("``a ` b``", "a ` b", [("code", "a ` b")]),
        ("`a  b`", "a  b", [("code", "a  b")]),
        (r"\*so\* \`x\`", "*so* `x`", []),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4", []),
        ("```py\n  x\n\n y\n```", "  x\n\n y", [("fence", "  x\n\n y")]),
        ("~~~~\n```\n~~~~", "```", [("fence", "```")]),
        ("Look:\n```\nx\n```\nso", "Look:\n\nx\n\nso", [("fence", "x")]),
        ("*a\n\nb*", "*a\n\nb*", []),
        ("*a\nb*", "a\nb", [("emphasis", "a\nb")]),
    ],
)
def test_marks_are_read(written: str, read: str, looks: list[tuple[str, str]]) -> None:
    found = read_markup(written)
    assert (str(found), drawn(found)) == (read, looks)


@pytest.mark.parametrize(
    "text",
    [
        "[text](http://example.org) <http://example.org> http://example.org",
        "<b>x</b> &amp; &#42; <!-- y -->",
        "# no heading\n- no list\n> no quote\n1. one\n    four spaces",
        "| a | b |\n|---|---|",
        "a~~b~~ H~2~O [^1] :::",
        "C:\\temp\\new",
    ],
)
def test_all_else_stays_as_it_is(text: str) -> None:
    assert read_markup(text) == text
    assert not marks_of(read_markup(text))


def test_an_unclosed_block_reaches_to_the_end_and_is_known() -> None:
    text = read_markup("See\n```sh\nls\n")
    assert (str(text), drawn(text), open_fence(text)) == ("See\n\nls", [("fence", "ls")], True)
    assert not open_fence(read_markup("```\nls\n```"))


def test_the_language_of_a_block_is_kept() -> None:
    for info in ("python", "python title=x", "{.python}", " python"):
        (mark,) = marks_of(read_markup(f"```{info}\nx\n```"))
        assert mark.target == "python"


def test_what_is_typed_knows_code_only() -> None:
    assert read_code_spans("`git add`") == "git add"
    assert all_code(read_code_spans("`git add`"))
    for text in ("*args", "__init__", r"\d+", "**x**", "a ` b"):
        assert read_code_spans(text) == text


def test_rules_about_words_see_no_code() -> None:
    text = read_markup("Is `all` of it *never* so?\n```\nnot\n```")
    assert prose(text).split() == ["Is", "￼￼￼", "of", "it", "never", "so?", "￼￼￼"]
    assert len(prose(text)) == len(text)


def test_lines_of_code_are_told_apart() -> None:
    text = read_markup("a\n```\nb\n\nc\n```\nd")
    assert list(lines_of(text)) == [
        ("a", False),
        ("", False),
        ("b", True),
        ("", True),
        ("c", True),
        ("", False),
        ("d", False),
    ]


@settings(max_examples=examples(200), deadline=None)
@given(SIGNS)
def test_what_is_escaped_is_read_as_it_stands(text: str) -> None:
    line = " ".join(text.split())
    assert read_markup(escaped(line)) == line


@settings(max_examples=examples(200), deadline=None)
@given(SIGNS)
def test_marks_lie_within_the_text_and_hold_something(text: str) -> None:
    read = read_markup(sanitise(text))
    for mark in marks_of(read):
        assert 0 <= mark.start < mark.end <= len(read)
        assert mark.look in (Look.CODE, Look.FENCE, Look.STRONG, Look.EMPHASIS)
    assert [*marks_of(read)] == sorted(marks_of(read), key=lambda mark: (mark.start, -mark.end))


@settings(max_examples=examples(100), deadline=None)
@given(SIGNS, st.integers(0, 60))
def test_pieces_joined_are_the_whole_with_its_code(text: str, at: int) -> None:
    read = read_markup(text)
    both = joined(piece(read, 0, min(at, len(read))), piece(read, min(at, len(read)), len(read)))
    assert both == read
    assert prose(both) == prose(read)
