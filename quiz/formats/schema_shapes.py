"""What a value of a question set may look like to an editor, as JSON Schema.

The reader takes every scalar as text, editors see typed YAML: `answer: 30`, `answer: true` and
`answer: "30"` are the same text, so all of them fit. A value left out (null) is empty. Only
keywords that draft-07 has as well are used, for older editors; `patternErrorMessage` is what
yaml-language-server shows instead of a regular expression.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

Schema: TypeAlias = dict[str, object]

SCALAR = ("string", "number", "boolean")
_AMOUNT = r"(?:\d[\d\s,.'’]*|[.,]\d+)(?:[eE][+-]?\d{1,3})?"
_GAP_ANSWER = r"\s*(?:[^\{\}\|\s\\]|\\[\s\S])(?:[^\{\}\|\\]|\\[\s\S])*"
_GAP = rf"\{{\{{{_GAP_ANSWER}(?:\|{_GAP_ANSWER})*\}}\}}"
_AROUND_GAPS = r"(?:[^\{\}\\]|\\\{\{|\\\}\}|\\(?!\{\{|\}\})|\{(?!\{)|\}(?!\}))*"


def matching(pattern: str, complaint: str, types: Sequence[str] = ("string",)) -> Schema:
    """A value of one of these types; a text has to match the pattern as a whole."""
    whole = rf"^\s*(?:{pattern})\s*$"
    return {"type": list(types), "pattern": whole, "patternErrorMessage": complaint}


TEXT: Schema = {"type": [*SCALAR], "pattern": r"\S", "patternErrorMessage": "this is empty"}
"""A text that has to be there."""

OPTIONAL_TEXT: Schema = {"type": [*SCALAR, "null"]}

ID: Schema = {
    **matching(
        r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}",
        "letters, digits, '-', '_' and '.', at most 64 of them, the first a letter or digit",
        SCALAR,
    ),
    "minimum": 0,
}
LANGUAGE = matching(
    r"(?:[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)?",
    "a language tag such as en, nl or pt-BR",
    ("string", "null"),
)
FILE = matching(
    r"[\s\S]*\S\.(?:[tT][xX][tT]|[mM][dD]|[mM][aA][rR][kK][dD][oO][wW][nN])",
    "a document is a .txt or .md file",
)
NUMBER = matching(rf"[+\-−–]?\s*{_AMOUNT}", "digits only, such as 4.5", ("string", "number"))
TOLERANCE: Schema = {
    **matching(
        rf"(?:\+?\s*{_AMOUNT}\s*%?)?",
        "a number from 0, such as 0.5, or a share of the answer, such as 5%",
        ("string", "number", "null"),
    ),
    "minimum": 0,
}
CLOZE_TEXT = matching(
    rf"(?:{_AROUND_GAPS}{_GAP})+{_AROUND_GAPS}",
    "write each gap as {{answer}} or {{answer|variant}}",
)
TRUE_OR_FALSE: Schema = {"enum": [True, False, "true", "false"]}
OPTION_ORDER: Schema = {"enum": ["shuffled", "sorted", None], "default": "shuffled"}
COMPARE: Schema = {"enum": ["words", "exact", None]}
MARKUP: Schema = {"enum": ["markdown", "none", None], "default": "none"}
NEAR: Schema = {"enum": ["asked", "wrong", None], "default": "asked"}
GAP_ORDER: Schema = {"enum": ["any", "given", None], "default": "given"}


def whole_number(least: int, most: int) -> Schema:
    """A whole number, quoted or not; the range of a quoted one is left to `quiz check`."""
    shape = matching(
        rf"(?:\+?\s*{_AMOUNT})?",
        f"a number from {least} to {most}",
        ("string", "integer", "null"),
    )
    return {**shape, "minimum": least, "maximum": most}


PERCENT: Schema = {
    **matching(rf"(?:\+?\s*{_AMOUNT}\s*%?)?", "a share such as 70%", ("string", "number", "null")),
    "minimum": 0,
    "maximum": 100,
}


def ref(name: str) -> Schema:
    """What stands under this name in `$defs`."""
    return {"$ref": f"#/$defs/{name}"}


def mapping_or(name: str, other: Schema, *types: str) -> Schema:
    """A mapping as `$defs` describes it, or something else of these types."""
    mapping = {"type": "object"}
    return {"type": [*types, "object"], "if": mapping, "then": ref(name), "else": other}


def some(item: Schema, least: int = 1, *, distinct: bool = False) -> Schema:
    """A list that has to be there, with at least so many entries."""
    shape: Schema = {"type": "array", "items": item, "minItems": least}
    return {**shape, "uniqueItems": True} if distinct else shape


def optional(item: Schema, *, distinct: bool = False) -> Schema:
    """A list that may be absent or empty."""
    shape: Schema = {"type": ["array", "null"], "items": item}
    return {**shape, "uniqueItems": True} if distinct else shape
