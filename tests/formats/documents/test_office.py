"""Word, PowerPoint and OpenDocument files as Markdown."""

from __future__ import annotations

import pytest

from quiz.formats.documents.converted import UnreadableError, silent
from quiz.formats.documents.office.docx import read_docx
from quiz.formats.documents.office.odt import read_odt
from quiz.formats.documents.office.pptx import read_pptx
from tests.formats.documents.making import HEADINGS, box, docx, odt, para, pptx

LEGAL = """
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
  <w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="3">
  <w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
"""


def word(body: str, **parts: str) -> str:
    return read_docx(docx(body, **parts), silent).markdown


def numbered(number: int, depth: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def test_headings_have_the_numbers_that_word_draws_before_them() -> None:
    body = (
        para("Alarms", "H1", numbered(1)) + para("Text.") + para("Tests", "H2", numbered(1, 1))
        + para("Drills", "H2", numbered(1, 1)) + para("Exits", "H1", numbered(1))
    )  # fmt: skip
    assert word(body, styles=HEADINGS, numbering=LEGAL) == (
        "# 1 Alarms\n\nText.\n\n## 1.1 Tests\n\n## 1.2 Drills\n\n# 2 Exits\n"
    )


def test_items_are_nested_and_letters_stay_in_the_text() -> None:
    body = (
        para("one", extra=numbered(3)) + para("inner", extra=numbered(3, 1))
        + para("two", extra=numbered(3)) + para("Between.") + para("x", extra=numbered(2))
        + para("y", extra=numbered(2))
    )  # fmt: skip
    assert word(body, numbering=LEGAL) == (
        "1. one\n   - inner\n2. two\n\nBetween.\n\n- (a) x\n- (b) y\n"
    )


def test_changes_are_accepted_and_fields_show_their_result() -> None:
    body = (
        "<w:p><w:r><w:t>kept </w:t></w:r><w:del><w:r><w:delText>gone </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>new </w:t></w:r></w:ins>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>result</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
    )
    assert word(body) == "kept new result\n"


def test_looks_links_notes_and_tables_are_kept() -> None:
    body = (
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Never</w:t></w:r><w:r><w:t> run</w:t></w:r>"
        '<w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:t> </w:t></w:r>'
        '<w:hyperlink r:id="web"><w:r><w:t>there</w:t></w:r></w:hyperlink></w:p>'
        "<w:tbl><w:tr><w:tc>" + para("h") + "</w:tc><w:tc>" + para("k") + "</w:tc></w:tr>"
        "<w:tr><w:tc>"
        + para("1")
        + para("2")
        + "</w:tc><w:tc>"
        + para("x")
        + "</w:tc></w:tr></w:tbl>"
    )
    notes = f'<w:footnote w:id="7">{para("Walk.")}</w:footnote>'
    assert word(body, footnotes=notes) == (
        "**Never** run[^1] [there](https://example.org/a)\n\n"
        "| h | k |\n| --- | --- |\n| 1 2 | x |\n\n[^1]: Walk.\n"
    )


def test_the_title_of_a_file_is_its_paragraph_of_that_style_and_contents_are_left_out() -> None:
    styles = (
        '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="C"><w:name w:val="toc 1"/></w:style>'
    )
    made = docx(para("Plan", "T") + para("Alarms 1", "C") + para("Text."), styles=styles)
    found = read_docx(made, silent)
    assert (found.title, found.markdown) == ("Plan", "# Plan\n\nText.\n")


def test_slides_have_their_marks_titles_items_and_notes() -> None:
    slides = [
        box("Fire", "title") + box("Leave\n  At once\nMeet", "body") + box("12", "sldNum"),
        box("Secret", "title"),
        box("A box of its own\nwith a second line"),
    ]
    found = read_pptx(pptx(slides, hidden=[2], notes={1: "Say it slowly."}), silent)
    assert found.markdown == (
        "<!-- slide 1 -->\n\n## Fire\n\n- Leave\n  - At once\n- Meet\n\n> Say it slowly.\n\n"
        "<!-- slide 3 -->\n\n## Slide 3\n\nA box of its own\n\nwith a second line\n"
    )
    assert found.title == "Fire"
    assert found.notes == ("1 hidden slide left out",)


def test_an_opendocument_text_keeps_headings_lists_looks_notes_and_tables() -> None:
    styles = (
        '<style:style style:name="B"><style:text-properties font-weight="bold"/></style:style>'
        '<text:list-style style:name="N"><text:list-level-style-number text:level="1" '
        'style:num-format="1" style:num-suffix="."/></text:list-style>'
    )
    body = (
        '<text:h text:outline-level="1">Alarms</text:h>'
        '<text:p>A <text:span text:style-name="B">bold</text:span> word<text:note>'
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>Loud.</text:p>"
        "</text:note-body></text:note></text:p>"
        '<text:list text:style-name="N"><text:list-item><text:p>one</text:p></text:list-item>'
        "<text:list-item><text:p>two</text:p></text:list-item></text:list>"
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert read_odt(odt(body, styles=styles), silent).markdown == (
        "# Alarms\n\nA **bold** word[^1]\n\n1. one\n2. two\n\n| a | b |\n| --- | --- |\n\n"
        "[^1]: Loud.\n"
    )


def test_slides_of_an_opendocument_presentation_have_marks_titles_and_notes() -> None:
    def frame(kind: str, text: str) -> str:
        box = f"<drawing:text-box>{text}</drawing:text-box>"
        return f"<drawing:frame presentation:class='{kind}'>{box}</drawing:frame>"

    title = frame("title", "<text:p>Fire</text:p>")
    item = "<text:list-item><text:p>Leave</text:p></text:list-item>"
    text = frame("outline", f"<text:list>{item}</text:list>")
    said = frame("notes", "<text:p>Slowly.</text:p>")
    notes = f"<presentation:notes>{said}</presentation:notes>"
    made = odt(f"<drawing:page>{title}{text}{notes}</drawing:page>", kind="presentation")
    assert read_odt(made, silent).markdown == (
        "<!-- slide 1 -->\n\n## Fire\n\n- Leave\n\n> Slowly.\n"
    )


def test_formulas_are_written_in_a_line() -> None:
    formula = "<msup><mi>a</mi><mn>2</mn></msup><mo>=</mo><mfrac><mi>b</mi><mi>c</mi></mfrac>"
    body = '<text:p>So <drawing:frame><drawing:object href="./Object 1"/></drawing:frame>.</text:p>'
    assert read_odt(odt(body, formula=formula), silent).markdown == "So a² = b/c.\n"


def test_an_encrypted_opendocument_file_says_so() -> None:
    with pytest.raises(UnreadableError, match="encrypted"):
        read_odt(odt("<text:p>x</text:p>", manifest="<encryption-data/>"), silent)


@pytest.mark.parametrize(
    "read",
    [
        lambda: read_docx(docx(""), silent),
        lambda: read_pptx(pptx([box("")]), silent),
        lambda: read_odt(odt("<text:p/>"), silent),
    ],
)
def test_a_file_without_text_says_so(read: object) -> None:
    assert callable(read)
    with pytest.raises(UnreadableError, match="no text"):
        read()
