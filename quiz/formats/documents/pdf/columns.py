"""Stretches of lines that run down a page one under the other: a column, or what stands between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from quiz.formats.documents.pdf.line import Line

_AROUND = 8


class Column(NamedTuple):
    """Lines under each other, and from line to line how far it is."""

    lines: list[Line]
    pitch: float

    def right_of(self, line: Line) -> float:
        """How far to the right the lines of a line's size around it go."""
        at = next((i for i, one in enumerate(self.lines) if one is line), 0)
        around = self.lines[max(0, at - _AROUND) : at + _AROUND + 1]
        alike = [
            one.right
            for one in around
            if abs(one.size - line.size) < 0.5 and abs(one.left - line.left) < 4 * line.size
        ]
        return max(alike, default=line.right)


def columns_of(lines: Sequence[Line], usual: float) -> Iterator[Column]:
    """The columns of a page in order; `usual` is the pitch as a share of the size of letters."""
    part: list[Line] = []
    for line in lines:
        if part and not _goes_down(part[-1], line):
            yield _column(part, usual)
            part = []
        part.append(line)
    if part:
        yield _column(part, usual)


def _goes_down(line: Line, after: Line) -> bool:
    overlap = min(line.right, after.right) - max(line.left, after.left)
    below = after.middle < line.middle + 0.3 * line.size
    return below and overlap > -2 * max(line.size, after.size)


def _column(lines: list[Line], usual: float) -> Column:
    pitches = [
        a.bottom - b.bottom
        for a, b in pairwise(lines)
        if 0.8 * a.size < a.bottom - b.bottom < 2.2 * a.size and abs(a.size - b.size) < 0.5
    ]
    pitch = median(pitches) if len(pitches) >= 4 else usual * median(line.size for line in lines)
    return Column(lines, pitch)


def usual_pitch(pages: Sequence[Sequence[Line]]) -> float:
    """How far it is from line to line in most of a document, as a share of the letters' size."""
    shares = [
        (a.bottom - b.bottom) / a.size
        for lines in pages
        for a, b in pairwise(lines)
        if abs(a.size - b.size) < 0.5 and 0.8 * a.size < a.bottom - b.bottom < 3 * a.size
    ]
    if not shares:
        return 1.2
    usual = Counter(round(share * 20) for share in shares).most_common(1)[0][0] / 20
    return max(usual, 1.0)


def body_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size in which most letters are set."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0
