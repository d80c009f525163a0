"""The questions of a set, for an editor's list of what is in a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quiz.store.sets.fields import clean
from quiz.store.yaml.nodes import Node, Scalar, node_at
from quiz.store.yaml.nodes import Sequence as ListNode
from quiz.store.yaml.problems import Place


class Entry(NamedTuple):
    """A question: its id, what it asks, where it stands and where its name does."""

    name: str
    said: str
    place: Place
    name_place: Place


def outline(tree: Node | None) -> Iterator[Entry]:
    """The questions of a set as far as it could be read, in order."""
    listed = node_at(tree, "questions")
    for at, node in enumerate(listed.items if isinstance(listed, ListNode) else ()):
        name = node_at(node, "id")
        said = next((_text(node, key) for key in ("stem", "text") if _text(node, key)), "")
        label = _text(node, "id") or f"question {at + 1}"
        yield Entry(label, said, node.place, name.place if name is not None else node.place)


def _text(node: Node, key: str) -> str:
    found = node_at(node, key)
    return " ".join(clean(found).split()) if isinstance(found, Scalar) else ""
