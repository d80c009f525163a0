"""How the text of a Markdown document looks: headings, emphasis, links, code by its language."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from quiz.core.documents.document import Document
from quiz.core.rendering.blocks import Block, Kind, Look, Mark
from quiz.tui.code import NAMES, words_of_code

_FAR = 5_000
"""Characters before a row in which a mark may begin that reaches it."""

LOOKS = frozenset(f"document--{name}" for name in ("heading", "head", *map(str, Look), *NAMES))
"""Component classes of a view that shows them."""

Drawn = tuple[int, int, str]


class Looks:
    """What is drawn on stretches of a document, found as they come into view."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._code: dict[int, list[Drawn]] = {}

    def between(self, start: int, end: int) -> Sequence[Drawn]:
        """Start, end and component class of what lies in a stretch, the outer first."""
        rendered = self.document.rendered
        if rendered is None or not self.document.markdown:
            return ()
        block = self.document.layout.block_at(start)
        found = list(self._of_block(block, start, end)) if block is not None else []
        first = bisect_left(rendered.marks, start - _FAR, key=_start)
        last = bisect_right(rendered.marks, end, key=_start)
        for mark in rendered.marks[first:last]:
            if mark.end > start and mark.start < end:
                found.append((max(start, mark.start), min(end, mark.end), f"document--{mark.look}"))
        return found

    def _of_block(self, block: Block, start: int, end: int) -> Iterator[Drawn]:
        if block.kind is Kind.HEADING:
            yield start, end, "document--heading"
        elif block.frame.head:
            yield start, end, "document--head"
        elif block.kind is Kind.CODE:
            yield start, end, "document--code"
            for a, b, name in self._tokens(block):
                if a < end and start < b:
                    yield max(start, a), min(end, b), name

    def _tokens(self, block: Block) -> list[Drawn]:
        if block.start not in self._code:
            self._code[block.start] = list(self._lexed(block))
        return self._code[block.start]

    def _lexed(self, block: Block) -> Iterator[Drawn]:
        code = self.document.text[block.start : block.text_end]
        for start, end, name in words_of_code(code, block.frame.language):
            yield block.start + start, block.start + end, f"document--{name}"


def _start(mark: Mark) -> int:
    return mark.start
