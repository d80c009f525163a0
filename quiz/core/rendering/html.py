"""Writes the text of a block of HTML within Markdown: tags and comments gone."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Protocol

from quiz.core.rendering.blocks import Frame, Kind, Look, Mark
from quiz.core.rendering.entities import alternative, decoded, raised_digits
from quiz.core.rendering.inline import Page, Runs
from quiz.core.rendering.writer import Writer

_PART = re.compile(
    r"(?P<comment><!--.*?(?:-->|\Z))|<[?!].*?>"
    r"|<(?P<hidden>script|style|template|head)\b.*?(?:</(?P=hidden)\s*>|\Z)"
    r"|<(?P<tag>/?[A-Za-z][\w-]*)(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>"
    r"|(?P<entity>&(?:\#\w+|\w+);)|(?P<space>\s+)|(?P<text>[^<&\s]+|.)",
    re.DOTALL | re.IGNORECASE,
)
_INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big button cite code data del dfn em font i ins kbd label mark meter
    output q ruby rp rt s samp small span strike strong time tt u var wbr
    """.split()  # noqa: SIM905
)
_LOOKS = {
    **dict.fromkeys(("b", "strong"), Look.STRONG),
    **dict.fromkeys(("i", "em", "cite", "var"), Look.EMPHASIS),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), Look.CODE),
}


class Blocks(Protocol):
    """Where the blocks of a page are written."""

    page: Page
    writer: Writer
    tables: int

    def begin(self, *, tight: bool = False) -> int:
        """Space before a block; how long the page is before it."""

    def end(self, kind: Kind, began: int, level: int = 0, frame: Frame = ...) -> None:
        """Keep what was written since as a block."""


class HtmlWriter:
    """Writes a block of HTML, paragraph by paragraph and row by row."""

    def __init__(self, page: Blocks, text: str, runs: Runs) -> None:
        self.page = page
        self.writer = page.writer
        self.text = text
        self.runs = runs
        self._began = page.begin()
        self._kind, self._level, self._lead = Kind.PARAGRAPH, 0, ""
        self._cells: list[int] | None = None
        self._head = False
        self._rows = False
        self._literal = False
        self._raise = ""
        self._looks: list[tuple[str, int, Look]] = []

    def write(self) -> None:
        """All of it."""
        for part in _PART.finditer(self.text):
            if part["tag"]:
                self._tag(part["tag"].lower(), part[0], part.start(), part.end())
            elif part["entity"]:
                self._put(decoded(part[0]).replace("\n", " "), part.start(), part.end())
            elif part["comment"]:
                self.page.page.mark_places(part[0])
            elif part["space"]:
                self._space(part[0], part.start())
            elif part["text"]:
                self._text(part[0], part.start())
        self._finish()

    def _copy(self, start: int, end: int) -> None:
        first = self.runs.offset(start)
        self.writer.copy(first, first + end - start)

    def _put(self, text: str, start: int, end: int) -> None:
        if text.strip() or self.writer.length > self._began:
            self.writer.put(text, self.runs.offset(start), self.runs.offset(end - 1) + 1)

    def _space(self, text: str, start: int) -> None:
        if self.writer.length == self._began:
            return
        if not self._literal:
            if "\n" not in self.writer.waiting and not self._between_cells():
                self.writer.gap(" ")
        elif "\n" in text:
            self.writer.gap("\n" * text.count("\n") + text.rpartition("\n")[2])
        else:
            self._copy(start, start + len(text))

    def _between_cells(self) -> bool:
        return bool(self._cells) and self._cells is not None and self._cells[-1] == self.writer.here

    def _text(self, text: str, start: int) -> None:
        raised = raised_digits(text, self._raise) if self._raise else ""
        if not raised:
            self._copy(start, start + len(text))
            return
        before = self.writer.here
        for i, char in enumerate(raised):
            self._put(char, start + i, start + i + 1)
        self.page.page.variants.append((before, self.writer.length, (text,)))

    def _tag(self, name: str, tag: str, start: int, end: int) -> None:
        bare = name.lstrip("/")
        if bare in ("sup", "sub"):
            self._raise = "" if name.startswith("/") else name
        elif bare == "img":
            self._image(tag, start, end)
        elif bare == "br":
            if self.writer.length > self._began:
                self.writer.gap("\n")
        elif bare in _INLINE:
            self._look(name, bare)
            self.page.page.revised.tag(name, tag)
        elif bare in ("td", "th"):
            self._cell(name, bare)
        else:
            self._finish()
            self._start(name, bare)

    def _image(self, tag: str, start: int, end: int) -> None:
        text, before = alternative(tag), self.writer.here
        if text:
            self._put(text, start, end)
            self.page.page.marks.append(Mark(before, self.writer.length, Look.IMAGE))

    def _look(self, name: str, bare: str) -> None:
        if bare not in _LOOKS:
            return
        if name == bare:
            self._looks.append((bare, self.writer.here, _LOOKS[bare]))
        elif self._looks and self._looks[-1][0] == bare:
            _, start, look = self._looks.pop()
            if self.writer.length > start:
                self.page.page.marks.append(Mark(start, self.writer.length, look))

    def _cell(self, name: str, bare: str) -> None:
        if name != bare or self._cells is None:
            return
        if self.writer.length > self._began:
            self.writer.gap("  ")
        self._head = bare == "th" if not self._cells else self._head and bare == "th"
        self._cells.append(self.writer.here)

    def _start(self, name: str, bare: str) -> None:
        """What the next text is, by the tag that opens it."""
        self._kind, self._level, self._lead, self._cells = Kind.PARAGRAPH, 0, "", None
        self._literal = name == "pre"
        if bare == "table":
            self._rows = False
            self.page.tables += name == bare
        if name == "tr":
            self._cells = []
        elif name == "li":
            self._kind, self._lead = Kind.ITEM, "• "
        elif len(name) == 2 and name[0] == "h" and name[1] in "123456":
            self._kind, self._level = Kind.HEADING, int(name[1])
        elif name == "pre":
            self._kind = Kind.CODE
        elif name in ("summary", "caption", "figcaption", "dt"):
            self._kind = Kind.LABEL

    def _finish(self) -> None:
        if self.writer.length > self._began:
            self.page.end(self._kind_of_row(), self._began, self._level, self._frame())
            self._rows = self._cells is not None
        self._began = self.page.begin(tight=self._rows)
        self._looks.clear()

    def _kind_of_row(self) -> Kind:
        if self._cells is None:
            return self._kind
        return Kind.LABEL if self._head else Kind.ROW

    def _frame(self) -> Frame:
        if self._cells is None:
            return Frame(self._lead, " " * len(self._lead))
        length = self.writer.length
        starts = [min(start, length) for start in self._cells]
        ends = [max(a, b - 2) for a, b in pairwise(starts)]
        cells = tuple(zip(starts, [*ends, length], strict=True)) if starts else ()
        return Frame("", "", cells, self.page.tables, self._head, ("",) * len(cells))
