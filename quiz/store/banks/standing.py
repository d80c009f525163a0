"""The questions of a set's file as they stand there: their lines, and which of those are whose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quiz.core.questions.question import Question
from quiz.store.banks.record import digest
from quiz.store.sets.reading import SetFile
from quiz.store.yaml.nodes import Mapping as MappingNode
from quiz.store.yaml.nodes import Node, node_at
from quiz.store.yaml.nodes import Sequence as SequenceNode

PROVING = ("draft", "sources")
"""Keys that say how a question is proved: they are nobody's edit of what is asked."""

Range = tuple[int, int]
"""Lines of a file from 0, the last one excluded."""


class Standing(NamedTuple):
    """A question in its file. `block` is the digest of its lines but those of `PROVING`.

    `keys` are the lines of each key; empty for a question that is not written a key a line.
    """

    question: Question
    lines: Range
    keys: Mapping[str, Range]
    block: str


def standings(file: SetFile) -> dict[str, Standing]:
    """The sound questions of a file by id, in its order."""
    lines = file.text.split("\n")
    questions = (
        {question.id: question for question in file.partial.questions} if file.partial else {}
    )
    found: dict[str, Standing] = {}
    for name, node in file.nodes.items():
        if isinstance(node, MappingNode) and name in questions:
            found[name] = _standing(questions[name], node, lines)
    return found


def declined(node: Node) -> bool:
    """Whether a question says `sources: []`: its author has found that no passage proves it."""
    sources = node_at(node, "sources")
    return isinstance(sources, SequenceNode) and not sources.items


def _standing(question: Question, node: MappingNode, lines: Sequence[str]) -> Standing:
    first, end = node.start.line, _trimmed(node.start.line, node.end.line, node.end.column, lines)
    starts = [key.start.line for key, _ in node.entries]
    keys: dict[str, Range] = {}
    if len(set(starts)) == len(starts) and lines[first].lstrip().startswith("- "):
        stops = [*starts[1:], end]
        for (key, _), start, stop in zip(node.entries, starts, stops, strict=True):
            keys[key.value] = (start, _trimmed(start, stop, 0, lines))
    proving = {at for key in PROVING for at in range(*keys.get(key, (0, 0)))}
    own = [lines[at].rstrip() for at in range(first, end) if at not in proving]
    return Standing(question, (first, end), keys, digest("\n".join(own)))


def _trimmed(first: int, last: int, column: int, lines: Sequence[str]) -> int:
    """The line behind the last one that is neither empty nor a comment on what follows."""
    inside = last < len(lines) and bool(lines[last][:column].strip())
    end = min(last + inside, len(lines))
    while end > first + 1 and lines[end - 1].lstrip()[:1] in ("", "#"):
        end -= 1
    return end
