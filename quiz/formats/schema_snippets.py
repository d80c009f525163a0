"""Whole questions for an editor to fill in, one a type: `${1:text}` is where the cursor stops."""

from __future__ import annotations

from collections.abc import Mapping

from quiz.formats.schema_keys import TYPES
from quiz.formats.schema_shapes import Schema

_TRUE: object = True
_OWN: Mapping[str, Mapping[str, object]] = {
    "single-choice": {
        "answer": "${3:right}",
        "distractors": ["${4:wrong}", "${5:wrong too}"],
    },
    "multiple-choice": {
        "answers": ["${3:right}", "${4:right too}"],
        "distractors": ["${5:wrong}", "${6:wrong too}"],
    },
    "true-false": {"answer": _TRUE},
    "short-answer": {"answer": "${3:words}", "accept": ["${4:other words}"]},
    "numeric": {"answer": "${3:30}", "unit": "${4:mm}"},
    "cloze": {"text": "${3:A text with a {{gap\\}\\}.}"},
    "matching": {
        "pairs": [
            {"left": "${3:one}", "right": "${4:its partner}"},
            {"left": "${5:another}", "right": "${6:its other partner}"},
        ]
    },
    "ordering": {"sequence": ["${3:first}", "${4:second}", "${5:third}"]},
    "open": {"model_answer": "${3:A good answer.}", "points": ["${4:what it says}"]},
}


def _snippet(name: str) -> Schema:
    body: Schema = {"id": "${1:id}", "type": name}
    if name != "cloze":
        body["stem"] = "${2:What is asked?}"
    source = {"document": "${7:document}", "exact": "${8:the words that prove it}"}
    rest: Schema = {"explanation": "${9:Why.}", "sources": [source]}
    return {
        "label": name,
        "description": TYPES[name].said,
        "body": {**body, **_OWN[name], **rest},
    }


SNIPPETS: tuple[Schema, ...] = tuple(map(_snippet, TYPES))
