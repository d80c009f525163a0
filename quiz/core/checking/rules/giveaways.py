"""Answers that another question of the set tells: in a stem, option, pair, gap text or explanation.

A text tells an answer when it holds its words and speaks of what is asked: half of the stem's
telling words (five letters or more), two at least. Keys are found by their first two words, so
this takes linear time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from quiz.core.checking.findings import Notice, Path, Spot
from quiz.core.checking.rules.across import framing
from quiz.core.checking.view import Option, View, holds, words_of
from quiz.core.questions.matching import Matching

SPEAKS, FEWEST, LETTERS = 0.5, 2, 5
MOST_ALIKE = 50
"""Of so many keys that begin with the same two words, the others are left out."""
MOST_WORDS, MOST_READ = 60, 3000
"""So many words of a stem, and characters of another text, are looked at."""


_LETTERS = "abcdefghijklmnopqrstuvwxyz"
BARE = frozenset({"yes", "no"})
"""Answers that stand in any text, and tell nothing there."""


class _Told(NamedTuple):
    """A key, and the words that tell that a text speaks of its question."""

    view: View
    key: Option
    about: frozenset[str]


def answer_elsewhere(views: Sequence[View]) -> Iterator[Notice]:
    """`answer-elsewhere`: the key of one question, numbers and short names included, in another."""
    keys = _by_first_words(views)
    told: set[int] = set()
    for view in views:
        for path, text in _texts(view):
            listed = text.split()
            words = set(listed)
            begun = words.union(map(" ".join, pairwise(listed)))
            for start in begun & keys.keys():
                for one in keys[start]:
                    if (
                        one.view is not view
                        and id(one.key) not in told
                        and _tells(text, words, one)
                    ):
                        told.add(id(one.key))
                        yield _given_away(one, view, path)


def _tells(text: str, words: set[str], one: _Told) -> bool:
    shared = len(one.about & words)
    return shared >= max(FEWEST, SPEAKS * len(one.about)) and holds(text, one.key.joined)


def _given_away(one: _Told, teller: View, path: Path) -> Notice:
    return Notice(
        "answer-elsewhere",
        Spot(one.view.question.id, one.key.path),
        f"'{teller.question.id}' tells this answer: '{one.key.text}'",
        "ask only one of the two, or leave it out there",
        related=((Spot(teller.question.id, path), "it stands here"),),
    )


def _by_first_words(views: Sequence[View]) -> dict[str, list[_Told]]:
    found: dict[str, list[_Told]] = defaultdict(list)
    common = framing(views)
    for view in views:
        about = frozenset(w for w in view.stem.split()[:MOST_WORDS] if len(w) >= LETTERS) - common
        for key in view.typed_keys():
            own = key.words
            start = " ".join(own[:2])
            if _is_telling(own) and len(about) >= FEWEST and len(found[start]) < MOST_ALIKE:
                found[start].append(_Told(view, key, about - set(own)))
    return {start: told for start, told in found.items() if told}


def _is_telling(words: Sequence[str]) -> bool:
    """Whether an answer says something of its own: no yes, no, or single letter of a list."""
    bare = len(words) == 1 and (words[0] in BARE or words[0] in _LETTERS)
    return bool(words) and not bare


def _texts(view: View) -> Iterator[tuple[Path, str]]:
    """What a question says as true, folded: no wrong options and no feedback on them."""
    if isinstance(view.question, Matching):
        for at, pair in enumerate(view.question.pairs):
            yield ("pairs", at, "left"), " ".join(words_of(" ".join(pair)))
    for part in view.texts:
        if part.path == ("stem",):
            yield part.path, view.stem[:MOST_READ]
        elif part.path[0] not in ("distractors", "pairs", "model_answer", "points"):
            whole = part.path == ("explanation",) and len(part.text) <= MOST_READ
            yield part.path, view.said if whole else " ".join(words_of(part.text[:MOST_READ]))
