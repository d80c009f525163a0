"""Question sets that are no text, or no honest one; and values that look like something else."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from quiz.core.text.value import Value
from tests.hostile.case import HEAD, Case, holding, question

NUMERIC = (
    f"{HEAD}questions:\n  - id: q\n    type: numeric\n    stem: How many?\n    answer: %s\n"
    "    sources:\n      - document: d\n        exact: Water is wet.\n"
)
SOUND = f"{HEAD}questions:\n{question(1)}    explanation: It is.\n"

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\xad\u2028\u2029"

TEXTS = [
    Case("NUL", holding(lambda: b"id: a\ntitle: a\0b\n"), *("unreadable", 2, 9, "NUL")),
    Case("an escape sequence", holding(lambda: "id: é\x1b[2J\n"), *("unreadable", 1, 6, "escape")),
    Case("C1 control", holding(lambda: "id: a\ntitle: é\x9b\n"), *("unreadable", 2, 9, "U+009B")),
    Case("line separator", holding(lambda: "id: a\u2028b\n"), *("unreadable", 1, 6, "U+2028")),
    Case("old line ends", holding(lambda: b"id: a\rtitle: t\n"), *("unreadable", 1, 6, "carriage")),
    Case(
        "18 MB of controls",
        holding(lambda: "id: a\ntitle: " + ("\x01" * 900_000 + "\n  ") * 20),
        *("unreadable", 1, 1, "control characters"),
    ),
    Case(
        "invalid UTF-8",
        holding(lambda: b"id: \xc3\xa9\ntitle: \xc3\xa9 \xff"),
        *("unreadable", 2, 10, "0xFF"),
    ),
    Case(
        "half a character at the end", holding(lambda: b"id: a\xe2\x82"), *("unreadable", 1, 6, "")
    ),
    Case(
        "a surrogate in UTF-8",
        holding(lambda: b"id: \xed\xa0\x80\n"),
        *("unreadable", 1, 5, "0xED"),
    ),
    Case(
        "an escaped surrogate",
        holding(lambda: 'id: "\\ud800"\n'),
        *("syntax", 1, 6, "means nothing"),
    ),
    Case("UTF-16", holding(lambda: SOUND.encode("utf-16")), *("unreadable", 1, 1, "UTF-16")),
    Case(
        "UTF-16 without a mark",
        holding(lambda: SOUND.encode("utf-16-be")),
        *("unreadable", 1, 1, "UTF-16"),
    ),
    Case("a byte order mark", holding(lambda: "\ufeff" + SOUND), ""),
    Case(
        "a byte order mark inside",
        holding(lambda: "id: a\n\ufefftitle: b\n"),
        *("unreadable", 2, 1, "byte order mark"),
    ),
    Case("tab", holding(lambda: "id: a\n\ttitle: b\n"), *("syntax", 2, 1, "tab")),
    Case("tabs in a value", holding(lambda: SOUND.replace("It is.", "It\tis.")), ""),
    Case("duplicate key", holding(lambda: "id: a\nid: b\n"), *("duplicate-key", 2, 1, "line 1")),
    Case(
        "a number of 200,000 digits",
        holding(lambda: NUMERIC % ("9" * 200_000)),
        *("bad-value", 9, 13, "no number"),
    ),
    Case("2024-13-45", holding(lambda: NUMERIC % "2024-13-45"), *("bad-value", 9, 13, "no number")),
    Case("1e9999", holding(lambda: NUMERIC % "1e9999"), *("bad-value", 9, 13, "no number")),
    Case(".inf", holding(lambda: NUMERIC % ".inf"), *("bad-value", 9, 13, "no number")),
    Case(
        "2024-13-45 as a title",
        holding(lambda: SOUND.replace("Hostile", "2024-13-45")),
        "",
    ),
    Case("a set id that climbs", holding(lambda: "id: ../../x\n"), *("bad-id", 1, 5, "malformed")),
    Case("a set id of 10 KB", holding(lambda: f"id: {'x' * 10_240}\n"), *("bad-id", 1, 5, "10240")),
    Case(
        "a question id that climbs",
        holding(lambda: SOUND.replace("id: q1", "id: ../../q")),
        *("bad-id", 6, 9, "malformed"),
    ),
    Case(
        "a question id of 10 KB",
        holding(lambda: SOUND.replace("id: q1", f"id: {'q' * 10_240}")),
        *("bad-id", 6, 9, "10240 characters"),
    ),
    Case("nothing", holding(lambda: b""), *("wrong-kind", 1, 1, "no question set")),
    Case("a program", holding(lambda: b"\x7fELF\2\1\1\0\0\0" * 99), *("unreadable", 1, 1, "")),
]


def harmless(text: str) -> bool:
    """Whether a text holds nothing that a terminal obeys, reorders or hides."""
    bad = (c for c in text if c != "\n" and (unicodedata.category(c) in ("Cc", "Cs") or c in BIDI))
    return next(bad, None) is None


def strings(value: object) -> Iterator[str]:
    """Every text inside of values, tuples and mappings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from strings([*value.keys(), *value.values()])
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, Value):
        yield from strings(value.fields)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
