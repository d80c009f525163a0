"""What the documentation says is true: its examples are read, its commands exist."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import pytest
import yaml

from quiz.cli.main import COMMANDS
from quiz.cli.main import command as quiz
from quiz.core.grading.numbers import matches_number
from quiz.core.grading.typed_answers import same
from quiz.formats.schema import schema
from quiz.formats.schema_keys import COMMON, PARTS, SET, TYPES
from quiz.store.checking.checking import check_file
from quiz.store.library.found_files import Found
from quiz.store.sets.header_fields import SET_KEYS
from quiz.store.sets.reading import read_set
from tests import TOP, rules_table
from tests.formats.typed_yaml import typed

REFERENCE = TOP / "docs" / "question-sets.md"
PAGES = [TOP / "README.md", *sorted((TOP / "docs").glob("*.md"))]
FENCE = re.compile(r"^ *```([^\n]*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


class Block(NamedTuple):
    """A fenced block, its language, and what else is said after that."""

    place: str
    language: str
    mark: str
    text: str


def blocks() -> Iterator[Block]:
    for page in PAGES:
        source = page.read_text("utf-8") if page.exists() else ""
        for match in FENCE.finditer(source):
            language, _, mark = match[1].strip().partition(" ")
            line = source.count("\n", 0, match.start()) + 1
            yield Block(f"{page.name}:{line}", language, mark, match[2])


def kind(block: Block) -> str:
    """What a YAML block is: as it is marked, else as it looks."""
    if block.mark:
        return block.mark
    if re.search(r"^questions:", block.text, re.MULTILINE):
        return "set"
    return "question" if re.match(r"- id:.*\n +type:", block.text) else "other"


BLOCKS = list(blocks())
EXAMPLES = [
    pytest.param(block, id=block.place)
    for block in BLOCKS
    if block.language == "yaml" and kind(block) != "other"
]
DOCUMENTS = {
    block.mark: block.text
    for block in BLOCKS
    if block.language == "text" and block.mark and block.place.startswith(REFERENCE.name)
}
HEAD = "id: i\ntitle: t\nmarkup: markdown\n"
FILES = "documents: {kettle: documents/kettle.txt, leaflet: documents/leaflet.txt}\n"
QUESTION = (
    "- {id: q, type: true-false, stem: s, answer: true,"
    " sources: [{document: kettle, exact: A lid keeps the steam in the pot.}]}\n"
)


def whole(block: Block) -> str:
    """The example as a file."""
    if kind(block) == "set":
        return block.text
    if kind(block) == "question":
        return f"{HEAD}{FILES}questions:\n{block.text}"
    assert kind(block) == "header"
    return f"{HEAD}{FILES}{block.text}questions:\n{QUESTION}"


@pytest.mark.parametrize("block", EXAMPLES)
def test_an_example_of_a_set_is_read_without_problem(block: Block, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(whole(block), "utf-8")
    assert [str(problem) for problem in read_set(path).problems] == []


@pytest.mark.parametrize("block", EXAMPLES)
def test_an_example_fits_the_schema(block: Block) -> None:
    from jsonschema import Draft202012Validator

    assert [
        e.message for e in Draft202012Validator(schema()).iter_errors(typed(whole(block)))
    ] == []


@pytest.mark.parametrize(
    "block", [example for example in EXAMPLES if str(example.id).startswith(REFERENCE.name)]
)
def test_an_example_of_the_reference_is_grounded_and_well_written(
    block: Block, tmp_path: Path
) -> None:
    (tmp_path / "documents").mkdir()
    for name, text in DOCUMENTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    path = tmp_path / "example.yaml"
    path.write_text(whole(block), "utf-8")
    report = check_file(Found(path, tmp_path)).report
    assert [f"{f.place}: {f.message}" for f in report.findings if f.severity != "info"] == []


def test_every_yaml_block_of_the_reference_says_what_it_is() -> None:
    marks = {b.mark for b in BLOCKS if b.language == "yaml" and b.place.startswith(REFERENCE.name)}
    assert marks == {"set", "question", "header", "other"}


def test_the_reference_has_an_example_of_every_type() -> None:
    text = REFERENCE.read_text("utf-8")
    for name in TYPES:
        assert f"### {name}\n" in text
        section = text.split(f"### {name}\n")[1].split("\n### ")[0]
        assert f"  type: {name}\n" in section
        assert all(f"| `{key}` |" in section for key in TYPES[name].keys)


def test_the_reference_names_every_key() -> None:
    text = REFERENCE.read_text("utf-8")
    keys = {*SET.keys, *COMMON, *(key for part in PARTS.values() for key in part.keys)}
    assert set(SET.keys) == set(SET_KEYS)
    assert [key for key in sorted(keys) if f"`{key}`" not in text] == []


def test_the_table_of_rules_is_that_of_the_registry() -> None:
    page = REFERENCE.read_text("utf-8")
    assert page == rules_table.written(page), "run: python -m tests.rules_table"
    assert page.count("| `source-ambiguous` | error |") == 1


def command_lines() -> Iterator[tuple[str, str]]:
    """Every call of `quiz` in the documentation, with its place."""
    for block in BLOCKS:
        if block.language in ("console", "sh", "bash", "shell"):
            for line in block.text.splitlines():
                words = line.strip().removeprefix("$ ")
                if re.match(r"quiz(\s|$)", words):
                    yield block.place, words
    for page in PAGES:
        source = FENCE.sub("", page.read_text("utf-8")) if page.exists() else ""
        for match in INLINE.finditer(source):
            if re.match(r"quiz [a-z]", match[1]):
                yield page.name, match[1]


@pytest.mark.parametrize(("place", "line"), list(dict.fromkeys(command_lines())))
def test_a_command_in_the_documentation_exists(place: str, line: str) -> None:
    words = shlex.split(line.split(" > ")[0], comments=True)[1:]
    if not words or words[0].startswith("-"):
        assert all(word in ("-h", "--help", "--version") for word in words), place
        return
    assert words[0] in COMMANDS, place
    found = quiz.get_command(click.Context(quiz), words[0])
    assert found is not None
    known = {name for option in found.params for name in (*option.opts, *option.secondary_opts)}
    given = {
        word.partition("=")[0].strip("[]") for word in words[1:] if word.lstrip("[")[:1] == "-"
    }
    assert given <= known | {"-h", "--help"}, place


@pytest.mark.parametrize(
    ("given", "answer", "equal"),
    [
        ("Crème brûlée!", "creme brulee", True),
        ("1.5", "15", False),
        ("-5", "5", False),
        ("5 %", "5", False),
    ],
)
def test_words_are_compared_as_the_reference_says(given: str, answer: str, equal: bool) -> None:
    assert same(given, answer) == equal


@pytest.mark.parametrize(("given", "number"), [("4,5", "4.5"), ("1,000", "1 000")])
def test_numbers_are_compared_as_the_reference_says(given: str, number: str) -> None:
    assert matches_number(given, number)


def test_there_are_examples_at_all() -> None:
    assert len(EXAMPLES) > 12
    assert set(DOCUMENTS) == {"documents/kettle.txt", "documents/leaflet.txt"}
    assert len(list(command_lines())) > 15


def test_the_hook_runs_the_check_when_a_set_or_a_document_changes() -> None:
    (hook,) = yaml.safe_load((TOP / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert (hook["id"], hook["entry"], hook["language"]) == (
        "citequiz-check",
        "quiz check",
        "python",
    )
    wanted = re.compile(hook["files"])
    shipped = [path.relative_to(TOP).as_posix() for path in (TOP / "questions").rglob("*.*")]
    sets = [name for name in shipped if name.endswith((".yaml", ".txt"))]
    assert sets
    assert all(wanted.search(name) for name in sets)
    assert not wanted.search(".pre-commit-config.yaml")
    assert f"- id: {hook['id']}\n" in REFERENCE.read_text("utf-8")
