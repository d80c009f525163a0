"""One reading of a set for its author: the sound questions, the documents, and what was found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from quiz.core.checking.findings import Finding
from quiz.core.documents.document import Document
from quiz.core.questions.question import Question
from quiz.errors import DocumentError
from quiz.store.banks.standing import declined
from quiz.store.checking.checking import Checked, check_file
from quiz.store.files.shown import shown
from quiz.store.library.documents import read_document
from quiz.store.library.found_files import Found
from quiz.store.sets.text import Stamp, stamp

UNPARSED = frozenset({"syntax", "unreadable"})
"""Rules whose errors may hide the rest of the file."""

Stamps = Mapping[Path, Stamp | None]


@dataclass(frozen=True)
class Reading:
    """A set as its files were at one moment.

    `declared` are the paths of the documents by the set's own keys, `documents` those that could
    be read. `by_question` has the findings of each question in `questions`, `elsewhere` all
    others. `declined` are drafts of which their author has said that no passage proves them.
    `stamps` tell whether a file has changed since.
    """

    found: Found
    set_id: str
    title: str
    questions: tuple[Question, ...]
    declared: Mapping[str, Path]
    documents: Mapping[str, Document]
    by_question: Mapping[str, tuple[Finding, ...]]
    elsewhere: tuple[Finding, ...]
    broken: bool
    stamps: Stamps
    declined: frozenset[str] = frozenset()

    @cached_property
    def ids(self) -> Mapping[str, int]:
        """The place, from 0, of each question."""
        return {question.id: at for at, question in enumerate(self.questions)}

    @property
    def unparsed(self) -> bool:
        """Whether the file could not even be read as YAML, or not to its end."""
        return any(finding.rule in UNPARSED for finding in self.elsewhere)

    @property
    def changed(self) -> bool:
        """Whether a file is not what it was, by size and time of change."""
        return any(_stamp(path) != known for path, known in self.stamps.items())

    def document(self, set_id: str, key: str) -> Document:
        """A document of the set; raises DocumentError with the reason why it cannot be read."""
        if key in self.documents:
            return self.documents[key]
        if key not in self.declared:
            raise DocumentError(f"the set {shown(set_id)} declares no document {shown(key)}")
        return read_document(self.declared[key], root=self.found.root, name=key)


def read(found: Found, watched: Iterable[Path] = ()) -> Reading:
    """Check a set, whatever state it is in. `watched` are its documents as far as known before.

    Raises QuizError when PyYAML lacks its C parser.
    """
    before = {path: _stamp(path) for path in (found.path, *watched)}  # so that no change is missed
    checked = check_file(found)
    sound = checked.file.partial
    folder = found.path.parent
    declared = {k: folder / name for k, name in (sound.documents if sound else {}).items() if name}
    questions = sound.questions if sound else ()
    by_question, elsewhere = _parted(checked, questions)
    return Reading(
        found=found,
        set_id=checked.report.set or found.path.stem,
        title=(sound.title if sound else "") or found.path.stem,
        questions=questions,
        declared=declared,
        documents=checked.documents,
        by_question=by_question,
        elsewhere=elsewhere,
        broken=bool(checked.file.problems),
        stamps={path: _known(before, path) for path in (found.path, *declared.values())},
        declined=frozenset(n for n, node in checked.file.nodes.items() if declined(node)),
    )


def _known(before: Stamps, path: Path) -> Stamp | None:
    return before[path] if path in before else _stamp(path)


def _stamp(path: Path) -> Stamp | None:
    """None where there is no file."""
    try:
        return stamp(path)
    except (OSError, ValueError):
        return None


def _parted(
    checked: Checked, questions: Sequence[Question]
) -> tuple[Mapping[str, tuple[Finding, ...]], tuple[Finding, ...]]:
    """The findings of each of the questions, and all others."""
    owner = _owners(checked)
    found: dict[str, list[Finding]] = {question.id: [] for question in questions}
    others: list[Finding] = []
    for finding in checked.report.findings:
        found.get(finding.question or owner(finding.line), others).append(finding)
    return {name: tuple(listed) for name, listed in found.items()}, tuple(others)


def _owners(checked: Checked) -> Callable[[int], str]:
    """Which sound question stands on a line; empty for none."""
    spans = sorted(
        (node.place.line, node.place.end_line, name) for name, node in checked.file.nodes.items()
    )
    starts = [start for start, _, _ in spans]

    def owner(line: int) -> str:
        at = bisect_right(starts, line) - 1
        return spans[at][2] if at >= 0 and line <= spans[at][1] else ""

    return owner
