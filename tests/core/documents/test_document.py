from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.documents.blocks import Kind
from quiz.core.documents.document import Document, Passage
from tests import TOP
from tests.effort import examples

FOLDER = TOP / "questions" / "mesotherapy" / "documents"
LINES = st.lists(
    st.sampled_from(
        ["", "", "Title", "Some text here.", "  1. Pain", "  • Age: old", "# A", "---", "```"]
    ),
    max_size=12,
).map("\n".join)


def shipped(name: str) -> Document:
    return Document(name, (FOLDER / f"{name}.txt").read_text(encoding="utf-8"), f"{name}.txt")


def outline(document: Document) -> list[tuple[int, str]]:
    return [(section.level, section.title) for section in document.sections]


def test_the_shipped_documents_have_the_sections_a_reader_sees() -> None:
    assert outline(shipped("electronic-mesotherapy")) == [
        (0, "Electronic (Non-injection) Mesotherapy"),
        (1, "Principles of Electronic Mesotherapy"),
        (1, "Mechanism of Action"),
    ]
    assert outline(shipped("mesotherapy-in-dermatology")) == [
        (0, "Applications of Mesotherapy in Dermatology"),
        (1, "Skin condition that can be treated through mesotherapy"),
        (1, "The side effects of mesotherapy"),
        (2, "Allergic Reactions"),
        (2, "Pain"),
        (2, "Infections"),
        (2, "Hematoma"),
        (1, "Minimizing the side effects of mesotherapy"),
    ]


@pytest.mark.parametrize(
    ("name", "quote", "place"),
    [
        (
            "electronic-mesotherapy",
            "phenomenon of electroporation",
            "Electronic (Non-injection) Mesotherapy › Mechanism of Action › line 11",
        ),
        (
            "electronic-mesotherapy",
            "however",
            "Electronic (Non-injection) Mesotherapy › line 3",
        ),
        (
            "mesotherapy-in-dermatology",
            "leaving no long term mark",
            "Applications of Mesotherapy in Dermatology › The side effects of mesotherapy"
            " › Hematoma › line 44",
        ),
    ],
)
def test_a_place_names_title_sections_and_line(name: str, quote: str, place: str) -> None:
    document = shipped(name)
    start = document.text.lower().index(quote)
    assert document.place(Passage(start, start + len(quote))) == place


def test_a_passage_over_several_lines_names_both() -> None:
    document = shipped("mesotherapy-in-dermatology")
    passage = Passage(document.text.index("Age:"), document.text.index("compared to others"))
    assert document.place(passage).endswith("› lines 7–9")
    assert document.lines_of(passage) == (7, 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Only a line", []),
        ("Title\n\nText.", [(0, "Title")]),
        ("Text that ends.\n\nHeading\n\nText.", [(1, "Heading")]),
        ("A\n\nIt ends with a colon:\n\nText.", [(0, "A")]),
        ("T\n\nText.\n\nWhat is it?\n\nText.", [(0, "T"), (1, "What is it?")]),
        ("T\n\nText.\n\n  • Alone\n\nText.", [(0, "T")]),
        ("T\n\nText.\n\n* * *\n\nText.", [(0, "T")]),
        ("T\n\nText.\n\n2) Second\n\nText.", [(0, "T"), (2, "Second")]),
        ("T\n\nText.\n\n1.1 Deep\n\nText.", [(0, "T"), (3, "Deep")]),
        ("T\n\nText.\n\n1. One\n\n2. Two\n\n3. Three\n\nText.", [(0, "T")]),
        ("T\n\nText.\n\n1. Done.\n\nText.", [(0, "T")]),
        ("T\n\nText.\n\nPart\n\nChapter\n\nText.", [(0, "T"), (1, "Part"), (1, "Chapter")]),
        ("T\n\nX.\n\na rose\n\nis a rose\n\nis a rose\n\nis a rose\n\nText.", [(0, "T")]),
        ("T\n\nText.\n\nUnderlined\n==========\n\nText.", [(0, "T"), (1, "Underlined")]),
        ("T\n\nText.\n\nNobody below", [(0, "T")]),
        ("T\n\n" + "x" * 81 + "\n\nText.", [(0, "T")]),
        ("T\n\ntwo short\nlines\n\nText.", [(0, "T")]),
        ("T\n\nText.\n\n# No Markdown here\n\nText.", [(0, "T"), (1, "# No Markdown here")]),
    ],
)
def test_headings_of_plain_text(text: str, expected: list[tuple[int, str]]) -> None:
    assert outline(Document("x", text, "x.txt")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# T\n\n## A\ntext\n### B ##\n## C", [(0, "T"), (2, "A"), (3, "B"), (2, "C")]),
        ("# A\n\n# B", [(1, "A"), (1, "B")]),
        ("text\n\n# A", [(1, "A")]),
        ("T\n===\n\nA\n---\ntext", [(0, "T"), (2, "A")]),
        ("# T\n\n```\n# no\n```\n\n~~~~\n## no\n~~~\n## no\n~~~~\n## A", [(0, "T"), (2, "A")]),
        ("# T\n```\n# never closed", [(0, "T")]),
        ("---\ntitle: x\n---\n# T", [(0, "T")]),
        ("# T\n\ntext\n\n---\n\ntext", [(0, "T")]),
        ("# T\n- item\n---\ntext", [(0, "T")]),
        ("# **Bold** `code` #", [(0, "Bold code")]),
        ("#no\n\n####### no\n\nA short line\n\nText.", []),
    ],
)
def test_headings_of_markdown(text: str, expected: list[tuple[int, str]]) -> None:
    assert outline(Document("x", text, "x.md")) == expected


def test_section_path_leaves_out_the_title_and_what_has_ended() -> None:
    document = Document("x", "# T\nin\n## A\n### B\nb\n## C\nc", "x.md")
    paths = {
        word: document.section_path(document.text.index(f"\n{word}") + 1)
        for word in ("in", "b", "c")
    }
    assert paths == {"in": (), "b": ("A", "B"), "c": ("C",)}
    assert document.section_path(len(document.text)) == ("C",)


@pytest.mark.parametrize(
    ("text", "title"),
    [("T\n\nText.", "T"), ("\n\n  First line.\nmore", "First line."), ("", "name"), ("x", "x")],
)
def test_a_title_is_always_found(text: str, title: str) -> None:
    assert Document("name", text).title == title


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("---\ntitle: Ladder safety\nweight: 3\n---\n\n## Before\n\nText.", "Ladder safety"),
        ('+++\ntitle = "Ladder: safety"\n+++\n# Other\n', "Ladder: safety"),
        ("---\nweight: 3\n---\n# Ladders\n\n## Before\n", "Ladders"),
        ("![badge](b.svg)\n\n# Ladders\n\n## Before\n", "Ladders"),
        ("## One\n\nText.\n\n## Two\n", "ladder-use"),
        ("---\n\nText.\n\n---\n", "ladder-use"),
        ("Text.", "ladder-use"),
    ],
)
def test_markdown_is_called_by_its_head_its_top_heading_or_its_file(file: str, title: str) -> None:
    assert Document("l", file, "docs/ladder-use.md").title == title


def test_front_matter_is_no_text_and_may_name_the_language() -> None:
    document = Document("l", "---\ntitle: x\nlang: de-AT\n---\n\nText.", "l.md", "en")
    assert (document.text, document.spoken) == ("Text.", "de-at")
    assert Document("l", "Text.", "l.md", "en").spoken == "en"
    assert Document("l", "---\ntitle: never closed\n\nText.", "l.md").text.startswith("title")


def test_a_heading_in_a_quotation_is_a_heading() -> None:
    document = Document("l", "# T\n\n> ## Inside\n>\n> Text.", "l.md")
    assert outline(document) == [(0, "T"), (2, "Inside")]


MANUAL = """\
VALVE(1)            User Commands            VALVE(1)

NAME
       valve - open and close valves

SYNOPSIS
       valve [OPTION]... NAME

DESCRIPTION
       Opens the valve that is named.

       For example:

           valve --open main

       opens the main valve.

SEE ALSO
       pump(1)
"""


def test_a_manual_page_has_its_sections_and_no_examples_among_them() -> None:
    document = Document("m", MANUAL, "m.txt")
    names = [(1, "NAME"), (1, "SYNOPSIS"), (1, "DESCRIPTION"), (1, "SEE ALSO")]
    assert outline(document) == [(0, "VALVE(1)"), *names]
    code = [block for block in document.blocks if block.kind is Kind.CODE]
    assert [document.text[b.text_start : b.text_end] for b in code] == ["valve --open main"]
    example = document.text.index("valve --open")
    assert document.section_path(example) == ("DESCRIPTION",)


def test_sentences_in_other_scripts_are_no_headings() -> None:
    text = "वाल्व\n\nदबाव देखें। फिर वाल्व खोलें।\n\nप्रभारी को बुलाएँ।"
    assert outline(Document("h", text, "h.txt")) == [(0, "वाल्व")]


def test_lines_are_those_of_the_file() -> None:
    document = Document("m", "# T\n\n> One **two**\n> three &amp; four.\n", "m.md")
    at = document.text.index("three")
    assert document.file_place(at) == (4, 3)
    assert document.file_place(document.text.index("&")) == (4, 9)
    assert document.lines_of(Passage(document.text.index("two"), at + 5)) == (3, 4)
    assert document.quote(document.line_span(4)) == "three & four."
    assert document.place(Passage(at, at + 5)) == "T › line 4"


def test_lines_count_from_one_and_a_break_belongs_to_its_line() -> None:
    document = Document("x", "ab\n\ncd")
    assert [document.line_of(i) for i in range(7)] == [1, 1, 1, 2, 3, 3, 3]
    assert [document.quote(document.line_span(i)) for i in (1, 2, 3)] == ["ab", "", "cd"]
    assert document.line_count == 3
    for line in (0, 4):
        with pytest.raises(IndexError):
            document.line_span(line)


def test_a_passage_that_ends_with_a_break_does_not_touch_the_next_line() -> None:
    assert Document("x", "ab\ncd").lines_of(Passage(0, 3)) == (1, 1)


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        ((0, 2), (2, 4), False),
        ((0, 3), (2, 4), True),
        ((5, 9), (6, 7), True),
        ((3, 3), (0, 9), True),
    ],
)
def test_passages_overlap_when_they_share_a_character(
    a: tuple[int, int], b: tuple[int, int], both: bool
) -> None:
    assert Passage(*a).overlaps(Passage(*b)) is both
    assert Passage(*b).overlaps(Passage(*a)) is both


@given(LINES, st.sampled_from(["x.txt", "x.md"]))
@settings(max_examples=examples(200), deadline=None)
def test_structure_always_fits_the_text(text: str, path: str) -> None:
    document = Document("x", text, path)
    blocks = document.blocks
    assert all(a.end < b.start for a, b in pairwise(blocks))
    text = document.text
    for block in blocks:
        assert 0 <= block.start <= block.text_start <= block.text_end <= block.end <= len(text)
    headings = [block for block in blocks if block.kind is Kind.HEADING]
    assert len(headings) == len(document.sections)
    for section in document.sections:
        assert (
            section.start <= section.heading.start < section.heading.end <= section.end <= len(text)
        )
        assert section.title
        assert document.section_path(section.start)[-1:] == (section.title,)[: section.level and 1]


@given(LINES)
@settings(max_examples=examples(100), deadline=None)
def test_lines_rebuild_the_text(text: str) -> None:
    document = Document("x", text)
    lines = [document.quote(document.line_span(i + 1)) for i in range(document.line_count)]
    assert "\n".join(lines) == text
