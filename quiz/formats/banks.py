"""Which formats of question banks are read, and which one a file is in: told by its content.

A reader is `quiz.formats.FORMAT.reader` with `read(bank) -> Iterator[Item]`, imported when a file
of that format comes. It raises QuizError where the whole file is of no use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import NamedTuple

from quiz.errors import QuizError
from quiz.formats.bank.bounded import MAX_ITEMS, BankFile
from quiz.formats.bank.item import Item


class Format(NamedTuple):
    """A format: its name for people, and the room of its reader."""

    title: str
    room: str


FORMATS: Mapping[str, Format] = {
    "gift": Format("GIFT", "gift"),
    "moodle-xml": Format("Moodle XML", "moodle_xml"),
    "aiken": Format("Aiken", "aiken"),
    "table": Format("CSV, TSV and .xlsx", "tables"),
    "qti": Format("QTI", "qti"),
    "anki": Format("Anki", "anki"),
}
"""By the name that `--from` takes."""

_ROOT = re.compile(
    rb"(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>|\s)*<(?:[\w.-]+:)?([\w.-]+)",
    re.DOTALL,
)
_ROOTS = {
    b"quiz": "moodle-xml",
    b"questestinterop": "qti",
    b"assessmentItem": "qti",
    b"assessmentTest": "qti",
    b"manifest": "qti",
    b"qti-assessment-item": "qti",
    b"qti-assessment-test": "qti",
}
_AIKEN = re.compile(
    r"^[ \t]*ANSWERS?[ \t]*:[ \t]*[A-Z](?:[ \t,;&/]+[A-Z])*[.)]?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_AIKEN_OPTION = re.compile(r"^[ \t]*[A-Z][.)][ \t]", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t]*\n")
_GIFT = re.compile(r"(?<!\\)\{[^{}]*\}|^[ \t]*::|^[ \t]*\$CATEGORY:", re.MULTILINE)
_GIFT_SURE = re.compile(
    r"(?<!\\)\{\s*+(?:[=~#%]|T\}|F\}|TRUE|FALSE|\})|^[ \t]*::.*?::|^[ \t]*\$CATEGORY:", re.MULTILINE
)


def read_items(bank: BankFile, format_name: str = "") -> Iterator[Item]:
    """The items of a bank in its order; raises QuizError for a file of no format that is known."""
    found = format_name or format_of(bank)
    if found not in FORMATS:
        raise QuizError(f"this is {found}, which is not read yet", path=bank.path, hint=_KNOWN)
    reader = import_module(f"quiz.formats.{FORMATS[found].room}.reader")
    for number, item in enumerate(reader.read(bank)):
        if number >= MAX_ITEMS:
            message = f"the bank holds more than {MAX_ITEMS} questions"
            raise QuizError(message, path=bank.path, hint="export it in parts, by category")
        yield item


def format_of(bank: BankFile) -> str:
    """The name of a file's format; raises QuizError."""
    if not bank.data.strip():
        raise QuizError("the file is empty", path=bank.path)
    if bank.is_zip:
        return _in_archive(bank)
    if bank.data.startswith(b"SQLite format 3\x00"):
        return "anki"
    if other := _foreign(bank.data):
        raise QuizError(f"this is {other}", path=bank.path, hint=_KNOWN)
    if bank.head.startswith(b"<") or bank.text.lstrip("\ufeff \n\t").startswith("<?xml"):
        return _of_root(bank)
    return _of_text(bank)


_KNOWN = "`quiz import` reads " + ", ".join(one.title for one in FORMATS.values())


def _of_root(bank: BankFile) -> str:
    text = bank.text.lstrip("\ufeff \n\t")
    match = _ROOT.match(text[:100_000].encode("utf-8", "surrogatepass"))
    root = match[1] if match else b""
    if root in _ROOTS:
        return _ROOTS[root]
    if root.lower() in (b"html", b"p", b"b", b"div", b"i", b"span", b"br", b"img"):
        return _of_text(bank)
    name = root.decode("utf-8", "replace")
    message = f"this is XML of another kind: it starts with <{name}>" if name else "this is no XML"
    raise QuizError(message, path=bank.path, hint=_KNOWN)


def _of_text(bank: BankFile) -> str:
    """GIFT, Aiken or a table, by the signs that only one of them has."""
    from quiz.formats.tables.rows import has_header

    text = bank.text
    if has_header(text):
        return "table"
    aiken = len(_AIKEN.findall(text)) if _AIKEN_OPTION.search(text) else 0
    blocks = _BLANK.split(text) if aiken else [text]
    others = "\n\n".join(block for block in blocks if not aiken or not _AIKEN.search(block))
    gift = len(_GIFT_SURE.findall(others))  # braces in an item of Aiken are none of GIFT
    if aiken and aiken >= gift:
        return "aiken"
    if gift:
        return "gift"
    from quiz.formats.tables.rows import looks_like_table

    if looks_like_table(text):
        return "table"
    if _GIFT.search(text):
        return "gift"
    message = "no questions are found in this file"
    raise QuizError(message, path=bank.path, hint=f"{_KNOWN}; `--from FORMAT` says which it is")


def _in_archive(bank: BankFile) -> str:
    names = bank.archive.names
    if any(name.startswith("collection.anki2") for name in names):
        return "anki"
    if "xl/workbook.xml" in names:
        return "table"
    if other := next((said for name, said in _PACKAGES.items() if name in names), ""):
        raise QuizError(f"this is {other}", path=bank.path, hint=_KNOWN)
    if any(name.lower().endswith((".xml", ".qti", ".dat")) for name in names):
        return "qti"
    hint = "unpack it, and import the file with the questions"
    raise QuizError("the archive holds no question bank that is known", path=bank.path, hint=hint)


_PACKAGES = {
    "word/document.xml": "a Word document: save the questions as GIFT, Aiken or a table",
    "ppt/presentation.xml": "a presentation: save the questions as GIFT, Aiken or a table",
    "content.xml": "an OpenDocument file: save it as CSV or .xlsx",
    "h5p.json": "an H5P package: its questions have no counterpart",
    "moodle_backup.xml": "a Moodle backup: export the questions instead",
}
"""By a file that only archives of that kind have."""


def _foreign(data: bytes) -> str:
    """What a file is that many take for a bank, and that is not read."""
    signs = {
        b"\x1f\x8b": "a compressed archive, perhaps a Moodle backup: export the questions instead",
        b"%PDF": "a PDF: export the questions as GIFT, Aiken, XML or CSV",
        b"\xd0\xcf\x11\xe0": "an old Office file: save it as CSV or .xlsx",
        b"{\\rtf": "a rich text: save it as plain text",
        b"7z\xbc\xaf": "a 7-Zip archive: unpack it first",
        b"Rar!": "a RAR archive: unpack it first",
    }
    return next((said for sign, said in signs.items() if data.startswith(sign)), "")
