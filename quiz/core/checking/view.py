"""A question prepared for the rules: its options and their words, folded once."""

from __future__ import annotations

import re

from quiz.core.checking.findings import Path
from quiz.core.checking.texts import Part, parts
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.rendering.marked import marks_of, prose
from quiz.core.text.normal_form import unify

_WORD = re.compile(r"[^\W_]+(?:['.,][^\W_]+)*")


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, folded; hyphens part them."""
    folded = unify(text)
    words = folded.rstrip("?.").split()
    return words if "".join(words).isalnum() else _WORD.findall(folded)


def holds(text: str, part: str) -> bool:
    """Whether words joined by spaces hold others, as whole words."""
    return part in text and f" {part} " in f" {text} "


class Option:
    """One choice: its text, whether it is right, and where it stands.

    Its `words` are folded; `joined` has single spaces between them.
    """

    __slots__ = ("joined", "path", "right", "text", "words")

    def __init__(self, text: str, right: bool, path: Path) -> None:
        self.text = text
        self.right = right
        self.path = path
        self.words = words_of(text)
        self.joined = " ".join(self.words)

    @property
    def said(self) -> list[str]:
        """The words that are no code, folded."""
        return words_of(prose(self.text)) if marks_of(self.text) else self.words

    @property
    def lower(self) -> str:
        """The text, folded."""
        return unify(self.text)


class View:
    """A question and what the rules need of it; `keys` and `wrongs` only where it has options.

    `stem` and the `quotes` of its sources are words, folded, with single spaces between them.
    """

    __slots__ = ("_said", "_texts", "keys", "question", "quotes", "stem", "wrongs")

    def __init__(self, question: Question, keys: list[Option], wrongs: list[Option]) -> None:
        self.question = question
        self.keys = keys
        self.wrongs = wrongs
        self.stem = " ".join(words_of(question.stem))
        self.quotes = [" ".join(words_of(source.exact)) for source in question.sources]
        self._said: str | None = None
        self._texts: tuple[Part, ...] | None = None

    @property
    def said(self) -> str:
        """The words of the explanation, folded once for all rules."""
        if self._said is None:
            self._said = " ".join(words_of(self.question.explanation))
        return self._said

    @property
    def texts(self) -> tuple[Part, ...]:
        """All its texts, gathered once for all rules."""
        if self._texts is None:
            self._texts = tuple(parts(self.question))
        return self._texts

    @property
    def options(self) -> list[Option]:
        """The right ones first."""
        return self.keys + self.wrongs

    @property
    def key(self) -> Option | None:
        """The right option of a single-choice question."""
        return self.keys[0] if isinstance(self.question, SingleChoice) else None

    def typed_keys(self) -> list[Option]:
        """What may be given away in so many words: the keys, or the answers to be typed."""
        match self.question:
            case ShortAnswer() | Numeric():
                return [Option(self.question.key[0], True, ("answer",))]
            case Cloze():
                return [Option(key, True, ("text",)) for key in self.question.key]
        return self.keys


def view(question: Question) -> View:
    """Prepare a question."""
    keys: list[Option] = []
    wrongs: list[Option] = []
    if isinstance(question, SingleChoice):
        keys = [Option(question.answer, True, ("answer",))]
    elif isinstance(question, MultipleChoice):
        keys = [Option(text, True, ("answers", i)) for i, text in enumerate(question.answers)]
    if isinstance(question, SingleChoice | MultipleChoice):
        wrongs = [
            Option(one.text, False, ("distractors", i, "text"))
            for i, one in enumerate(question.distractors)
        ]
    return View(question, keys, wrongs)
