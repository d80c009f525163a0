"""The words of an OpenDocument paragraph with their looks; notes, boxes and formulas on the way."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from quiz.formats.documents.markdown.inline import PLAIN, Inline, Look
from quiz.formats.documents.office.mathml import formula
from quiz.formats.documents.office.odt_styles import OdtStyles
from quiz.formats.documents.zipped import Parts, attribute, inside, local, whole

_DROPPED = frozenset(
    """
    tracked-changes annotation annotation-end sequence-decls forms table-of-content ruby-text
    illustration-index table-index object-index user-index alphabetical-index bibliography
    date-time footer header settings
    """.split()  # noqa: SIM905
)


class OdtText:
    """Reads paragraphs; gathers the notes and text boxes met in them."""

    def __init__(self, parts: Parts, styles: OdtStyles) -> None:
        self.parts, self.styles = parts, styles
        self.noted: list[Element] = []
        self.frames: list[Element] = []

    def text(self, element: Element) -> Inline:
        """The words of a paragraph, heading or cell."""
        found = Inline()
        self._inside(element, PLAIN, "", found)
        return found

    def _inside(self, element: Element, look: Look, raised: str, into: Inline) -> None:
        self._add(element.text, look, raised, into)
        for child in element:
            self._child(child, look, raised, into)
            self._add(child.tail, look, raised, into)

    def _add(self, text: str | None, look: Look, raised: str, into: Inline) -> None:
        if text and raised:
            into.raised(text, raised, look)
        elif text:
            into.add(text, look)

    def _child(self, element: Element, look: Look, raised: str, into: Inline) -> None:
        name = local(element)
        if name in _DROPPED:
            return
        if name in ("s", "tab"):
            into.add(" ", look)
        elif name == "line-break":
            into.line_break()
        elif name == "note":
            self.noted.append(element)
            into.note(str(len(self.noted)))
        elif name == "span":
            style = self.styles[attribute(element, "style-name")]
            inner = look._replace(
                strong=look.strong or style.strong,
                emphasis=look.emphasis or style.emphasis,
                code=look.code or style.code,
            )
            if not style.hidden:
                self._inside(element, inner, style.raised or raised, into)
        elif name == "a":
            self._inside(element, look._replace(link=attribute(element, "href")), raised, into)
        elif name == "frame":
            self._frame(element, into)
        elif name in ("custom-shape", "rect", "g"):
            self.frames.append(element)
        else:
            self._inside(element, look, raised, into)

    def _frame(self, element: Element, into: Inline) -> None:
        boxes = [e for e in element if local(e) == "text-box"]
        self.frames += boxes
        for inner in (e for e in element if local(e) == "object"):
            into.add(self._formula(attribute(inner, "href")))
        if not boxes:
            said = next((e.text or "" for e in element if local(e) == "desc"), "")
            into.add(f" {said} " if said else "")

    def _formula(self, target: str) -> str:
        """A formula that stands in a part of its own; empty for other objects."""
        name = inside("", f"{target}/content.xml")
        if name not in self.parts:
            return ""
        root = self.parts.xml(name)
        return formula(root) if local(root) == "math" else ""


def letters(element: Element) -> str:
    """The same letter for letter, for code."""
    parts = [element.text or ""]
    for child in element:
        name = local(child)
        if name == "s":
            count = attribute(child, "c")
            parts.append(" " * min(whole(count, 1), 200))
        elif name in ("tab", "line-break"):
            parts.append("    " if name == "tab" else "\n")
        elif name not in _DROPPED:
            parts.append(letters(child))
        parts.append(child.tail or "")
    return "".join(parts)
