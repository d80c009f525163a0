"""What a rendered document is made of, and how each part is drawn."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a block is. A label (a term that is explained, a caption) states nothing itself."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    LABEL = "label"
    CODE = "code"


BAR = "│ "
"""What is drawn before the lines of a quotation."""


class Frame(NamedTuple):
    """How a block of Markdown is drawn; nothing of it is text.

    `lead` stands before its first line (a bullet, a number, the bar of a quotation), `hang` before
    the others. A row has its `cells`, as spans of the text, the number of its `table`, and how its
    columns are `aligned`; code its `language`.
    """

    lead: str = ""
    hang: str = ""
    cells: tuple[tuple[int, int], ...] = ()
    table: int = -1
    head: bool = False
    aligned: tuple[str, ...] = ()
    language: str = ""


class Block(NamedTuple):
    """Whole lines `start` to `end`, and in them the text without bullet, number or outer space.

    `level` and `title` are a heading's: 0 the document's own, 1 a section, 2 one inside it.
    """

    kind: Kind
    start: int
    end: int
    text_start: int
    text_end: int
    level: int = 0
    title: str = ""
    frame: Frame = Frame()

    @property
    def wide(self) -> bool:
        """Whether its lines are not wrapped: code and the rows of tables."""
        return self.kind is Kind.CODE or bool(self.frame.cells)


class Look(StrEnum):
    """How a stretch of a line is drawn."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRUCK = "struck"
    INSERTED = "inserted"
    CODE = "code"
    FENCE = "fence"
    LINK = "link"
    IMAGE = "image"
    NOTE = "note"


class Mark(NamedTuple):
    """A stretch of the text that looks different.

    `target` is where a link leads, or the language of a block of code (a `FENCE`: questions have
    them as marks, documents as blocks).
    """

    start: int
    end: int
    look: Look
    target: str = ""
