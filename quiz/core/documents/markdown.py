"""The blocks of Markdown, as far as reading and asking need them (after CommonMark)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.core.documents.blocks import Block, Kind, Line, block, mark_width, text_blocks

_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_ATX_CLOSE = re.compile(r"(?:^|\s)#+\s*$")
_SETEXT = re.compile(r" {0,3}(?:=+|-+)\s*$")
_RULE = re.compile(r" {0,3}(?:(?:\*\s*+){3,}+|(?:-\s*+){3,}+|(?:_\s*+){3,}+)$")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_ALONE = re.compile("|".join(pattern.pattern for pattern in (_FENCE, _ATX, _RULE)))
_EMPHASIS = re.compile(r"\*\*|__|`")


def markdown_blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Blocks in order. Headings inside fenced code and front matter are none."""
    found = list(_blocks(lines))
    first = found[0] if found else None
    if first is not None and first.kind is Kind.HEADING:
        others = [b.level for b in found[1:] if b.kind is Kind.HEADING]
        if all(level > first.level for level in others):
            found[0] = first._replace(level=0)
    yield from found


def _blocks(lines: Sequence[Line]) -> Iterator[Block]:
    pending: list[Line] = []
    listed = False  # whether the pending lines hold a list or table, which no underline can end
    at = _front_matter(lines)
    while at < len(lines):
        line = lines[at]
        size = 1
        if pending and not listed and _SETEXT.match(line.text):
            yield _setext(pending, line)
            pending = []
        elif line.blank or _ALONE.match(line.text):
            yield from text_blocks(pending)
            pending, listed = [], False
            size = _fence_size(lines, at)
            yield from _alone(lines[at : at + size])
        else:
            above = pending[-1].text if pending else None
            listed = listed or mark_width(line.text, above) is not None
            pending.append(line)
        at += size
    yield from text_blocks(pending)


def _front_matter(lines: Sequence[Line]) -> int:
    """How many lines of metadata stand at the top, between two lines of three dashes."""
    if not lines or lines[0].text.rstrip() != "---":
        return 0
    for i, line in enumerate(lines[1:], start=1):
        if line.text.rstrip() in ("---", "..."):
            return i + 1
    return 0


def _fence_size(lines: Sequence[Line], at: int) -> int:
    """How many lines a fenced block takes, fences included; 1 where there is none.

    A fence that is never closed holds the rest of the document.
    """
    opening = _FENCE.match(lines[at].text)
    if opening is None:
        return 1
    fence = opening[1]
    for i in range(at + 1, len(lines)):
        text = lines[i].text.strip()
        if text.startswith(fence) and not text.strip(fence[0]):
            return i + 1 - at
    return len(lines) - at


def _alone(lines: Sequence[Line]) -> Iterator[Block]:
    """What a line that is no running text stands for: code, a heading, or nothing."""
    first = lines[0]
    atx = _ATX.match(first.text)
    if _FENCE.match(first.text):
        yield block(Kind.CODE, lines)
    elif atx:
        bare = Line(first.start, _ATX_CLOSE.sub("", first.text[atx.end() :]))
        bare = Line(first.start, first.text[: atx.end()] + bare.text)
        found = block(Kind.HEADING, [bare], atx.end())._replace(end=first.end)
        yield found._replace(level=len(atx[1]), title=_title(bare.text[atx.end() :]))


def _setext(lines: Sequence[Line], underline: Line) -> Block:
    level = 1 if "=" in underline.text else 2
    title = _title(" ".join(line.text for line in lines))
    return block(Kind.HEADING, lines)._replace(end=underline.end, level=level, title=title)


def _title(text: str) -> str:
    return " ".join(_EMPHASIS.sub("", text).split())
