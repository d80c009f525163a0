"""The words of a Word paragraph with their looks, changes accepted, fields as they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from quiz.formats.documents.markdown.inline import Inline, Look
from quiz.formats.documents.office.formulas import formula
from quiz.formats.documents.office.styles import Style, Styles, run_style
from quiz.formats.documents.zipped import attribute, local

_MONOSPACED = ("courier", "consolas", "mono", "menlo", "monaco")
_DROPPED = frozenset(
    ("del", "moveFrom", "instrText", "delText", "rubyPr", "rt", "pPr", "annotationRef")
)
_SIGNS = {"noBreakHyphen": "‑", "softHyphen": "", "tab": " ", "cr": "\n", "ptab": " "}
_SYMBOLS = {"F0B7": "•", "F0A7": "▪", "F0E0": "→", "F0E8": "⇨", "F0FC": "✓", "F0D8": "➢"}


class RunReader:
    """Reads paragraphs; gathers notes, text boxes and pictures met on the way."""

    def __init__(self, styles: Styles, related: Mapping[str, tuple[str, str]]) -> None:
        self.styles, self.related = styles, related
        self.noted: list[tuple[str, str]] = []
        self.boxes: list[Element] = []
        self.pictures = 0
        self._fields: list[bool] = []  # of each field that is open: whether its result has begun

    def number(self, kind: str, name: str) -> str:
        """The name of a note in the Markdown."""
        return str(self.noted.index((kind, name)) + 1)

    def text(self, paragraph: Element, style: Style) -> Inline:
        """The words of a paragraph."""
        found = Inline()
        self._fields = []
        self._inside(paragraph, style, "", found)
        return found

    def letters(self, paragraph: Element) -> str:
        """The same letter for letter, for code."""
        parts = []
        for element in paragraph.iter():
            name = local(element)
            if name == "t":
                parts.append(element.text or "")
            elif name == "tab":
                parts.append("    ")
            elif name in ("br", "cr"):
                parts.append("\n")
        return "".join(parts)

    def _inside(self, element: Element, style: Style, link: str, into: Inline) -> None:
        for child in element:
            name = local(child)
            if name in _DROPPED:
                continue
            if name == "r":
                self._run(child, style, link, into)
            elif name == "hyperlink":
                kind, target = self.related.get(attribute(child, "id"), ("", ""))
                self._inside(child, style, target if kind == "hyperlink" else "", into)
            elif name in ("oMath", "oMathPara"):
                into.add(formula(child))
            elif name == "AlternateContent":
                self._alternative(child, style, link, into)
            else:
                self._inside(child, style, link, into)

    def _run(self, run: Element, style: Style, link: str, into: Inline) -> None:
        properties = next((e for e in run if local(e) == "rPr"), None)
        look, raised, hidden = self._look(properties, style, link)
        for element in run:
            name = local(element)
            if name == "fldChar":
                self._field(attribute(element, "fldCharType"))
            elif hidden or name in _DROPPED or name == "rPr" or not all(self._fields):
                continue
            elif name == "t":
                text = element.text or ""
                if raised:
                    into.raised(text, raised, look)
                else:
                    into.add(text, look)
            elif name == "br":
                if attribute(element, "type") in ("", "textWrapping"):
                    into.line_break()
                else:
                    into.add(" ")
            else:
                self._sign(element, name, look, into)

    def _sign(self, element: Element, name: str, look: Look, into: Inline) -> None:
        if name in _SIGNS:
            into.add(_SIGNS[name])
        elif name == "sym":
            into.add(_SYMBOLS.get(attribute(element, "char").upper(), ""))
        elif name in ("footnoteReference", "endnoteReference"):
            note = name.removesuffix("Reference") + "s", attribute(element, "id")
            if note not in self.noted:
                self.noted.append(note)
            into.note(self.number(*note))
        elif name == "AlternateContent":
            self._alternative(element, Style(), "", into)
        elif name in ("drawing", "pict", "object"):
            self._drawing(element, into)
        elif name == "ruby":
            for base in (e for e in element if local(e) == "rubyBase"):
                self._inside(base, Style(), look.link, into)

    def _alternative(self, element: Element, style: Style, link: str, into: Inline) -> None:
        chosen = next(iter(element), None)
        if chosen is None:
            return
        if any(local(e) in ("drawing", "pict") for e in chosen.iter()):
            self._drawing(chosen, into)
        else:
            self._inside(chosen, style, link, into)

    def _drawing(self, element: Element, into: Inline) -> None:
        """Its text boxes, and what a picture is called."""
        boxes = [e for e in element.iter() if local(e) == "txbxContent"]
        self.boxes += boxes
        if boxes:
            return
        for e in element.iter():
            if local(e) == "docPr":
                self.pictures += 1
                into.add(f" {attribute(e, 'descr')} " if attribute(e, "descr") else "")
                return

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _look(self, properties: Element | None, style: Style, link: str) -> tuple[Look, str, bool]:
        if properties is None:
            return Look(style.strong and not style.level, style.emphasis, False, link), "", False
        said = {local(e): e for e in properties}
        named = self.styles[attribute(said["rStyle"], "val")] if "rStyle" in said else None
        if named is not None:
            style = style._replace(
                strong=style.strong or named.strong,
                emphasis=style.emphasis or named.emphasis,
                code=style.code or named.code,
            )
        style = run_style(properties, style)
        font = attribute(said["rFonts"], "ascii").lower() if "rFonts" in said else ""
        code = style.code or any(name in font for name in _MONOSPACED)
        place = attribute(said["vertAlign"], "val") if "vertAlign" in said else ""
        raised = {"superscript": "sup", "subscript": "sub"}.get(place, "")
        hidden = "vanish" in said and attribute(said["vanish"], "val") not in ("0", "false")
        return Look(style.strong and not style.level, style.emphasis, code, link), raised, hidden
