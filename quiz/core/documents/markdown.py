"""The blocks of a rendered Markdown file: which heading is the document's own."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.core.rendering.blocks import Block, Kind


def markdown_blocks(rendered: Sequence[Block], title: str = "") -> tuple[Block, ...]:
    """The blocks in order; a heading at the very top that no other equals is the document's own.

    Where the document has a `title` of its own, only a heading of these words is.
    """
    found = list(rendered)
    if title and found and found[0].title.casefold() != title.casefold():
        return tuple(found)
    first = found[0] if found else None
    if first is not None and first.kind is Kind.HEADING and only_top_heading(found) is first:
        found[0] = first._replace(level=0)
    return tuple(found)


def only_top_heading(blocks: Sequence[Block]) -> Block | None:
    """The first heading, if every other one stands below it."""
    headings = [block for block in blocks if block.kind is Kind.HEADING]
    first = headings[0] if headings else None
    if first is None or any(other.level <= first.level for other in headings[1:]):
        return None
    return first
