"""What a file is, by its bytes."""

from __future__ import annotations

import pytest

from quiz.store.files.encodings import decoded, likeliest
from quiz.store.files.kinds import kind_of
from tests.formats.documents.making import docx, epub, odt, para, pdf, pptx, zipped

SRT = b"1\n00:00:01,000 --> 00:00:02,000\nHello.\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (pdf([[]]), "pdf"),
        (b"junk before\n%PDF-1.4\n", "pdf"),
        (docx(para("x")), "docx"),
        (pptx([""]), "pptx"),
        (odt(""), "odt"),
        (odt("", kind="presentation"), "odp"),
        (epub({}), "epub"),
        (zipped({"xl/workbook.xml": ""}), "pandoc:xlsx"),
        (zipped({"a": ""}), "zip"),
        (b"PK\3\4cut off", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"{\\rtf1 x}", "pandoc:rtf"),
        (b"\xef\xbb\xbf<!DOCTYPE HTML>", "html"),
        (b'<?xml version="1.0"?>\n<!-- c -->\n<html xmlns="x">', "html"),
        ("<html>".encode("utf-16"), "html"),
        ("Hello there".encode("utf-16"), "text"),
        ("Hello there".encode("utf-16-le"), "text"),
        (b"WEBVTT\n\n", "subtitles"),
        (SRT, "subtitles"),
        (SRT.replace(b"\n", b"\r\n"), "subtitles"),
        (b'{"cells": [], "nbformat": 4}', "notebook"),
        (b'<?xml version="1.0"?><!DOCTYPE book><book>', "pandoc:docbook"),
        (b"% x\n\\documentclass{a}", "pandoc:latex"),
        (b"\x89PNG\r\n", "picture"),
    ],
)
def test_a_kind_is_told_by_bytes_whatever_the_name(data: bytes, expected: str) -> None:
    for name in ("a.txt", "a.pdf", ""):
        kind = kind_of(data, name)
        assert kind is not None
        assert kind.name == expected


@pytest.mark.parametrize(
    "data", [b"", b"# Title\n", b"<p>A paragraph", b"<!-- c -->\nText", b"a <html> b"]
)
def test_text_and_markdown_are_no_other_kind(data: bytes) -> None:
    assert kind_of(data, "a.md") is None


def test_the_name_counts_where_texts_look_alike() -> None:
    kinds = [kind_of(b"text\n", name) for name in ("a.rst", "b.ORG", "ls.1", "a.html", "a.txt")]
    names = [kind.name if kind else "" for kind in kinds]
    assert names == ["pandoc:rst", "pandoc:org", "pandoc:man", "html", ""]


def test_what_cannot_be_converted_says_what_to_do() -> None:
    kind = kind_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert kind is not None
    assert not kind.readable
    assert ".docx" in kind.advice


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("windows-1252", "Größe: „Über“ den café – naïve résumé"),
        ("windows-1250", "Žluťoučký kůň příšerně úpěl ďábelské ódy"),
        ("windows-1251", "Привет, как дела? Документ о безопасности."),
        ("windows-1253", "Καλημέρα κόσμε, ασφάλεια"),
        ("koi8-r", "Привет, как дела? Документ о безопасности."),
        ("shift_jis", "これは日本語の文書です。安全のために"),
        ("big5", "這是關於安全的文件。"),
        ("euc_kr", "이것은 안전에 관한 문서입니다."),
    ],
)
def test_an_encoding_is_guessed_by_what_makes_words(encoding: str, text: str) -> None:
    assert likeliest(text.encode(encoding)) == encoding
    assert decoded(text.encode(encoding)) == (text, encoding)
