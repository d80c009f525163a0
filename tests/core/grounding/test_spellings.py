"""A source may be copied from the page as it is read or from the file as it is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.documents.document import Document
from quiz.core.grounding.located import How
from quiz.core.grounding.selector import Selector
from quiz.core.grounding.sources import find_source, grounded_source
from quiz.core.text.edges import cuts_word
from quiz.core.text.passages import Passage
from tests.core.rendering.markdown_text import MARKDOWN
from tests.effort import examples

FILE = """\
---
title: Valves
---

# The valves {#valves}

See [the guide](http://e.org/a_b) **before** you open the `main`
valve.[^1] It holds 12\\_kg &amp; H<sub>2</sub>O.

> Whoever opens it
> has to call, and *wait*.

| Valve | Limit |
|-------|-------|
| main  | 5 bar |

- [ ] Read the
  gauge twice.

<!-- Nobody reads this. -->

[^1]: Measured at 20 °C.
"""
PAGE = Document("valves", FILE, "valves.md")
MAN = """\
NAME

       Opens all valves that are  lis‐
       ted,  with their well-
       known state.
"""
PAGED = """\
Rules

   An operator who finds more than 5 bar calls the shift


Example                      Best Practice                      [Page 1]
␌
RFC 9999                     Opening Valves                 January 2031

   leader and waits.

1. Limits

   The limit is 5 bar.
"""


def found(document: Document, exact: str, prefix: str = "", suffix: str = "") -> str:
    located = find_source(document, Selector(exact, prefix, suffix))
    if located.passage is None:
        return str(located.how)
    words = " ".join(document.quote(located.passage).split())
    return words if located.grounded else f"{located.how}: {words}"


@pytest.mark.parametrize(
    ("exact", "read"),
    [
        ("See the guide before you open", "See the guide before you open"),
        ("[the guide](http://e.org/a_b) **before**", "the guide before"),
        ("the `main`\nvalve", "the main valve"),
        ("main valve. It holds", "main valve.¹ It holds"),
        ("main valve.1 It holds", "main valve.¹ It holds"),
        ("main valve.[1] It holds", "main valve.¹ It holds"),
        ("valve.[^1] It", "valve.¹ It"),
        ("12_kg & H2O", "12_kg & H₂O"),
        ("12\\_kg &amp; H<sub>2</sub>O", "12_kg & H₂O"),
        ("Whoever opens it has to call, and wait.", "Whoever opens it has to call, and wait."),
        ("Whoever opens it\n> has to call, and *wait*", "Whoever opens it has to call, and wait"),
        ("Whoever opens it\nhas to call, and *wait*", "Whoever opens it has to call, and wait"),
        ("main 5 bar", "main 5 bar"),
        ("| main  | 5 bar |", "main 5 bar"),
        ("main        5 bar", "main 5 bar"),
        ("main\t5 bar", "main 5 bar"),
        ("- [ ] Read the\n  gauge", "Read the gauge"),
        ("[^1]: Measured at", "Measured at"),
        ("The valves {#valves}", "The valves"),
        ("Nobody reads this.", "missing"),
        ("http://e.org/a_b", "missing"),
        ("main  valve.", "folded: main valve."),
        ("see the guide", "folded: See the guide"),
        ("5 bar calls", "missing"),
    ],
)  # fmt: skip
def test_words_of_the_page_and_of_the_file_are_grounded(exact: str, read: str) -> None:
    assert found(PAGE, exact) == read


def test_a_prefix_may_be_copied_from_the_file_too() -> None:
    document = Document("d", "The *old* valve leaks. The *new* valve leaks.", "d.md")
    assert find_source(document, Selector("valve leaks.")).how is How.AMBIGUOUS
    assert found(document, "valve leaks.", prefix="The *new* ") == "valve leaks."
    assert found(document, "valve leaks.", prefix="The new ") == "valve leaks."
    assert found(document, "*valve* leaks.", prefix="The new ") != "valve leaks."


def test_what_the_file_has_twice_is_ambiguous() -> None:
    document = Document("d", "A **bold** word.\n\nA **bold** word.", "d.md")
    assert find_source(document, Selector("A **bold**")).how is How.AMBIGUOUS


@pytest.mark.parametrize(
    "exact",
    [
        "Opens all valves that are listed, with their",
        "with their well-known state.",
        "that are lis‐\nted, with",
    ],
)
def test_lines_broken_for_a_page_are_read_as_one(exact: str) -> None:
    located = find_source(Document("man", MAN, "man.txt"), Selector(exact))
    assert located.grounded


def test_a_sentence_goes_on_over_a_page_break() -> None:
    document = Document("rfc", PAGED, "rfc.txt")
    assert found(document, "more than 5 bar calls the shift leader and waits.").startswith("more")
    assert "Page 1" not in document.text
    assert "RFC 9999" not in document.text
    place = grounded_source(document, Selector("leader and waits."))
    assert place is not None
    assert document.lines_of(place) == (10, 10)


def test_a_page_break_after_a_whole_sentence_parts_paragraphs() -> None:
    text = PAGED.replace("calls the shift", "calls for help.")
    document = Document("rfc", text, "rfc.txt")
    assert "calls for help.\n\n   leader and waits." in document.text


@given(MARKDOWN, st.data())
@settings(max_examples=examples(300), deadline=None)
def test_whole_words_of_the_page_are_always_found(file: str, data: st.DataObject) -> None:
    document = Document("d", file, "d.md")
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    exact = document.text[start:end]
    if exact.strip() and not cuts_word(document.text, Passage(start, end)):
        assert find_source(document, Selector(exact)).how in (How.EXACT, How.AMBIGUOUS)


@given(MARKDOWN, st.data())
@settings(max_examples=examples(300), deadline=None)
def test_whole_words_of_the_file_are_always_found(file: str, data: st.DataObject) -> None:
    document = Document("d", file, "d.md")
    start = data.draw(st.integers(0, len(file)))
    end = data.draw(st.integers(start, len(file)))
    exact = file[start:end].strip()
    start = file.index(exact, start)
    assert document.rendered is not None
    read = document.rendered.source.derived(Passage(start, start + len(exact)))
    if document.quote(read).strip() and not cuts_word(document.text, read):
        located = find_source(document, Selector(exact))
        assert located.how in (How.EXACT, How.AMBIGUOUS)
