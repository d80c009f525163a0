"""Escape sequences and Textual markup in every field of every type of question."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.text.safe_text import sanitise
from quiz.store.checking.checking import check_file
from quiz.store.library.found_files import Found
from quiz.store.yaml.nodes import Mapping, Node, Scalar, Sequence
from quiz.store.yaml.problems import Problems
from quiz.store.yaml.tree import read_tree
from tests.hostile.texts import harmless, strings
from tests.plain.nine_types import SET, write_set

CODES = "\x1b[35;7m\x1b]52;c;cHduZWQ=\x07\x9b31m\x1bc\u202e\x00"
MARKUP = "[/x][@click=app.quit]quit[/][b"
MARKDOWN = f"```{CODES}\n{MARKUP}\x1b[2J\n```\n[x](javascript:alert) <b>`{CODES}` **{MARKUP}**"
HOSTILE = {
    "codes": CODES,
    "markup": MARKUP,
    "climbing": "../../../etc/passwd",
    "long": "x" * 10_240,
    "markdown": MARKDOWN,
}


def scalars(node: Node | None, path: str = "") -> Iterator[tuple[str, Scalar]]:
    """Every key and value of a tree, with a name."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Sequence):
        for at, item in enumerate(node.items):
            yield from scalars(item, f"{path}[{at}]")
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield f"{path}.{key.value} (key)", key
            yield from scalars(value, f"{path}.{key.value}")


FIELDS = dict(scalars(read_tree(SET, Problems())))


def with_field(field: Scalar, text: str) -> str:
    """The set of nine types with another text in one field."""
    lines = SET.split("\n")
    line = lines[field.line - 1]
    assert field.line == field.end_line
    lines[field.line - 1] = line[: field.column - 1] + text + line[field.end_column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_field_lets_anything_through(tmp_path: Path, hostile: str) -> None:
    read = 0
    for name, field in FIELDS.items():
        text = with_field(field, json.dumps(hostile))
        if hostile is MARKDOWN and "markup" not in text:
            text = f"markup: markdown\n{text}"
        path = write_set(tmp_path, text)
        checked = check_file(Found(path, tmp_path))
        said = [f"{f.message}{f.hint or ''}" for f in checked.report.findings]
        assert all(map(harmless, said)), name
        if checked.file.partial is not None:
            texts = list(strings(checked.file.partial))
            read += len(texts)
            assert all(map(harmless, texts)), name
            assert list(map(sanitise, texts)) == texts, name
    assert read > 50 * len(FIELDS)


@pytest.mark.parametrize("name", FIELDS)
def test_a_raw_escape_sequence_is_reported_where_it_stands(tmp_path: Path, name: str) -> None:
    field = FIELDS[name]
    path = write_set(tmp_path, with_field(field, "x\x1b[2J"))
    problems = check_file(Found(path, tmp_path)).report.findings
    at = [(f.line, f.column) for f in problems if f.message == "an escape character stands here"]
    assert at == [(field.line, field.column + 1)]
