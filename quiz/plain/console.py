"""Lines out, wrapped and harmless for a terminal; lines in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TextIO

from quiz.core.rendering.marked import lines_of, marks_of
from quiz.core.text.safe_text import sanitise
from quiz.core.text.signs.columns import columns
from quiz.core.text.signs.rows import rows_of_line
from quiz.plain.signs import in_letters

CODE_INDENT = "    "
"""Stands before each line of a block of code, as in plain mail."""
NARROWEST, WIDEST = 20, 100
"""Columns: lines are never wrapped narrower, nor wider, whatever the terminal."""


class EndOfInput(Exception):
    """There is no further line to read."""


@dataclass(slots=True)
class Console:
    """A conversation over two streams; `width` is in columns."""

    input: TextIO
    output: TextIO
    width: int = 80

    @property
    def interactive(self) -> bool:
        """Whether a person types: then the terminal shows what is typed, and pauses make sense."""
        return self.input.isatty()

    def say(self, text: str = "", *, lead: str = "") -> None:
        """Print a text; `lead` stands before its first line, its further lines are indented."""
        for line in wrapped(text, self.width, lead):
            self.output.write(f"{in_letters(line)}\n")

    def ask(self, prompt: str) -> str:
        """The next line typed, without its end; raises EndOfInput."""
        self.output.write(f"{sanitise(prompt)} ")
        self.output.flush()
        line = self.input.readline()
        if not line:
            self.output.write("\n")
            raise EndOfInput
        typed = sanitise(line.rstrip("\r\n")).replace("\n", " ")
        if not self.interactive:
            self.output.write(f"{typed}\n")
        return typed


def wrapped(text: str, width: int, lead: str = "") -> list[str]:
    """The lines of a text; line breaks in it stay, and lines of code are as long as they are."""
    width = min(max(width, NARROWEST), WIDEST)
    first, further = sanitise(lead), " " * min(len(lead), NARROWEST // 2)
    lines: list[str] = []
    for piece, code in lines_of(text if marks_of(text) else sanitise(text)):
        indent = further if lines else first
        if code:
            lines += [] if lines or not first else [first.rstrip()]
            lines.append(f"{further}{CODE_INDENT}{piece}".rstrip())
            continue
        lines += _rows(piece, width, indent, further)
    return lines


def _rows(piece: str, width: int, indent: str, further: str) -> list[str]:
    """A line in rows, the first and the others set in."""
    room = max(1, width - columns(indent))
    found = [piece[start:end].rstrip() for start, end in rows_of_line(piece.rstrip(), room)]
    first, *rest = found
    return [f"{indent}{first}".rstrip(), *(f"{further}{row.lstrip()}" for row in rest)]
