from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.documents.blocks import Kind
from quiz.core.documents.document import Document
from quiz.core.documents.sentences import sentences
from tests.core.documents.hard_sentences import HARD, cases
from tests.core.documents.test_document import shipped
from tests.effort import examples

BITS = [
    "He ",
    "left. ",
    "Dr. ",
    "e.g. ",
    "4.5 ",
    "mm.\n",
    "\n\n",
    "- item ",
    "\n1. ",
    "…",
    "”",
    "A. ",
    "?! ",
    "[1]",
]


def texts(text: str, path: str = "x.txt") -> list[str]:
    document = Document("x", text, path)
    return [document.quote(sentence) for sentence in sentences(document)]


@pytest.mark.parametrize(
    ("name", "count", "some"),
    [
        (
            "electronic-mesotherapy",
            15,
            {
                (40, 202): "The demand for mesotherapy",
                (458, 522): "Occasionally, there may even be complications such as hematomas.",
                (1197, 1350): "Electronic mesotherapy is based upon",
                (2072, 2243): "Just like in traditional mesotherapy",
            },
        ),
        (
            "mesotherapy-in-dermatology",
            45,
            {
                (
                    634,
                    752,
                ): "The mesotherapeutic procedure involves injecting a drug with a 4 mm or 13 mm",
                (864, 893): "Dermal thickness varies with:",
                (899, 991): "Age: Dermal thickness usually increases",
                (1268, 1277): "Cellulite",
                (1874, 2014): "The level of pain depends",
                (2714, 2774): "Technique of injection: Injection must be quick and precise.",
                (2858, 2918): "Titling ensures that the subcutaneous layer is not affected.",
                (3411, 3496): "4 After the procedure, you should",
                (3590, 3657): "Contact Liondale Medical to get professional mesotherapy treatment.",
            },
        ),
    ],
)
def test_the_shipped_documents_cut_into_their_sentences(
    name: str, count: int, some: dict[tuple[int, int], str]
) -> None:
    document = shipped(name)
    found = sentences(document)
    assert len(found) == count
    spans = {(s.start, s.end): document.quote(s) for s in found}
    for span, beginning in some.items():
        assert spans[span].startswith(beginning)
    assert not {section.title for section in document.sections} & set(spans.values())


@pytest.mark.parametrize(
    "text",
    [
        "Use e.g. water. || It is 4 mm. || Dr. Smith came. || He left!",
        "J. R. Smith wrote it. || With vitamin C. || Then he rested.",
        "It has vitamin C. || It helps.",
        "See Fig. 3 and No. 7. || He said no. || She went.",
        "The U.S. Army left the U.S. || The end came.",
        "Pain (i.e. hurt) vs. none. || Next.",
        "Doses of 4.5 mg and 1.25 ml. || 5 patients left.",
        "Wait... what? || Then he slept… || Next.",
        "“He left.” || She stayed (too). || (He came. || She went.)",
        "Proved.[1] || Again.[2, 3–5] || Printed.12 || Raised.³ || Last.",
        "“Really?” he said. || At 5 p.m. Monday came. || At 5 p.m. || The bus left.",
        "Smith et al. found it. || Water, salt, etc. were used. || Oil, etc. || He left.",
        "Really?! || Yes! || No.",
        "Version 3.11.7 runs. || File a.txt too.",
        "Since 1990. || Until 3 Jan. 2020 he came.",
        "我是人。||你好！||再见。",
        "A line\nwrapped hard. || Its next\nsentence.",
    ],
)
def test_tricky_stops(text: str) -> None:
    expected = re.split(r" ?\|\| ?", text)
    separator = "" if "。" in text else " "
    assert texts(separator.join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Title\n\nA sentence.\n\nHeading\n\nAnother one", ["A sentence.", "Another one"]),
        (
            "It needs:\n- water\n- salt. And more.\n  Still more.",
            ["It needs:", "water", "salt.", "And more.", "Still more."],
        ),
        ("1. First thing.\n2. Second\n   thing.", ["First thing.", "Second\n   thing."]),
        ("  • Age: up to 20.\n  • Sex", ["Age: up to 20.", "Sex"]),
        (
            "Rose in\n1990. They fell – it is said\n– in May.",
            ["Rose in\n1990.", "They fell – it is said\n– in May."],
        ),
        ("One para\n\nwithout stops here, so.", ["without stops here, so."]),
        (
            "Ends without stop\nin two lines\n\nNext para.",
            ["Ends without stop\nin two lines", "Next para."],
        ),
        ("a) one\nb) two", ["one", "two"]),
        ("***\n\n----\n\n. . .", []),
    ],
)
def test_lists_headings_and_paragraphs(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_markdown_leaves_out_code_rules_and_table_lines() -> None:
    text = "# T\n\nOne. Two.\n\n```\nCode. Here.\n```\n---\n| A. b | C |\n|---|---|\n"
    text += "| d. E | f |\n\n* item"
    assert texts(text, "x.md") == ["One.", "Two.", "d. E  f", "item"]


@given(
    st.lists(st.sampled_from(BITS), max_size=20).map("".join), st.sampled_from(["x.txt", "x.md"])
)
@settings(max_examples=examples(300), deadline=None)
def test_every_stated_word_is_in_exactly_one_sentence(text: str, path: str) -> None:
    document = Document("x", text, path)
    found = sentences(document)
    assert all(a.end <= b.start for a, b in pairwise(found))
    stating = [b for b in document.blocks if b.kind in (Kind.PARAGRAPH, Kind.ITEM)]
    read = document.text
    stated = {i for b in stating for i in range(b.text_start, b.text_end) if read[i].isalnum()}
    assert {i for s in found for i in range(s.start, s.end) if read[i].isalnum()} == stated
    for sentence in found:
        quoted = document.quote(sentence)
        assert quoted == quoted.strip()
        assert "\n\n" not in quoted


@pytest.mark.parametrize(("language", "parts", "text"), cases())
def test_hard_cases(language: str, parts: list[str], text: str) -> None:
    document = Document("x", text, "x.txt", language)
    assert [document.quote(sentence) for sentence in sentences(document)] == parts


def test_there_are_many_hard_cases_in_many_languages() -> None:
    assert len(cases()) >= 150
    assert len(HARD) >= 15


@pytest.mark.parametrize(
    "line",
    ["**He left.** She stayed.", "_He left._ She stayed.", "[He left.](a.b) She stayed."],
)
def test_a_stop_inside_marks_ends_its_sentence(line: str) -> None:
    assert texts(line, "x.md") == ["He left.", "She stayed."]


def test_notes_stand_behind_the_stop() -> None:
    text = "It holds.[^1] It broke.[^b]\n\n[^1]: Measured.\n[^b]: Seen. Twice."
    assert texts(text, "x.md") == ["It holds.¹", "It broke.²", "Measured.", "Seen.", "Twice."]


def test_the_language_is_told_where_nobody_names_it() -> None:
    text = "Das ist z. B. Öl und nicht das Wasser. Es ist auch nicht der Stein."
    assert len(texts(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com/a?b=c",
        "<https://example.com>",
        "app/main.py",
        "`src/valve.c`:",
        "<!-- Nobody. -->",
        "---\n\n***",
        "[ref]: https://example.com 'A title.'",
        '{{< figure src="a.png" >}}',
        ":::tip",
    ],
)
def test_what_nobody_could_ask_is_no_sentence(text: str) -> None:
    assert texts(f"It holds.\n\n{text}\n\nIt broke.", "x.md") == ["It holds.", "It broke."]
