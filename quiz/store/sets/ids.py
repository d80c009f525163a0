"""Ids for questions and sets that have none: made once from their words, then stable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from quiz.core.text.normal_form import fold
from quiz.store.sets.fields import clean
from quiz.store.yaml.edit import AddKey, Change, SetValue
from quiz.store.yaml.nodes import Mapping, Node, Scalar, Sequence, node_at

_WORDS = 4
_LONGEST = 48  # characters of an id before a number makes it unique
_WORD = re.compile(r"[a-z0-9]+")
_GAP = re.compile(r"\{\{|\}\}|\|[^}]*")
_EMPTY_WORDS = """
    a an and are as at be by can do does for from had has have how in into is it its of on or that
    the their there these this those to was were what when where which who why will with you your
    according article complete following statement text
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())


def missing_ids(tree: Node, path: Path) -> Iterator[tuple[Change, str, Node]]:
    """The changes that give an id to the set and to each question without one.

    With each, the id, and the node that gets it.
    """
    if isinstance(tree, Mapping) and not _id(tree):
        made = kebab(path.stem) or kebab(_text(tree, "title")) or "set"
        yield _change(tree, (), made), made, tree
    questions = node_at(tree, "questions")
    nodes = questions.items if isinstance(questions, Sequence) else []
    taken = {found for node in nodes if (found := _id(node))}
    for at, node in enumerate(nodes):
        if isinstance(node, Mapping) and node.entries and not _id(node):
            made = _unique(kebab(_words_of(node)) or "question", taken)
            taken.add(made)
            yield _change(node, ("questions", at), made), made, node


def kebab(text: str) -> str:
    """The first telling words in the form of an id; empty when there are no Latin letters."""
    found = _WORD.findall(fold(text[:400]).replace("'", ""))
    telling = [word for word in found if word not in _EMPTY] or found
    return "-".join(telling[:_WORDS])[:_LONGEST].strip("-")


def _unique(made: str, taken: set[str]) -> str:
    number = 2
    found = made
    while found in taken:
        found, number = f"{made}-{number}", number + 1
    return found


def _change(node: Mapping, where: tuple[str | int, ...], made: str) -> Change:
    if node.get("id") is None:
        return AddKey(where, "id", made)
    return SetValue((*where, "id"), made)


def _id(node: Node) -> str:
    """The id, or whatever stands in its place: what is malformed is for its author to mend."""
    found = node_at(node, "id")
    return "?" if found is not None and not isinstance(found, Scalar) else _text(node, "id")


def _words_of(node: Node) -> str:
    """The stem; of a cloze without one, its text."""
    return _text(node, "stem") or _GAP.sub(" ", _text(node, "text"))


def _text(node: Node, key: str) -> str:
    found = node_at(node, key)
    return clean(found) if isinstance(found, Scalar) else ""
