"""A question in the order that `quiz new` writes its keys in, letter for letter otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.formats.schema_keys import TYPES
from quiz.store.sets.reading import read_text
from quiz.store.yaml.nodes import Mapping, Node, Scalar, node_at
from quiz.store.yaml.nodes import Sequence as ListNode
from quiz.study.editing.buffer import joined

_FIRST = ("id", "draft", "type", "stem", "text")
_LAST = ("hint", "explanation", "sources", "disputed_by", "tags")
_DASH = re.compile(r"( *)- +(?=\S)")

Plain = object


def order() -> tuple[str, ...]:
    """All keys of a question, in order."""
    own = [key for part in TYPES.values() for key in part.keys if key not in (*_FIRST, *_LAST)]
    return (*_FIRST, *dict.fromkeys(own), *_LAST)


def tidied(lines: Sequence[str], first: int, last: int) -> list[str] | None:
    """The lines of a question, from `first` up to `last`, with its keys in order.

    Each key keeps its own lines and the comments above it. None when nothing changes, or it cannot
    be done without changing what the question says.
    """
    own = list(lines[first:last])
    dash = _DASH.match(own[0]) if own else None
    if dash is None:
        return None
    indent = dash.end()
    blocks = _blocks([" " * indent + own[0][indent:], *own[1:]], indent)
    if blocks is None:
        return None
    ranks = {key: rank for rank, key in enumerate(order())}
    sorted_blocks = sorted(blocks, key=lambda block: ranks.get(block[0], len(ranks)))
    flat = [line.rstrip() for _, block in sorted_blocks for line in block]
    if not flat or not flat[0].startswith(" " * indent) or flat[0].lstrip().startswith("#"):
        return None
    made = [own[0][:indent] + flat[0][indent:], *flat[1:]]
    return made if made != own and _same(own, made) else None


def _blocks(lines: Sequence[str], indent: int) -> list[tuple[str, list[str]]] | None:
    """Each key with its lines, and the comments above it; None where a line belongs to none."""
    found: list[tuple[str, list[str]]] = []
    waiting: list[str] = []
    key_line = re.compile(rf" {{{indent}}}([A-Za-z_]\w*) *:(?: |$)")
    for line in lines:
        match = key_line.match(line)
        if match:
            found.append((match[1], [*waiting, line]))
            waiting = []
        elif line.startswith("#", indent) and not line[:indent].strip():
            waiting.append(line)
        elif not found or waiting or (line.strip() and not line.startswith(" " * indent)):
            return None
        else:
            found[-1][1].append(line)
    return None if waiting or len({key for key, _ in found}) < len(found) else found


def _same(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether both are read as the same question."""
    one, other = (_plain(_tree(lines)) for lines in (before, after))
    return one is not None and one == other


def _tree(lines: Sequence[str]) -> Node | None:
    from pathlib import Path

    file = read_text(Path("question.yaml"), "questions:\n" + joined(lines) + "\n")
    if any(problem.rule in ("syntax", "refused-yaml", "unreadable") for problem in file.problems):
        return None
    return node_at(file.tree, "questions", 0)


def _plain(node: Node | None) -> Plain:
    if isinstance(node, Scalar):
        return node.value.rstrip()
    if isinstance(node, ListNode):
        return [_plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {key.value: _plain(value) for key, value in node.entries}
    return None
