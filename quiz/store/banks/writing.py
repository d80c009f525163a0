"""The file of a set with what came in: new questions behind the others, old ones in their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from quiz.core.questions.question import Question
from quiz.errors import SetError
from quiz.store.banks.blocks import block
from quiz.store.banks.merging import Fate, Merging, Settled
from quiz.store.banks.record import Record, content_digest, stem_digest
from quiz.store.banks.standing import Standing, standings
from quiz.store.sets.reading import SetFile, no_collection, read_text
from quiz.store.yaml.edit import AddKey, edited
from quiz.store.yaml.nodes import Mapping as MappingNode
from quiz.store.yaml.nodes import node_at
from quiz.store.yaml.problems import SetProblem
from quiz.store.yaml.scalars import new_scalar


class Written(NamedTuple):
    """A set's text, and what there is to remember of it."""

    text: str
    records: tuple[Record, ...]


def new_text(header: str, questions: Sequence[Question]) -> str:
    """A set that has nothing but these questions."""
    return header + "questions:\n\n" + "\n".join(map(block, questions))


def merged_text(
    file: SetFile, merging: Merging, questions: Mapping[str, Question], documents: Mapping[str, str]
) -> str:
    """The file with new questions, those that change, and documents it did not declare.

    `questions` has all that is to be written, by id; every line of the others stays.
    """
    here = standings(file)
    lines = file.text.split("\n")
    fresh = {one.id for one in merging.settled if one.fate is Fate.NEW}
    edits = [
        (here[name].lines, _replacing(here[name], question, lines))
        for name, question in questions.items()
        if name not in fresh
    ]
    for (first, end), new in sorted(edits, reverse=True):
        lines[first:end] = new
    shift = sum(len(new) - (end - first) for (first, end), new in edits)
    added = [questions[one.id] for one in merging.settled if one.id in fresh]
    if added:
        at = max(one.lines[1] for one in here.values()) + shift
        text = "\n" + "\n".join(map(block, added))
        lines[at:at] = text.removesuffix("\n").split("\n")
    return _with_documents("\n".join(lines), documents)


def _replacing(standing: Standing, question: Question, lines: Sequence[str]) -> list[str]:
    """The lines of a question; those that name its sources stay as they are, if those stay."""
    first, end = standing.keys.get("sources", (0, 0))
    kept = lines[first:end] if question.sources == standing.question.sources else ()
    return block(question, kept).removesuffix("\n").split("\n")


def _with_documents(text: str, documents: Mapping[str, str]) -> str:
    """Declare what is not declared yet."""
    if not documents:
        return text
    file = read_text(Path("set.yaml"), text)
    node = node_at(file.tree, "documents")
    if isinstance(node, MappingNode) and node.entries:
        last = node.entries[-1][0].value
        adds = [AddKey(("documents",), key, path, last) for key, path in documents.items()]
        return edited(text, adds)
    listed = (f"  {key}: {new_scalar(path, flow=False)}\n" for key, path in documents.items())
    assert isinstance(file.tree, MappingNode)
    at = next(key.start.line for key, _ in file.tree.entries if key.value == "questions")
    lines = text.split("\n")
    lines[at:at] = ["documents:", *"".join(listed).split("\n")]
    return "\n".join(lines)


class UnreadableError(SetError):
    """What would be written cannot be read back; `faults` says why, by the ids of questions."""

    def __init__(self, path: Path, problems: Sequence[SetProblem]) -> None:
        first = problems[0]
        message = f"what would be written cannot be read back: {first.message}"
        super().__init__(message, path=str(path), line=first.line)
        self.faults = {one.question: one.message for one in reversed(problems) if one.question}


def checked(path: Path, text: str, settled: Sequence[Settled], old: Sequence[Record]) -> Written:
    """The text, read back to be sure, and the record of it. Raises UnreadableError."""
    with no_collection():
        file = read_text(path, text)
    if file.problems:
        raise UnreadableError(path, file.problems)
    return Written(text, _records(settled, standings(replace(file, path=path)), old))


def _records(
    settled: Sequence[Settled], here: Mapping[str, Standing], old: Sequence[Record]
) -> tuple[Record, ...]:
    """What to remember: of what was left as it is, what was known before."""
    before = {record.question: record for record in old}
    found = dict(before)
    for one in settled:
        known = before.get(one.id)
        if known is not None and one.fate in (Fate.KEPT, Fate.DELETED):
            continue
        block_now = here[one.id].block if one.id in here else ""
        if known is not None and one.fate is Fate.SAME:
            block_now = known.block
        if one.fate is Fate.KEPT:
            block_now = ""  # its author's, whatever the bank says later
        found[one.id] = _record(one, block_now)
    return tuple(found.values())


def _record(one: Settled, block_digest: str) -> Record:
    arrival = one.arrival
    question = arrival.question
    stem, content = stem_digest(question), content_digest(question)
    return Record(one.id, arrival.file, arrival.uid, arrival.name, stem, content, block_digest)
