"""The parts of a YAML tree: texts, lists and mappings that know where they stand."""

from __future__ import annotations

from typing import Protocol

from quiz.store.yaml.problems import Place


class Mark(Protocol):
    """A point in the text; line and column (in characters) count from 0, as libyaml does."""

    @property
    def line(self) -> int:
        """From 0."""

    @property
    def column(self) -> int:
        """From 0, in characters."""


class Node:
    """A part of the tree; a plain class, for a large file makes hundreds of thousands of them."""

    __slots__ = ("end", "start")

    def __init__(self, start: Mark, end: Mark) -> None:
        self.start, self.end = start, end

    @property
    def place(self) -> Place:
        """Where the node stands, from 1. A block ends where the next thing starts."""
        start, end = self.start, self.end
        return Place(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


class Scalar(Node):
    """A text as YAML means it, without its quotes; empty where the value was left out."""

    __slots__ = ("value",)

    def __init__(self, start: Mark, end: Mark, value: str) -> None:
        self.start, self.end, self.value = start, end, value

    @property
    def line(self) -> int:
        """From 1."""
        return self.start.line + 1

    @property
    def column(self) -> int:
        """From 1, in characters."""
        return self.start.column + 1

    @property
    def end_line(self) -> int:
        """From 1."""
        return self.end.line + 1

    @property
    def end_column(self) -> int:
        """From 1, the column after the last character."""
        return self.end.column + 1


class Sequence(Node):
    """A list."""

    __slots__ = ("items",)

    def __init__(self, start: Mark, end: Mark, items: list[Node]) -> None:
        self.start, self.end, self.items = start, end, items


class Mapping(Node):
    """Keys and values in the author's order, each key once.

    `incomplete` when an entry was reported and left out: no key of it counts as missing.
    """

    __slots__ = ("entries", "incomplete")

    def __init__(self, start: Mark, end: Mark, entries: list[tuple[Scalar, Node]]) -> None:
        self.start, self.end, self.entries, self.incomplete = start, end, entries, False

    def get(self, name: str) -> Node | None:
        """The value of a key."""
        return next((value for key, value in self.entries if key.value == name), None)


class Refused(Node):
    """A value that was reported and left out."""

    __slots__ = ()


def node_at(root: Node | None, *path: str | int) -> Node | None:
    """The node reached by keys and list positions (from 0), None when there is no such."""
    for step in path:
        if isinstance(root, Mapping) and isinstance(step, str):
            root = root.get(step)
        elif isinstance(root, Sequence) and isinstance(step, int) and step < len(root.items):
            root = root.items[step]
        else:
            return None
    return root
