"""Code and emphasis of questions on their way out: kept where a format has them, never as signs."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.rendering.marked import parted, prose
from quiz.core.rendering.question_text import read_markup
from quiz.formats.markdown.writer import _block, _marked, _within
from quiz.formats.outgoing.html import block, inline
from tests.effort import examples

TEXT = "Run *`a<b`* **now**:\n```sh\nx  <y>\n\nz\n```\nThen *go*.\n\nStop."


def test_a_page_has_them_as_elements() -> None:
    assert block(read_markup(TEXT)) == (
        "<p>Run <em><code>a&lt;b</code></em> <strong>now</strong>:</p>"
        "<pre><code>x  &lt;y&gt;\n\nz</code></pre>"
        "<p>Then <em>go</em>.</p><p>Stop.</p>"
    )
    assert inline(read_markup("`a`\n<b>")) == "<code>a</code><br/>&lt;b&gt;"


def test_without_marks_nothing_is_read_as_any() -> None:
    assert block("`a` *b*\n\n<i>") == "<p>`a` *b*</p><p>&lt;i&gt;</p>"


def test_markdown_has_them_as_its_own_signs() -> None:
    assert _block(read_markup(TEXT)) == (
        "Run *`a<b`* **now**:\n\n```sh\nx  <y>\n\nz\n```\n\nThen *go*.\n\nStop."
    )
    assert _block(read_markup("~~~\n```\n~~~")) == "````\n```\n````"
    assert _marked(read_markup("`` a`b ``")) == "``a`b``"
    assert _within("*", read_markup("a *b* `c`")) == "*a b c*"
    assert _within("**", read_markup("a `c`")) == "**a `c`**"


@given(st.text("ab `*_~\\<[1.", max_size=30))
@settings(max_examples=examples(200), deadline=None)
def test_markdown_is_read_again_as_it_was(text: str) -> None:
    read = read_markup(" ".join(text.split()))
    again = read_markup(_marked(read))
    assert again == read
    assert prose(again) == prose(read)


@given(st.text("ab\n`*~ ", max_size=40))
@settings(max_examples=examples(100), deadline=None)
def test_parts_hold_all_that_is_seen(text: str) -> None:
    read = read_markup(text.strip())
    assert "".join("".join(parted(read)).split()) == "".join(read.split())
