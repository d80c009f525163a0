"""A question set in the library: what is known of it without reading its questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from quiz.core.questions.question_set import ExamPlan, NotAsked
from quiz.core.text.value import Value
from quiz.store.yaml.problems import SetProblem


class IndexRow(NamedTuple):
    """A question in brief; `line` is where it starts, from 1."""

    id: str
    key_hash: str
    type: str
    line: int


class Entry(Value):
    """A set of the library; a broken one too, with its problems and without questions.

    `root` is the folder it was opened from: documents must lie below it. `id` and `title` of a
    broken set may be its file's name. `load_index` is called when the index is first asked for,
    `index_json` gives the same as a JSON list of lists, without making a row of each. `drafts` are
    not among them: questions that nothing proves yet.
    """

    path: Path
    root: Path
    id: str
    title: str
    description: str
    language: str
    count: int
    documents: Mapping[str, str]
    exam: ExamPlan
    not_asked: tuple[NotAsked, ...]
    problems: tuple[SetProblem, ...]
    drafts: tuple[IndexRow, ...]
    load_index: Callable[[], tuple[IndexRow, ...]]
    index_json: Callable[[], str]

    @property
    def ok(self) -> bool:
        """True when nothing is wrong with the set."""
        return not self.problems

    @cached_property
    def index(self) -> tuple[IndexRow, ...]:
        """Every question to ask, in the author's order; empty for a broken set."""
        return self.load_index() if self.ok else ()

    @cached_property
    def rows(self) -> Mapping[str, IndexRow]:
        """`index` by question id."""
        return {row.id: row for row in self.index}
