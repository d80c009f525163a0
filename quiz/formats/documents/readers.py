"""The reader of each kind of file."""

from __future__ import annotations

from quiz.formats.documents.converted import Converted, Progress, UnreadableError
from quiz.store.files.kinds import FileKind

EXTRAS = {"pypdfium2": "pdf", "pypandoc": "documents"}
"""The extra that brings each library."""


def read(data: bytes, kind: FileKind, name: str, encoding: str, progress: Progress) -> Converted:
    """What a file says. Raises UnreadableError; ImportError where a library is missing."""
    form = kind.name.partition(":")[2]
    if not kind.readable:
        raise UnreadableError(f"this is {kind.called}", kind.advice)
    if form:
        from quiz.formats.documents.pandoc import read_with_pandoc

        return read_with_pandoc(data, form)
    if kind.name == "pdf":
        from quiz.formats.documents.pdf.reading import read_pdf

        return read_pdf(data, progress, name)
    if kind.name in ("text", "subtitles", "html", "mhtml"):
        return _text(data, kind, name, encoding)
    return _package(data, kind, progress)


def _text(data: bytes, kind: FileKind, name: str, encoding: str) -> Converted:
    if kind.name == "html":
        from quiz.formats.documents.web.html import read_html

        return read_html(data, encoding)
    if kind.name == "mhtml":
        from quiz.formats.documents.web.mhtml import read_mhtml

        return read_mhtml(data)
    if kind.name == "subtitles":
        from quiz.formats.documents.subtitles import read_subtitles

        return read_subtitles(data, encoding)
    from quiz.formats.documents.plain import read_text

    return read_text(data, name, encoding)


def _package(data: bytes, kind: FileKind, progress: Progress) -> Converted:
    if kind.name == "docx":
        from quiz.formats.documents.office.docx import read_docx

        return read_docx(data, progress)
    if kind.name == "pptx":
        from quiz.formats.documents.office.pptx import read_pptx

        return read_pptx(data, progress)
    if kind.name in ("odt", "odp"):
        from quiz.formats.documents.office.odt import read_odt

        return read_odt(data, progress)
    if kind.name == "epub":
        from quiz.formats.documents.web.epub import read_epub

        return read_epub(data, progress)
    from quiz.formats.documents.notebook import read_notebook

    return read_notebook(data)
