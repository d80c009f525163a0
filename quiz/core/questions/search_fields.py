"""What of a question and of a document is searched."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from quiz.core.documents.blocks import Kind
from quiz.core.documents.document import Document, Passage
from quiz.core.documents.sentences import sentences
from quiz.core.questions.question import (
    Cloze,
    Matching,
    MultipleChoice,
    Numeric,
    Open,
    Ordering,
    Question,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
)

UNIT = 1000
"""About how many characters of a long paragraph are searched as one."""

GAP = "____"


class Part(StrEnum):
    """Where in a question a text stands; the weightiest first."""

    STEM = "stem"
    ANSWER = "answer"
    EXPLANATION = "explanation"
    OPTION = "option"
    TAG = "tag"


class PartText(NamedTuple):
    """A text of a question, as it is shown."""

    part: Part
    text: str


class Unit(NamedTuple):
    """A stretch of a document that is found as a whole, and the sentences in it, as offsets."""

    start: int
    end: int
    sentences: tuple[Passage, ...]


def question_texts(question: Question) -> Iterator[PartText]:
    """Every text of a question that can be found, those shown before answering under STEM."""
    yield PartText(Part.STEM, question.stem)
    yield from _key_texts(question)
    if question.explanation:
        yield PartText(Part.EXPLANATION, question.explanation)
    if question.hint:
        yield PartText(Part.EXPLANATION, question.hint)
    for source in question.disputed_by:
        if source.note:
            yield PartText(Part.EXPLANATION, source.note)
    yield from (PartText(Part.TAG, tag) for tag in question.tags)


def _key_texts(question: Question) -> Iterator[PartText]:
    match question:
        case SingleChoice() | MultipleChoice():
            yield from (PartText(Part.ANSWER, text) for text in question.key)
            for distractor in question.distractors:
                yield PartText(Part.OPTION, distractor.text)
                if distractor.feedback:
                    yield PartText(Part.EXPLANATION, distractor.feedback)
        case TrueFalse():
            if question.correction:
                yield PartText(Part.EXPLANATION, question.correction)
        case ShortAnswer():
            yield from (PartText(Part.ANSWER, text) for text in (question.answer, *question.accept))
        case Cloze():
            yield PartText(Part.STEM, GAP.join(question.parts))
            yield PartText(Part.ANSWER, _filled(question))
            yield from (PartText(Part.ANSWER, text) for gap in question.gaps for text in gap[1:])
        case Matching():
            yield from (PartText(Part.ANSWER, text) for text in question.key)
            yield from (PartText(Part.OPTION, text) for text in question.distractors)
        case Numeric() | Ordering() | Open():
            yield from (PartText(Part.ANSWER, text) for text in question.key)


def _filled(question: Cloze) -> str:
    pieces = [part + gap[0] for part, gap in zip(question.parts, question.gaps, strict=False)]
    return "".join(pieces) + question.parts[-1]


def units(document: Document) -> Iterator[Unit]:
    """Headings, code, and paragraphs and list items by their sentences, in order.

    A long paragraph is cut into stretches of about `UNIT` characters between sentences.
    """
    found = sentences(document)
    starts = [sentence.start for sentence in found]
    for block in document.blocks:
        if block.kind in (Kind.HEADING, Kind.CODE):
            whole = Passage(block.text_start, block.text_end)
            yield Unit(whole.start, whole.end, (whole,))
            continue
        first, last = bisect_left(starts, block.text_start), bisect_left(starts, block.text_end)
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
