"""A Markdown file as a person reads it on the rendered page."""

from __future__ import annotations

from itertools import accumulate

from quiz.core.rendering.blocks import Block, Kind
from quiz.core.rendering.front_matter import front_matter
from quiz.core.rendering.inline import Page
from quiz.core.rendering.page import PageWriter
from quiz.core.rendering.parser import parser
from quiz.core.rendering.rendered import Rendered
from quiz.core.rendering.writer import Writer


def render(file: str) -> Rendered:
    """The reading text of a sanitised Markdown file (CommonMark, GFM, notes, definition lists)."""
    head = front_matter(file)
    md, env = parser(), dict[str, object]()
    blank = "\n" * file.count("\n", 0, head.length)
    page = Page(md, Writer(file), env)
    writer = PageWriter(page, [0, *accumulate(len(line) + 1 for line in file.split("\n"))][:-1])
    writer.write(md.parse(blank + file[head.length :], env))
    source = page.writer.done()
    return Rendered(
        source,
        tuple(_trimmed(block, source.text) for block in writer.blocks),
        tuple(sorted(page.marks)),
        tuple(page.variants),
        head.title,
        head.language,
        head.origin,
        tuple(page.places),
    )


def _trimmed(block: Block, text: str) -> Block:
    """A block with its text, where that ends, and a heading's title."""
    end = block.start + len(text[block.start : block.end].rstrip())
    block = block._replace(text_end=end)
    if block.kind is not Kind.HEADING:
        return block
    return block._replace(title=" ".join(text[block.start : end].split()))
