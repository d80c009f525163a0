"""The text of a question as a person reads it, with what is drawn on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from quiz.core.rendering.blocks import Look, Mark

Plain: TypeAlias = Callable[[str], str]
Dress: TypeAlias = Callable[[Mark, str, str], str]

CODE = (Look.CODE, Look.FENCE)
CODE_SIGN = "\ufffc"
"""Stands for a character of code where only words are read."""


class Marked(str):
    """A reading text that knows its marks: emphasis, inline code, blocks of code.

    It is compared, graded, searched and kept as the text that it is; whoever shows it may ask
    `marks_of`. A block of code is whole lines, its mark's `target` is the language. `open_fence`:
    a block was not closed.
    """

    marks: tuple[Mark, ...]
    open_fence: bool

    def __new__(cls, text: str, marks: tuple[Mark, ...], *, open_fence: bool = False) -> Marked:
        """The marks are in the order of their starts, the outer first."""
        made = super().__new__(cls, text)
        made.marks = marks
        made.open_fence = open_fence
        return made


def marks_of(text: str) -> tuple[Mark, ...]:
    """What is drawn on a text; nothing on a plain one."""
    return text.marks if isinstance(text, Marked) else ()


def piece(text: str, start: int, end: int) -> str:
    """A stretch of a text with the marks on it."""
    inside = tuple(
        mark._replace(start=max(start, mark.start) - start, end=min(end, mark.end) - start)
        for mark in marks_of(text)
        if mark.start < end and start < mark.end
    )
    opened = open_fence(text) and end == len(text)
    found = str(text)[start:end]
    return Marked(found, inside, open_fence=opened) if inside or opened else found


def joined(*texts: str) -> str:
    """Texts one after another, with their marks."""
    marks: list[Mark] = []
    length = 0
    for text in texts:
        marks += [m._replace(start=m.start + length, end=m.end + length) for m in marks_of(text)]
        length += len(text)
    whole = "".join(texts)
    opened = any(map(open_fence, texts))
    return Marked(whole, tuple(marks), open_fence=opened) if marks or opened else whole


def written(text: str, plain: Plain, dress: Dress) -> str:
    """The text in another form: `plain` writes what has no mark, `dress` what has.

    `dress` is given the mark, what was written of the text inside, and that text as it stands.
    """
    return _written(str(text), (0, len(text)), list(marks_of(text)), plain, dress)


def _written(
    text: str, span: tuple[int, int], marks: list[Mark], plain: Plain, dress: Dress
) -> str:
    """A stretch of a text; of the marks those are taken out of the list that lie in it."""
    at, end = span
    pieces = []
    while marks and marks[0].start < end:
        mark = marks.pop(0)
        pieces.append(plain(text[at : mark.start]))
        inside = _written(text, (mark.start, mark.end), marks, plain, dress)
        pieces.append(dress(mark, inside, text[mark.start : mark.end]))
        at = mark.end
    return "".join((*pieces, plain(text[at:end])))


def parted(text: str) -> Iterator[str]:
    """Blocks of code, and what stands between them without the space around it."""
    at = 0
    for block in blocks_in(text):
        yield from filter(None, [_trimmed(text, at, block.start)])
        yield piece(text, block.start, block.end)
        at = block.end
    yield from filter(None, [_trimmed(text, at, len(text))])


def _trimmed(text: str, start: int, end: int) -> str:
    whole = str(text)[start:end]
    start += len(whole) - len(whole.lstrip("\n"))
    return piece(text, start, max(start, end - len(whole) + len(whole.rstrip("\n"))))


def lines_of(text: str) -> Iterator[tuple[str, bool]]:
    """The lines of a text, and of each whether it is a line of a block of code."""
    at, blocks = 0, blocks_in(text)
    for line in text.split("\n"):
        yield line, any(block.start <= at < block.end for block in blocks)
        at += len(line) + 1


def code_in(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch of code."""
    return ((mark.start, mark.end) for mark in marks_of(text) if mark.look in CODE)


def blocks_in(text: str) -> tuple[Mark, ...]:
    """The blocks of code."""
    return tuple(mark for mark in marks_of(text) if mark.look is Look.FENCE)


def code_first(text: str) -> bool:
    """Whether a text begins with a block of code."""
    return any(block.start == 0 for block in blocks_in(text))


def open_fence(text: str) -> bool:
    """Whether a block of code in a text was not closed."""
    return isinstance(text, Marked) and text.open_fence


def all_code(text: str) -> bool:
    """Whether a text is code and nothing else."""
    return any(end - start == len(text) for start, end in code_in(text))


def prose(text: str) -> str:
    """A text as long, with signs that are no words in place of code: for rules about words."""
    said = str(text)
    for start, end in code_in(text):
        said = said[:start] + CODE_SIGN * (end - start) + said[end:]
    return said
