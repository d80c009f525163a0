"""A document: its text, its lines, its sections, and how to name a place in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from quiz.core.documents.blocks import Block, Kind, split_lines
from quiz.core.documents.plain_text import plain_blocks
from quiz.core.text.passages import Passage, Section

if TYPE_CHECKING:
    from quiz.core.documents.layout import Layout
    from quiz.core.rendering.blocks import Mark
    from quiz.core.rendering.rendered import Rendered
    from quiz.core.text.derived import Spelling

__all__ = ["Document", "Passage", "Section"]

_MARKDOWN = (".md", ".markdown")
_STRIKING = ("~~", "</", "\u0335", "\u0336")  # what plain text strikes out with

PAGE_BREAK = "␌"
"""What a form feed is shown as."""


@dataclass(frozen=True)
class Document:
    """A text the learner studies. Every offset counts characters of `text`, the reading text.

    `name` is what the set calls it, `file_text` what stands in its file, sanitised, `path` where
    that was read (a suffix `.md` makes it Markdown), `language` the set's.
    """

    name: str
    file_text: str
    path: str = ""
    language: str = ""
    kept: Rendered | None = field(default=None, compare=False, repr=False)

    @property
    def markdown(self) -> bool:
        """Whether the file is Markdown."""
        return (self.path or self.name).lower().endswith(_MARKDOWN)

    @cached_property
    def rendered(self) -> Rendered | None:
        """What a person reads of the file, where that is not the file itself."""
        if self.kept is not None:
            return self.kept
        if self.markdown:  # most documents are plain text: they pay for no parser
            from quiz.core.rendering.markdown import render

            return render(self.file_text)
        if PAGE_BREAK in self.file_text:
            from quiz.core.rendering.pages import joined_pages

            return joined_pages(self.file_text)
        return None

    @cached_property
    def text(self) -> str:
        """The document as a person reads it; of plain text, all of it."""
        return self.file_text if self.rendered is None else self.rendered.text

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Headings, paragraphs, list items, rows and code, in order."""
        if self.markdown and self.rendered is not None:
            from quiz.core.documents.markdown import markdown_blocks

            made = self.rendered.origin and self.rendered.title  # its title is no guess
            return markdown_blocks(self.rendered.blocks, made)
        return tuple(plain_blocks(split_lines(self.text)))

    @cached_property
    def title(self) -> str:
        """What the file calls itself, else its top heading; else the name or the first line."""
        if self.markdown and self.rendered is not None:
            from quiz.core.documents.markdown import only_top_heading

            top = only_top_heading(self.blocks)
            return self.rendered.title or (top.title if top else "") or self._file_name
        if self.sections:
            return self.sections[0].title
        first = next((line.strip() for line in self.text.split("\n") if line.strip()), "")
        return first or self.name

    @property
    def _file_name(self) -> str:
        return self.path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or self.name

    @property
    def spoken(self) -> str:
        """The language the document or its set names, as a tag; empty where neither does."""
        own = self.rendered.language if self.rendered is not None else ""
        return (own or self.language).lower()

    @cached_property
    def revised(self) -> tuple[Mark, ...]:
        """What the page itself strikes out or marks as inserted."""
        if self.rendered is None and not any(sign in self.text for sign in _STRIKING):
            return ()
        from quiz.core.documents.revised import revised

        return tuple(revised(self.text, self.rendered))

    def spellings(self) -> Iterator[Spelling]:
        """The other ways in which the document's own words may be quoted, likely ones first."""
        from quiz.core.documents.spellings import spellings  # most sources are verbatim

        return spellings(self.file_text, self.text, self.rendered)

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

    @cached_property
    def layout(self) -> Layout:
        """How its lines are drawn."""
        from quiz.core.documents.layout import Layout

        return Layout(self.text, self.blocks if self.markdown else ())

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

    def whole(self, passage: Passage) -> Passage:
        """The section whose heading a passage quotes, with all that is in it; else the passage."""
        for section in self.sections:
            if section.level and section.heading == passage:
                return Passage(section.start, section.end)
        return passage

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.start for section in self.sections]

    # Lines of the file

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.file_text.split("\n"))][:-1]

    @property
    def line_count(self) -> int:
        """How many lines the file has; an empty one has one."""
        return len(self._line_starts)

    def line_of(self, offset: int) -> int:
        """The line of the file an offset lies in, from 1; a break belongs to the line it ends."""
        return self.file_place(offset)[0]

    def file_place(self, offset: int) -> tuple[int, int]:
        """The line and column of the file at which the text at an offset stands, from 1."""
        at = offset if self.rendered is None else self.rendered.source.original_offset(offset)
        line = max(1, bisect_right(self._line_starts, at))
        return line, at - self._line_starts[line - 1] + 1

    def lines_of(self, passage: Passage) -> tuple[int, int]:
        """The first and last line of the file a passage touches, from 1."""
        return self.line_of(passage.start), self.line_of(max(passage.start, passage.end - 1))

    def line_span(self, line: int) -> Passage:
        """The text of a line of the file (from 1), without its break.

        IndexError for a line that is not there.
        """
        if not 1 <= line <= self.line_count:
            raise IndexError(f"line {line} of {self.line_count}")
        last = line == self.line_count
        end = len(self.file_text) if last else self._line_starts[line] - 1
        span = Passage(self._line_starts[line - 1], end)
        return span if self.rendered is None else self.rendered.source.derived(span)

    def quote(self, passage: Passage) -> str:
        """The text of a passage, verbatim."""
        return self.text[passage.start : passage.end]

    def place(self, passage: Passage) -> str:
        """Where a passage stands, for people: `Title › Section › lines 11–13`, or its page."""
        return " › ".join(self.place_parts(passage))

    def place_parts(self, passage: Passage) -> tuple[str, ...]:
        """The parts of `place`: title, sections from outer to inner, lines.

        A document made from another file tells that file, and its page, slide or time where marked.
        """
        page = self.page_of(passage)
        where = () if page and self.origin else (self._lines(passage),)
        return (self.cited_title, *self.section_path(passage.start), *where, *filter(None, [page]))

    @property
    def origin(self) -> str:
        """The name of the file it was made from; empty where it was written as it is."""
        return self.rendered.origin if self.rendered is not None else ""

    @property
    def cited_title(self) -> str:
        """The title with the name of the file the document was made from, if it was."""
        origin = self.origin
        named = not origin or self.title in (origin, origin.rpartition(".")[0])
        return (origin or self.title) if named else f"{self.title} ({origin})"

    def page_of(self, passage: Passage) -> str:
        """The page, slide or time a passage stands on, as `page 80`; empty where none is told."""
        marks = self._page_marks
        if not marks:
            return ""
        from quiz.core.text.page_marks import name_at, told

        last = max(passage.start, passage.end - 1)
        return told(name_at(marks, passage.start), name_at(marks, last))

    @cached_property
    def _page_marks(self) -> tuple[tuple[int, str], ...]:
        """Where pages begin in the text: by marks in the file, else by its page breaks."""
        if self.rendered is None or self.rendered.places or self.markdown:
            return () if self.rendered is None else self.rendered.places
        derived = self.rendered.source.derived
        pages = self.file_text.split(PAGE_BREAK)[:-1]
        ends = accumulate(len(page) + 1 for page in pages)
        starts = [0, *(derived(Passage(end - 1, end)).end for end in ends)]
        return tuple((start, f"page {number}") for number, start in enumerate(starts, 1))

    def leaf_at(self, offset: int) -> str:
        """The page or slide that an offset lies on; empty where none is marked."""
        page = self.page_of(Passage(offset, offset + 1))
        return "" if page.startswith("at ") else page

    def _lines(self, passage: Passage) -> str:
        first, last = self.lines_of(passage)
        return f"line {first}" if first == last else f"lines {first}–{last}"
