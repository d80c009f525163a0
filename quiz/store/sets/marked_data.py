"""Marks of the texts of a question as plain data, beside the texts: by each text its marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from quiz.core.rendering.blocks import Look, Mark
from quiz.core.rendering.marked import Marked, marks_of

Looks: TypeAlias = Mapping[str, Sequence[tuple[int, int, str, str]]]
"""By a text, the start, end, look and target of each mark."""


def looks_in(data: object) -> dict[str, list[Mark]]:
    """The marks of all texts in some data."""
    return {str(text): list(text.marks) for text in _marked_texts(data)}


def _marked_texts(data: object) -> Iterator[Marked]:
    if isinstance(data, Marked):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _marked_texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _marked_texts(value)


def marked(text: str, looks: Looks) -> str:
    """The text with its marks, where it has any."""
    if marks_of(text) or text not in looks:
        return text
    return Marked(text, tuple(Mark(a, b, Look(look), target) for a, b, look, target in looks[text]))
