"""A Word file becomes Markdown: headings with their numbers, lists, tables, notes."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from quiz.formats.documents.converted import Converted, Progress, UnreadableError
from quiz.formats.documents.markdown.inline import Inline
from quiz.formats.documents.markdown.writer import MarkdownWriter
from quiz.formats.documents.office.description import described
from quiz.formats.documents.office.numbering import Numbering
from quiz.formats.documents.office.runs import RunReader
from quiz.formats.documents.office.styles import Style, Styles, paragraph_style
from quiz.formats.documents.zipped import Parts, attribute, local, whole

_HOLDING = frozenset(("sdt", "sdtContent", "smartTag", "customXml", "ins", "moveTo", "body"))


def read_docx(data: bytes, progress: Progress) -> Converted:
    """The text of a Word file, changes accepted. Raises UnreadableError."""
    parts = Parts(data)
    top = parts.related("")
    name = next((target for kind, target in top.values() if kind == "officeDocument"), "")
    reader = _Reader(parts, name or "word/document.xml", progress)
    body = next((e for e in reader.root if local(e) == "body"), None)
    if body is None:
        raise UnreadableError("the file is damaged: it has no text")
    reader.blocks(list(body))
    reader.write_notes()
    if not reader.out.markdown.strip():
        raise UnreadableError("there is no text in this file", "text in pictures needs OCR")
    title, language = described(parts)
    return Converted(
        reader.out.markdown, reader.title or title, language, notes=tuple(reader.notes())
    )


class _Reader:
    def __init__(self, parts: Parts, name: str, progress: Progress) -> None:
        self.parts, self.progress = parts, progress
        self.root = parts.xml(name)
        related = parts.related(name)
        targets = dict(related.values())
        self.styles = Styles(self._part(targets.get("styles", "")))
        self.numbering = Numbering.of(self._part(targets.get("numbering", "")))
        self.runs = RunReader(self.styles, related)
        self.noted = {kind: self._part(targets.get(kind, "")) for kind in ("footnotes", "endnotes")}
        self.out = MarkdownWriter()
        self.title = ""
        self._boxes: list[Element] = []
        self._code: list[str] = []
        self.pictures = 0

    def _part(self, name: str) -> Element | None:
        return self.parts.xml(name) if name in self.parts else None

    def blocks(self, elements: list[Element]) -> None:
        """Paragraphs and tables in order."""
        for at, element in enumerate(elements):
            if at % 200 == 0:
                self.progress(at, len(elements))
            name = local(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._end_code()
                self._table(element)
            elif name in _HOLDING:
                self.blocks(list(element))
        self._end_code()

    def _paragraph(self, element: Element) -> None:
        properties = next((e for e in element if local(e) == "pPr"), None)
        style = self._style(properties)
        text = self.runs.text(element, style)
        boxes, self.runs.boxes = self.runs.boxes, []
        self.pictures += self.runs.pictures
        self.runs.pictures = 0
        if style.contents:
            return
        if style.code or (text.code and not style.level):
            self._code.append(self.runs.letters(element))
        elif text or style.list_number:
            self._end_code()
            self._text(text, style)
        for box in boxes:
            self.blocks(list(box))

    def _style(self, properties: Element | None) -> Style:
        if properties is None:
            return Style()
        named = next((attribute(e, "val") for e in properties if local(e) == "pStyle"), "")
        return paragraph_style(properties, self.styles[named])

    def _text(self, text: Inline, style: Style) -> None:
        label, number, form = "", 0, ""
        level = self.numbering.level(style.list_number, style.depth) if style.list_number else None
        if level is not None and text:
            form = level.form
            label, number = self.numbering.next_label(style.list_number, style.depth)
        if not text:
            return
        if style.level == 10:
            self.title = self.title or text.text
            self.out.heading(1, text)
        elif style.level:
            self.out.heading(style.level, Inline.labelled(label, text))
        elif level is not None:
            self._item(text, style.depth, label, number, form)
        else:
            self.out.paragraph(text)

    def _item(self, text: Inline, depth: int, label: str, number: int, form: str) -> None:
        """An item in as many lists as it is deep; other numbers than `3.` stand in its text."""
        plain = form == "decimal" and label in (f"{number}.", f"{number})")
        if plain:
            self.out.item(depth, text, number)
        else:
            self.out.item(depth, Inline.labelled(label, text))

    def _end_code(self) -> None:
        if self._code:
            code, self._code = self._code, []
            self.out.code("\n".join(code))

    def _table(self, element: Element) -> None:
        cells = [list(_inner(row, "tc")) for row in _inner(element, "tr")]
        flat = [cell for row in cells for cell in row]
        nested = any(local(inner) == "tbl" for cell in flat for inner in cell.iter())
        if nested or max(map(len, cells), default=0) < 2 or any(map(_is_long, flat)):
            for cell in flat:  # a frame around text
                self.blocks(list(cell))
            return
        rows = [list(self._cells(row)) for row in cells]
        rows = [row for row in rows if any(row)]
        self.out.table(rows)

    def _cells(self, row: list[Element]) -> Iterator[Inline]:
        for cell in row:
            span, merged = 1, False
            for e in cell.iter():
                if local(e) == "gridSpan":
                    span = max(1, min(whole(attribute(e, "val"), 1), 60))
                elif local(e) == "vMerge" and attribute(e, "val") != "restart":
                    merged = True
            paragraphs = (self._in_cell(p) for p in cell.iter() if local(p) == "p")
            yield Inline() if merged else Inline.joined([text for text in paragraphs if text])
            for _ in range(span - 1):
                yield Inline()

    def _in_cell(self, element: Element) -> Inline:
        properties = next((e for e in element if local(e) == "pPr"), None)
        style = self._style(properties)
        text = self.runs.text(element, style)
        self.runs.boxes = []
        if style.list_number:
            label, _ = self.numbering.next_label(style.list_number, style.depth)
            return Inline.labelled(label, text)
        return text

    def write_notes(self) -> None:
        """What the notes say that the text has numbers for."""
        for kind, name in self.runs.noted:
            root = self.noted[kind]
            for note in root if root is not None else ():
                if attribute(note, "id") == name:
                    texts = [self._in_cell(p) for p in note.iter() if local(p) == "p"]
                    self.out.note(self.runs.number(kind, name), texts)

    def notes(self) -> Iterator[str]:
        """What could not be kept."""
        if self.pictures:
            what = "1 picture was" if self.pictures == 1 else f"{self.pictures} pictures were"
            yield f"{what} left out; what they are called is kept"


_LONGEST_CELL = 2_000


def _inner(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also those in controls; not of inner tables."""
    for child in element:
        if local(child) == name:
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _inner(child, name)


def _is_long(cell: Element) -> bool:
    return sum(len(e.text or "") for e in cell.iter() if local(e) == "t") > _LONGEST_CELL
