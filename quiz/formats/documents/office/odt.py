"""An OpenDocument text or presentation becomes Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from quiz.formats.documents.converted import Converted, Progress, UnreadableError
from quiz.formats.documents.markdown.inline import Inline
from quiz.formats.documents.markdown.writer import MarkdownWriter
from quiz.formats.documents.office.description import described
from quiz.formats.documents.office.odt_styles import OdtStyles
from quiz.formats.documents.office.odt_text import OdtText, letters
from quiz.formats.documents.zipped import Parts, attribute, local, whole

_HOLDING = frozenset(
    "section body text g custom-shape text-box shapes list-header rect ellipse line frame".split()  # noqa: SIM905
)
_LONGEST_CELL = 2_000


def read_odt(data: bytes, progress: Progress) -> Converted:
    """The text of a file, changes accepted. Raises UnreadableError."""
    parts = Parts(data)
    if "META-INF/manifest.xml" in parts and any(
        local(e) == "encryption-data" for e in parts.xml("META-INF/manifest.xml").iter()
    ):
        raise UnreadableError("the file is encrypted", "save it without a password")
    content = parts.xml("content.xml")
    styles = parts.xml("styles.xml") if "styles.xml" in parts else None
    known = OdtStyles([content, *([styles] if styles is not None else [])])
    reader = _Reader(parts, known, progress)
    body = next((e for e in content if local(e) == "body"), content)
    pages = [e for e in body.iter() if local(e) == "page"]
    if pages:
        reader.slides(pages)
    else:
        reader.blocks([inner for kind in body for inner in kind])
    reader.write_notes()
    if not reader.words:
        raise UnreadableError("there is no text in this file", "text in pictures needs OCR")
    title, language = described(parts)
    return Converted(reader.out.markdown, title or reader.title, language)


class _Reader:
    def __init__(self, parts: Parts, styles: OdtStyles, progress: Progress) -> None:
        self.styles, self.progress = styles, progress
        self._words = OdtText(parts, styles)
        self.out = MarkdownWriter()
        self.title = ""
        self.words = False
        self._code: list[str] = []

    # Slides

    def slides(self, pages: list[Element]) -> None:
        """The slides of a presentation."""
        for number, page in enumerate(pages, 1):
            self.progress(number, len(pages))
            self.out.mark("slide", str(number))
            frames = [e for e in page if local(e) != "notes"]
            titles = [e for e in frames if attribute(e, "class") == "title"]
            lines = [e for frame in titles for e in frame.iter() if local(e) == "p"]
            text = Inline.joined([text for text in map(self._words.text, lines) if text])
            self.title = self.title or text.text
            self.words = self.words or bool(text)
            self.out.heading(2, text or Inline(f"Slide {number}"))
            self.blocks([e for e in frames if e not in titles and not _is_footer(e)])
            for notes in (e for e in page if local(e) == "notes"):
                with self.out.within("> "):
                    self.blocks([e for e in notes if attribute(e, "class") == "notes"])

    # Blocks

    def blocks(self, elements: list[Element]) -> None:
        """Headings, paragraphs, lists and tables in order."""
        for at, element in enumerate(elements):
            if at % 200 == 0 and len(elements) > 400:
                self.progress(at, len(elements))
            name = local(element)
            if name == "h":
                self._heading(element)
            elif name == "p":
                self._paragraph(element)
            elif name == "list":
                self._end_code()
                self._list(element, 0, attribute(element, "style-name"))
            elif name == "table":
                self._end_code()
                self._table(element)
            elif name in _HOLDING:
                self.blocks(list(element))
        self._end_code()

    def _heading(self, element: Element) -> None:
        self._end_code()
        said = attribute(element, "outline-level")
        level = whole(said, 1)
        text = self._words.text(element)
        if text:
            self.words = True
            self.out.heading(level, Inline.labelled(self.styles.heading_label(level), text))

    def _paragraph(self, element: Element) -> None:
        style = self.styles[attribute(element, "style-name")]
        text = self._words.text(element)
        frames, self._words.frames = self._words.frames, []
        self.words = self.words or bool(text)
        if style.code:
            self._code.append(letters(element))
        else:
            self._end_code()
            if style.title and text:
                self.title = self.title or text.text
                self.out.heading(1, text)
            elif style.level:
                self.out.heading(style.level, text)
            else:
                self.out.paragraph(text)
        for frame in frames:
            self.blocks(list(frame))

    def _end_code(self) -> None:
        if self._code:
            code, self._code = self._code, []
            self.out.code("\n".join(code))

    def _list(self, element: Element, depth: int, style: str) -> None:
        style = attribute(element, "style-name") or style
        if attribute(element, "continue-numbering") != "true":
            self.styles.restart(style, depth)
        for item in element:
            if local(item) not in ("list-item", "list-header"):
                continue
            first = local(item) == "list-item"
            for child in item:
                name = local(child)
                if name == "list":
                    self._list(child, depth + 1, style)
                elif name == "h":
                    self._heading(child)
                elif name == "p":
                    text = self._words.text(child)
                    self.words = self.words or bool(text)
                    if text and first:
                        label, number = self.styles.next_label(style, depth)
                        plain = number is not None and label in (f"{number}.", f"{number})")
                        shown = text if plain or not label else Inline.labelled(label, text)
                        self.out.item(depth, shown, number if plain else None)
                        first = False
                    elif text:
                        self.out.more(depth, text)
                else:
                    self.blocks([child])

    def _table(self, element: Element) -> None:
        rows = [list(_cells(row)) for row in _rows(element)]
        flat = [cell for row in rows for cell, _ in row]
        nested = any(local(e) in ("table", "h") for cell in flat for e in cell.iter())
        long = any(sum(len(t) for t in cell.itertext()) > _LONGEST_CELL for cell in flat)
        if nested or long or max(map(len, rows), default=0) < 2:
            for cell in flat:
                self.blocks(list(cell))
            return
        found = []
        for row in rows:
            texts: list[Inline] = []
            for cell, span in row:
                parts = (self._words.text(e) for e in cell.iter() if local(e) in ("p", "h"))
                texts += [Inline.joined([text for text in parts if text])]
                texts += [Inline() for _ in range(span - 1)]
            found.append(texts)
        found = [row for row in found if any(row)]
        self.words = self.words or bool(found)
        self._words.frames.clear()
        self.out.table(found)

    # Notes

    def write_notes(self) -> None:
        """What the notes say."""
        done = 0
        while done < len(self._words.noted):
            note = self._words.noted[done]
            done += 1
            body = [e for e in note.iter() if local(e) == "note-body"]
            texts = [self._words.text(p) for part in body for p in part.iter() if local(p) == "p"]
            self.out.note(str(done), texts)


def _is_footer(element: Element) -> bool:
    return attribute(element, "class") in ("footer", "header", "date-time", "page-number")


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if local(child) == "table-row":
            yield child
        elif local(child) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child)


def _cells(row: Element) -> Iterator[tuple[Element, int]]:
    for cell in row:
        if local(cell) == "table-cell":
            span = attribute(cell, "number-columns-spanned")
            yield cell, max(1, min(whole(span, 1), 60))
