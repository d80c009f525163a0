"""What Word's styles mean: headings and how deep, lists, looks."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from quiz.formats.documents.zipped import attribute, local, whole

_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|nagłówek)\s*(\d)", re.I
)
_CODE = re.compile(r"(?:source ?code|html preformatted|code|macro text|verbatim|listing)", re.I)
_OFF = ("0", "false", "off", "none")


class Style(NamedTuple):
    """`level` of a heading, 0 for none, 10 for the document's title; number and depth of a list.

    `contents` are the lines of a table of contents.
    """

    level: int = 0
    list_number: str = ""
    depth: int = 0
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    contents: bool = False


_NONE = Style()


class Styles:
    """The styles of a file by id, with what they take over from others."""

    def __init__(self, root: Element | None) -> None:
        self._elements = {
            attribute(e, "styleId"): e
            for e in (root if root is not None else ())
            if local(e) == "style"
        }
        self._known: dict[str, Style] = {}

    def __getitem__(self, name: str) -> Style:
        return self._find(name, 0)

    def _find(self, name: str, steps: int) -> Style:
        if name in self._known:
            return self._known[name]
        element = self._elements.get(name)
        if element is None or steps > 20:
            return _NONE
        said = {local(e): e for e in element}
        base = (
            self._find(attribute(said["basedOn"], "val"), steps + 1) if "basedOn" in said else _NONE
        )
        called = attribute(said["name"], "val") if "name" in said else name
        found = _named(called, base)
        if "pPr" in said:
            found = paragraph_style(said["pPr"], found)
        if "rPr" in said:
            found = run_style(said["rPr"], found)
        self._known[name] = found
        return found


def _named(called: str, base: Style) -> Style:
    heading = _HEADING.match(called.strip())
    if heading:
        return base._replace(level=min(int(heading[1]), 6))
    if called.lower() == "title":
        return base._replace(level=10)
    if _CODE.match(called):
        return base._replace(code=True)
    if called.lower() == "subtitle":
        return base._replace(level=0)
    if re.match(r"toc (?:\d|heading)", called, re.I):
        return base._replace(level=0, contents=True)
    return base


def paragraph_style(properties: Element, base: Style) -> Style:
    """What properties of a paragraph change of its style."""
    for element in properties:
        name = local(element)
        if name == "outlineLvl":
            level = whole(attribute(element, "val"), 9) + 1
            base = base._replace(level=level if level <= 6 and base.level != 10 else base.level)
            if level > 9:
                base = base._replace(level=0)
        elif name == "numPr":
            said = {local(e): attribute(e, "val") for e in element}
            if "numId" in said:
                base = base._replace(list_number=said["numId"] if said["numId"] != "0" else "")
            depth = said.get("ilvl", "")
            base = base._replace(depth=min(whole(depth, base.depth), 8))
    return base


def run_style(properties: Element, base: Style) -> Style:
    """What properties of a run of words change of its looks."""
    for element in properties:
        name, on = local(element), attribute(element, "val") not in _OFF
        if name == "b":
            base = base._replace(strong=on)
        elif name == "i":
            base = base._replace(emphasis=on)
    return base
