"""What the questions of a set ask for, and what they say as true.

Small enough to be kept of every set of a folder while the others are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quiz.core.checking.findings import Path
from quiz.core.checking.rules.across import framing
from quiz.core.checking.view import View, words_of
from quiz.core.questions.matching import Matching

FEWEST, LETTERS = 2, 5
LEAK_WORDS, LEAK_LETTERS = 3, 3
MOST_WORDS, MOST_READ = 60, 3000
"""So many words of a stem, and characters of another text, are looked at."""
BARE = frozenset({"yes", "no", "true", "false", *"abcdefghijklmnopqrstuvwxyz"})
"""Answers that stand in any text, and tell nothing there."""
_SMALL_WORDS = """
    all and any are but can did does for from get had has have her him his how its not one our out
    she that the them then they this two use used was were what when where which who why will with
    you your
"""
_SMALL = frozenset(_SMALL_WORDS.split())


class Key(NamedTuple):
    """An answer, folded, and words of its stem: those that tell that a text speaks of it.

    `near` are its shorter words as well, of an answer of three words or more.
    """

    question: str
    path: Path
    text: str
    joined: str
    about: frozenset[str]
    near: frozenset[str]

    @property
    def start(self) -> str:
        """Its first two words."""
        return " ".join(self.joined.split(" ", 2)[:2])


class Saying(NamedTuple):
    """A text that a question says as true, folded."""

    question: str
    path: Path
    text: str


class Told(NamedTuple):
    """What a set asks for, what it says, and its stems by question."""

    keys: list[Key]
    sayings: list[Saying]

    def stem(self, question: str) -> str:
        """The stem of a question, folded; '' where it has none."""
        stems = (one for one in self.sayings if one.question == question and one.path == ("stem",))
        return next((one.text for one in stems), "")


def told(views: Sequence[View]) -> Told:
    """What the rules about answers told elsewhere need of a set."""
    common = framing(views)
    keys = [key for view in views for key in _keys(view, common)]
    return Told(keys, [saying for view in views for saying in _sayings(view)])


def _keys(view: View, common: frozenset[str]) -> Iterator[Key]:
    stem = view.stem.split()[:MOST_WORDS]
    about = frozenset(word for word in stem if len(word) >= LETTERS) - common
    for key in view.typed_keys():
        own = key.words
        if not own or (len(own) == 1 and own[0] in BARE):
            continue
        near: frozenset[str] = frozenset()
        if len(own) >= LEAK_WORDS:
            near = frozenset(word for word in stem if len(word) >= LEAK_LETTERS) - common - _SMALL
        if near or len(about) >= FEWEST:
            gone = frozenset(own)
            yield Key(view.question.id, key.path, key.text, key.joined, about - gone, near - gone)


def _sayings(view: View) -> Iterator[Saying]:
    """No wrong options and no feedback on them."""
    name = view.question.id
    if isinstance(view.question, Matching):
        for at, pair in enumerate(view.question.pairs):
            yield Saying(name, ("pairs", at, "left"), " ".join(words_of(" ".join(pair))))
    for part in view.texts:
        if part.path == ("stem",):
            yield Saying(name, part.path, view.stem[:MOST_READ])
        elif part.path[0] not in ("distractors", "pairs", "model_answer", "points"):
            whole = part.path == ("explanation",) and len(part.text) <= MOST_READ
            text = view.said if whole else " ".join(words_of(part.text[:MOST_READ]))
            yield Saying(name, part.path, text)
