"""Read a question set from its file: every problem at its place, in one run."""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from quiz.core.questions.question_set import QuestionSet
from quiz.store.sets.build import build_question
from quiz.store.sets.build_set import build_set
from quiz.store.sets.fields import Fields
from quiz.store.sets.header_fields import MARKDOWN, SET_KEYS, check_exam, read_header, typed_of
from quiz.store.sets.option_fields import Data
from quiz.store.sets.question_fields import QuestionReader
from quiz.store.sets.text import Stamp, decode, read_bytes
from quiz.store.yaml.nodes import Mapping as MappingNode
from quiz.store.yaml.nodes import Node, node_at
from quiz.store.yaml.problems import START, Problems, SetProblem


@dataclass(frozen=True, slots=True)
class SetFile:
    """A question-set file as read.

    `set` is None when anything is wrong; `partial` then holds the sound questions and what could
    be read of the header; it is None when the file holds no set at all. `header` and `data` (the
    sound questions) are what the cache keeps. `tree` and `nodes` (of the sound questions, by id)
    know the place of everything. `stamp` is None when the file could not be read.
    """

    path: Path
    problems: tuple[SetProblem, ...]
    stamp: Stamp | None = None
    content: bytes = b""
    text: str = ""
    tree: Node | None = None
    partial: QuestionSet | None = None
    header: Data = field(default_factory=dict)
    data: tuple[Data, ...] = ()
    nodes: Mapping[str, Node] = field(default_factory=dict)

    @property
    def set(self) -> QuestionSet | None:
        """The whole set, when nothing is wrong."""
        return None if self.problems else self.partial

    def node(self, question_id: str, *path: str | int) -> Node | None:
        """A question, or a part of it, such as `node("basis", "distractors", 0)`."""
        return node_at(self.nodes.get(question_id), *path)


def read_set(path: Path) -> SetFile:
    """Read and validate a set; never raises on the content of the file.

    Raises QuizError when PyYAML lacks its C parser.
    """
    problems = Problems(str(path))
    found = read_bytes(path, problems)
    if found is None:
        return SetFile(path, problems.sorted())
    content, stamp = found
    return replace(_decoded(path, content, problems), stamp=stamp)


def read_text(path: Path, text: str) -> SetFile:
    """The same of a text that is not in its file (yet); it has no stamp."""
    return _decoded(path, text.encode("utf-8", "replace"), Problems(str(path)))


def _decoded(path: Path, content: bytes, problems: Problems) -> SetFile:
    text = decode(content, problems)
    if text is None:
        return SetFile(path, problems.sorted(), content=content)
    with no_collection():
        read = _read(path, text, problems)
    return replace(read, content=content)


@contextmanager
def no_collection() -> Iterator[None]:
    """Many small values are made and all are kept: looking for garbage would only cost time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _read(path: Path, text: str, problems: Problems) -> SetFile:
    from quiz.store.yaml.tree import read_tree

    root = read_tree(text, problems)
    if not isinstance(root, MappingNode):
        if root is not None or not problems.count:
            hint = "start it with `id:` and `title:`"
            problems.add("wrong-kind", "the file holds no question set", START, hint=hint)
        return SetFile(path, problems.sorted(), text=text, tree=root)
    fields = Fields(root, SET_KEYS, problems, "a set")
    header, declared = read_header(fields, path.stem)
    nodes = _questions(fields, header)
    markup = header["markup"] == MARKDOWN
    reader = QuestionReader(declared, problems, typed=typed_of(header), markup=markup)
    read = _read_all(nodes, reader)
    data = _sound(read, nodes, problems) if problems.count else read
    questions = [build_question(found) for found in data.values()]
    return SetFile(
        path=path,
        problems=problems.sorted(),
        text=text,
        tree=root,
        partial=build_set(header, questions, str(path)),
        header=header,
        data=tuple(data.values()),
        nodes={question.id: node for question, node in zip(questions, data, strict=True)},
    )


def _read_all(nodes: list[Node], reader: QuestionReader) -> dict[Node, Data]:
    """The questions without a problem, up to where there are more problems than anybody reads."""
    read: dict[Node, Data] = {}
    for node in nodes:
        if reader.problems.full:
            break
        found = reader.read(node)
        if found is not None:
            read[node] = found
    return read


def _sound(read: Mapping[Node, Data], nodes: list[Node], problems: Problems) -> dict[Node, Data]:
    """Without the questions in which the tree itself had a problem, such as a tag."""
    starts = [node.place[:2] for node in nodes]
    faulty = {bisect_right(starts, problem.span[:2]) - 1 for problem in problems}
    return {node: read[node] for at, node in enumerate(nodes) if node in read and at not in faulty}


def _questions(fields: Fields, header: Data) -> list[Node]:
    """The nodes of the questions, of which there must be one, and enough for the exam."""
    nodes = fields.items("questions")
    if fields.whole:
        if not nodes:
            fields.require("questions", "a set needs at least one question")
        check_exam(fields, header, len(nodes))
    return nodes
