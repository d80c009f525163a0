"""A PDF becomes Markdown: in reading order, in paragraphs, with its headings and page labels."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from quiz.formats.documents.converted import Converted, Progress, UnreadableError
from quiz.formats.documents.markdown.inline import Inline
from quiz.formats.documents.markdown.writer import MarkdownWriter
from quiz.formats.documents.pdf.columns import body_size, usual_pitch
from quiz.formats.documents.pdf.furniture import without_furniture
from quiz.formats.documents.pdf.headings import mark_by_letters
from quiz.formats.documents.pdf.hyphens import Hyphens
from quiz.formats.documents.pdf.initials import with_initials
from quiz.formats.documents.pdf.line import Line
from quiz.formats.documents.pdf.lines import lines_of
from quiz.formats.documents.pdf.order import in_reading_order
from quiz.formats.documents.pdf.outline import Entry, mark_headings, outline_of
from quiz.formats.documents.pdf.parts import BULLET, Assembler, Part

MAX_PAGES = 20_000
_MUCH_TURNED = 120  # letters of a page; a stamp at the edge is no loss
_SCANNED = 12  # letters of a page; with fewer it is a picture
_OCR = "recognise it first (OCR), for example: ocrmypdf {name} {result}"
_PASSWORD = 4  # what the library calls a file that wants one
_PROGRAMS = re.compile(
    r"(?:microsoft (?:word|powerpoint)|untitled|\S+\.(?:docx?|indd|dvi|qxd|p65|exe|pdf|tex))\b",
    re.I,
)


def read_pdf(data: bytes, progress: Progress, name: str = "FILE.pdf") -> Converted:
    """The text of a file. Raises UnreadableError; ImportError without the library."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        raise _trouble(error) from None
    if count > MAX_PAGES:
        raise UnreadableError(f"the PDF has {count} pages; {MAX_PAGES} are read", "split it")
    found = _pages(document, count, progress)
    letters = sum(len(line.text) for lines in found.lines for line in lines)
    if len(found.empty) > 0.8 * count and letters < _SCANNED * max(count, 8):
        stem = name.rpartition(".")[0] or name
        hint = _OCR.format(name=shlex.quote(name), result=shlex.quote(f"{stem}-text.pdf"))
        raise UnreadableError("the PDF has no text, only pictures of pages (a scan)", hint)
    labels = _labels(document, count)
    entries = outline_of(document)
    title = _title(document)
    document.close()
    return _written(found, labels, entries, title)


def _trouble(error: Any) -> UnreadableError:
    if getattr(error, "err_code", None) == _PASSWORD or "assword" in str(error):
        return UnreadableError(
            "the PDF is encrypted", "save it without a password, and convert that"
        )
    return UnreadableError("the PDF is damaged", "get it anew, or print it into a new PDF")


class _Pages(NamedTuple):
    """The lines and height of each page, and the numbers of those that lack something."""

    lines: list[list[Line]]
    heights: list[float]
    empty: list[int]
    damaged: list[int]
    turned: list[int]


def _pages(document: Any, count: int, progress: Progress) -> _Pages:
    import pypdfium2

    found = _Pages([], [], [], [], [])
    for number in range(count):
        progress(number, count)
        lines: list[Line] = []
        height = 792.0
        try:
            page = document[number]
            height = page.get_height()
            upright, turned = lines_of(page, number)
            lines = in_reading_order(upright)
            if turned > _MUCH_TURNED:
                found.turned.append(number)
            page.close()
        except pypdfium2.PdfiumError:
            found.damaged.append(number)
        if sum(len(line.text) for line in lines) < _SCANNED and number not in found.damaged:
            found.empty.append(number)
        found.lines.append(lines)
        found.heights.append(height)
    return found


def _labels(document: Any, count: int) -> list[str]:
    found = []
    for number in range(count):
        label = " ".join((document.get_page_label(number) or "").split())
        found.append(label or str(number + 1))
    return found


def _title(document: Any) -> str:
    title = " ".join(document.get_metadata_value("Title").split())
    return "" if _PROGRAMS.match(title) or len(title) < 3 else title


def _notes(found: _Pages, labels: Sequence[str]) -> tuple[str, ...]:
    notes = []
    for what, pages in (
        ("have no text", found.empty),
        ("are damaged and left out", found.damaged),
        ("have text that stands sideways, which is left out", found.turned),
    ):
        if pages:
            some = ", ".join(labels[page] for page in pages[:10])
            more = f" and {len(pages) - 10} more" if len(pages) > 10 else ""
            notes.append(f"these pages {what}: {some}{more}")
    return tuple(notes)


def _written(
    pages: _Pages, labels: Sequence[str], entries: Sequence[Entry], title: str
) -> Converted:
    hyphens = Hyphens(pages.lines)
    kept = without_furniture(pages.lines, pages.heights, labels)
    by_outline = mark_headings(kept, entries)
    body = body_size(kept)
    kept = [with_initials(lines, body) for lines in kept]
    assembler = Assembler(body, usual_pitch(kept))
    parts: list[Part] = []
    for lines, height in zip(kept, pages.heights, strict=True):
        parts += assembler.page(lines, height)
    parts += assembler.rest()
    if not by_outline:
        mark_by_letters(parts, body)
    out = _Writer(labels, hyphens)
    for part in parts:
        out.part(part)
    top = next((p for p in parts if p.kind == "heading" and p.lines[0].page < 2), None)
    return Converted(
        out.markdown,
        title or (out.words(top).text if top is not None else ""),
        notes=_notes(pages, labels),
    )


class _Writer:
    """Writes parts, and the mark of each page before its first words."""

    def __init__(self, labels: Sequence[str], hyphens: Hyphens) -> None:
        self.labels, self.hyphens = labels, hyphens
        self._out = MarkdownWriter()
        self._page = -1
        self._depths: list[float] = []

    @property
    def markdown(self) -> str:
        """All of it."""
        return self._out.markdown

    def part(self, part: Part) -> None:
        """One part."""
        first = part.lines[0].page
        if first > self._page:
            self._out.mark("page", self.labels[first])
            self._page = first
        if part.kind == "table" and part.table is not None:
            self._out.table([[Inline(cell) for cell in row] for row in part.table.rows])
        elif part.kind == "heading":
            self._out.heading(part.level, self.words(part))
        elif part.kind == "item":
            self._out.item(self._depth(part), self.words(part, skip_bullet=True))
        else:
            self._out.paragraph(self.words(part))
        if part.kind != "item":
            self._depths.clear()

    def _depth(self, part: Part) -> int:
        left = part.bullet_left
        size = part.lines[0].size
        while self._depths and left < self._depths[-1] - 0.7 * size:
            self._depths.pop()
        if not self._depths or left > self._depths[-1] + 0.7 * size:
            self._depths.append(left)
        return len(self._depths) - 1

    def words(self, part: Part, *, skip_bullet: bool = False) -> Inline:
        """The lines of a part in one, words whole, with a mark where a page begins."""
        found = Inline()
        text = ""
        page = part.lines[0].page
        for line, joined in self._joined(part.lines, skip_bullet):
            if line.page > page:  # the mark stands before the last word that was added
                found.add(text)
                found.mark("page", self.labels[line.page])
                text, page = joined, line.page
                self._page = max(self._page, page)
            else:
                text += joined
        found.add(text)
        return found

    def _joined(self, lines: Sequence[Line], skip_bullet: bool) -> Iterator[tuple[Line, str]]:
        """Each line with what it adds to those before it, a word broken at its end whole."""
        texts = [line.text for line in lines]
        if skip_bullet:
            texts[0] = BULLET.sub("", texts[0], count=1)
        for i, line in enumerate(lines):
            if i + 1 == len(lines):
                yield line, texts[i]
                return
            whole = self.hyphens.joined(texts[i], texts[i + 1], broken=line.broken)
            rest = texts[i + 1]
            word, space, after = rest.partition(" ")
            if whole.endswith(" " + rest):
                yield line, texts[i] + " "
            else:  # the first word of the next line belongs to this one
                end = len(whole) - len(rest) + len(word)
                yield line, whole[:end] + (" " if space else "")
                texts[i + 1] = after
