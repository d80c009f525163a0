"""Going on after a YAML syntax error: the part around it is blanked, every other line stays."""

from __future__ import annotations

import re

_KEY = re.compile(r"[^\s#\-]")
_QUESTIONS = re.compile(r"questions\s*:")
_ITEM = re.compile(r"( *)-(?:\s|$)")


class Recovery:
    """The lines of a text, of which more and more are made empty."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self._head = next((at for at, line in enumerate(self.lines) if _is_head(line)), -1)
        self._first, self._indent = self._first_item()

    @property
    def text(self) -> str:
        """What is left."""
        return "\n".join(self.lines)

    def blank(self, line: int) -> bool:
        """Make the question or top-level entry around `line` (from 1) empty lines.

        False, and nothing done, when that part is the list of questions itself, or already empty.
        """
        before = range(min(line, len(self.lines)) - 1, -1, -1)
        first = next(filter(self._starts, before), None)
        if first is None or first == self._head:
            return False
        last = next(filter(self._starts, range(line, len(self.lines))), len(self.lines))
        if not any(part.strip() for part in self.lines[first:last]):
            return False
        self.lines[first:last] = [""] * (last - first)
        return True

    def _first_item(self) -> tuple[int, str]:
        """The first question, and how far it is indented."""
        for at in range(self._head + 1, len(self.lines)) if self._head >= 0 else ():
            item = _ITEM.match(self.lines[at])
            if item:
                return at, item[1]
            if _KEY.match(self.lines[at]):
                break
        return len(self.lines), ""

    def _starts(self, at: int) -> bool:
        """Whether a top-level entry or a question starts on a line (from 0)."""
        line = self.lines[at]
        if _KEY.match(line):
            return True
        item = _ITEM.match(line) if at >= self._first else None
        return item is not None and item[1] == self._indent


def _is_head(line: str) -> bool:
    return line[:9] == "questions" and _QUESTIONS.match(line) is not None
