"""Which question gives away the answer of another, by the words that stand in it.

An answer is looked for in everything a learner sees of another question but its key: stem, options,
pairs, items, cloze text, hint, explanation, correction, feedback and notes. It is given away where

- all content words of an answer that has to be typed stand in one sentence, if these are the
  documents' own words and one of them is rare there; or
- all words of any answer stand in one sentence that shares two content words with what is asked,
  so that a reader can tell that it is the answer (for a common word, and for what is chosen).

A statement to judge is given away by a sentence that has most of its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.numeric import Numeric
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.question import Question
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse
from tests.shipped.words import (
    all_stems,
    content,
    document_stems,
    is_common,
    questions,
    sentences,
    stem,
    subjects,
)

RARE = 3
"""A word that stands so often in the documents, or less, tells which answer is meant."""
SHARED = 2
"""Content words that a sentence and a stem share when they are about the same."""
HALF = 0.5
"""The share of the words of an option that has to stand there: options are often paraphrased."""
ARTICLE_NAME = stem("dermatology")
"""A wording with this word would be found in every stem, which names the article."""
ARTICLE = 3
"""Letters of an article or preposition, which no answer hangs on."""
MOST = 0.75
"""The share of a statement's words that makes a sentence say it."""


class Leak(NamedTuple):
    """`giver` shows, in `where`, the `answer` of `victim`."""

    giver: str
    victim: str
    answer: str
    where: str


class How(Enum):
    """Typed in the words of the key, typed in others (*marks* for *traces*), or chosen."""

    TYPED = auto()
    REWORDED = auto()
    CHOSEN = auto()


class Answer(NamedTuple):
    """One wording of an answer: its words, those it is asked with, and how it is given."""

    text: str
    words: frozenset[str]
    question: str
    how: How

    @property
    def asked(self) -> set[str]:
        """The content words of the question."""
        return content(self.question)


class Shown(NamedTuple):
    """A sentence as it is shown, its words, and the words that tell what it is about."""

    text: str
    words: frozenset[str]
    about: frozenset[str]


def leaks() -> list[Leak]:
    """Every pair of questions of which one shows the other's answer, over all sets."""
    everything = list(questions())
    seen = {name: tuple(shown(question)) for name, question in everything}
    found = []
    for victim, question in everything:
        wanted = tuple(answers(question))
        for giver, sights in seen.items():
            if giver != victim:
                found += [Leak(giver, victim, a, s) for a, s in _given(question, wanted, sights)]
    return found


def _given(
    question: Question, wanted: tuple[Answer, ...], sights: tuple[Shown, ...]
) -> Iterator[tuple[str, str]]:
    for sight in sights:
        if isinstance(question, TrueFalse) and _states(question, sight):
            yield question.stem, sight.text
        hit = next((answer for answer in wanted if _gives(sight, answer)), None)
        if hit is not None:
            yield hit.text, sight.text


def _gives(sight: Shown, answer: Answer) -> bool:
    seen = answer.words & sight.words
    if len(seen) < len(answer.words) * (HALF if answer.how is How.CHOSEN else 1):
        return False
    if answer.how is How.TYPED and _tells_by_itself(answer):
        return True
    shared = (sight.about & answer.asked) - answer.words
    if all(word.isdigit() for word in seen):
        return bool(shared | (sight.words & subjects(answer.question)))
    return len(shared) >= (SHARED if all(map(is_common, seen)) else 1)


def _tells_by_itself(answer: Answer) -> bool:
    counts = document_stems()
    telling = {word for word in answer.words if not (word.isdigit() or is_common(word))}
    return all(counts[word] for word in answer.words) and any(
        counts[word] <= RARE for word in telling
    )


def _states(question: TrueFalse, sight: Shown) -> bool:
    said = content(question.stem)
    return len(said & sight.words) >= MOST * len(said)


def answers(question: Question) -> Iterator[Answer]:
    """Every wording of every answer that others could give away; none for open ones."""
    match question:
        case ShortAnswer():
            yield from _typed((question.answer, *question.accept), question.stem)
        case Numeric():
            yield from _typed((question.answer,), question.stem)
        case Cloze():
            asked = " ".join((question.stem, *question.parts))
            for gap in question.gaps:
                yield from _typed(gap, asked)
        case SingleChoice() | MultipleChoice():
            for key in question.key:
                yield Answer(key, _words(key), question.stem, How.CHOSEN)
        case Matching():
            for left, right in question.pairs:
                yield Answer(right, _words(right), left, How.CHOSEN)


def _typed(wordings: tuple[str, ...], asked: str) -> Iterator[Answer]:
    own = _words(wordings[0])
    for text in wordings:
        if (words := _words(text)) and ARTICLE_NAME not in all_stems(text):
            how = How.TYPED if words & own else How.REWORDED
            yield Answer(text, words, asked, how)


def _words(text: str) -> frozenset[str]:
    every = all_stems(text)
    return frozenset(
        content(text) | subjects(text) or {word for word in every if len(word) > ARTICLE} or every
    )


def shown(question: Question) -> Iterator[Shown]:
    """What a learner sees of a question, sentence by sentence, without its typed keys."""
    for text in _texts(question):
        for sentence in sentences(text):
            yield _shown(sentence, sentence)
    for option in _options(question):
        yield _shown(option, f"{question.stem} {option}")


def _shown(text: str, about: str) -> Shown:
    return Shown(text, frozenset(all_stems(text)), frozenset(content(about)))


def _texts(question: Question) -> Iterator[str]:
    yield question.stem
    yield question.explanation
    yield question.hint
    yield from (source.note for source in question.disputed_by)
    if isinstance(question, TrueFalse):
        yield question.correction
    if isinstance(question, Cloze):
        yield " ".join(question.parts)
    if isinstance(question, SingleChoice | MultipleChoice):
        yield from (distractor.feedback for distractor in question.distractors)


def _options(question: Question) -> Iterator[str]:
    match question:
        case SingleChoice() | MultipleChoice():
            yield from question.options
        case Matching():
            yield from (f"{left}: {right}" for left, right in question.pairs)
            yield from question.distractors
        case Ordering():
            yield from question.sequence
