"""A GIFT file as the pieces that blank lines part, each with its line, id, tags and category.

A blank line between braces does not end a question, unless another one opens before they close.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quiz.formats.gift.marks import marks

_CATEGORY = re.compile(r"\$CATEGORY\s*:\s*(.*)", re.IGNORECASE)
_STARTS = ("::", "$CATEGORY:")
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
    kept, braces = _Kept(), _Braces(lines)
    gathered: list[str] = []
    first = 0
    for at, line in enumerate(map(str.strip, lines)):
        if line.startswith("//"):
            kept.take(line)
            continue
        if gathered and line.startswith(_STARTS) and braces.closed(first - 1, at):
            yield kept.block(gathered, first)  # nobody left a blank line
            gathered = []
        category = _CATEGORY.match(line) if not gathered else None
        if category:
            kept.category = category[1].strip()
        elif line:
            first = first if gathered else at + 1
            gathered.append(lines[at])
        elif gathered and not (braces.open(first - 1, at) and braces.close_after(at)):
            yield kept.block(gathered, first)
            gathered = []
    if gathered:
        yield kept.block(gathered, first)


class _Braces:
    """The first and last brace of each line, looked for once, when a blank line asks."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._before: list[tuple[int, str]] | None = None
        self._after: list[str] = []

    def closed(self, first: int, at: int) -> bool:
        """Whether the last brace between two lines is one that closes."""
        line, brace = self._all()[at]
        return line >= first and brace == "}"

    def open(self, first: int, at: int) -> bool:
        """Whether the last brace between two lines is one that opens."""
        line, brace = self._all()[at]
        return line >= first and brace == "{"

    def close_after(self, at: int) -> bool:
        """Whether the next brace from a line on is one that closes."""
        self._all()
        return self._after[at] == "}"

    def _all(self) -> list[tuple[int, str]]:
        """For each line, the last brace before it, and where; computes `_after` as well."""
        if self._before is None:
            found = ["".join(_line_braces(line)) for line in self._lines]
            last, self._before = (-1, ""), []
            for at, braces in enumerate(found):
                self._before.append(last)
                last = (at, braces[-1]) if braces else last
            self._after, following = [""] * len(found), ""
            for at in range(len(found) - 1, -1, -1):
                following = found[at][:1] or following
                self._after[at] = following
        return self._before


def _line_braces(line: str) -> Iterator[str]:
    if ("{" in line or "}" in line) and not line.lstrip().startswith("//"):
        yield from (mark for _, mark in marks(line) if mark in "{}")
