"""A set's text cut into its head, its questions and its end, so that one can be read alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from quiz.core.checking.findings import Finding
from quiz.store.yaml.nodes import Node, node_at
from quiz.store.yaml.nodes import Sequence as ListNode

_QUESTIONS = re.compile(r"questions:\s*(#.*)?")
_SILENCER = "quiz:"


@dataclass(slots=True)
class Piece:
    """Lines of a set, and what was found in them; places count from the piece's first line.

    `alone` is what was found in a question by itself, None as long as nobody has looked, and `over`
    all else, whose other places in the file count from its start.
    """

    lines: list[str]
    over: list[Finding] = field(default_factory=list)
    alone: list[Finding] | None = None
    id: str = ""

    @property
    def silences(self) -> bool:
        """Whether a comment may silence findings in it."""
        return any(_SILENCER in line for line in self.lines)


@dataclass(slots=True)
class Pieces:
    """The head of a set up to `questions:`, one piece a question, and what comes behind them.

    `indent` are the blanks before each question's dash.
    """

    head: Piece
    items: list[Piece]
    tail: Piece
    indent: int

    @property
    def all(self) -> list[Piece]:
        """In the order of the file."""
        return [self.head, *self.items, self.tail]

    def starts(self) -> list[int]:
        """The first line, from 0, of each piece of `all`."""
        return [0, *accumulate(len(piece.lines) for piece in self.all[:-1])]

    def at(self, line: int, starts: Sequence[int]) -> int:
        """Which piece of `all` holds a line, from 0, where they start so."""
        return max(0, bisect_right(starts, line) - 1)

    def ends_inside(self, lines: Sequence[str]) -> bool:
        """Whether every line behind the first says by its indent that it belongs to a question."""
        dash = next((at for at, line in enumerate(lines) if _is_text(line)), None)
        if dash is None or not _is_item(lines[dash], self.indent):
            return False
        return all(_indent(line) > self.indent for line in lines[dash + 1 :] if _is_text(line))


def pieces_of(lines: list[str], tree: Node | None) -> Pieces | None:
    """The pieces of a set that was read as `tree`; None where the lines do not tell them apart."""
    listed = node_at(tree, "questions")
    heads = [at for at, line in enumerate(lines) if _QUESTIONS.fullmatch(line)]
    if not isinstance(listed, ListNode) or not listed.items or len(heads) != 1:
        return None
    dashes, end = _dashes(lines, heads[0] + 1)
    if [node.start.line for node in listed.items] != dashes:
        return None
    indent = _indent(lines[dashes[0]])
    starts = [_with_comments(lines, at, indent) for at in dashes]
    ends = [*starts[1:], end]
    items = [Piece(lines[a:b]) for a, b in zip(starts, ends, strict=True)]
    return Pieces(Piece(lines[: starts[0]]), items, Piece(lines[end:]), indent)


def _dashes(lines: Sequence[str], first: int) -> tuple[list[int], int]:
    """The lines on which questions begin, and the one behind the last question."""
    indent: int | None = None
    found: list[int] = []
    for at in range(first, len(lines)):
        line = lines[at]
        if not _is_text(line):
            continue
        if indent is None:
            indent = _indent(line)
        if _is_item(line, indent):
            found.append(at)
        elif _indent(line) <= indent:
            return found, _with_comments(lines, at, 0)
    return found, len(lines)


def _with_comments(lines: Sequence[str], at: int, indent: int) -> int:
    """The first of the comments right above a line; deeper ones may belong to a text above."""
    start = at
    for above in range(at - 1, -1, -1):
        line = lines[above]
        if line.lstrip().startswith("#") and _indent(line) <= indent:
            start = above
        elif line.strip():
            break
    return start


def _is_item(line: str, indent: int) -> bool:
    return _indent(line) == indent and (line[indent:] + " ").startswith("- ")


def _is_text(line: str) -> bool:
    stripped = line.lstrip()
    return bool(stripped) and not stripped.startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
