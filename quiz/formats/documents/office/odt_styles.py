"""What the styles of an OpenDocument file mean: looks, headings, the numbers of lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from quiz.formats.documents.office.numbering import numeral
from quiz.formats.documents.zipped import attribute, local, whole

_CODE = re.compile(r"(?:preformatted|code|source|listing|verbatim)", re.IGNORECASE)
_MONOSPACED = re.compile(r"courier|mono|consolas", re.IGNORECASE)


class OdtStyle(NamedTuple):
    """How words or a paragraph look; `level` of a heading that is only made to look like one."""

    strong: bool = False
    emphasis: bool = False
    code: bool = False
    raised: str = ""
    hidden: bool = False
    title: bool = False
    level: int = 0


class _Level(NamedTuple):
    form: str = ""
    before: str = ""
    after: str = ""
    shown: int = 1
    start: int = 1


class OdtStyles:
    """The styles of a file by name, and how far its lists and headings have counted."""

    def __init__(self, roots: Sequence[Element]) -> None:
        self._elements: dict[str, Element] = {}
        self._lists: dict[str, dict[int, _Level]] = {}
        self._outline: dict[int, _Level] = {}
        self._known: dict[str, OdtStyle] = {}
        self._counts: dict[str, list[int]] = {}
        for root in roots:
            for element in root.iter():
                name = local(element)
                if name == "style":
                    self._elements.setdefault(attribute(element, "name"), element)
                elif name == "list-style":
                    self._lists.setdefault(attribute(element, "name"), _levels(element))
                elif name == "outline-style":
                    self._outline = _levels(element)

    def __getitem__(self, name: str) -> OdtStyle:
        return self._find(name, 0)

    def _find(self, name: str, steps: int) -> OdtStyle:
        if name in self._known:
            return self._known[name]
        element = self._elements.get(name)
        if element is None or steps > 20:
            return _named(name, OdtStyle())
        found = self._find(attribute(element, "parent-style-name"), steps + 1)
        found = _named(attribute(element, "display-name") or name, found)
        for properties in element:
            if local(properties) == "text-properties":
                found = _looks(properties, found)
        self._known[name] = found
        return found

    def heading_label(self, level: int) -> str:
        """The number that the next heading of a level has; empty where headings have none."""
        counts = self._counts.setdefault("", [0] * 11)
        return _next(self._outline, counts, min(level, 10))[0]

    def restart(self, style: str, depth: int) -> None:
        """A list of a style begins anew at a depth."""
        self._counts.setdefault(f"list {style}", [0] * 11)[depth + 1 :] = [0] * (10 - depth)

    def next_label(self, style: str, depth: int) -> tuple[str, int | None]:
        """The label and number of the next item; none for bullets."""
        counts = self._counts.setdefault(f"list {style}", [0] * 11)
        return _next(self._lists.get(style, {}), counts, min(depth + 1, 10))


def _next(levels: dict[int, _Level], counts: list[int], depth: int) -> tuple[str, int | None]:
    level = levels.get(depth, _Level())
    counts[depth] = counts[depth] + 1 if counts[depth] else level.start
    counts[depth + 1 :] = [0] * (10 - depth)
    if not level.form:
        return "", None
    numbers = [
        numeral(counts[d] or 1, levels.get(d, level).form or "1")
        for d in range(max(1, depth - level.shown + 1), depth + 1)
    ]
    return f"{level.before}{'.'.join(numbers)}{level.after}".strip(), counts[depth]


def _levels(element: Element) -> dict[int, _Level]:
    found = {}
    for level in element:
        depth = attribute(level, "level")
        if local(level) in ("list-level-style-number", "outline-level-style") and depth.isdigit():
            shown, start = attribute(level, "display-levels"), attribute(level, "start-value")
            found[whole(depth)] = _Level(
                attribute(level, "num-format"),
                attribute(level, "num-prefix"),
                attribute(level, "num-suffix"),
                whole(shown, 1),
                whole(start, 1),
            )
    return found


def _named(name: str, base: OdtStyle) -> OdtStyle:
    name = name.replace("_20_", " ")
    if name == "Title":
        return base._replace(title=True)
    if _CODE.search(name):
        return base._replace(code=True)
    return base


def _looks(properties: Element, base: OdtStyle) -> OdtStyle:
    for key, value in properties.items():
        name = key.rpartition("}")[2]
        if name == "font-weight":
            base = base._replace(strong=value in ("bold", "600", "700", "800", "900"))
        elif name == "font-style":
            base = base._replace(emphasis=value in ("italic", "oblique"))
        elif name == "text-position":
            kind = "sub" if value.startswith(("sub", "-")) else "sup"
            base = base._replace(raised="" if value.startswith(("0%", "0 ")) else kind)
        elif name == "display":
            base = base._replace(hidden=value == "none")
        elif name in ("font-name", "font-family") and _MONOSPACED.search(value):
            base = base._replace(code=True)
    return base
