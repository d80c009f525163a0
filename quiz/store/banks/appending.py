"""Questions behind the others of a set, and passages to its `not_asked`: no other line changes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quiz.core.grounding.source import Source
from quiz.core.questions.question import Question
from quiz.errors import SetError
from quiz.store.banks.blocks import block, source_lines
from quiz.store.banks.literal import literal
from quiz.store.files.atomic import replace_file
from quiz.store.sets.reading import SetFile, read_text
from quiz.store.yaml.nodes import Node, Scalar, node_at
from quiz.store.yaml.nodes import Sequence as ListNode
from quiz.store.yaml.problems import SetProblem
from quiz.store.yaml.scalars import new_scalar

_ADDED = ("line", "language", "compare")
"""Fields that come from where a question stands."""


def with_question(file: SetFile, question: Question) -> str:
    """The set's text with one more question, which reads back as it is; raises SetError."""
    for written in (question, literal(question)):
        text = _with(file, "questions", block(written).removesuffix("\n").split("\n"))
        if _reads_as(file.path, text, question):
            return text
    message = "a question holds signs of Markdown that the set would read otherwise"
    raise SetError(message, path=str(file.path))


def _reads_as(path: Path, text: str, question: Question) -> bool:
    partial = read_text(path, text).partial
    questions = partial.questions if partial is not None else ()
    found = next((one for one in questions if one.id == question.id), None)
    return found is not None and _said(found) == _said(question)


def _said(question: Question) -> dict[str, object]:
    """What a question says, without what its file adds."""
    return {name: value for name, value in question.fields.items() if name not in _ADDED}


def with_left_out(file: SetFile, source: Source, reason: str) -> str:
    """The set's text with one more passage that nobody needs to ask; raises SetError."""
    _, first, *rest = source_lines([source], indent=0)
    entry = [first, *rest, f"    reason: {new_scalar(reason, flow=False)}"]
    return _with(file, "not_asked", entry)


def _with(file: SetFile, key: str, entry: Sequence[str]) -> str:
    """The text with an entry at the end of a list, which is made at the end of the file if need be.

    The entry is indented as the list is.
    """
    lines = file.text.split("\n")
    listed = node_at(file.tree, key)
    if isinstance(listed, ListNode) and listed.items and not _in_brackets(listed, lines):
        at = _end_of(listed.items[-1], lines)
        indent = listed.items[0].start.column - 2
        lines[at:at] = _indented(entry, indent)
        if key == "questions":
            lines.insert(at, "")
    elif _is_empty(listed):
        lines = _begun(file, key, lines, entry)
    else:
        raise SetError(
            f"{key} stands in brackets: write it as a list of lines", path=str(file.path)
        )
    return _read_back(file, "\n".join(lines))


def _begun(file: SetFile, key: str, lines: list[str], entry: Sequence[str]) -> list[str]:
    """The lines with a list of one entry."""
    bare = (f"{key}:", f"{key}:[]")
    empty = [at for at, line in enumerate(lines) if line.replace(" ", "") in bare]
    at = empty[0] if empty else len(lines)
    while not empty and at and not lines[at - 1].strip():
        at -= 1
    new = ["", f"{key}:"] if not empty else [f"{key}:"]
    lines[at : at + bool(empty)] = [*new, *_indented(entry, 2), *([] if empty else [""])]
    return lines


def _is_empty(listed: Node | None) -> bool:
    if isinstance(listed, Scalar):
        return not listed.value
    return listed is None or (isinstance(listed, ListNode) and not listed.items)


def _in_brackets(listed: ListNode, lines: Sequence[str]) -> bool:
    return lines[listed.start.line][listed.start.column :].startswith("[")


def _end_of(node: Node, lines: Sequence[str]) -> int:
    """The line behind a node's last one that says something."""
    end = node.end.line + (node.end.column > 0)
    while end > node.start.line + 1 and not _says(lines[end - 1]):
        end -= 1
    return end


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indented(entry: Sequence[str], indent: int) -> list[str]:
    return [f"{' ' * indent}{line[2:]}" if line.strip() else "" for line in entry]


def _read_back(file: SetFile, text: str) -> str:
    """The text, if it reads back with no problem that was not there; raises SetError."""
    known = {_same(one) for one in file.problems}
    fresh = [one for one in read_text(file.path, text).problems if _same(one) not in known]
    if fresh:
        message = f"what would be written cannot be read back: {fresh[0].message}"
        raise SetError(message, path=str(file.path), line=fresh[0].line)
    return text


def _same(problem: SetProblem) -> tuple[str, str]:
    return problem.rule, problem.message


def write(path: Path, before: str, after: str) -> None:
    """Replace a set's text, unless another program has changed it; raises SetError."""
    try:
        there = path.read_bytes().decode("utf-8") if path.exists() else ""
        if there.replace("\r\n", "\n") != before.replace("\r\n", "\n"):
            hint = "run the command again"
            raise SetError("the file was changed by another program", path=str(path), hint=hint)
        ends = "\r\n" if "\r\n" in there else "\n"
        replace_file(path, after.replace("\r\n", "\n").replace("\n", ends).encode("utf-8"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SetError(f"the file cannot be written: {reason}", path=str(path)) from None
