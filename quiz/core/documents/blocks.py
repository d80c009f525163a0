"""The lines of a plain text, and how runs of them become paragraphs and list items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quiz.core.rendering.blocks import Block, Kind

__all__ = ["BULLET", "Block", "Kind", "Line", "block", "mark_width", "split_lines", "text_blocks"]


class Line(NamedTuple):
    """One line without its break, and the offset of its first character."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset of the line's break."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Whether there is nothing to read."""
        return not self.text or self.text.isspace()


def split_lines(text: str) -> Iterator[Line]:
    """The lines of a normalised text."""
    start = 0
    for line in text.split("\n"):
        yield Line(start, line)
        start += len(line) + 1


def block(kind: Kind, lines: Sequence[Line], skip: int = 0) -> Block:
    """A block of these lines whose text starts `skip` characters into the first one."""
    first, last = lines[0], lines[-1]
    rest = first.text[skip:]
    text_start = first.end - len(rest.lstrip())
    text_end = max(text_start, last.start + len(last.text.rstrip()))
    return Block(kind, first.start, last.end, text_start, text_end)


BULLET = re.compile(r"\s*[•‣◦▪●○∙·*+–—-]\s+(?:\[[ xX]\]\s+)?(?=\S)")
_ORDERED = re.compile(r"\s*\(?(\d{1,3}(?=[.)])|[a-z](?=[.)])|[A-Z](?=\)))[.)]\s+(?=\S)")
_DASHES = ("–", "—")
_TABLE_ROW = re.compile(r"\s*\|")
_TABLE_RULE = re.compile(r"[\s|:-]+$")


def text_blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Cut a run of lines into paragraphs and list items; a line without a mark belongs above.

    Each row of a table is an item.
    """
    pending: list[Line] = []
    width: int | None = None  # of the pending item's mark; None while a paragraph is pending
    for line in lines:
        above = pending[-1].text if pending and width is None else None
        mark = mark_width(line.text, above)
        if mark is not None:
            yield from _finished(pending, width)
            pending, width = [], mark
        pending.append(line)
    yield from _finished(pending, width)


def _finished(lines: list[Line], width: int | None) -> Iterator[Block]:
    if lines and not (width == 0 and _TABLE_RULE.match(lines[0].text)):
        kind = Kind.PARAGRAPH if width is None else Kind.ITEM if width else Kind.ROW
        yield block(kind, lines, width or 0)


def mark_width(line: str, above: str | None) -> int | None:
    """The width of a list mark, 0 for a table row, None for neither.

    In the middle of a paragraph (`above` is the line before) a dash or number may be part of the
    sentence: a list that starts there follows a colon, or starts with 1 or an unmistakable bullet.
    """
    if _TABLE_ROW.match(line):
        return 0
    bullet, ordered = BULLET.match(line), _ORDERED.match(line)
    mark = bullet or ordered
    if mark is None:
        return None
    if above is not None and not above.rstrip().endswith((":", "：")):
        unclear = ordered[1] not in ("1", "a") if ordered else mark[0].lstrip().startswith(_DASHES)
        return None if unclear else mark.end()
    return mark.end()
