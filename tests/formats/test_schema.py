from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias, cast

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quiz.formats.schema import FILE_NAME, schema, schema_text
from quiz.formats.schema_keys import COMMON, PARTS, SET, TYPES
from quiz.formats.schema_snippets import SNIPPETS
from quiz.store.library.found_files import shipped_questions
from quiz.store.sets import header_fields, option_fields, question_fields, type_fields
from quiz.store.sets.reading import read_set
from tests.effort import examples
from tests.formats.typed_yaml import typed
from tests.store.sets.test_reading import (
    CHOICE,
    FAULTS,
    GOOD,
    HEAD,
    HEADER_FAULTS,
    SOURCE_FAULTS,
    SOURCES,
    WHOLE,
    question,
)

Value: TypeAlias = "dict[str, Value] | list[Value] | str | float | bool | None"

SHIPPED = sorted(shipped_questions().rglob("*.yaml"))


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


def complaints(text: str) -> list[str]:
    """What the schema finds wrong."""
    return [error.message for error in validator().iter_errors(typed(text))]


def rules(folder: Path, text: str) -> set[str]:
    """What the reader finds wrong."""
    path = folder / "trial.yaml"
    path.write_bytes(text.encode())
    return {problem.rule for problem in read_set(path).problems}


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())
    assert json.loads(schema_text()) == schema()


def test_the_shipped_file_is_what_the_command_prints() -> None:
    shipped = shipped_questions() / FILE_NAME
    assert shipped.read_text("utf-8") == schema_text(), "run: quiz schema > questions/" + FILE_NAME


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_the_shipped_sets_fit_the_schema_and_point_at_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert complaints(text) == []
    first = text.split("\n", 1)[0]
    pointed = first.removeprefix("# yaml-language-server: $schema=")
    assert (path.parent / pointed).resolve() == (shipped_questions() / FILE_NAME).resolve()


def test_a_set_with_all_nine_types_fits() -> None:
    assert complaints(WHOLE) == []


def test_the_schema_knows_the_keys_of_the_reader() -> None:
    assert tuple(COMMON) != ()
    assert set(COMMON) | {"type"} == set(question_fields.COMMON_KEYS)
    assert {name: set(part.keys) for name, part in TYPES.items()} == {
        name: set(kind.keys) for name, kind in type_fields.TYPES.items()
    }
    assert set(SET.keys) == set(header_fields.SET_KEYS)
    assert {name: set(part.keys) for name, part in PARTS.items()} == {
        "source": set(option_fields.SOURCE_KEYS),
        "dispute": set(option_fields.DISPUTE_KEYS),
        "not-asked": set(option_fields.NOT_ASKED_KEYS),
        "distractor": set(option_fields.DISTRACTOR_KEYS),
        "exam": set(header_fields.EXAM_KEYS),
        "pair": {"left", "right"},
    }


def test_every_key_has_a_hover_text() -> None:
    for part in (SET, *PARTS.values(), *TYPES.values()):
        assert part.said.endswith(".")
        assert all(key.said.endswith(".") for key in part.keys.values())


# What reader and schema refuse alike, from the reader's own tables of faults. Rules that only the
# reader can know are in LIMITS, and an editor's YAML parser reports the rest itself.
READER_ONLY = {"duplicate-option", "unknown-document", "duplicate-id", "refused-yaml", "syntax"}
ALIKE = [
    *((rule, question(fields)) for fields, _, _, rule, _ in FAULTS),
    *((rule, question(CHOICE, sources)) for sources, _, _, rule, _ in SOURCE_FAULTS),
    *(
        (rule, f"{header}questions:\n{GOOD}")
        for header, _, _, rule, said in HEADER_FAULTS
        if "the set has" not in said
    ),
    ("missing-key", "id: i\ntitle: t\ndocuments: {doc: a.txt}\n"),
    ("empty", "id: i\ntitle: t\ndocuments: {doc: a.txt}\nquestions: []\n"),
    ("wrong-kind", "- a\n- b\n"),
    ("bad-id", question(CHOICE).replace("id: q", "id: -3")),
    ("bad-value", question("type: numeric\nstem: s\nanswer: true")),
    ("bad-value", question("type: true-false\nstem: s\nanswer: 1")),
    ("duplicate-option", question(CHOICE.replace("[b]", "[b, b]"))),
    ("duplicate-option", question("type: ordering\nstem: s\nsequence: [a, a]")),
]


@pytest.mark.parametrize(
    ("rule", "text"),
    [case for case in ALIKE[:-2] if case[0] not in READER_ONLY] + ALIKE[-2:],
)
def test_what_the_reader_refuses_the_schema_refuses(rule: str, text: str, tmp_path: Path) -> None:
    assert rules(tmp_path, text) == {rule}
    assert complaints(text) != []


SAME_TEXTS = [
    "type: short-answer\nstem: s\nanswer: {}\naccept: [{}]",
    "type: single-choice\nstem: {}\nanswer: answer\ndistractors: [{}, {{text: x, feedback: {}}}]",
    "type: numeric\nstem: s\nanswer: 4\nunit: {}\nexplanation: {}\nhint: {}\ntags: [{}]",
    "type: matching\nstem: s\npairs: [{{left: {}, right: {}}}, {{left: b, right: c}}]",
    "type: ordering\nstem: s\nsequence: [{}, second]",
    "type: open\nstem: s\nmodel_answer: {}\npoints: [{}]",
]


@pytest.mark.parametrize("fields", SAME_TEXTS)
@pytest.mark.parametrize("value", ["30", "'30'", "4.50", "true", "'true'", "no", "012", "1:30"])
def test_a_text_may_look_like_a_number_or_a_truth(fields: str, value: str, tmp_path: Path) -> None:
    text = question(fields.replace("{}", value).replace("{{", "{").replace("}}", "}"))
    assert rules(tmp_path, text) == set()
    assert complaints(text) == []


@pytest.mark.parametrize(
    "fields",
    [
        *(f"type: numeric\nstem: s\nanswer: {n}" for n in ("30", "'30'", "-4.5", "'4,5'", "1 000")),
        *(
            f"type: numeric\nstem: s\nanswer: 4\ntolerance: {amount}"
            for amount in ("0.5", "'0.5'", "5%", "5 %", "0", "")
        ),
        *(f"type: true-false\nstem: s\nanswer: {word}" for word in ("true", "'true'")),
        "type: true-false\nstem: s\nanswer: 'false'\ncorrection: c",
        "type: cloze\ntext: '{{a}}'",
        "type: cloze\ntext: 'a { b } {{c|d e}} } {{f}}.'",
        CHOICE + "options: sorted",
        CHOICE + "options:\nhint:\ntags:\ndisputed_by:\nexplanation:",
    ],
)
def test_every_way_to_write_a_value_is_accepted_by_both(fields: str, tmp_path: Path) -> None:
    text = question(fields)
    assert rules(tmp_path, text) == set()
    assert complaints(text) == []


@pytest.mark.parametrize(
    "exam", ["{questions: 1, minutes: 30, pass: 70%}", "{questions: '1', pass: 66.5}", "{}", ""]
)
def test_an_exam_may_be_quoted_or_empty(exam: str, tmp_path: Path) -> None:
    text = f"exam: {exam}\n" + question(CHOICE)
    assert rules(tmp_path, text) == set()
    assert complaints(text) == []


# docs/question-sets.md lists these under "What the schema cannot see".
LIMITS = [
    ("duplicate-option", question("type: ordering\nstem: s\nsequence: [first, FIRST]")),
    ("duplicate-option", question(CHOICE.replace("[b]", "[a]"))),
    ("duplicate-id", f"{HEAD}{GOOD}{GOOD}"),
    ("unknown-document", question(CHOICE, SOURCES.replace("doc,", "other,"))),
    ("bad-value", "exam: {questions: 9}\n" + question(CHOICE)),
    ("bad-value", "exam: {minutes: '9999'}\n" + question(CHOICE)),
    ("refused-yaml", question(CHOICE + "hint: &anchor x")),
]


@pytest.mark.parametrize(("rule", "text"), LIMITS)
def test_what_only_the_reader_sees(rule: str, text: str, tmp_path: Path) -> None:
    assert rules(tmp_path, text) == {rule}
    assert complaints(text) == []


# What YAML means otherwise than the reader: quotes settle it.
QUOTED_IN_EDITORS = [
    question("type: short-answer\nstem: s\nanswer: null"),
    question(CHOICE + "tags: ''"),
    question(CHOICE.replace("[b]", "[1, 1.0]")),
]


@pytest.mark.parametrize("text", QUOTED_IN_EDITORS)
def test_what_an_editor_marks_though_the_reader_takes_it(text: str, tmp_path: Path) -> None:
    assert rules(tmp_path, text) == set()
    assert complaints(text) != []


@pytest.mark.parametrize("file", ["guide.pdf", "guide", "guide.docx"])
def test_documents_that_no_check_would_accept_are_marked(file: str) -> None:
    assert complaints(question(CHOICE).replace("documents/a.txt", file)) != []


@pytest.mark.parametrize("file", ["guide.txt", "a b/Guide.MD", "x.markdown"])
def test_documents_may_have_any_name(file: str) -> None:
    assert complaints(question(CHOICE).replace("documents/a.txt", file)) == []


def test_an_unknown_type_is_one_complaint() -> None:
    found = complaints(question("type: singel-choice\nstem: s\nanswer: a\ndistractors: [b]"))
    assert len(found) == 1
    assert "'singel-choice' is not one of" in found[0]


def test_a_misspelt_key_is_complained_about_in_its_own_type_only() -> None:
    found = complaints(question(CHOICE + "explanatoin: x"))
    assert found == ["Additional properties are not allowed ('explanatoin' was unexpected)"]


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet["label"])
def test_a_snippet_is_a_sound_question(snippet: dict[str, object], tmp_path: Path) -> None:
    body = yaml.safe_dump([_filled(snippet["body"])], allow_unicode=True, sort_keys=False)
    text = HEAD.replace("doc:", "document:") + body
    assert rules(tmp_path, text) == set()
    assert complaints(text) == []


def _filled(value: object) -> object:
    """A snippet as the editor inserts it."""
    if isinstance(value, dict):
        return {key: _filled(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_filled(entry) for entry in value]
    if isinstance(value, str) and value.startswith("${"):
        return value.partition(":")[2].removesuffix("}").replace("\\}", "}")
    return value


class _Dumper(yaml.SafeDumper):
    """Nothing is written as nothing, not as `null`, which the reader takes for a text."""

    def ignore_aliases(self, data: object) -> bool:
        return True


_Dumper.add_representer(
    type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "")
)

LEFT_OUT = "left out"
VALUES: list[Value] = [
    LEFT_OUT, "", " ", None, 30, -3, 4.5, True, False, "x", "true", "5%", "1 000", "doc", "a.txt",
    [], ["a"], ["a", "b"], ["a", "a"], [None], [""], [1, 2], [["a"]], {}, {"text": "a"},
    {"zzz": "a"}, {"document": "doc", "exact": "e"}, [{"document": "doc", "exact": "e"}],
    [{"document": "doc", "exact": ""}], "{{a}}", "{{a}", "single-choice", "cloze",
]  # fmt: skip
SHAPELESS = {"not_asked", "options", "tags", "disputed_by", "accept", "accept_units", "exam"}


def steps(value: Value, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every part of a set."""
    if path:
        yield path
    entries: Iterator[tuple[str | int, Value]] = iter(())
    if isinstance(value, dict):
        entries = iter(value.items())
    elif isinstance(value, list):
        entries = iter(enumerate(value))
    for step, entry in entries:
        yield from steps(entry, (*path, step))


ENTIRE = cast(Value, typed(WHOLE))


@settings(max_examples=examples(150), deadline=None)
@given(path=st.sampled_from(list(steps(ENTIRE))), value=st.sampled_from(VALUES))
def test_whatever_is_changed_reader_and_schema_agree(
    tmp_path_factory: pytest.TempPathFactory, path: tuple[str | int, ...], value: Value
) -> None:
    changed = copy.deepcopy(ENTIRE)
    place = changed
    for step in path[:-1]:
        place = place[step]  # type: ignore[index]
    if value is LEFT_OUT:
        del place[path[-1]]  # type: ignore[arg-type, union-attr]
    else:
        place[path[-1]] = value  # type: ignore[index]
    text = yaml.dump(changed, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
    found = rules(tmp_path_factory.mktemp("set"), text)
    if (found and found <= READER_ONLY) or _beyond(path, value):
        return
    assert bool(complaints(text)) == bool(found)


def _beyond(path: tuple[str | int, ...], value: Value) -> bool:
    """Values of which the schema knows less than the reader, or more: see LIMITS."""
    if path[:1] == ("exam",):
        return path[1:] in (("questions",), ("pass",)) or value in ("", " ")
    if path[:1] == ("documents",) and len(path) > 1:
        return isinstance(value, str | int | float)
    emptied = isinstance(value, str) and not value.strip()
    return emptied and path[-1] in (*SHAPELESS, "sources", "distractors")
