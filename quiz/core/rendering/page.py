"""Walks over the parsed blocks of a file and writes them as a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from quiz.core.rendering.blocks import BAR, Block, Frame, Kind
from quiz.core.rendering.html import HtmlWriter
from quiz.core.rendering.inline import InlineWriter, Page, Runs

PLAIN = Frame()
_BULLET = "• "
_BOXES = {"[ ]": "☐ ", "[x]": "☑ ", "[X]": "☑ "}
_BETWEEN_CELLS = "  "
_CLOSING_SIGNS = re.compile(r"(?:[ \t]+#+)?[ \t]*$")
_INFO = re.compile(r"\{?\s*\.?([\w+#-]*)")


@dataclass
class _Container:
    """A quotation, list item or note that blocks stand in, and what is drawn for it."""

    lead: str
    hang: str
    item: bool = False
    number: int = 0  # of a list: the next item's, if it counts


class PageWriter:
    """Writes the blocks of a file; `starts` are the offsets of its lines."""

    def __init__(self, page: Page, starts: Sequence[int]) -> None:
        self.page = page
        self.writer = page.writer
        self.file = page.writer.file
        self.starts = starts
        self.blocks: list[Block] = []
        self.within: list[_Container] = []
        self.tables = 0
        self._lists: list[_Container] = []
        self._space = 0
        self._tight = False  # whether the block before belongs to a list without blank lines

    def write(self, tokens: Sequence[Token]) -> None:
        """Everything."""
        for i, token in enumerate(tokens):
            enter = _ENTER.get(token.type)
            if enter is not None:
                enter(self, token, tokens, i)

    # Lines of the file

    def line(self, number: int) -> tuple[int, int]:
        """Start and end of a line, from 0, without its break."""
        last = number + 1 >= len(self.starts)
        end = len(self.file) if last else self.starts[number + 1] - 1
        return self.starts[number], end

    def runs(self, first: int, lines: Sequence[str], *, strip: bool) -> Runs:
        """Where lines of a block stand, each at the end of its line of the file."""
        starts, offsets, at = [], [], 0
        for i, text in enumerate(lines):
            start, end = self.line(first + i)
            if strip and i + 1 == len(lines):
                end = start + len(self.file[start:end].rstrip())
            starts.append(at)
            offsets.append(max(start, end - len(text)))
            at += len(text) + 1
        return Runs(starts, offsets)

    # Blocks

    def begin(self, *, tight: bool = False) -> int:
        """Space before a block, unless it is the first; how long the page is before it."""
        between = ("\n" if tight and self._tight else "\n\n") if self.writer.length else ""
        self.writer.gap(between)
        self._space = len(between)
        self._tight = tight
        return self.writer.length

    def end(self, kind: Kind, began: int, level: int = 0, frame: Frame = PLAIN) -> None:
        """Keep what was written since as a block, if it was anything."""
        self.writer.trim()
        if self.writer.length == began:
            return
        start = began + self._space
        item = any(one.item and one.lead != one.hang for one in self.within)
        lead, hang = self._leads()
        kind = Kind.ITEM if item and kind is Kind.PARAGRAPH else kind
        frame = frame._replace(lead=lead + frame.lead, hang=hang + frame.hang)
        length = self.writer.length
        self.blocks.append(Block(kind, start, length, start, length, level, "", frame))

    def _leads(self) -> tuple[str, str]:
        lead = "".join(one.lead for one in self.within)
        for one in self.within:
            one.lead = one.hang
        return lead, "".join(one.hang for one in self.within)

    def inline(self, token: Token, began: int, runs: Runs | None = None) -> None:
        """The text of a block."""
        first = token.map[0] if token.map else 0
        text = token.content
        if runs is None:
            runs = self.runs(first, text.split("\n"), strip=True)
        InlineWriter(self.page, text, runs, began).write()

    def _paragraph(self, token: Token, tokens: Sequence[Token], i: int) -> None:
        inline = tokens[i + 1]
        began = self.begin(tight=token.hidden)
        box = _BOXES.get(inline.content[:3]) if self.within and self.within[-1].item else None
        if box and self.within[-1].lead != self.within[-1].hang and inline.content[3:4] == " ":
            self.within[-1].lead = self.within[-1].lead[: -len(_BULLET)] + box
            inline.content = inline.content[4:].lstrip()
        self.inline(inline, began)
        self.end(Kind.PARAGRAPH, began)

    def _heading(self, token: Token, tokens: Sequence[Token], i: int) -> None:
        inline = tokens[i + 1]
        began, level = self.begin(), int(token.tag[1:])
        runs = None
        if token.markup.startswith("#") and token.map:
            start, end = self.line(token.map[0])
            bare = _CLOSING_SIGNS.sub("", self.file[start:end])
            at = len(bare) - len(inline.content)
            if not bare.endswith(inline.content):
                at = self.file[start:end].rfind(inline.content)
            runs = Runs([0], [start + max(0, at)])
        self.inline(inline, began, runs)
        self.end(Kind.HEADING, began, level)

    def _code(self, token: Token, tokens: Sequence[Token], i: int) -> None:
        assert token.map is not None
        first = token.map[0] + (token.type == "fence")
        began = self.begin()
        if token.content.strip():
            start = self.starts[first]
            if self.file.startswith(token.content, start):
                self.writer.copy(start, start + len(token.content.rstrip()))
            else:
                self._code_lines(token.content.removesuffix("\n").split("\n"), first, began)
        language = _INFO.match(token.info.strip())
        frame = Frame(language=language[1] if language else "")
        self.end(Kind.CODE, began, frame=frame)

    def _code_lines(self, lines: Sequence[str], first: int, began: int) -> None:
        runs, breaks = self.runs(first, lines, strip=False), 0
        for i, line in enumerate(lines):
            if line.strip():
                if self.writer.length > began:
                    self.writer.gap("\n" * breaks)
                offset = runs.offsets[i]
                self.writer.copy(offset, offset + len(line.rstrip()))
                breaks = 0
            breaks += 1

    # Tables

    def _table(self, token: Token, tokens: Sequence[Token], i: int) -> None:
        self.tables += 1

    def _row(self, token: Token, tokens: Sequence[Token], i: int) -> None:
        assert token.map is not None
        cursor, end = self.line(token.map[0])
        head = tokens[i + 1].type == "th_open"
        began = self.begin(tight=True) if not head else self.begin()
        self._tight = True
        cells: list[tuple[int, int]] = []
        aligned: list[str] = []
        while tokens[i].type != "tr_close":
            if tokens[i].type == "inline":
                cursor = self._cell(tokens[i], cursor, end, began, cells)
                style = str(tokens[i - 1].attrs.get("style", ""))
                aligned.append(style.removeprefix("text-align:"))
            i += 1
        kind = Kind.LABEL if head else Kind.ROW
        self.end(kind, began, frame=Frame("", "", tuple(cells), self.tables, head, tuple(aligned)))

    def _cell(
        self, token: Token, cursor: int, end: int, began: int, cells: list[tuple[int, int]]
    ) -> int:
        text = token.content
        written = text.replace("|", "\\|")
        start = self.file.find(written, cursor, end)
        if self.writer.length > began and text:
            self.writer.gap(_BETWEEN_CELLS)
        before = self.writer.here if text else self.writer.length
        if text and start >= 0:
            cursor = start + len(written)
            cuts = [0, *(at for at, char in enumerate(text) if char == "|")]
            offsets = [start, *(start + at + n + 1 for n, at in enumerate(cuts[1:]))]
            InlineWriter(self.page, text, Runs(cuts, offsets), began, flat=True).write()
        cells.append((min(before, self.writer.length), self.writer.length))
        return cursor

    # What blocks stand in

    def _quote(self, token: Token, tokens: Sequence[Token], i: int) -> None:
        self.within.append(_Container(BAR, BAR))

    def _list(self, token: Token, tokens: Sequence[Token], i: int) -> None:
        if not self._lists:
            self._tight = False
        number = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else -1
        self._lists.append(_Container("", "", number=number))

    def _item(self, token: Token, tokens: Sequence[Token], i: int) -> None:
        counting = self._lists[-1]
        lead = _BULLET
        if counting.number >= 0:
            lead = f"{counting.number}{token.markup or '.'} "
            counting.number += 1
        self.within.append(_Container(lead, " " * len(lead), item=True))

    def _note(self, token: Token, tokens: Sequence[Token], i: int) -> None:
        lead = f"{self.page.note(str(token.meta['label']))} "
        self.within.append(_Container(lead, " " * len(lead)))

    def _term(self, token: Token, tokens: Sequence[Token], i: int) -> None:
        began = self.begin()
        self.inline(tokens[i + 1], began)
        self.end(Kind.LABEL, began)
        self._tight = True

    def _meaning(self, token: Token, tokens: Sequence[Token], i: int) -> None:
        self.within.append(_Container("  ", "  "))

    def _leave(self, token: Token, tokens: Sequence[Token], i: int) -> None:
        self.within.pop()

    def _leave_list(self, token: Token, tokens: Sequence[Token], i: int) -> None:
        self._lists.pop()

    def _html(self, token: Token, tokens: Sequence[Token], i: int) -> None:
        assert token.map is not None
        lines = token.content.split("\n")
        HtmlWriter(self, token.content, self.runs(token.map[0], lines, strip=False)).write()


_Enter = Callable[[PageWriter, Token, Sequence[Token], int], None]
_ENTER: Mapping[str, _Enter] = {
    "paragraph_open": PageWriter._paragraph,
    "heading_open": PageWriter._heading,
    "fence": PageWriter._code,
    "code_block": PageWriter._code,
    "table_open": PageWriter._table,
    "tr_open": PageWriter._row,
    "blockquote_open": PageWriter._quote,
    "blockquote_close": PageWriter._leave,
    "bullet_list_open": PageWriter._list,
    "ordered_list_open": PageWriter._list,
    "bullet_list_close": PageWriter._leave_list,
    "ordered_list_close": PageWriter._leave_list,
    "list_item_open": PageWriter._item,
    "list_item_close": PageWriter._leave,
    "footnote_reference_open": PageWriter._note,
    "footnote_reference_close": PageWriter._leave,
    "dt_open": PageWriter._term,
    "dd_open": PageWriter._meaning,
    "dd_close": PageWriter._leave,
    "html_block": PageWriter._html,
}
