"""Web pages and electronic books as Markdown."""

from __future__ import annotations

import pytest

from quiz.formats.documents.converted import UnreadableError, silent
from quiz.formats.documents.web.epub import read_epub
from quiz.formats.documents.web.html import read_html
from quiz.formats.documents.web.mhtml import read_mhtml
from quiz.store.files.kinds import kind_of
from tests.formats.documents.making import epub


def markdown(body: str) -> str:
    return read_html(f"<!doctype html><html><body>{body}</body></html>".encode()).markdown


def test_only_the_text_of_a_page_is_kept() -> None:
    found = read_html(
        b"<!doctype html><html lang=nl><head><title>Fire | Site</title><style>p{}</style></head>"
        b"<body><nav>Menu</nav><header>Logo</header><main><h1>Fire</h1><p>Leave.<script>x()</script>"
        b"<p hidden>No.<p style='display: none'>No.<p aria-hidden=true>No.</main>"
        b"<footer>(c)</footer></body></html>"
    )
    assert found.markdown == "# Fire\n\nLeave.\n"
    assert (found.title, found.language) == ("Fire", "nl")


def test_menus_by_their_name_are_left_out_only_where_they_are_little_but_links() -> None:
    links = "".join(f"<li><a href='/{n}'>Language {n}</a>" for n in range(9))
    assert markdown(f"<div class='lang-menu'><ul>{links}</ul></div><p>Text.") == "Text.\n"
    assert "Soup" in markdown("<div class=menu><p>Soup of the day, and <a href=/b>bread</a></div>")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One <b>bold </b>word<p>Two", "One **bold** word\n\nTwo\n"),
        ("a<br>b", "a\\\nb\n"),
        ("<p>m<sup>2</sup> H<sub>2</sub>O x<sup>th</sup>", "m² H₂O xth\n"),
        ("<a href='https://x.y'>there</a> <a href='b.h'>here</a>", "[there](https://x.y) here\n"),
        ("<ul><li>a<ul><li>aa</ul><li>b<p>more</ul>", "- a\n  - aa\n- b\n\n  more\n"),
        ("<ol start=3><li>c<li>d</ol>", "3. c\n4. d\n"),
        ("<blockquote><p>q<p>r</blockquote>", "> q\n>\n> r\n"),
        ("<pre class='language-py'>if x:\n    y\n</pre>", "```py\nif x:\n    y\n```\n"),
        ("<dl><dt>Term<dd>Meaning</dl>", "**Term**\n\nMeaning\n"),
        ("<table><tr><th>h<th>k<tr><td>1<td><p>x<p>y</table>",
         "| h | k |\n| --- | --- |\n| 1 | x y |\n"),
        ("<table><tr><td><h2>Layout</h2><p>text</table>", "## Layout\n\ntext\n"),
        ("<img src=http://x.y/z.png alt='A fire door'>", "A fire door\n"),
        ("<p>1. no list", "1\\. no list\n"),
        ("<details><summary>Sum</summary>Inside</details>", "Sum\n\nInside\n"),
        ("<ruby>漢<rt>kan</rt></ruby>", "漢\n"),
        ("<p>&amp;lt; &nbsp; &lt;b&gt;", "\\&lt; \\<b>\n"),
        ("<p>old <del>price</del> new", "old new\n"),
    ],
)  # fmt: skip
def test_elements_become_markdown(html: str, expected: str) -> None:
    assert markdown(html) == expected


def test_the_encoding_a_page_names_is_believed_if_it_is_true() -> None:
    page = "<html><head><meta charset={}></head><body><p>Größe</body></html>"
    for named, used in (("windows-1252", "cp1252"), ("utf-8", "utf-8"), ("utf-8", "cp1252")):
        assert read_html(page.format(named).encode(used)).markdown == "Größe\n"


def test_a_page_made_by_a_script_says_so() -> None:
    with pytest.raises(UnreadableError, match="no text on this page") as caught:
        read_html(b"<html><body><div id=app></div><script>draw()</script></body></html>")
    assert "script" in caught.value.hint


def test_a_saved_page_with_its_pictures_is_read() -> None:
    saved = (
        b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable"
        b"\r\n\r\n<!doctype html><html><p>T=C3=BCr =\r\nzu.</html>\r\n--x\r\n"
        b"Content-Type: image/png\r\n\r\nxx\r\n--x--\r\n"
    )
    kind = kind_of(saved, "a.txt")
    assert kind is not None
    assert kind.name == "mhtml"
    assert read_mhtml(saved).markdown == "Tür zu.\n"


def test_thousands_of_elements_within_each_other_are_read() -> None:
    assert "word" in markdown("<div>" * 20_000 + "word")
    assert "word" in markdown("<ul><li>" * 5_000 + "word")


def test_a_book_is_read_in_the_order_of_its_spine_with_its_printed_pages() -> None:
    found = read_epub(
        epub(
            {
                "b.xhtml": "<h1>First</h1><p>One.</p>",
                "a.xhtml": "<h1>Second</h1><p>Two <span epub:type='pagebreak' title='80'/>"
                "more.</p>",
            }
        ),
        silent,
    )
    assert found.markdown == "# First\n\nOne.\n\n# Second\n\nTwo<!-- page 80 --> more.\n"
    assert (found.title, found.language) == ("The Book", "en")


def test_a_chapter_without_a_heading_has_the_one_of_the_contents() -> None:
    book = epub({"a.xhtml": "<p>One.</p>"}, nav="<nav><a href='a.xhtml'>Alarms</a></nav>")
    assert read_epub(book, silent).markdown == "# Alarms\n\nOne.\n"


def test_an_encrypted_book_says_so() -> None:
    locked = {"META-INF/encryption.xml": '<e><CipherReference URI="OPS/a.xhtml"/></e>'}
    with pytest.raises(UnreadableError, match="encrypted"):
        read_epub(epub({"a.xhtml": "<p>One.</p>"}, extra=locked), silent)


def test_no_part_outside_the_book_is_read() -> None:
    book = epub({"../../../../etc/passwd": "<p>One.</p>"})
    with pytest.raises(UnreadableError, match="no text"):
        read_epub(book, silent)
