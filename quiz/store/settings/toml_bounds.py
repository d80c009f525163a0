"""How much a settings file may hold: the TOML parser takes minutes for some of its lines."""

from __future__ import annotations

from collections.abc import Iterable

from quiz.core.text.safe_text import overlong_line

MAX_LINES = 2_000
MAX_LINE_LENGTH = 1_000
MAX_DEPTH = 20
"""Tables in tables; nobody writes more by hand."""


def too_large(text: str) -> tuple[int, str] | None:
    """The line, from 1, where a text goes beyond what is read, and in which way."""
    line = overlong_line(text, MAX_LINE_LENGTH)
    if line is not None:
        return line, f"a line of more than {MAX_LINE_LENGTH} characters"
    if text.count("\n") > MAX_LINES:
        return MAX_LINES + 1, f"more than {MAX_LINES} lines"
    return None


def shallow(found: dict[str, object]) -> dict[str, object]:
    """The same; raises RecursionError where tables stand in tables in tables."""
    level: list[object] = [found]
    for _ in range(MAX_DEPTH):
        level = [value for table in level for value in _inside(table)]
    if level:
        raise RecursionError
    return found


def _inside(value: object) -> Iterable[object]:
    """What stands in a table or an array; nothing in any other value."""
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
