"""The blocks of plain text, where only blank lines and wording tell a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from quiz.core.documents.blocks import BULLET, Block, Kind, Line, block, text_blocks

HEADING_WIDTH = 80
"""The longest line, in characters, that can be a heading."""

_LONGEST_CHAIN = 3  # more short lines than this in a row are verse or a loose list
_UNDERLINE = re.compile(r" {0,3}(={3,}|-{3,}|~{3,})\s*$")
_NUMBER = re.compile(r"\s*(?:(\d{1,3}(?:\.\d{1,3})+)[.)]?|\d{1,3}[.)])\s+(?=\S)")
_NO_HEADING_END = tuple(".:;,!…。：；，！、")


def plain_blocks(lines: Iterator[Line]) -> Iterator[Block]:
    """Blocks in order. A heading is a short line alone between blank lines that ends no sentence.

    One at the very top is the title (level 0), others are sections (1), numbered ones lie inside
    them (2, and deeper for `1.1`). A title or section may also be underlined.
    """
    groups = [list(group) for blank, group in groupby(lines, lambda line: line.blank) if not blank]
    for group, heading in zip(groups, _headings(groups), strict=True):
        yield from text_blocks(group) if heading is None else (heading,)


def _headings(groups: Sequence[list[Line]]) -> list[Block | None]:
    """For each group of lines the heading it is, judged by its neighbours too."""
    found = [_heading_like(group) for group in groups]
    if found:
        found[-1] = None  # nothing stands under it
    kept: list[Block | None] = []
    for _, run in groupby(found, lambda heading: heading is None):
        chain = list(run)
        if len(chain) > _LONGEST_CHAIN:
            kept += [chain[0] if not kept else None, *[None] * (len(chain) - 1)]
        else:
            kept += [None if _in_loose_list(chain, i) else h for i, h in enumerate(chain)]
    if kept and kept[0] is not None:
        kept[0] = kept[0]._replace(level=0)
    return kept


def _in_loose_list(chain: Sequence[Block | None], i: int) -> bool:
    """Whether a numbered line stands beside another of its level with no text between them."""
    levels = [0 if heading is None else heading.level for heading in chain]
    return levels[i] > 1 and levels[i] in (*levels[max(0, i - 1) : i], *levels[i + 1 : i + 2])


def _heading_like(group: list[Line]) -> Block | None:
    line = group[0]
    if len(group) == 2 and _UNDERLINE.match(group[1].text):
        return _heading(line, 0, level=1)._replace(end=group[1].end)
    text = line.text.strip()
    if len(group) > 1 or len(text) > HEADING_WIDTH or BULLET.match(line.text):
        return None
    if text.rstrip("\"'”’»").endswith(_NO_HEADING_END) or not any(map(str.isalpha, text)):
        return None
    number = _NUMBER.match(line.text)
    if number is None:
        return _heading(line, 0, level=1)
    return _heading(line, number.end(), level=2 + (number[1] or "").count("."))


def _heading(line: Line, skip: int, level: int) -> Block:
    title = " ".join(line.text[skip:].split())
    return block(Kind.HEADING, [line], skip)._replace(level=level, title=title)
