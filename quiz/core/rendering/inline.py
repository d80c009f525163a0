"""Writes the text of one block: marks gone, every character traced to the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from markdown_it import MarkdownIt
from markdown_it.token import Token

from quiz.core.rendering.blocks import Look, Mark
from quiz.core.rendering.entities import alternative, lowered, raised_digits
from quiz.core.rendering.revised import Revised
from quiz.core.rendering.writer import Writer
from quiz.core.text.page_marks import marked
from quiz.core.text.safe_text import sanitise

_MARKED = re.compile(r"[\n\\`*_~^\[<&{]")

MAX_BRACKETS = 2_000
"""Opening brackets in one block: each costs time to look for its end; more are left alone."""

_LOOKS = {"strong": Look.STRONG, "em": Look.EMPHASIS, "s": Look.STRUCK, "link": Look.LINK}
_HIDING_TAG = re.compile(r"<(script|style|template)\b", re.IGNORECASE)


@dataclass
class Page:
    """What is known of a whole file while it is written."""

    md: MarkdownIt
    writer: Writer
    env: dict[str, object] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    variants: list[tuple[int, int, tuple[str, ...]]] = field(default_factory=list)
    notes: dict[str, int] = field(default_factory=dict)
    places: list[tuple[int, str]] = field(default_factory=list)

    def mark_places(self, comment: str) -> None:
        """What follows stands on the page, slide or time that a comment marks."""
        for name in marked(comment):
            before = self.places[-1][0] if self.places else 0
            self.places.append((max(before, self.writer.length), name))

    @cached_property
    def revised(self) -> Revised:
        """What is struck out or inserted."""
        return Revised(self.writer, self.marks)

    def note(self, label: str) -> str:
        """The number of a note, in the order in which notes are met, raised."""
        return raised_digits(str(self.notes.setdefault(label, len(self.notes) + 1)))


@dataclass(frozen=True)
class Runs:
    """Where a block's text stands in the file: from each of `starts` on, letter by letter."""

    starts: Sequence[int]
    offsets: Sequence[int]

    def offset(self, at: int) -> int:
        """The place in the file of a character of the block's text."""
        i = len(self.starts) - 1
        while i and self.starts[i] > at:
            i -= 1
        return self.offsets[i] + at - self.starts[i]


class InlineWriter:
    """Writes one text with its marks; `began` is how long the page was before.

    A `flat` one stays on one line.
    """

    def __init__(
        self, page: Page, text: str, runs: Runs, began: int, *, flat: bool = False
    ) -> None:
        self.flat = flat
        self.page = page
        self.writer = page.writer
        self.text = text
        self.runs = runs
        self.began = began
        self._at = 0
        self._open: list[tuple[int, Look, str]] = []
        self._raise = ""
        self._hidden = ""

    def write(self) -> None:
        """All of it; text without any mark is copied as it is."""
        if _MARKED.search(self.text) is None or self.text.count("[") > MAX_BRACKETS:
            self._copy(0, len(self.text))
            return
        tokens: list[Token] = []
        page = self.page
        self._tokens(page.md.inline.parse(self.text, page.md, page.env, tokens), 0)

    def _tokens(self, tokens: Sequence[Token], base: int) -> None:
        for token in tokens:
            at = max(self._at, base + (token.map[0] if token.map else 0))
            if self._hidden and token.type != "html_inline":
                continue
            if token.type == "text":
                self._text(token.content, at)
            elif token.type in _WRITERS:
                _WRITERS[token.type](self, token, at)
            elif token.nesting:
                self._mark(token)
                if token.tag != "a":
                    self._at = at + len(token.markup)

    def _copy(self, start: int, end: int) -> None:
        if self.writer.length == self.began:  # a block begins with a letter
            start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
        starts = self.runs.starts
        if len(starts) > 1:
            for cut in starts:
                if start < cut < end:
                    self._verbatim(start, cut)
                    start = cut
        self._verbatim(start, end)

    def _verbatim(self, start: int, end: int) -> None:
        if start < end:
            first = self.runs.offset(start)
            self.writer.copy(first, first + end - start)

    def _put(self, text: str, start: int, end: int) -> None:
        offset = self.runs.offset
        self.writer.put(text, offset(start), offset(end - 1) + 1 if end > start else offset(start))

    def _text(self, content: str, at: int) -> None:
        start = self.text.find(content, at)
        if start < 0:
            self._put(content, at, at)
            return
        self._at = start + len(content)
        if self._raise:
            self._raised(content, self._raise, start)
        else:
            self._copy(start, self._at)

    def _special(self, token: Token, at: int) -> None:
        """An escaped character or an entity."""
        self._at = at + len(token.markup)
        if token.info == "escape":
            self._copy(self._at - len(token.content), self._at)
        else:
            text = sanitise(token.content).replace("\n", " ")
            if text.strip() or self.writer.length > self.began:
                self._put(text, at, self._at)

    def _break(self, token: Token, at: int) -> None:
        if self.writer.length > self.began:
            hard = token.type == "hardbreak" and not self.flat
            self.writer.gap("\n" if hard else " ")

    def _code(self, token: Token, at: int) -> None:
        """Code of one or several lines of the file; a line break in it reads as a space."""
        start, content = at + len(token.markup), token.content
        stripped = self.text[start : start + len(content)].replace("\n", " ") != content
        start += stripped
        before = self.writer.here
        for i, line in enumerate(self.text[start : start + len(content)].split("\n")):
            if i and self.writer.length > self.began:
                self.writer.gap(" ")
            self._copy(start, start + len(line))
            start += len(line) + 1
        self._at = start - 1 + stripped + len(token.markup)
        self._add(before, Look.CODE)

    def _image(self, token: Token, at: int) -> None:
        before = self.writer.here
        self._at = at + 2
        self._tokens(token.children or (), at + 2)
        self._add(before, Look.IMAGE)

    def _note(self, token: Token, at: int) -> None:
        label = str(token.meta["label"])
        end = at + len(label) + 3
        before = self.writer.here
        number = self.page.note(label)
        self._put(number, at, end)
        self._at = end
        plain = lowered(number)
        self.page.variants.append((before, self.writer.length, ("", plain, f"[{plain}]")))
        self._add(before, Look.NOTE)

    def _raised(self, content: str, how: str, start: int) -> None:
        """Digits above or below the line, where every one of them exists."""
        shown = raised_digits(content, how)
        if not shown:
            self._copy(start, start + len(content))
            return
        before = self.writer.here
        for i, char in enumerate(shown):
            self._put(char, start + i, start + i + 1)
        self.page.variants.append((before, self.writer.length, (content,)))

    def _raised_token(self, token: Token, at: int) -> None:
        self._raised(token.content, token.tag, at + 1)
        self._at = at + len(token.content) + 2

    def _html(self, token: Token, at: int) -> None:
        self._at = at + len(token.content)
        tag = token.content[1:].rstrip("/>").split()[:1]
        name = tag[0].rstrip("/>").lower() if tag else ""
        if self._hidden:
            self._hidden = "" if name == f"/{self._hidden}" else self._hidden
        elif match := _HIDING_TAG.match(token.content):
            self._hidden = match[1].lower()
        elif token.content.startswith("<!--"):
            self.page.mark_places(token.content)
        elif name == "br":
            self._break(Token("hardbreak", "br", 0), at)
        elif name in ("sup", "sub"):
            self._raise = name
        elif name in ("/sup", "/sub"):
            self._raise = ""
        elif name == "img" and (text := alternative(token.content)):
            before = self.writer.here
            self._put(text, at, self._at)
            self._add(before, Look.IMAGE)
        else:
            self.page.revised.tag(name, token.content)

    def _sign(self, token: Token, at: int) -> None:
        self._at = at + len(token.markup)

    def _mark(self, token: Token) -> None:
        look = _LOOKS.get(token.type.rpartition("_")[0])
        if look is None:
            return
        if token.nesting > 0:
            self._open.append((self.writer.here, look, str(token.attrs.get("href", ""))))
        elif self._open:
            self._add(*self._open.pop())

    def _add(self, start: int, look: Look, target: str = "") -> None:
        if self.writer.length > start:
            self.page.marks.append(Mark(start, self.writer.length, look, target))


_WRITERS = {
    "text_special": InlineWriter._special,
    "softbreak": InlineWriter._break,
    "hardbreak": InlineWriter._break,
    "code_inline": InlineWriter._code,
    "image": InlineWriter._image,
    "footnote_ref": InlineWriter._note,
    "raised": InlineWriter._raised_token,
    "html_inline": InlineWriter._html,
    "sign": InlineWriter._sign,
}
