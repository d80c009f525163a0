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
_NO_HEADING_END = tuple(".:;,!…。：；，！、।॥۔։")
_CAPITALS = re.compile(r"[^\Wa-z\d_][^a-z]{2,}$")  # `SEE ALSO`, as manual pages have it
_MANUAL_HEAD = re.compile(r"(\S+\(\w+\))\s{2,}.*\s{2,}\1\s*$")
_EXAMPLE_INDENT = 4

_Part = tuple[list[Line], bool | None]
"""A group of lines, and whether it is known to be a heading or what stands right under one."""


def plain_blocks(lines: Iterator[Line]) -> Iterator[Block]:
    """Blocks in order. A heading is a short line alone between blank lines that ends no sentence.

    One at the very top is the title (level 0), others are sections (1), numbered ones lie inside
    them (2, and deeper for `1.1`). A title or section may also be underlined.
    """
    groups = [list(group) for blank, group in groupby(lines, lambda line: line.blank) if not blank]
    parts = [part for group in groups for part in _heading_apart(group)]
    groups = [group for group, _ in parts]
    for i, (group, heading) in enumerate(zip(groups, _headings(parts), strict=True)):
        if heading is not None:
            yield heading
        elif _is_example(group, groups[i - 1] if i else ()):
            yield block(Kind.CODE, group)
        else:
            yield from text_blocks(group)


def _heading_apart(group: list[Line]) -> Iterator[_Part]:
    """A group; in two where its first line is a heading in capitals over indented text."""
    first = group[0].text
    if (
        len(group) > 1
        and len(first) <= HEADING_WIDTH
        and _CAPITALS.match(first)
        and not first.rstrip().endswith(_NO_HEADING_END)
        and all(map(_indent, group[1:]))
    ):
        yield group[:1], True
        yield group[1:], False
    else:
        yield group, None


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def _is_example(group: Sequence[Line], above: Sequence[Line]) -> bool:
    """Whether lines are set in deeper than those that announce them with a colon."""
    if not above or not above[-1].text.rstrip().endswith(":"):
        return False
    listed = BULLET.match(group[0].text) or _NUMBER.match(group[0].text)
    return not listed and min(map(_indent, group)) >= _indent(above[-1]) + _EXAMPLE_INDENT


def _headings(parts: Sequence[_Part]) -> list[Block | None]:
    """For each group of lines the heading it is, judged by its neighbours too."""
    found = [
        None
        if known is not None or (i and _is_example(group, parts[i - 1][0]))
        else _heading_like(group)
        for i, (group, known) in enumerate(parts)
    ]
    if found:
        found[-1] = None  # nothing stands under it
    kept: list[Block | None] = []
    for _, run in groupby(found, lambda heading: heading is None):
        chain = list(run)
        if len(chain) > _LONGEST_CHAIN:
            kept += [chain[0] if not kept else None, *[None] * (len(chain) - 1)]
        else:
            kept += [None if _in_loose_list(chain, i) else h for i, h in enumerate(chain)]
    for i, (group, known) in enumerate(parts):
        if known:
            kept[i] = _heading(group[0], 0, level=1)
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
    manual = _MANUAL_HEAD.match(line.text)
    title = manual[1] if manual else " ".join(line.text[skip:].split())
    return block(Kind.HEADING, [line], skip)._replace(level=level, title=title)
