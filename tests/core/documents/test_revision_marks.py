"""What a page strikes out or marks as inserted."""

from __future__ import annotations

import pytest

from quiz.core.documents.document import Document
from quiz.core.documents.revision_marks import revision_marks
from quiz.core.text.passages import Passage

PAGE = """\
Press ~~the red~~ *the green* knob. <del>Wait.</del> <s>Go **on**.</s> <ins>Stop here.</ins> Then
<strike>sing</strike> <span style="text-decoration: line-through">loudly</span> <span>softly</span>.

~~A whole paragraph
of it.~~

<del>

Two paragraphs,

- and a list.

</del>

<p>In HTML, <s>too</s> <b>bold</b>.</p>

Not ~~ this, nor ~~that. An open <s>tag strikes nothing.
"""


def marks(file: str, words: str, name: str = "page.md") -> list[str]:
    document = Document("page", file, name)
    start = document.text.index(words)
    return [str(look) for look in revision_marks(document, Passage(start, start + len(words)))]


@pytest.mark.parametrize(
    "words",
    """the red|red the green|Wait.|on|sing|loudly|whole paragraph|of it.|Two paragraphs|and a list
    """.strip().split("|"),
)
def test_a_page_strikes_words_out_in_many_ways(words: str) -> None:
    assert marks(PAGE, words) == ["struck"]


def test_inserted_words_are_told_apart() -> None:
    assert marks(PAGE, "Stop here.") == ["inserted"]
    assert marks(PAGE, "Go on. Stop") == ["struck", "inserted"]


@pytest.mark.parametrize(
    "words", ["Press ", "the green", "softly", "bold", "Not", "this", "nor", "that", "tag strikes"]
)
def test_other_words_are_valid(words: str) -> None:
    assert marks(PAGE, words) == []


@pytest.mark.parametrize("struck", ["~~the old~~", "<del>the old</del>", "<S>the old</S>"])
def test_plain_text_strikes_out_in_the_same_ways(struck: str) -> None:
    text = f"Press {struck} knob. Wait."
    assert marks(text, "the old", "page.txt") == ["struck"]
    assert marks(text, "knob", "page.txt") == []


def test_plain_text_marks_insertions_and_strokes_through_letters() -> None:
    assert marks("Press <ins>the old</ins> knob.", "old", "page.txt") == ["inserted"]
    stroked = "o\u0336l\u0336d\u0336"
    assert marks(f"Press the {stroked} knob.", stroked, "page.txt") == ["struck"]
    assert marks(f"Press the {stroked} knob.", "knob", "page.txt") == []


def test_tags_that_are_never_closed_take_time_in_proportion() -> None:
    for name, times in (("page.txt", 20_000), ("page.md", 1_000)):
        text = f"a {'<s>' * times} word {'</ins>' * times} <del>gone</del>"
        assert [str(mark.look) for mark in Document("page", text, name).revised] == ["struck"]
