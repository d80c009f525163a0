"""A document: its text, its lines, its sections, and how to name a place in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from quiz.core.documents.blocks import Block, Kind, split_lines
from quiz.core.documents.plain_text import plain_blocks
from quiz.core.text.passages import Passage, Section

__all__ = ["Document", "Passage", "Section"]

_MARKDOWN = (".md", ".markdown")


@dataclass(frozen=True)
class Document:
    """A text the learner studies. `text` is sanitised; every offset counts its characters.

    `name` is what the set calls it, `path` where it was read (a suffix `.md` makes it Markdown).
    """

    name: str
    text: str
    path: str = ""

    @property
    def markdown(self) -> bool:
        """Whether headings and lists follow Markdown."""
        return (self.path or self.name).lower().endswith(_MARKDOWN)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Headings, paragraphs, list items and code, in order."""
        lines = split_lines(self.text)
        if not self.markdown:
            return tuple(plain_blocks(lines))
        from quiz.core.documents.markdown import markdown_blocks  # most documents are plain text

        return tuple(markdown_blocks(list(lines)))

    @cached_property
    def title(self) -> str:
        """The first heading, else the first line with text, else the name."""
        if self.sections:
            return self.sections[0].title
        first = next((line.strip() for line in self.text.split("\n") if line.strip()), "")
        return first or self.name

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Every section, outer ones before those inside them."""
        headings = [block for block in self.blocks if block.kind is Kind.HEADING]
        ends = [len(self.text)] * len(headings)
        open_: list[int] = []
        for i, heading in enumerate(headings):
            while open_ and headings[open_[-1]].level >= heading.level:
                ends[open_.pop()] = heading.start
            open_.append(i)
        return tuple(
            Section(h.title, h.level, h.start, end, Passage(h.text_start, h.text_end))
            for h, end in zip(headings, ends, strict=True)
        )

    def section_path(self, offset: int) -> tuple[str, ...]:
        """The titles of the sections around an offset, outer to inner, without the document's."""
        path: list[Section] = []
        innermost = bisect_right(self._section_starts, offset) - 1
        for i in range(innermost, -1, -1):
            section = self.sections[i]
            if section.level and (not path or section.level < path[-1].level):
                path.append(section)
            if section.level <= 1:
                break
        return tuple(section.title for section in reversed(path))

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.start for section in self.sections]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))][:-1]

    @property
    def line_count(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self._line_starts)

    def line_of(self, offset: int) -> int:
        """The line an offset lies in, from 1; a line break belongs to the line it ends."""
        return max(1, bisect_right(self._line_starts, offset))

    def lines_of(self, passage: Passage) -> tuple[int, int]:
        """The first and last line a passage touches, from 1."""
        return self.line_of(passage.start), self.line_of(max(passage.start, passage.end - 1))

    def line_span(self, line: int) -> Passage:
        """A line (from 1) without its line break. IndexError for a line that is not there."""
        if not 1 <= line <= self.line_count:
            raise IndexError(f"line {line} of {self.line_count}")
        last = line == self.line_count
        end = len(self.text) if last else self._line_starts[line] - 1
        return Passage(self._line_starts[line - 1], end)

    def quote(self, passage: Passage) -> str:
        """The text of a passage, verbatim."""
        return self.text[passage.start : passage.end]

    def place(self, passage: Passage) -> str:
        """Where a passage stands, for people: `Title › Section › lines 11–13`."""
        return " › ".join(self.place_parts(passage))

    def place_parts(self, passage: Passage) -> tuple[str, ...]:
        """The parts of `place`: title, sections from outer to inner, lines."""
        first, last = self.lines_of(passage)
        lines = f"line {first}" if first == last else f"lines {first}–{last}"
        return (self.title, *self.section_path(passage.start), lines)

    def paragraph_of(self, offset: int) -> Passage:
        """The unbroken run of lines with text around an offset; an empty line is its own."""
        line = self.line_of(offset)
        if not self._has_text(line):
            return self.line_span(line)
        first = last = line
        while first > 1 and self._has_text(first - 1):
            first -= 1
        while last < self.line_count and self._has_text(last + 1):
            last += 1
        return Passage(self.line_span(first).start, self.line_span(last).end)

    def _has_text(self, line: int) -> bool:
        return bool(self.quote(self.line_span(line)).strip())
