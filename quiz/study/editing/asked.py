"""Which sentences of a document nobody asks, for the author who has it open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quiz.core.documents.coverage import State, cover
from quiz.core.documents.document import Document
from quiz.core.text.passages import Passage
from quiz.study.editing.cited import Standing
from quiz.study.editing.looking import FileSpan, span_of

MOST = 500
"""So many sentences are marked."""


def not_asked(document: Document, standing: Iterable[Standing]) -> Iterator[FileSpan]:
    """The sentences that no question of any set stands on and none leaves out, at most `MOST`."""
    asked: list[tuple[str, Passage]] = []
    left_out: list[tuple[str, Passage]] = []
    for one in standing:
        where = left_out if one.left_out else asked
        where.append((one.question or "left out", one.passage))
    never = (s for s in cover(document, asked, left_out).sentences if s.state is State.NEVER)
    for at, sentence in enumerate(never):
        if at >= MOST:
            return
        yield span_of(document, sentence.passage)


def on_line(document: Document, standing: Iterable[Standing], line: int) -> Iterator[Standing]:
    """What stands on a line of the document's file, counted from 1."""
    for one in standing:
        place = span_of(document, one.passage).place
        if place.line <= line <= place.end_line:
            yield one
