"""What all types of questions share; each type has a file of its own beside this.

Every text here is already sanitised (`quiz.core.text.safe_text`) and stripped of outer space.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from quiz.core.grading.grading import Distractor, Part, Response
from quiz.core.grounding.source import Source
from quiz.core.text.value import Value

GAP = "____"
"""What stands for a gap where its text is searched."""

if TYPE_CHECKING:
    from random import Random


class Field(StrEnum):
    """Where in a question a text stands; the weightiest first."""

    STEM = "stem"
    ANSWER = "answer"
    EXPLANATION = "explanation"
    OPTION = "option"
    TAG = "tag"


class FieldText(NamedTuple):
    """A text of a question, as it is shown."""

    field: Field
    text: str


def answers(*texts: str) -> tuple[FieldText, ...]:
    """Texts that are right."""
    return tuple(FieldText(Field.ANSWER, text) for text in texts)


class Question(Value):
    """What all question types share. `line` is where the question starts in its file, from 1.

    A type says what its key is, how a response is graded, what is chosen from, what is searched.
    """

    type: ClassVar[str] = ""
    typed: ClassVar[bool] = False
    """Whether words or numbers are typed that a program judges, so that it can be wrong."""

    id: str
    stem: str
    explanation: str = ""
    sources: tuple[Source, ...] = ()
    tags: tuple[str, ...] = ()
    hint: str = ""
    disputed_by: tuple[Source, ...] = ()
    draft: bool = False
    """Whether nothing proves it yet: what stands in `sources` is then only proposed."""
    line: int = 0

    # What it asks

    @property
    def key(self) -> tuple[str, ...]:
        """The right answer as texts; memory starts anew when it changes."""
        raise NotImplementedError

    @property
    def wrong(self) -> tuple[str, ...]:
        """The wrong options as texts; empty for the types that have none."""
        return ()

    @property
    def wordings(self) -> tuple[str, ...]:
        """All texts that are right."""
        return self.key

    @property
    def key_hash(self) -> str:
        """A short digest of type and key: what has to stay for the learner's memory to count."""
        return _digest([self.type, *self.key])

    @property
    def content_hash(self) -> str:
        """A short digest of what the learner was shown, wording included."""
        return _digest([self.type, self.stem, self.explanation, *self.key, *self.wrong])

    def shown(self, chance: Random) -> tuple[str, ...]:
        """What the learner chooses from, in order; empty where something is typed."""
        return ()

    @property
    def guessing_chance(self) -> float:
        """The chance of being right by choosing blindly, each possible response as likely."""
        return 0.0

    # How it is graded: see `quiz.core.grading.grading.Gradable`

    def parts_of(self, response: Response) -> tuple[Part, ...]:
        """What was asked and what came back, part by part."""
        raise NotImplementedError

    def score_of(self, parts: Sequence[Part]) -> float:
        """The share of the parts that are right."""
        return sum(part.right for part in parts) / len(parts)

    def chosen_wrong(self, response: Response) -> tuple[Distractor, ...]:
        """The wrong options among what was given."""
        return ()

    def to_judge(self, parts: Sequence[Part]) -> tuple[int, ...]:
        """Which parts only the learner can judge: those that are nearly right."""
        return tuple(i for i, part in enumerate(parts) if part.near)

    def complaint_about(self, response: Response) -> str:
        """Why a response cannot be graded yet."""
        return "" if response.filled else "Type an answer, or say that you don't know."

    # What of it is searched

    def answer_texts(self) -> Iterator[FieldText]:
        """The texts around the answer; those shown before answering under STEM."""
        yield from answers(*self.key)

    def texts(self) -> Iterator[FieldText]:
        """Every text that can be found."""
        yield FieldText(Field.STEM, self.stem)
        yield from self.answer_texts()
        notes = (source.note for source in self.disputed_by)
        for text in (self.explanation, self.hint, *notes):
            if text:
                yield FieldText(Field.EXPLANATION, text)
        yield from (FieldText(Field.TAG, tag) for tag in self.tags)


def _digest(value: object) -> str:
    import hashlib
    import json

    text = json.dumps(value, ensure_ascii=False)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
