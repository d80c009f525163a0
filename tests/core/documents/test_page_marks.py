"""Pages, slides and times: marks that are no text, told in citations."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from quiz.core.documents.document import Document, Passage
from quiz.core.text.page_marks import mark, marked
from quiz.store.library.pages import page_of

HEAD = "---\ntitle: 'Policy'\norigin: 'policy.pdf'\norigin_sha256: '0'\n---\n\n"
BODY = """\
<!-- page 79 -->

# 9.1 Programs

Every site keeps a list,<!-- page 80 --> which is re<!-- page A-1 -->newed.

| a | b |
| --- | --- |
| c<!-- page 82 --> | d |

- item<!-- slide 4 -->
- other

<!-- at 12:31 -->

Said so.
"""


def place(document: Document, words: str) -> str:
    at = document.text.index(words)
    return document.place(Passage(at, at + len(words)))


def test_marks_are_no_text_and_citations_tell_them_with_the_file() -> None:
    document = Document("d", HEAD + BODY, "d.md")
    assert document.text == (
        "9.1 Programs\n\nEvery site keeps a list, which is renewed.\n\na  b\nc  d\n\nitem\nother"
        "\n\nSaid so."
    )
    section = "Policy (policy.pdf) › 9.1 Programs"
    assert place(document, "Every site") == f"{section} › page 79"
    assert place(document, "which") == f"{section} › page 80"
    assert place(document, "a list, which") == f"{section} › pages 79–80"
    assert place(document, "newed") == f"{section} › page A-1"
    assert place(document, "other") == f"{section} › slide 4"
    assert place(document, "Said so.") == f"{section} › at 12:31"


def test_in_a_text_of_ones_own_the_page_stands_behind_the_line() -> None:
    document = Document("d", BODY, "own.md")
    assert place(document, "which") == "9.1 Programs › line 5 › page 80"
    assert Document("d", "---\norigin: Kenya\n---\n\nTea.\n", "tea.md").cited_title == "tea"


def test_a_kept_page_keeps_them(tmp_path: Path) -> None:
    first = page_of(HEAD + BODY, tmp_path)
    assert page_of(HEAD + BODY, tmp_path) == first
    assert first.origin == "policy.pdf"
    assert first.places[0] == (0, "page 79")


@given(st.text(max_size=60))
def test_a_mark_says_what_it_was_given_or_nothing(name: str) -> None:
    comment = mark("page", name)
    assert list(marked(comment)) == ([f"page {' '.join(name.split())}"] if comment else [])
    assert "\n" not in comment
