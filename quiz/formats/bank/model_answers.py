"""A text for graders, as a model answer and the points of it."""

from __future__ import annotations

import re

_BULLET = re.compile(r"\s*(?:[•‣◦*–-]|\d{1,2}[.)])\s+(.*)")


def model_and_points(text: str) -> tuple[str, tuple[str, ...]]:
    """What stands in paragraphs, and what stands in a list; all of it where there are no two.

    Where points stand last as they are written here, lists before them belong to the answer.
    """
    *before, last = text.strip().split("\n\n")
    if before and all(line.startswith("- ") for line in last.split("\n")):
        return "\n\n".join(before).strip(), tuple(line[2:].strip() for line in last.split("\n"))
    lines = text.split("\n")
    bullets = [_BULLET.fullmatch(line) for line in lines]
    points = tuple(match[1].strip() for match in bullets if match)
    rest = "\n".join(line for line, match in zip(lines, bullets, strict=True) if not match).strip()
    return (rest, points) if rest and points else (text.strip(), points)
