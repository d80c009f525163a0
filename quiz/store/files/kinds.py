"""What a file is, told by its bytes; the name only says which of several texts it may be."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

LOOKED_AT = 4_096
"""Bytes from the start in which signs are looked for."""


class FileKind(NamedTuple):
    """`name` is what a reader is chosen by, `called` what people call it: `a PDF file`.

    `readable` says whether `quiz convert` reads it, else `advice` says what to do.
    """

    name: str
    called: str
    readable: bool = True
    advice: str = ""


HTML = FileKind("html", "a web page (HTML)")
UTF16 = FileKind("text", "UTF-16 text")
UTF32 = FileKind("text", "UTF-32 text")
MHTML = FileKind("mhtml", "a saved web page (MHTML)")
SUBTITLES = FileKind("subtitles", "subtitles")
NOTEBOOK = FileKind("notebook", "a Jupyter notebook")
_SAVE = "open it in the program that made it, save it as .docx or PDF, and convert that"
_ENCRYPTED = FileKind(
    "encrypted", "an encrypted office file", False, "save it without a password, and convert that"
)
_OLD_OFFICE = FileKind("ole", "an office file of before 2007 (.doc, .ppt)", False, _SAVE)
_ZIP = FileKind("zip", "a zip archive", False, "unpack it, and convert the files in it")
_PICTURE = "recognise its text first (OCR), for example with ocrmypdf, and convert the PDF"
_SIGNATURES = (
    (b"%PDF-", FileKind("pdf", "a PDF file")),
    (b"{\\rtf", FileKind("pandoc:rtf", "a rich text file (RTF)")),
    (b"\x89PNG", FileKind("picture", "a picture", False, _PICTURE)),
    (b"\xff\xd8\xff", FileKind("picture", "a picture", False, _PICTURE)),
    (b"GIF8", FileKind("picture", "a picture", False, _PICTURE)),
    (b"II*\0", FileKind("picture", "a picture", False, _PICTURE)),
    (b"MM\0*", FileKind("picture", "a picture", False, _PICTURE)),
    (b"\x1f\x8b", FileKind("gzip", "a compressed file (gzip)", False, "unpack it first")),
    (b"7z\xbc\xaf", FileKind("7z", "a 7z archive", False, "unpack it first")),
    (b"Rar!", FileKind("rar", "a rar archive", False, "unpack it first")),
    (b"%!PS", FileKind("ps", "a PostScript file", False, "make a PDF of it with ps2pdf")),
    (b"AT&TFORM", FileKind("djvu", "a DjVu file", False, "make a PDF of it with ddjvu")),
    (b"SQLite format 3", FileKind("sqlite", "a database", False, "export its text")),
    (b"\x7fELF", FileKind("program", "a program", False, "choose a file with text in it")),
    (b"MZ", FileKind("program", "a program", False, "choose a file with text in it")),
    (b"ID3", FileKind("sound", "a sound file", False, "convert its subtitles (.vtt, .srt)")),
    (b"OggS", FileKind("sound", "a sound file", False, "convert its subtitles (.vtt, .srt)")),
    (b"\x1aE\xdf\xa3", FileKind("film", "a film", False, "convert its subtitles (.vtt, .srt)")),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_ZIP = {
    "word/document.xml": FileKind("docx", "a Word file (.docx)"),
    "ppt/presentation.xml": FileKind("pptx", "a PowerPoint file (.pptx)"),
    "xl/workbook.xml": FileKind("pandoc:xlsx", "an Excel file (.xlsx)"),
    "META-INF/container.xml": FileKind("epub", "an electronic book (EPUB)"),
}
_BY_TYPE = {
    "application/epub+zip": FileKind("epub", "an electronic book (EPUB)"),
    "application/vnd.oasis.opendocument.text": FileKind("odt", "an OpenDocument text (.odt)"),
    "application/vnd.oasis.opendocument.presentation": FileKind(
        "odp", "an OpenDocument presentation (.odp)"
    ),
    "application/vnd.oasis.opendocument.spreadsheet": FileKind(
        "ods", "an OpenDocument table (.ods)", False, "save it as .xlsx, and convert that"
    ),
}
_BY_SUFFIX = {
    **dict.fromkeys((".rst", ".rest"), ("rst", "reStructuredText")),
    **dict.fromkeys((".tex", ".latex"), ("latex", "a LaTeX file")),
    **dict.fromkeys((".adoc", ".asciidoc", ".asc"), ("asciidoc", "an AsciiDoc file")),
    **dict.fromkeys((".wiki", ".mediawiki"), ("mediawiki", "a MediaWiki page")),
    **{f".{n}": ("man", "a manual page in roff") for n in range(1, 10)},
    ".org": ("org", "an Org file"),
    ".typ": ("typst", "a Typst file"),
    ".textile": ("textile", "a Textile file"),
    ".dokuwiki": ("dokuwiki", "a DokuWiki page"),
    ".opml": ("opml", "an outline (OPML)"),
    ".muse": ("muse", "a Muse file"),
    ".t2t": ("t2t", "a txt2tags file"),
    ".pod": ("pod", "Perl documentation (POD)"),
    ".dj": ("djot", "a Djot file"),
    ".csv": ("csv", "a table (CSV)"),
    ".tsv": ("tsv", "a table (TSV)"),
}
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])",
    re.DOTALL | re.IGNORECASE,
)
_XML = {"book": "docbook", "article": "docbook", "chapter": "docbook", "FictionBook": "fb2"}
_XML_ROOT = re.compile(r"\s*<\?xml[^>]*\?>(?:\s|<!--.*?-->|<!DOCTYPE[^>\[]*>)*<([\w:]+)", re.DOTALL)
_MIME = re.compile(r"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_CUE = re.compile(
    r"\s*\d+[ \t]*\n\d{1,3}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->[ \t]*\d{1,3}:\d\d:\d\d[,.]\d"
)


def kind_of(data: bytes, name: str = "") -> FileKind | None:
    """What the content of a file is; None for plain text and Markdown.

    The name counts where many kinds of text look alike.
    """
    suffix = "." + name.rpartition(".")[2].lower() if "." in name else ""
    binary = _binary(data)
    if binary is not None:
        return binary
    wide = wide_encoding(data)
    head = data[: LOOKED_AT * 4].decode(wide or "utf-8", "replace").lstrip("\ufeff")
    head = head.replace("\r\n", "\n").replace("\r", "\n")
    text = _text(head, data, suffix)
    if text is not None or not wide:
        return text
    return UTF32 if wide.startswith("utf-32") else UTF16


def _binary(data: bytes) -> FileKind | None:
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _zipped(data)
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        return _ENCRYPTED if locked else _OLD_OFFICE
    for sign, kind in _SIGNATURES:
        if data.startswith(sign):
            return kind
    if b"%PDF-" in data[:1024] and b"\0" not in data[: data.index(b"%PDF-")]:
        return _SIGNATURES[0][1]
    if data[4:8] == b"ftyp":
        return FileKind("film", "a film", False, "convert its subtitles (.vtt, .srt)")
    if data[60:68] == b"BOOKMOBI":
        return FileKind("mobi", "a Kindle book", False, "make an EPUB of it with Calibre")
    return None


def _zipped(data: bytes) -> FileKind:
    import io
    import zipfile  # few files need it

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                said = archive.read("mimetype").decode("ascii", "replace").strip()
                if said in _BY_TYPE:
                    return _BY_TYPE[said]
            return next((kind for part, kind in _IN_ZIP.items() if part in names), _by_part(names))
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        advice = "it is damaged or cut off: get it anew"
        return FileKind("zip", "a damaged zip archive or office file", False, advice)


def _by_part(names: set[str]) -> FileKind:
    """Office files whose first part has another name, as some programs give it."""
    if "[Content_Types].xml" in names:
        for folder, part in (("word/", "word/document.xml"), ("ppt/", "ppt/presentation.xml")):
            if any(name.startswith(folder) for name in names):
                return _IN_ZIP[part]
    return _ZIP


def _text(head: str, data: bytes, suffix: str) -> FileKind | None:
    if _HTML.match(head):
        return HTML
    if re.match(r"WEBVTT(?:\s|\Z)", head) or _CUE.match(head):
        return SUBTITLES
    if _MIME.match(head) and "multipart/related" in head.lower():
        return MHTML
    if head.lstrip()[:1] == "{" and b'"nbformat"' in data and b'"cells"' in data:
        return NOTEBOOK
    if root := _XML_ROOT.match(head):
        return _xml(root[1], head)
    if re.match(r"\s*(?:%[^\n]*\n\s*)*\\documentclass", head):
        return FileKind("pandoc:latex", "a LaTeX file")
    if suffix in _BY_SUFFIX and "\0" not in head:
        name, called = _BY_SUFFIX[suffix]
        return FileKind(f"pandoc:{name}", called)
    return HTML if suffix in (".html", ".htm", ".xhtml") else None


def _xml(root: str, head: str) -> FileKind:
    """XML by its outermost element."""
    called = _XML.get(root)
    if called == "docbook" and re.search("jats|nlm//dtd|dtd-version", head, re.IGNORECASE):
        called = "jats"
    if called:
        return FileKind(f"pandoc:{called}", f"an XML file ({called})")
    return FileKind("xml", "an XML file", False, "choose a file that is meant to be read")


def wide_encoding(data: bytes) -> str:
    """UTF-16 or UTF-32 by its mark, or UTF-16 by its zeros; empty for anything else."""
    for mark, name in (
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return name
    head = data[:LOOKED_AT]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(head) >= 4 and max(even, odd) > len(head) * 0.3 and min(even, odd) < len(head) * 0.05:
        return "utf-16-le" if odd > even else "utf-16-be"
    return ""
