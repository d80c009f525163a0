"""Questions of the nine types: frozen values, no behaviour of a screen.

Every text here is already sanitised (`quiz.core.text.safe_text`) and stripped of outer space.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import ClassVar, NamedTuple

from quiz.core.text.value import Value


class Source(NamedTuple):
    """How an author points at a passage (W3C TextQuoteSelector), or at one that disputes it.

    `document` is the set's own key for the document; `note` is only used in `disputed_by`.
    """

    document: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    note: str = ""


class Distractor(NamedTuple):
    """A wrong option, why it is wrong, and the passages that refute it."""

    text: str
    feedback: str = ""
    sources: tuple[Source, ...] = ()


class Question(Value):
    """What all question types share. `line` is where the question starts in its file, from 1."""

    type: ClassVar[str] = ""

    id: str
    stem: str
    explanation: str = ""
    sources: tuple[Source, ...] = ()
    tags: tuple[str, ...] = ()
    hint: str = ""
    disputed_by: tuple[Source, ...] = ()
    line: int = 0

    @property
    def key(self) -> tuple[str, ...]:
        """The right answer as texts; memory starts anew when it changes."""
        raise NotImplementedError

    @property
    def key_hash(self) -> str:
        """A short digest of type and key: what has to stay for the learner's memory to count."""
        return _digest([self.type, *self.key])

    @property
    def content_hash(self) -> str:
        """A short digest of what the learner was shown, wording included."""
        return _digest([self.type, self.stem, self.explanation, *self.key, *self.wrong])

    @property
    def wrong(self) -> tuple[str, ...]:
        """The wrong options as texts; empty for the types that have none."""
        return ()


class SingleChoice(Question):
    """One option is right."""

    type: ClassVar[str] = "single-choice"
    answer: str
    distractors: tuple[Distractor, ...]
    sorted: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        return (self.answer,)

    @property
    def options(self) -> tuple[str, ...]:
        """The answer first, then the distractors, in the author's order."""
        return (self.answer, *self.wrong)

    @property
    def wrong(self) -> tuple[str, ...]:
        return tuple(distractor.text for distractor in self.distractors)


class MultipleChoice(Question):
    """Several options are right; all of them and no other make a correct response."""

    type: ClassVar[str] = "multiple-choice"
    answers: tuple[str, ...]
    distractors: tuple[Distractor, ...]
    sorted: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        return self.answers

    @property
    def options(self) -> tuple[str, ...]:
        """The answers first, then the distractors, in the author's order."""
        return (*self.answers, *self.wrong)

    @property
    def wrong(self) -> tuple[str, ...]:
        return tuple(distractor.text for distractor in self.distractors)


class TrueFalse(Question):
    """A statement to judge; a false one carries its correction."""

    type: ClassVar[str] = "true-false"
    answer: bool
    correction: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        return ("true" if self.answer else "false",)


class ShortAnswer(Question):
    """A few typed words; `accept` lists other wordings that are right."""

    type: ClassVar[str] = "short-answer"
    answer: str
    accept: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        return (self.answer,)


class Numeric(Question):
    """A number. `tolerance` is absolute (`0.5`) or relative (`5%`); `unit` is optional to type."""

    type: ClassVar[str] = "numeric"
    answer: str
    tolerance: str = ""
    unit: str = ""
    accept_units: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        return (f"{self.answer} {self.unit}".strip(),)


class Cloze(Question):
    """A text with gaps, written `{{answer|variant}}`.

    `parts` are the texts around the gaps: always one more than there are `gaps`.
    """

    type: ClassVar[str] = "cloze"
    parts: tuple[str, ...]
    gaps: tuple[tuple[str, ...], ...]

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(gap[0] for gap in self.gaps)


class Matching(Question):
    """Left sides, each with its right side; `distractors` are right sides that belong nowhere."""

    type: ClassVar[str] = "matching"
    pairs: tuple[tuple[str, str], ...]
    distractors: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(f"{left} = {right}" for left, right in self.pairs)

    @property
    def rights(self) -> tuple[str, ...]:
        """Every right side once, the paired ones first."""
        return tuple(dict.fromkeys((*(right for _, right in self.pairs), *self.wrong)))

    @property
    def wrong(self) -> tuple[str, ...]:
        return self.distractors


class Ordering(Question):
    """Items to put into the given sequence."""

    type: ClassVar[str] = "ordering"
    sequence: tuple[str, ...]

    @property
    def key(self) -> tuple[str, ...]:
        return self.sequence


class Open(Question):
    """A free answer, compared by the learner with a model answer and a checklist of points."""

    type: ClassVar[str] = "open"
    model_answer: str
    points: tuple[str, ...]

    @property
    def key(self) -> tuple[str, ...]:
        return (self.model_answer, *self.points)


KINDS: Mapping[str, type[Question]] = {
    kind.type: kind
    for kind in (
        SingleChoice,
        MultipleChoice,
        TrueFalse,
        ShortAnswer,
        Numeric,
        Cloze,
        Matching,
        Ordering,
        Open,
    )
}


def _digest(value: object) -> str:
    import hashlib

    text = json.dumps(value, ensure_ascii=False)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
