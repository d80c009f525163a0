"""A PowerPoint file becomes Markdown: a heading a slide, its texts, tables and notes."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from quiz.formats.documents.converted import Converted, Progress, UnreadableError
from quiz.formats.documents.markdown.inline import Inline, Look
from quiz.formats.documents.markdown.writer import MarkdownWriter
from quiz.formats.documents.office.description import described
from quiz.formats.documents.office.formulas import formula
from quiz.formats.documents.zipped import Parts, attribute, local, whole

_TITLES = ("title", "ctrTitle")
_FURNITURE = ("dt", "ftr", "sldNum", "hdr", "sldImg")
_LISTED = ("body", "obj", "")
_LONGEST_TITLE = 100
_OFF = ("0", "false")


def read_pptx(data: bytes, progress: Progress) -> Converted:
    """The slides that are shown, in order. Raises UnreadableError."""
    parts = Parts(data)
    top = next((t for kind, t in parts.related("").values() if kind == "officeDocument"), "")
    name = top or "ppt/presentation.xml"
    related = parts.related(name)
    slides = [
        related.get(_relation(e), ("", ""))[1]
        for e in parts.xml(name).iter()
        if local(e) == "sldId"
    ]
    reader = _Slides(parts)
    for number, slide in enumerate(slides, 1):
        progress(number, len(slides))
        if slide in parts:
            reader.slide(slide, number)
    if not reader.words:
        raise UnreadableError("there is no text on these slides", "text in pictures needs OCR")
    title, language = described(parts)
    return Converted(
        reader.out.markdown, title or reader.title, language, notes=tuple(reader.notes())
    )


def _relation(element: Element) -> str:
    """The id of the relation: the slide has a number of its own that is called `id` too."""
    return next((v for key, v in element.items() if key.endswith("}id")), "")


class _Slides:
    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.out = MarkdownWriter()
        self.title = ""
        self.words = False
        self.hidden = 0
        self._related: dict[str, tuple[str, str]] = {}

    def slide(self, name: str, number: int) -> None:
        """One slide; a hidden one is left out."""
        root = self.parts.xml(name)
        if root.get("show") in _OFF:
            self.hidden += 1
            return
        self._related = self.parts.related(name)
        shapes = [shape for e in root.iter() if local(e) == "spTree" for shape in _shapes(e)]
        titles = [s for s in shapes if _placeholder(s) in _TITLES]
        rest = [s for s in shapes if s not in titles]
        self.out.mark("slide", str(number))
        title = Inline.joined([text for s in titles for _, _, text in self._paragraphs(s) if text])
        if not title:
            title, rest = self._first_line(rest)
        self.title = self.title or title.text
        self.words = self.words or bool(title)
        self.out.heading(2, title or Inline(f"Slide {number}"))
        for shape in rest:
            self._shape(shape)
        self._notes()

    def _first_line(self, shapes: list[Element]) -> tuple[Inline, list[Element]]:
        """A short text in the highest shape serves as the title."""
        for shape in sorted(shapes, key=_height):
            text = Inline.joined(self._texts(shape))
            if text and _placeholder(shape) not in _FURNITURE:
                if len(text.text) <= _LONGEST_TITLE and len(shapes) > 1:
                    return text, [other for other in shapes if other is not shape]
                break
        return Inline(), shapes

    def _shape(self, shape: Element) -> None:
        kind = _placeholder(shape)
        if kind in _FURNITURE:
            return
        tables = [e for e in shape.iter() if local(e) == "tbl"]
        if tables:
            for table in tables:
                self._table(table)
            return
        for e in shape.iter():
            if local(e) == "relIds":
                self._diagram(attribute(e, "dm"))
        counted: dict[int, int] = {}
        for depth, bullet, text in self._paragraphs(shape):
            self.words = self.words or bool(text)
            if not text:
                continue
            listed = bullet if bullet is not None else kind in _LISTED and kind is not None
            if bullet == "number":
                counted = {d: n for d, n in counted.items() if d <= depth}
                counted[depth] = counted.get(depth, 0) + 1
                self.out.item(depth, text, counted[depth])
            elif listed:
                self.out.item(depth, text)
            else:
                self.out.paragraph(text)

    def _paragraphs(self, element: Element) -> Iterator[tuple[int, str | bool | None, Inline]]:
        """How deep each stands, whether it has a bullet (None: as its place has it), its words."""
        for paragraph in (e for e in element.iter() if local(e) == "p"):
            properties = next((e for e in paragraph if local(e) == "pPr"), None)
            depth = 0
            bullet: str | bool | None = None
            if properties is not None:
                level = properties.get("lvl", "0")
                depth = min(whole(level), 8)
                signs = {local(e) for e in properties}
                if "buNone" in signs:
                    bullet = False
                elif "buAutoNum" in signs:
                    bullet = "number"
                elif signs & {"buChar", "buBlip"}:
                    bullet = True
            yield depth, bullet, self._text(paragraph)

    def _texts(self, element: Element) -> list[Inline]:
        return [text for _, _, text in self._paragraphs(element) if text]

    def _text(self, paragraph: Element) -> Inline:
        found = Inline()
        for element in paragraph:
            name = local(element)
            if name in ("r", "fld"):
                self._run(element, found)
            elif name == "br":
                found.line_break()
            elif name in ("AlternateContent", "m", "oMath", "oMathPara"):
                math = next((e for e in element.iter() if local(e).startswith("oMath")), None)
                found.add(formula(math) if math is not None else "")
        return found

    def _run(self, run: Element, into: Inline) -> None:
        look, raised = Look(), ""
        for element in run:
            if local(element) == "rPr":
                link = next((e for e in element if local(e) == "hlinkClick"), None)
                target = self._related.get(_relation(link), ("", ""))[1] if link is not None else ""
                look = Look(
                    element.get("b") in ("1", "true"),
                    element.get("i") in ("1", "true"),
                    False,
                    target,
                )
                baseline = element.get("baseline", "0").lstrip("+")
                raised = "" if baseline in ("0", "0%") else "sub" if baseline[0] == "-" else "sup"
            elif local(element) == "t":
                text = element.text or ""
                if raised:
                    into.raised(text, raised, look)
                else:
                    into.add(text, look)

    def _table(self, table: Element) -> None:
        rows = []
        for row in (e for e in table.iter() if local(e) == "tr"):
            cells = [e for e in row if local(e) == "tc"]
            rows.append([Inline.joined(self._texts(cell)) for cell in cells])
        self.words = self.words or any(any(row) for row in rows)
        self.out.table(rows)

    def _diagram(self, relation: str) -> None:
        """The words of a diagram (SmartArt), in the order in which they were typed."""
        name = self._related.get(relation, ("", ""))[1]
        if name not in self.parts:
            return
        for point in (e for e in self.parts.xml(name).iter() if local(e) == "pt"):
            if point.get("type", "node") == "node":
                for _, _, text in self._paragraphs(point):
                    self.words = self.words or bool(text)
                    self.out.item(0, text)

    def _notes(self) -> None:
        """What the speaker has noted, as a quotation."""
        for kind, name in self._related.values():
            if kind != "notesSlide" or name not in self.parts:
                continue
            shapes = (
                s for e in self.parts.xml(name).iter() if local(e) == "spTree" for s in _shapes(e)
            )
            texts = [
                text
                for shape in shapes
                if _placeholder(shape) == "body"
                for _, _, text in self._paragraphs(shape)
                if text
            ]
            if texts:
                with self.out.within("> "):
                    for text in texts:
                        self.out.paragraph(text)

    def notes(self) -> Iterator[str]:
        """What was left out."""
        if self.hidden:
            yield f"{self.hidden} hidden slide{'s' if self.hidden > 1 else ''} left out"


def _shapes(tree: Element) -> Iterator[Element]:
    """The shapes of a slide, those in groups one by one."""
    for element in tree:
        name = local(element)
        if name in ("grpSp", "AlternateContent", "Choice"):
            yield from _shapes(element)
        elif name in ("sp", "graphicFrame", "pic", "cxnSp") and not _is_hidden(element):
            yield element


def _height(shape: Element) -> float:
    """How far from the top of the slide a shape begins; endless where only its layout says it."""
    place = next((e.get("y", "") for e in shape.iter() if local(e) == "off"), "")
    return float(place) if place.lstrip("-").isdigit() else float("inf")


def _is_hidden(shape: Element) -> bool:
    return any(local(e) == "cNvPr" and e.get("hidden") in ("1", "true") for e in shape.iter())


def _placeholder(shape: Element) -> str | None:
    """What kind of place a shape fills: `title`, `body`, '' for any; None for a box of its own."""
    return next((e.get("type", "") for e in shape.iter() if local(e) == "ph"), None)
