"""Where in a TOML text a key is set, as far as each stands on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple


class KeyPlace(NamedTuple):
    """The line of a key, and the columns where it and its value begin, all from 1."""

    line: int
    key: int
    value: int


def place_of(text: str, key: str, table: str = "") -> KeyPlace | None:
    """Where `key` is set in `table`; the table's own header where it is not found."""
    current, header = "", None
    name = re.escape(key)
    entry = re.compile(rf"""(\s*)(?:["']?{name}["']?\s*=|["']?{name}\.)\s*""")
    for number, line in enumerate(text.split("\n"), start=1):
        if match := re.match(r"""\s*\[+\s*["']?([\w.-]+)["']?\s*\]""", line):
            current = match[1]
            if current == (table or key):
                header = KeyPlace(number, match.start(1) + 1, match.start(1) + 1)
        elif current == table and (match := entry.match(line)):
            return KeyPlace(number, match.end(1) + 1, match.end() + 1)
    return header


def line_of(text: str, key: str, table: str = "") -> int | None:
    """The line of a key, or of its table's header."""
    place = place_of(text, key, table)
    return place.line if place else None


def flat(table: Mapping[str, object]) -> dict[str, object]:
    """The table with `a.b` for what TOML reads as a table within a table."""
    found: dict[str, object] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found |= {f"{key}.{below}": inner for below, inner in flat(value).items()}
        else:
            found[key] = value
    return found
