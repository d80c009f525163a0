"""Large letters at the beginning of chapters, put back to their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quiz.formats.documents.pdf.line import Line

_LARGE = 1.8  # of the usual size


def with_initials(lines: Sequence[Line], body: float) -> list[Line]:
    """The lines of a page, each large single letter before the words that stand beside it."""
    initials = [line for line in lines if _is_initial(line, body)]
    found = list(lines)
    for initial in initials:
        beside = [line for line in found if _stands_beside(line, initial)]
        if beside:
            first = max(beside, key=lambda line: line.top)
            at = found.index(first)
            _, right, words = first.cells[0]
            cells = [(initial.left, right, initial.text + words), *first.cells[1:]]
            found[at] = replace(
                first, text=initial.text + first.text, left=initial.left, cells=cells
            )
            found = [line for line in found if line is not initial]
    return found


def _is_initial(line: Line, body: float) -> bool:
    return len(line.text) == 1 and line.text.isupper() and line.size >= _LARGE * body


def _stands_beside(line: Line, initial: Line) -> bool:
    near = 0 <= line.left - initial.right + line.size <= 2.5 * line.size
    level = initial.bottom - line.size < line.middle < initial.top + line.size
    return near and level and line.text[:1].islower()
