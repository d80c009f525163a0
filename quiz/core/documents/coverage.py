"""What of a document is asked, how often, and what nobody asks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quiz.core.documents.document import Document
from quiz.core.documents.sentences import sentences
from quiz.core.text.passages import Passage, Section

OFTEN = 3
"""More questions than this on one sentence are many."""


class State(StrEnum):
    """How a sentence is dealt with."""

    ASKED = "asked"
    OFTEN = "often"
    NEVER = "never"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the questions that stand on it, and why it is left out on purpose, if it is."""

    passage: Passage
    questions: tuple[str, ...] = ()
    reason: str = ""

    @property
    def state(self) -> State:
        """Asked counts more than left out."""
        if self.questions:
            return State.OFTEN if len(self.questions) > OFTEN else State.ASKED
        return State.LEFT_OUT if self.reason else State.NEVER


@dataclass(frozen=True, slots=True)
class Share:
    """How many sentences are asked, of those that are not left out on purpose."""

    asked: int
    total: int
    left_out: int = 0

    @property
    def part(self) -> float | None:
        """From 0 to 1; None when there is nothing to ask."""
        return self.asked / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Coverage:
    """A document sentence by sentence."""

    document: Document
    sentences: tuple[Sentence, ...]

    @property
    def share(self) -> Share:
        """Over the whole document."""
        return share(self.sentences)

    def sections(self) -> tuple[tuple[Section, Share], ...]:
        """Each section with its share, the sections inside it included."""
        starts = [sentence.passage.start for sentence in self.sentences]
        return tuple(
            (section, share(self.sentences[_first(starts, section.start) : _first(starts, end)]))
            for section in self.document.sections
            for end in (section.end,)
        )


def _first(starts: Sequence[int], offset: int) -> int:
    """The number of the first sentence that starts at `offset` or later."""
    return bisect_right(starts, offset - 1)


def share(found: Iterable[Sentence]) -> Share:
    """How many of these sentences are asked."""
    states = [sentence.state for sentence in found]
    left_out = states.count(State.LEFT_OUT)
    asked = len(states) - left_out - states.count(State.NEVER)
    return Share(asked, len(states) - left_out, left_out)


def cover(
    document: Document,
    asked: Iterable[tuple[str, Passage]],
    left_out: Iterable[tuple[str, Passage]] = (),
) -> Coverage:
    """Lay passages over the sentences of a document.

    `asked` are passages with the question that stands on each, `left_out` with the reason why
    nobody asks them. A sentence counts for every passage that shares a character with it.
    """
    units = sentences(document)
    questions = _by_sentence(units, asked)
    reasons = _by_sentence(units, left_out)
    return Coverage(
        document,
        tuple(
            Sentence(unit, tuple(dict.fromkeys(questions[i])), "; ".join(reasons[i]))
            for i, unit in enumerate(units)
        ),
    )


def _by_sentence(
    units: Sequence[Passage], passages: Iterable[tuple[str, Passage]]
) -> list[list[str]]:
    """For each sentence the names of the passages that touch it."""
    ends = [unit.end for unit in units]
    found: list[list[str]] = [[] for _ in units]
    for name, passage in passages:
        at = bisect_right(ends, passage.start)
        while at < len(units) and units[at].start < passage.end:
            found[at].append(name)
            at += 1
    return found
