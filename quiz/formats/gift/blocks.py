"""A GIFT file as the pieces that blank lines part, each with its line, id, tags and category.

A blank line between braces does not end a question, unless another one opens before they close.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quiz.formats.gift.marks import marks

_CATEGORY = re.compile(r"\$CATEGORY\s*:\s*(.*)", re.IGNORECASE)
_ID = re.compile(r"\[id:((?:\\\]|[^\]])+)\]")
_TAG = re.compile(r"\[tag:((?:\\\]|[^\]])+)\]")


class Block(NamedTuple):
    """A question as written, without comments; `line` is where its text starts."""

    text: str
    line: int
    uid: str = ""
    tags: tuple[str, ...] = ()
    category: str = ""


class _Kept:
    """What comments and categories say of the questions that follow."""

    def __init__(self) -> None:
        self.uid, self.category = "", ""
        self.tags: list[str] = []

    def take(self, comment: str) -> None:
        """Note the id and the tags of a comment."""
        if found := _ID.search(comment):
            self.uid = found[1].strip().replace("\\]", "]")
        self.tags += [tag.strip().replace("\\]", "]") for tag in _TAG.findall(comment)]

    def block(self, lines: Sequence[str], number: int) -> Block:
        """The question that these lines are; what was said of it is forgotten."""
        found = Block("\n".join(lines), number, self.uid, tuple(self.tags), self.category)
        self.uid, self.tags = "", []
        return found


def blocks(text: str) -> Iterator[Block]:
    """The questions of a file in their order."""
    lines = text.split("\n")
    kept = _Kept()
    gathered: list[str] = []
    first, at = 0, 0
    while at < len(lines):
        line = lines[at].strip()
        if line.startswith("//"):
            kept.take(line)
            at += 1
            continue
        category = _CATEGORY.match(line) if not gathered else None
        if category:
            kept.category = category[1].strip()
        elif line:
            first = first if gathered else at + 1
            gathered.append(lines[at])
        elif gathered and not _goes_on(gathered, lines, at):
            yield kept.block(gathered, first)
            gathered = []
        at += 1
    if gathered:
        yield kept.block(gathered, first)


def _goes_on(gathered: Sequence[str], lines: Sequence[str], at: int) -> bool:
    """Whether braces are open at a blank line, and close before others open."""
    if not _open("\n".join(gathered)):
        return False
    for line in lines[at:]:
        if not line.strip().startswith("//"):
            for _, mark in marks(line):
                if mark in "{}":
                    return mark == "}"
    return False


def _open(text: str) -> bool:
    return next((m == "{" for _, m in reversed(list(marks(text))) if m in "{}"), False)
