"""Random Markdown, and the text of a rendering by the library's own renderer."""

from __future__ import annotations

import html
import re

from hypothesis import strategies as st
from markdown_it import MarkdownIt

WORDS = st.sampled_from(
    ["valve", "5 bar", "12_kg", "a*b", "Übung", "漢字", "x < y", "1.", "ok!", "😀"]
)
INLINE = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        inner.map("*{}*".format),
        inner.map("**{}**".format),
        inner.map("~~{}~~".format),
        inner.map("[{}](http://e.org/a_b?c=*d* 'T')".format),
        inner.map("[{}][ref]".format),
        WORDS.map("![{}](p.png)".format),
        inner.map("<b>{}</b>".format),
        st.sampled_from(["`c * d`", "`` ` ``", "&amp;", "&nbsp;x", r"\*", r"\a", "<http://e.org>"]),
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map("\n".join),
        st.tuples(inner, inner).map("  \n".join),
        st.tuples(inner, inner).map("".join),
    ),
    max_leaves=6,
)

CELL = INLINE.map(lambda text: text.replace("\n", " ").replace("|", ""))


def _within(lead: str, hang: str, text: str) -> str:
    return "\n".join((hang if i else lead) + line for i, line in enumerate(text.split("\n")))


BLOCKS = st.recursive(
    st.one_of(
        INLINE,
        INLINE.map(lambda text: "## " + text.replace("\n", " ") + " ##"),
        INLINE.map(lambda text: text + "\n==="),
        st.sampled_from(
            ["```py\n  x = 1\n\n# y\n```", "    code *a*\n    b", "***", "[ref]: http://e.org"]
        ),
        st.lists(
            INLINE.map(lambda t: t.replace("\n", " ").replace("|", "")), min_size=2, max_size=2
        ).map(lambda c: f"| {c[0]} | {c[1]} |\n|---|:-:|\n| {c[1]} \\| x | |"),
    ),
    lambda inner: st.one_of(
        inner.map(lambda text: _within("> ", "> ", text)),
        inner.map(lambda text: _within("- ", "  ", text)),
        inner.map(lambda text: _within("7. ", "   ", text)),
        st.tuples(inner, inner).map("\n\n".join),
        st.tuples(inner, inner).map("\n".join),
    ),
    max_leaves=6,
)
NOISE = st.text(alphabet="a *_`[]()<>&!|#-+~\\\n:^{}=1.>\"'é", max_size=80)
MARKDOWN = st.one_of(BLOCKS, NOISE, st.lists(BLOCKS, max_size=4).map("\n\n".join))


def page_words(file: str) -> list[str]:
    """The words a browser shows of a file: rendered by the library, tags taken out."""
    md = MarkdownIt("commonmark", {"maxNesting": 60}).enable(["table", "strikethrough"])
    md.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    page = md.render(file)
    page = re.sub(r'<img src="[^"]*" alt="([^"]*)"[^>]*>', r"\1", page)
    page = re.sub(r"</?(?:p|h\d|li|td|th|tr|table|pre|blockquote|ul|ol|br|hr)\b[^>]*>", " ", page)
    return html.unescape(re.sub(r"<!--.*?-->|<[^>]*>", "", page, flags=re.DOTALL)).split()
