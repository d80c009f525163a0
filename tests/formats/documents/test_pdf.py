"""PDF files as Markdown: order, paragraphs, broken words, heads and feet, headings, pages."""

from __future__ import annotations

import pytest

from quiz.core.documents.document import Document, Passage
from quiz.formats.documents.converted import Converted, UnreadableError, silent
from quiz.formats.documents.pdf.reading import read_pdf
from quiz.store.conversion.origin import Origin, with_head
from tests.formats.documents.making import Word, column, pdf

FIRST = """\
When the alarm sounds everybody leaves the building by the near-
est stairs and walks to the car park behind the canteen without
stopping for coats or bags."""
SECOND = """\
Wardens look into every room of their floor and tell the fire ser-
vice who is missing. Nobody goes back before the warden has said
that it is safe."""


def read(data: bytes) -> Converted:
    return read_pdf(data, silent, "policy.pdf")


def text_of(found: Converted) -> str:
    return Document("d", found.markdown, "d.md").text


def test_lines_become_paragraphs_and_broken_words_whole() -> None:
    text = text_of(read(pdf([[*column(FIRST, 70, 700), *column(SECOND, 70, 630)]])))
    assert text == (
        "When the alarm sounds everybody leaves the building by the nearest stairs and walks to "
        "the car park behind the canteen without stopping for coats or bags.\n\n"
        "Wardens look into every room of their floor and tell the fire service who is missing. "
        "Nobody goes back before the warden has said that it is safe."
    )


def test_a_hyphen_that_the_document_writes_elsewhere_stays() -> None:
    lines = "A low-cost alarm is better than none, and the low-\ncost alarm of 1990 still works."
    assert "the low-cost alarm of 1990" in text_of(read(pdf([column(lines, 70, 700)])))


def test_a_sentence_goes_on_over_the_page_and_its_page_is_told_by_its_label() -> None:
    start = (
        "The alarm is tested on the first Monday of every month by the\nwarden of each floor, and"
    )
    end = "the result is written into the book that lies at the gate."
    found = read(pdf([column(start, 70, 100), column(end, 70, 700)], labels="0 << /S /r /St 3 >>"))
    document = Document(
        "d", with_head(found.markdown, Origin("policy.pdf", "0" * 64, "x"), "Policy"), "d.md"
    )
    whole = document.text.index("The alarm")
    assert "each floor, and the result is written" in document.text
    at = document.text.index("the result")
    assert document.place(Passage(at, at + 10)) == "Policy (policy.pdf) › page iv"
    assert (
        document.place(Passage(whole, len(document.text))) == "Policy (policy.pdf) › pages iii–iv"
    )


def test_a_word_broken_over_a_page_is_whole_and_stands_on_the_page_where_it_begins() -> None:
    start = "The warden of the floor walks to the nearest tele-"
    end = "phone. Then everybody is counted, and the list is kept."
    found = read(pdf([column(start, 70, 100), column(end, 70, 700)]))
    assert "the nearest telephone.<!-- page 2 --> Then everybody" in found.markdown


def test_a_large_initial_belongs_to_its_word() -> None:
    first, rest = FIRST[0], FIRST[1:].split("\n")
    words = [Word(110, 700, rest[0]), Word(110, 686, rest[1]), Word(70, 672, rest[2])]
    page = [*words, *column(SECOND, 70, 630), Word(70, 686, first, 32)]
    text = text_of(read(pdf([page])))
    assert text.startswith("When the alarm sounds")
    assert text.endswith("that it is safe.")


def test_two_columns_are_kept_apart_however_they_were_written() -> None:
    left = "\n".join(f"left column line {n} says something" for n in range(1, 11))
    right = "\n".join(f"right column line {n} says more" for n in range(1, 11))
    one, two = column(left, 60, 700), column(right, 330, 700)
    by_column = text_of(read(pdf([[*one, *two]])))
    by_row = text_of(read(pdf([[w for pair in zip(one, two, strict=True) for w in pair]])))
    assert by_column == by_row
    assert by_column.index("left column line 10") < by_column.index("right column line 1 ")
    assert "line 3 says something left column line 4" in by_column


def test_running_heads_feet_and_page_numbers_are_no_text() -> None:
    pages = [
        [
            Word(70, 770, "Safety Manual, edition of 2020"),
            *column(f"Rule {n} is kept by everybody who works at place {n} of the plant.", 70, 600),
            Word(290, 30, f"Page {n} of 4"),
        ]
        for n in range(1, 5)
    ]
    text = text_of(read(pdf(pages)))
    assert "Safety Manual" not in text
    assert "of 4" not in text
    assert text.count("is kept by everybody") == 4


def test_the_head_of_a_table_that_goes_on_for_pages_is_text_once() -> None:
    pages = [
        [
            *(Word(70, 770 - 14 * line, f"edge line {line} of every page") for line in range(4)),
            Word(70, 700, "Name and address of the fire warden"),
            *column(
                f"Row {n} names the warden of floor {n} in the old building.\n{FIRST}", 70, 400
            ),
        ]
        for n in range(1, 9)
    ]
    text = text_of(read(pdf(pages)))
    assert text.count("Name and address") == 1
    assert text.count("names the warden") == 8
    assert "edge line" not in text


def test_headings_come_from_the_outline() -> None:
    page = [Word(70, 700, "2 Alarms"), *column(FIRST, 70, 686), Word(70, 600, "2.1 Tests"),
            *column(SECOND, 70, 586)]  # fmt: skip
    found = read(pdf([page], outline=[("Alarms", 0), ("2.1 Tests", 0)], title="The plan"))
    assert [line for line in found.markdown.split("\n") if line.startswith("#")] == [
        "# 2 Alarms",
        "# 2.1 Tests",
    ]
    assert found.title == "The plan"


def test_without_an_outline_headings_are_what_is_larger_or_bold_and_alone() -> None:
    page = [Word(70, 720, "Fire safety", 20), Word(70, 690, "Alarms", bold=True),
            *column(FIRST, 70, 660), Word(70, 590, "Wardens", bold=True),
            *column(SECOND, 70, 560)]  # fmt: skip
    found = read(pdf([page]))
    assert [line for line in found.markdown.split("\n") if line.startswith("#")] == [
        "# Fire safety",
        "## Alarms",
        "## Wardens",
    ]


def test_items_and_tables_keep_their_shape() -> None:
    items = [Word(70, 700, "• Stay calm."), Word(70, 686, "• Walk, and do not")]
    rows = [("Alarm", "Leave"), ("Smoke", "Crawl"), ("Gas", "Open windows")]
    table = [
        Word(x, 600 - 14 * n, text)
        for n, row in enumerate(rows)
        for x, text in zip((70, 200), row, strict=True)
    ]
    markdown = read(pdf([[*items, Word(80, 672, "run."), *table]])).markdown
    assert "- Stay calm.\n- Walk, and do not run." in markdown
    assert "| Alarm | Leave |\n| --- | --- |\n| Smoke | Crawl |" in markdown


def test_a_scan_says_so_and_names_ocr() -> None:
    with pytest.raises(UnreadableError, match="no text, only pictures") as caught:
        read(pdf([[], [], []]))
    assert "ocrmypdf policy.pdf" in caught.value.hint


def test_a_page_without_text_among_others_is_named() -> None:
    found = read(pdf([column(FIRST, 70, 700), [], column(SECOND, 70, 700)]))
    assert found.notes == ("these pages have no text: 2",)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf([column(FIRST, 70, 700)], encrypted=True), "encrypted"),
        (b"%PDF-1.7\nnothing of the kind", "damaged"),
        (pdf([column(FIRST, 70, 700)])[:300], "damaged"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableError, match=says):
        read(data)
