"""What the lock keeps of a set's questions: their ids, and the answers that their sources held."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from quiz.core.revisions.sentence.held import holds
from quiz.store.sets.fields import clean
from quiz.store.yaml.nodes import Mapping as MappingNode
from quiz.store.yaml.nodes import Node, Scalar, Sequence, node_at

Known = Mapping[str, str]
"""A digest of the key of each question whose sources held it, by id; empty texts for the others."""

_GAP = re.compile(r"\{\{(.*?)(?:\|[^}]*)?\}\}")


class Answered(NamedTuple):
    """A question's key as its author wrote it, and what it quotes."""

    question: str
    keys: tuple[str, ...]
    passages: tuple[str, ...]

    @property
    def held(self) -> bool:
        """Whether the passages hold the key."""
        return holds(self.keys, self.passages)

    @property
    def digest(self) -> str:
        """What tells one key from another."""
        text = "\0".join(self.keys).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(text, digest_size=6).hexdigest()


def answered(tree: Node | None) -> Iterator[Answered]:
    """The questions of a set that have an id, in order."""
    questions = node_at(tree, "questions")
    for node in questions.items if isinstance(questions, Sequence) else ():
        name = node_at(node, "id")
        if isinstance(node, MappingNode) and isinstance(name, Scalar):
            yield Answered(clean(name), tuple(_keys(node)), tuple(_passages(node)))


def _keys(node: MappingNode) -> Iterator[str]:
    kind = node.get("type")
    if isinstance(kind, Scalar) and clean(kind) == "true-false":
        return
    text = node.get("text")
    if isinstance(text, Scalar):
        yield from _GAP.findall(clean(text))
    for key in ("answer", "answers"):
        value = node.get(key)
        for item in value.items if isinstance(value, Sequence) else (value,):
            if isinstance(item, Scalar):
                yield clean(item)


def _passages(node: MappingNode) -> Iterator[str]:
    sources = node.get("sources")
    for source in sources.items if isinstance(sources, Sequence) else ():
        exact = node_at(source, "exact")
        if isinstance(exact, Scalar):
            yield clean(exact)


def known(tree: Node, before: Known) -> Known:
    """What to keep: the questions that are there, and what was known of those that are not.

    A key that was held once is known until it is another one.
    """
    now: dict[str, str] = {}
    for one in answered(tree):
        was = before.get(one.question) == one.digest
        now[one.question] = one.digest if one.held or was else ""
    return {**{name: digest for name, digest in before.items() if name not in now}, **now}


def left(tree: Node | None, before: Known) -> Iterator[Answered]:
    """The questions whose sources held the very key that they no longer hold."""
    for one in answered(tree):
        if before.get(one.question) == one.digest and one.passages and not one.held:
            yield one


def gone(tree: Node | None, before: Known) -> list[str]:
    """The ids that are no longer there."""
    now = {one.question for one in answered(tree)}
    return [name for name in before if name not in now]
