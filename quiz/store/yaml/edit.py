"""Change values of a YAML file in place: every byte outside the changed spans stays as it was."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from quiz.errors import SetError
from quiz.store.yaml.nodes import Mapping, Node, Scalar
from quiz.store.yaml.nodes import Sequence as SequenceNode
from quiz.store.yaml.problems import Problems
from quiz.store.yaml.spans import Source, Span

Where: TypeAlias = tuple[str | int, ...]
"""Where a value stands in the tree: keys and list positions (from 0)."""

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"


@dataclass(frozen=True, slots=True)
class SetValue:
    """Give a text another value. Line ends around it are left as they are."""

    where: Where
    value: str


@dataclass(frozen=True, slots=True)
class AddKey:
    """Add a key to a mapping: behind the key `after`, or as the first one."""

    where: Where
    key: str
    value: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class AddEntry:
    """Add texts to the list under a key of a mapping; the key is made behind `after` if need be."""

    where: Where
    key: str
    values: tuple[str, ...]
    after: str


Change: TypeAlias = SetValue | AddKey | AddEntry


def edit_file(path: Path, content: bytes, changes: Sequence[Change]) -> bytes:
    """Write the changes into the file whose content is given; returns the new content.

    Raises SetError, and leaves the file as it is, when it has changed meanwhile, cannot be
    written, or would not read back as intended.
    """
    from quiz.store.files.atomic import replace_file

    new = edited_bytes(content, changes, str(path))
    try:
        if path.read_bytes() != content:
            hint = "run the command again"
            raise SetError("the file was changed by another program", path=str(path), hint=hint)
        if new != content:
            replace_file(path, new)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SetError(f"the file cannot be written: {reason}", path=str(path)) from None
    return new


def edited_bytes(content: bytes, changes: Sequence[Change], path: str = "") -> bytes:
    """The content of a file with the changes in it; raises SetError."""
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    try:
        text = content[len(mark) :].decode("utf-8")
    except UnicodeDecodeError:
        raise SetError("the file is not UTF-8", path=path or None) from None
    return mark + edited(text, changes, path).encode("utf-8")


def edited(text: str, changes: Sequence[Change], path: str = "") -> str:
    """The text with the changes in it, read back to be sure; raises SetError."""
    tree = _tree(text)
    if tree is None:
        message = "the file is not edited while its YAML has errors"
        raise SetError(message, path=path or None, hint="mend those first")
    intended = _intended(_plain(tree), changes)
    source = Source(text, tree)
    new = _written(source, changes, frozenset())
    if _plain(_tree(new)) != intended:
        new = _written(source, changes, frozenset(_doubtful(source, changes)))
    if _plain(_tree(new)) != intended:
        raise SetError("the file cannot be edited without rewriting it", path=path or None)
    return new


def _doubtful(source: Source, changes: Sequence[Change]) -> Iterator[Change]:
    """The changes that do not read back as intended in the style of the old text."""
    for change in changes:
        alone = _plain(_tree(_written(source, [change], frozenset())))
        if alone != _intended(_plain(source.tree), [change]):
            yield change


def _written(source: Source, changes: Sequence[Change], quoted: frozenset[Change]) -> str:
    """The text with the changes in it, some of them in double quotes."""
    spans = (_span(source, change, quoted=change in quoted) for change in changes)
    return _replaced(source.text, [span for span in spans if span is not None])


def _span(source: Source, change: Change, *, quoted: bool) -> Span | None:
    if isinstance(change, AddKey):
        return source.entry(change.where, change.key, change.value, change.after)
    if isinstance(change, AddEntry):
        return source.entries(change.where, change.key, change.values, change.after)
    return source.value(change.where, change.value, quoted=quoted)


def _tree(text: str) -> Node | None:
    """The tree of a text without any trouble in it."""
    from quiz.store.yaml.tree import read_tree

    problems = Problems()
    found = read_tree(text, problems)
    return None if problems.count else found


def _plain(node: Node | None) -> Plain:
    """The values of a tree; line ends around a text do not count."""
    if isinstance(node, Scalar):
        return node.value.strip("\n")
    if isinstance(node, SequenceNode):
        return [_plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {key.value: _plain(value) for key, value in node.entries}
    return None


def _intended(root: Plain, changes: Sequence[Change]) -> Plain:
    for change in changes:
        if isinstance(change, AddKey):
            _put(root, (*change.where, change.key), change.value)
        elif isinstance(change, AddEntry):
            _extend(root, change)
        else:
            _put(root, change.where, change.value)
    return root


def _put(root: Plain, where: Where, value: str) -> None:
    for step in where[:-1]:
        root = _part(root, step)
    last, text = where[-1], value.strip("\n")
    if isinstance(root, dict) and isinstance(last, str):
        root[last] = text
    if isinstance(root, list) and isinstance(last, int):
        root[last] = text


def _extend(root: Plain, change: AddEntry) -> None:
    for step in change.where:
        root = _part(root, step)
    if isinstance(root, dict):
        old = root.get(change.key)
        root[change.key] = [*(old if isinstance(old, list) else []), *change.values]


def _part(root: Plain, step: str | int) -> Plain:
    if isinstance(root, dict) and isinstance(step, str):
        return root.get(step)
    if isinstance(root, list) and isinstance(step, int):
        return root[step]
    return None


def _replaced(text: str, spans: Sequence[Span]) -> str:
    parts: list[str] = []
    at = 0
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        parts += [text[at : span.start], span.text]
        at = max(at, span.end)
    return "".join([*parts, text[at:]])
