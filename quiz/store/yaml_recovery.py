"""Going on after a YAML syntax error: the part around it is blanked, every other line stays."""

from __future__ import annotations

import re
from bisect import bisect_right

_KEY = re.compile(r"[^\s#\-].*")
_QUESTIONS = re.compile(r"questions\s*:")
_ITEM = re.compile(r"( *)-(?:\s|$)")


def without_block(text: str, line: int) -> str | None:
    """`text` with the question or top-level entry around `line` (from 1) made empty lines.

    None when that part is the list of questions itself, or already empty.
    """
    lines = text.split("\n")
    starts, head = _starts(lines)
    at = bisect_right(starts, line - 1)
    if at == 0 or starts[at - 1] == head:
        return None
    first, last = starts[at - 1], starts[at] if at < len(starts) else len(lines)
    if not any(part.strip() for part in lines[first:last]):
        return None
    lines[first:last] = [""] * (last - first)
    return "\n".join(lines)


def _starts(lines: list[str]) -> tuple[list[int], int]:
    """Where top-level entries and questions start, and which of them is `questions:` itself."""
    starts: list[int] = []
    head, indent = -1, None
    for number, line in enumerate(lines):
        if _KEY.match(line):
            starts.append(number)
            if head < 0 and _QUESTIONS.match(line):
                head = number
        elif indent is not None or (head >= 0 and head == starts[-1]):
            item = _ITEM.match(line)
            if item and (indent is None or item[1] == indent):
                indent = item[1]
                starts.append(number)
    return starts, head
