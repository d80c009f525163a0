"""Words become Markdown that reads as just these words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.documents.document import Document
from quiz.formats.documents.markdown.inline import Inline, Look
from quiz.formats.documents.markdown.writer import MarkdownWriter
from tests.effort import examples

SIGNS = (
    *"ab1.:;,!?#*_-+=~`[](){}<>|\\/&^$%\"' é„x",
    *(
        "word ",
        "1. ",
        "- ",
        "http://x.y ",
        "&amp;",
        "[^1]",
        "[x](y)",
        "---",
        "```",
        "**",
        "{{",
        "{%",
    ),
    *("{.a}", "!!! ", "=== ", ":::", "[TOC]", "(a)=", "~2~", "^2^", "<b>", "</i>", "<!--", "// "),
)
LOOKS = st.builds(
    Look, st.booleans(), st.booleans(), st.booleans(), st.sampled_from(["", "https://a.b/c_(d)"])
)
PIECES = st.lists(
    st.tuples(st.lists(st.sampled_from(SIGNS), min_size=1, max_size=7).map("".join), LOOKS),
    min_size=1,
    max_size=4,
)


def read(markdown: str) -> str:
    return Document("d", markdown, "d.md").text


@settings(max_examples=examples(400), deadline=None)
@given(PIECES, st.sampled_from(["paragraph", "heading", "item", "inner", "cell", "second line"]))
def test_whatever_is_written_is_read_again_word_for_word(
    pieces: list[tuple[str, Look]], place: str
) -> None:
    text, out = Inline(), MarkdownWriter()
    for words, look in pieces:
        text.add(words, look)
    expected = " ".join("".join(words for words, _ in pieces).split())
    out.paragraph(Inline("Before."))
    before, after = "", ""
    if place == "paragraph":
        out.paragraph(text)
    elif place == "heading":
        out.heading(2, text)
    elif place == "item":
        out.item(0, text)
    elif place == "inner":
        with out.within("- ", item=True):
            out.paragraph(text)
    elif place == "cell":
        out.table([[Inline("h"), Inline("k")], [text, Inline("z")]])
        before, after = "h  k\n", "  z"
    else:
        lines = Inline("first")
        lines.line_break()
        lines.extend(text)
        out.paragraph(lines)
        before = "first\n"
    out.paragraph(Inline("After."))
    if expected:
        assert read(out.markdown) == f"Before.\n\n{before}{expected}{after}\n\nAfter."


@pytest.mark.parametrize(
    "words",
    [
        *(
            "a `b`{.c} d",
            "{{< x >}}",
            "{% x %}",
            "x ~~y~~ z",
            "H~2~O m^2^",
            "[a](b) [c]: d",
            "![a](b)",
        ),
        *(
            "a*b*c _d_ __e__",
            "1. a",
            "- a",
            "# a",
            "> a",
            "=== b",
            "!!! note",
            ":::",
            "(a)=",
            "~ a",
        ),
        *("&amp; &#65;", "<b>c</b> <!-- d -->", "C:\\dir\\", "a | b", "[^1]: a", "[x] a", "``a``"),
    ],
)
def test_no_sign_is_taken_for_more_than_itself(words: str) -> None:
    out = MarkdownWriter()
    out.paragraph(Inline(words))
    out.table([[Inline(words), Inline("b")], [Inline("c"), Inline(words)]])
    assert read(out.markdown) == f"{words}\n\n{words}  b\nc  {words}"


def test_looks_become_signs_only_where_these_are_read_as_such() -> None:
    text = Inline("bold", Look(strong=True))
    text.add("er and ")
    text.add(" em ", Look(emphasis=True))
    text.add("(x)", Look(strong=True))
    text.add("y")
    out = MarkdownWriter()
    out.paragraph(text)
    assert out.markdown == "**bold**er and *em* (x)y\n"


def test_items_told_by_their_depth_are_nested_and_counted() -> None:
    out = MarkdownWriter()
    out.item(0, Inline("a"), 1)
    out.item(1, Inline("aa"))
    out.item(0, Inline("b"), 2)
    out.item(0, Inline("other list"), 1)
    out.item(3, Inline("too deep"))
    assert out.markdown == "1. a\n   - aa\n2. b\n1) other list\n   - too deep\n"


def test_a_mark_inside_a_paragraph_is_no_text_and_leaves_one_space() -> None:
    text = Inline("before ")
    text.mark("page", "80")
    text.add(" after")
    out = MarkdownWriter()
    out.paragraph(text)
    assert out.markdown == "before<!-- page 80 --> after\n"
    assert read(out.markdown) == "before after"


def test_a_mark_before_a_text_stands_above_it_and_before_an_item_behind_the_one_above() -> None:
    first, second = Inline(), Inline()
    first.mark("page", "1")
    first.add("one")
    second.mark("page", "2")
    second.add("two")
    out = MarkdownWriter()
    out.paragraph(first)
    out.item(0, Inline("item"))
    out.item(0, second)
    assert out.markdown == "<!-- page 1 -->\n\none\n\n- item<!-- page 2 -->\n- two\n"


def test_an_empty_column_is_left_out() -> None:
    out = MarkdownWriter()
    out.table([[Inline("a"), Inline(), Inline("b")], [Inline("1"), Inline(), Inline("2")]])
    assert out.markdown == "| a | b |\n| --- | --- |\n| 1 | 2 |\n"


def test_code_stays_letter_for_letter_whatever_fences_it_holds() -> None:
    out = MarkdownWriter()
    out.code("```\n  x\n```\n", "md")
    assert out.markdown == "````md\n```\n  x\n```\n````\n"
