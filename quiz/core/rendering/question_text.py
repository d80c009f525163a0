"""Markdown in the text of a question: inline code, emphasis and fenced blocks of code.

All else is text as it stands: lists, links, addresses, HTML. Lines break where the author breaks
them, which YAML leaves to the author (`>` joins lines, `|` keeps them).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from quiz.core.rendering.blocks import Look, Mark
from quiz.core.rendering.marked import Marked
from quiz.core.text.late_pattern import LatePattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKED = LatePattern(r"[`*_\\]|~~~")
_FENCE = LatePattern(
    r"(?P<indent> {0,3})(?P<signs>`{3,}(?=[^`]*$)|~{3,})[ \t]*\{?\.?(?P<word>[^\s}]*)"
)
_SIGN = LatePattern(r"[`*_\\]|~(?=~~)")
_BLANK_LINE = LatePattern(r"(\n[ \t]*\n)")
_LOOKS = {"strong": Look.STRONG, "em": Look.EMPHASIS}
_BETWEEN = "\n\n"
"""What stands between a block of code and the text around it."""


def read_markup(text: str) -> str:
    """The text of a question as it is read; `text` is sanitised."""
    if _MARKED.search(text) is None:
        return text
    writer = _Writer()
    for part in _parts(text.split("\n")):
        writer.part(*part)
    return writer.done()


def read_code_spans(text: str) -> str:
    """A text to be typed: only code between backticks is read, so that `*args` needs no care."""
    if "`" not in text:
        return text
    writer = _Writer()
    writer.inline(text, spans_only=True)
    return writer.done()


def escaped(text: str) -> str:
    """A text written so that it is read as it stands."""
    return _SIGN.sub(r"\\\g<0>", text)


def _parts(lines: list[str]) -> Iterator[tuple[list[str], str | None, bool]]:
    """Runs of lines: of text (then the language is None), or of a block of code; and if closed."""
    plain: list[str] = []
    at = 0
    while at < len(lines):
        fence = _FENCE.match(lines[at])
        if fence is None:
            plain.append(lines[at])
            at += 1
            continue
        if plain:
            yield plain, None, True
            plain = []
        end = _closing(lines, at + 1, fence["signs"])
        code = [_outdented(line, len(fence["indent"])) for line in lines[at + 1 : end]]
        yield code, fence["word"], end < len(lines)
        at = end + 1
    if plain:
        yield plain, None, True


def _closing(lines: list[str], start: int, signs: str) -> int:
    closes = re.compile(rf" {{0,3}}{re.escape(signs[0])}{{{len(signs)},}}[ \t]*")
    return next((i for i in range(start, len(lines)) if closes.fullmatch(lines[i])), len(lines))


def _outdented(line: str, by: int) -> str:
    return line[min(by, len(line) - len(line.lstrip(" "))) :]


@lru_cache(maxsize=2)
def _parser(*, spans_only: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt

    rules = ["backticks"] if spans_only else ["escape", "backticks", "emphasis"]
    return MarkdownIt("zero").enable(rules)


class _Writer:
    """Puts the reading text together, and the marks on it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._marks: list[Mark] = []
        self._length = 0
        self._after_code = False
        self._open_fence = False

    def done(self) -> str:
        """What was written."""
        marks = tuple(sorted(self._marks, key=lambda mark: (mark.start, -mark.end)))
        text = "".join(self._pieces)
        return Marked(text, marks, open_fence=self._open_fence) if marks else text

    def part(self, lines: list[str], language: str | None, closed: bool) -> None:
        """Lines of text, or of code in a language."""
        code = language is not None
        body = "\n".join(lines) if code else "\n".join(lines).strip("\n")
        if not body.strip():
            return
        if self._length and (code or self._after_code):
            self._put(_BETWEEN)
        self._after_code = code
        if language is None:
            self._paragraphs(body)
            return
        start = self._length
        self._put("\n".join(line.rstrip() for line in body.strip("\n").split("\n")))
        self._mark(start, Look.FENCE, language)
        self._open_fence |= not closed

    def _paragraphs(self, text: str) -> None:
        """No mark reaches over a blank line."""
        for at, paragraph in enumerate(_BLANK_LINE.split(text)):
            if at % 2:
                self._put(paragraph)
            else:
                self.inline(paragraph)

    def inline(self, text: str, *, spans_only: bool = False) -> None:
        """Text with emphasis and inline code."""
        md = _parser(spans_only=spans_only)
        tokens: list[Token] = []
        md.inline.parse(text, md, {}, tokens)
        opened: list[tuple[int, int]] = []  # where the text and the marks began
        for token in tokens:
            start = self._length
            if token.nesting > 0:
                opened.append((start, len(self._marks)))
            elif token.nesting < 0:
                start, before = opened.pop()
                inner = self._marks[before:]
                del self._marks[before:]
                self._mark(start, _LOOKS[token.type.rpartition("_")[0]])
                self._marks += inner
            else:
                self._put(token.content)
                if token.type == "code_inline":
                    self._mark(start, Look.CODE)

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _mark(self, start: int, look: Look, target: str = "") -> None:
        if self._length > start:
            self._marks.append(Mark(start, self._length, look, target))
