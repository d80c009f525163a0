"""Where a part of a question or set stands in its file."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.core.checking.findings import Path, Spot
from quiz.store.sets.reading import SetFile
from quiz.store.yaml.nodes import Node, Scalar, node_at
from quiz.store.yaml.problems import START, Place


def lines_of(text: str) -> list[str]:
    """The lines of a file as YAML counts them."""
    return text.replace("\r\n", "\n").split("\n")


def place_of(file: SetFile, spot: Spot, lines: Sequence[str]) -> Place:
    """The value a spot means; where there is none, what it would belong to."""
    root = file.nodes.get(spot.question) if spot.question else file.tree
    return value_place(root, spot.path, lines)


def value_place(root: Node | None, path: Path, lines: Sequence[str]) -> Place:
    """The place of the value at `path` below `root`; of lists and mappings the first line."""
    for length in range(len(path), -1, -1):
        node = node_at(root, *path[:length])
        if node is not None:
            return node_place(node, lines)
    return START


def node_place(node: Node, lines: Sequence[str]) -> Place:
    """A text up to its last letter; of lists and mappings the first line."""
    place = node.place
    if isinstance(node, Scalar):
        return _trimmed(place, lines)
    end = max(place.column + 1, len(lines[place.line - 1].rstrip()) + 1)
    return Place(place.line, place.column, place.line, end)


def _trimmed(place: Place, lines: Sequence[str]) -> Place:
    """Without the blank lines that libyaml counts as a part of `>` and `|` texts."""
    line, column = place.end_line, place.end_column
    while line > place.line and not lines[line - 1][: column - 1].strip():
        line -= 1
        column = len(lines[line - 1].rstrip()) + 1
    return Place(place.line, place.column, line, max(column, 1))
