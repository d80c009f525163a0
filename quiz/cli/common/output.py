"""What commands print: harmless for a terminal, in columns, or as JSON."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence

from quiz.core.text.safe_text import sanitise
from quiz.core.text.signs.columns import columns, filled
from quiz.errors import QuizError

_WIDTH = 80


def say(text: str = "") -> None:
    """Print a line, control characters made visible."""
    print(sanitise(text))


def warn(text: str) -> None:
    """Print a line on standard error, control characters made visible."""
    print(sanitise(text), file=sys.stderr)


def complain(error: QuizError) -> None:
    """`quiz: place: message`, and what to do about it."""
    place = f"{error.place}: " if error.place else ""
    warn(f"quiz: {place}{error.message}")
    if error.hint:
        warn(f"      {error.hint}")


def report(problem: QuizError) -> None:
    """`file:line:column: message`, as editors read it, and what to do about it."""
    warn(f"{problem.place}: {problem.message}")
    if problem.hint:
        warn(f"    {problem.hint}")


def say_json(value: object) -> None:
    """Print JSON."""
    from quiz.formats.json_text import json_text

    print(json_text(value))


def problem_json(problem: QuizError) -> dict[str, object]:
    """A problem as JSON values."""
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "hint": problem.hint,
    }


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: str) -> Iterator[str]:
    """Aligned lines; `right` has an `r` for each column to be set flush right."""
    flat = [[" ".join(sanitise(cell).split()) for cell in row] for row in (heads, *rows)]
    widths = [max(columns(row[i]) for row in flat) for i in range(len(heads))]
    for row in flat:
        padded = [
            filled(cell, width, right=side == "r")
            for cell, width, side in zip(row, widths, right, strict=True)
        ]
        yield "  ".join(padded).rstrip()


def width() -> int:
    """Columns of the terminal; 80 where there is none."""
    try:  # as shutil.get_terminal_size, without what else shutil loads
        wanted = int(os.environ.get("COLUMNS", ""))
    except ValueError:
        wanted = 0
    if wanted > 0:
        return wanted
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or _WIDTH  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return _WIDTH


def at_terminal() -> bool:
    """Whether a person sits at a terminal, whatever it can show."""
    streams = (sys.stdin, sys.stdout)
    return all(stream is not None and stream.isatty() for stream in streams)


def on_terminal() -> bool:
    """Whether a person sits at a terminal that can show screens."""
    return at_terminal() and os.environ.get("TERM", "") != "dumb"
