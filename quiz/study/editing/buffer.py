"""The text of a file that an editor holds, line by line, and columns as the editor counts them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")
_WIDE = re.compile(r"[\U00010000-\U0010ffff]")


class Units(StrEnum):
    """What an editor counts in a line: code units of UTF-8 or UTF-16, or characters."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"

    def column(self, line: str, units: int) -> int:
        """The character, from 0, at so many units; the end of the line where it is shorter."""
        if self is Units.UTF32 or line.isascii():
            return min(units, len(line))
        if self is Units.UTF16:
            return _column(line, units, 2)
        return len(line.encode("utf-8", "replace")[:units].decode("utf-8", "ignore"))

    def units(self, line: str, column: int) -> int:
        """The units before a character, counted from 0."""
        before = line[:column]
        if self is Units.UTF32 or before.isascii():
            return len(before)
        if self is Units.UTF16:
            return len(before) + len(_WIDE.findall(before))
        return len(before.encode("utf-8", "replace"))


def _column(line: str, units: int, wide: int) -> int:
    for column, char in enumerate(line):
        if units <= 0:
            return column
        units -= wide if ord(char) > 0xFFFF else 1
    return len(line)


class Point(NamedTuple):
    """A place in a text: line and character, both from 0."""

    line: int
    column: int


class Edit(NamedTuple):
    """A stretch of a text and what stands there instead."""

    start: Point
    end: Point
    text: str


def lines_in(text: str) -> list[str]:
    """The lines of a text, without their ends, as editors count them."""
    return _LINE_END.split(text)


def joined(lines: Iterable[str]) -> str:
    """The text of these lines."""
    return "\n".join(lines)


def changed(lines: list[str], edit: Edit) -> list[str]:
    """The lines that stand where the edit's first to last line stood."""
    first, last = lines[edit.start.line], lines[edit.end.line]
    return lines_in(first[: edit.start.column] + edit.text + last[edit.end.column :])


def clamped(lines: list[str], edit: Edit) -> Edit:
    """The same edit within the text."""
    start, end = sorted((_within(lines, edit.start), _within(lines, edit.end)))
    return Edit(start, end, edit.text)


def _within(lines: list[str], point: Point) -> Point:
    if point.line >= len(lines):
        return Point(len(lines) - 1, len(lines[-1]))
    return Point(point.line, min(point.column, len(lines[point.line])))
