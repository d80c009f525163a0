"""The stretches of a document that are found as a whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from quiz.core.documents.blocks import Kind
from quiz.core.documents.document import Document
from quiz.core.documents.sentences import sentences
from quiz.core.text.passages import Passage

UNIT = 1000
"""About how many characters of a long paragraph are searched as one."""


class Unit(NamedTuple):
    """A stretch of a document that is found as a whole, and the sentences in it, as offsets."""

    start: int
    end: int
    sentences: tuple[Passage, ...]


def units(document: Document) -> Iterator[Unit]:
    """Headings, code, what states nothing, and the others by their sentences, in order.

    A long paragraph is cut into stretches of about `UNIT` characters between sentences.
    """
    found = sentences(document)
    starts = [sentence.start for sentence in found]
    for block in document.blocks:
        first, last = bisect_left(starts, block.text_start), bisect_left(starts, block.text_end)
        if block.kind in (Kind.HEADING, Kind.CODE) or first == last:
            whole = Passage(block.text_start, block.text_end)
            yield Unit(whole.start, whole.end, (whole,))
            continue
        yield from _grouped(found[first:last])


def _grouped(found: tuple[Passage, ...]) -> Iterator[Unit]:
    group: list[Passage] = []
    for sentence in found:
        if group and sentence.end - group[0].start > UNIT:
            yield Unit(group[0].start, group[-1].end, tuple(group))
            group = []
        group.append(sentence)
    if group:
        yield Unit(group[0].start, group[-1].end, tuple(group))
