"""What an author is about to write: which key of which part of a set the cursor stands at.

Read from the indents alone, for what is being typed is seldom sound YAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quiz.study.editing.buffer import Point

_DASHES = re.compile(r" *(?:- +)*(?:-$)?")
_KEY = re.compile(r"([A-Za-z_]\w*) *:(?: +|$)")
_LOOKED_AT = 2000
"""Lines above the cursor that are looked at."""


@dataclass(frozen=True)
class Context:
    """`parents` are the keys around the cursor, the outermost first.

    `key` is the key whose value is typed, empty while a key is; `typed` what stands before the
    cursor, from character `start` of the line. `beside` are the keys of the same mapping with
    their values as written, `indent` the column of those keys.
    """

    parents: tuple[str, ...]
    key: str
    typed: str
    start: int
    indent: int
    beside: dict[str, str] = field(default_factory=dict)


def context(lines: Sequence[str], point: Point) -> Context:
    """The context of a point."""
    line = lines[point.line][: point.column]
    indent = _key_column(line)
    found = _KEY.match(line, indent)
    key = found[1] if found else ""
    start = found.end() if found else indent
    if not found and ":" in line[indent:]:
        start = len(line)
    return Context(
        parents=tuple(_parents(lines, point.line, indent)),
        key=key,
        typed=line[start:],
        start=start,
        indent=indent,
        beside=dict(_beside(lines, point.line, indent)),
    )


def _key_column(line: str) -> int:
    """Where the first key of a line stands, behind blanks and the dashes of lists."""
    found = _DASHES.match(line)
    return found.end() if found else 0


def _parents(lines: Sequence[str], at: int, indent: int) -> list[str]:
    """The keys that hold a line, the outermost first."""
    found: list[str] = []
    dashes = lines[at][:indent].find("-")
    within = indent if dashes < 0 else dashes
    in_list = dashes >= 0
    for above in range(at - 1, max(-1, at - _LOOKED_AT), -1):
        line = lines[above]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        column = _key_column(line)
        match = _KEY.match(line, column)
        dash = line[:column].find("-")
        if match and (column < within or (in_list and column == within and dash < 0)):
            found.append(match[1])
            within, in_list = (dash, True) if dash >= 0 else (column, False)
        elif not in_list and 0 <= dash < within <= column:
            within, in_list = dash, True
        if within <= 0 and not in_list:
            break
    return found[::-1]


def _beside(lines: Sequence[str], at: int, indent: int) -> Iterator[tuple[str, str]]:
    """The other keys of the mapping that a line belongs to."""
    for step in (-1, 1):
        here = at if step < 0 else at + 1
        while 0 <= here < len(lines) and abs(here - at) < _LOOKED_AT:
            line = lines[here]
            column = _key_column(line)
            dash = line[:column].find("-")
            if line.strip() and not line.lstrip().startswith("#"):
                if column < indent or (step > 0 and 0 <= dash < indent):
                    break
                match = _KEY.match(line, column) if column == indent else None
                if match and here != at:
                    yield match[1], line[match.end() :].strip()
                if step < 0 and 0 <= dash < indent:
                    break
            here += step
