"""Documents that are no text: what they are, and the command that helps."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.errors import DocumentError
from quiz.store.library.documents import read_document
from tests.formats.documents.making import docx, para


def refusal(folder: Path, name: str, content: bytes) -> str:
    (folder / name).write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        read_document(folder / name, root=folder)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"%PDF-1.7\nx", "a PDF file"),
        ("a.md", b"<!doctype html><html><body>x</body></html>", "a web page (HTML)"),
        ("a.md", b"\xef\xbb\xbf\n<html>x", "a web page (HTML)"),
        ("a.txt", docx(para("x")), "a Word file"),
        ("a.txt", b"{\\rtf1 x}", "a rich text file"),
        ("a.txt", "Größe".encode("utf-16"), "UTF-16"),
        ("a.md", "Größe und so weiter".encode("utf-16-le"), "UTF-16"),
        ("a.txt", "Größe".encode("utf-32"), "UTF-32"),
        ("a.txt", "Größe".encode("cp1252"), "windows-1252"),
        ("a.txt", "Документ о безопасности труда".encode("cp1251"), "windows-1251"),
        ("a.pdf", b"%PDF-1.7\nx", "a PDF file"),
        ("a.docx", docx(para("x")), "a Word file"),
        ("a.rst", b"Text\n", "reStructuredText"),
    ],
)
def test_a_kind_is_named_with_the_command_that_converts_it(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    said = refusal(tmp_path, name, content)
    assert says in said
    assert f"quiz convert {tmp_path / name}" in said


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"PK\3\4\0\0", "damaged zip archive"),
        ("a.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "save it as .docx"),
        ("a.png", b"\x89PNG\r\n", "OCR"),
        ("a.xyz", b"Text\n", "a.txt"),
        ("a b.pdf", b"%PDF-1.7\n", "quiz convert '"),
    ],
)
def test_what_cannot_be_converted_says_what_to_do(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    assert says in refusal(tmp_path, name, content)


@pytest.mark.parametrize(
    "content",
    [
        b"<p align=center>Tea</p>\n",
        b"<!-- c -->\n# Tea\n",
        b"WEBVTT\n\n00:01.000 --> 00:02.000\nTea\n",
        b"<details><summary>Tea</summary></details>\n",
        b"PK is a letter pair.\n",
    ],
)
def test_text_that_only_looks_odd_is_read(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.md").write_bytes(content)
    assert read_document(tmp_path / "a.md", root=tmp_path).text
