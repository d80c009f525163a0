"""A Markdown file as a person reads it."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.core.rendering.blocks import Block, Mark
from quiz.core.text.derived import DerivedText


@dataclass(frozen=True)
class Rendered:
    """The reading text of a file, mapped to the file's characters, with its blocks and marks.

    Marks are in the order of their starts. `variants` are the spans of the reading text that a
    copy of the page may hold otherwise, with the ways it may hold them (a raised digit as a plain
    one, the number of a note as nothing). `title`, `language` and `origin`, the file that it was
    made from, are what the file says of itself; `places` is where pages, slides or times begin.
    """

    source: DerivedText
    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()
    variants: tuple[tuple[int, int, tuple[str, ...]], ...] = ()
    title: str = ""
    language: str = ""
    origin: str = ""
    places: tuple[tuple[int, str], ...] = ()

    @property
    def text(self) -> str:
        """The reading text."""
        return self.source.text
