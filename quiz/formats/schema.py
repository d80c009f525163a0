"""The JSON Schema (draft 2020-12) that editors use for completion, hover texts and first checks.

It accepts what the reader accepts. What only the reader can see (two options that differ in case
alone, a document that was not declared, an id used twice, the passages) is left to `quiz check`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import cast

from quiz.formats.schema_keys import COMMON, PARTS, SET, TYPES, Key, Part
from quiz.formats.schema_shapes import TEXT, Schema, ref
from quiz.formats.schema_snippets import SNIPPETS
from quiz.store.sets.question_fields import CLOZE_STEM

FILE_NAME = "question-set.schema.json"
"""What the schema is called where it stands beside sets."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


_DRAFT: Schema = {"properties": {"draft": {"enum": [True, "true"]}}, "required": ["draft"]}
_ONLY_DRAFTS: Schema = {
    "properties": {
        "questions": {
            "items": {**_DRAFT, "not": {"required": ["sources"]}},
            "minItems": 1,
        }
    },
    "required": ["questions"],
}


def schema() -> Schema:
    """The schema of a question-set file."""
    whole = _unless(_object(SET), "documents", _ONLY_DRAFTS)
    questions = {name: _question(name, part) for name, part in TYPES.items()}
    parts = {name: _object(part) for name, part in PARTS.items()}
    return {
        "$schema": _DIALECT,
        "title": "Citequiz question set",
        **whole,
        "$defs": {"question": _any_type(), "untyped": _untyped(), **questions, **parts},
    }


def schema_text() -> str:
    """The schema as a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def drafts_text() -> str:
    """The schema of a list of questions, as a program writes it for `quiz draft --with`."""
    whole = schema()
    listed: Schema = {
        "$schema": _DIALECT,
        "title": "Drafts of questions about a text",
        "description": "Each question quotes the text letter for letter in its sources.",
        "type": "array",
        "items": ref("question"),
        "$defs": whole["$defs"],
    }
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def _object(part: Part) -> Schema:
    return {
        "description": part.said,
        "type": "object",
        "properties": {name: _value(key) for name, key in part.keys.items()},
        "required": _required(part.keys),
        "additionalProperties": False,
    }


def _value(key: Key) -> Schema:
    return {"description": key.said, **key.shape}


def _required(keys: Mapping[str, Key]) -> list[str]:
    return [name for name, key in keys.items() if key.required]


def _question(name: str, part: Part) -> Schema:
    kind = Key(f"{name}: {part.said}", {"const": name}, required=True)
    keys = _ordered({"id": COMMON["id"], "type": kind}, part.keys)
    found = _object(Part(part.said, keys))
    if name == "cloze":
        _without_stem(found, keys)
    if name == "true-false":
        found["allOf"] = _corrections()
    return _unless(found, "sources", _DRAFT)


def _unless(found: Schema, key: str, condition: Schema) -> Schema:
    """A key that is required, but not where the condition holds."""
    required = [name for name in cast("list[str]", found["required"]) if name != key]
    needed: Schema = {"required": [key]}
    if key == "sources":
        needed["properties"] = {key: {"minItems": 1}}
    return {**found, "required": required, "if": condition, "else": needed}


def _ordered(first: Mapping[str, Key], own: Mapping[str, Key]) -> dict[str, Key]:
    """All keys in the order in which authors write them."""
    return {**first, "stem": COMMON["stem"], **own, **COMMON}


def _without_stem(found: Schema, keys: Mapping[str, Key]) -> None:
    """A cloze may do without a stem."""
    stem = keys["stem"]._replace(
        said=f"What to do with the text; “{CLOZE_STEM}” when left out.", required=False
    )
    everything = {**keys, "stem": stem}
    properties = {name: _value(key) for name, key in everything.items()}
    properties["stem"]["default"] = CLOZE_STEM
    found |= {"properties": properties, "required": _required(everything)}


def _corrections() -> list[Schema]:
    """A false statement needs a correction; a true one has none."""
    none: Schema = {
        "type": ["string", "null"],
        "pattern": r"^\s*$",
        "patternErrorMessage": "a true statement has no correction; use `explanation`",
    }
    return [
        _when(
            "answer",
            [False, "false"],
            {"required": ["correction"], "properties": {"correction": TEXT}},
        ),
        _when("answer", [True, "true"], {"properties": {"correction": none}}),
    ]


def _when(key: str, values: Iterable[object], then: Schema) -> Schema:
    return {"if": {"properties": {key: {"enum": [*values]}}, "required": [key]}, "then": then}


def _any_type() -> Schema:
    """One of the nine by its `type`, so that an editor complains about that one only."""
    by_type = [_when("type", [name], ref(name)) for name in TYPES]
    return {
        "description": "A question. Its `type` says which keys it has.",
        "defaultSnippets": [*SNIPPETS],
        "type": "object",
        **_when("type", TYPES, {"allOf": by_type}),
        "else": ref("untyped"),
    }


def _untyped() -> Schema:
    """A question without a usable type: every key of any type is known, none is judged."""
    own = {name: Key(_of_all_types(name), {}) for part in TYPES.values() for name in part.keys}
    said = " ".join(f"{name}: {part.said}" for name, part in TYPES.items())
    kind = Key(f"How the question is asked and graded. {said}", _one_of_types(), required=True)
    stem = COMMON["stem"]._replace(required=False)
    keys = {**_ordered({"id": COMMON["id"], "type": kind}, own), "stem": stem}
    return _object(Part("A question that does not say of which type it is.", keys))


def _one_of_types() -> Schema:
    return {"enum": [*TYPES], "enumDescriptions": [part.said for part in TYPES.values()]}


def _of_all_types(name: str) -> str:
    """What a key means to each type that has it."""
    saying = {kind: part.keys[name].said for kind, part in TYPES.items() if name in part.keys}
    return " ".join(f"{kind}: {said}" for kind, said in saying.items())
