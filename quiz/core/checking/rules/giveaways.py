"""Answers that another question tells: in a stem, option, pair, gap text, hint or explanation.

A text tells an answer when it holds its words and speaks of what is asked: half of the stem's
telling words (five letters or more), two at least; for a stem that holds an answer of three words
or more, a third of its words of three letters. Keys are found by their first two words, so this
takes linear time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from quiz.core.checking.findings import Notice, Spot
from quiz.core.checking.rules.told import FEWEST, Key, Saying, Told
from quiz.core.checking.view import holds

SPEAKS, LEAKS = 0.5, 1 / 3
LONG_KEY = 6
"""So many words in a row tell by themselves."""
MOST_ALIKE = 50
"""Of so many keys that begin with the same two words, the others are left out."""
MOST_SHOWN = 5
_STEM = ("stem",)

Index: TypeAlias = Mapping[str, Sequence[tuple[str, Key]]]
"""Set and key by the first two words of the key."""


class Giveaway(NamedTuple):
    """A key of one set, and what tells it in a set, the same or another."""

    set: str
    key: Key
    teller: str
    by: Saying


def told_elsewhere(told: Told) -> Iterator[Notice]:
    """`answer-leaked` and `answer-elsewhere`: the key of one question in another of its set."""
    leaks: dict[int, list[Giveaway]] = defaultdict(list)
    seen: set[int] = set()
    for one in found({"": told}):
        if _leaked(one):
            leaks[id(one.key)].append(one)
        elif id(one.key) not in seen:
            seen.add(id(one.key))
            yield _elsewhere(one)
    yield from map(_leak, leaks.values())


def across_sets(sets: Mapping[str, Told]) -> list[Giveaway]:
    """What tells a key in another set, once a key; what is asked there again tells nothing."""
    first: dict[int, Giveaway] = {}
    for one in found(sets, across=True):
        if id(one.key) not in first:
            own = sets[one.set].stem(one.key.question)
            if not own or own != sets[one.teller].stem(one.by.question):
                first[id(one.key)] = one
    return list(first.values())


def found(sets: Mapping[str, Told], *, across: bool = False) -> Iterator[Giveaway]:
    """Every text that tells the key of another question; `across`: only of another set."""
    index = _index(sets)
    for teller, (_, sayings) in sets.items():
        for by in sayings:
            for name, key in _begun(by.text, index):
                here = (name, key.question) == (teller, by.question)
                elsewhere = name != teller if across else not here
                if elsewhere and holds(by.text, key.joined) and _speaks(by, key):
                    yield Giveaway(name, key, teller, by)


def _index(sets: Mapping[str, Told]) -> Index:
    index: dict[str, list[tuple[str, Key]]] = defaultdict(list)
    for name, (keys, _) in sets.items():
        for key in keys:
            alike = index[key.start]
            if len(alike) < MOST_ALIKE:
                alike.append((name, key))
    return index


def _begun(text: str, index: Index) -> Iterator[tuple[str, Key]]:
    """The keys whose first two words stand in a text."""
    listed = text.split()
    starts = {*listed, *map(" ".join, pairwise(listed))}
    for start in starts & index.keys():
        yield from index[start]


def _speaks(by: Saying, key: Key) -> bool:
    """Whether a text that holds a key speaks of what is asked."""
    words = set(by.text.split())
    if key.near and by.path == _STEM:
        shared = len(key.near & words)
        return shared >= LEAKS * len(key.near) or key.joined.count(" ") >= LONG_KEY - 1
    return len(key.about & words) >= max(FEWEST, SPEAKS * len(key.about))


def _leaked(one: Giveaway) -> bool:
    """Whether a stem says an answer of several words."""
    return bool(one.key.near) and one.by.path == _STEM


def _elsewhere(one: Giveaway) -> Notice:
    return Notice(
        "answer-elsewhere",
        Spot(one.key.question, one.key.path),
        f"'{one.by.question}' tells this answer: '{one.key.text}'",
        HINT,
        related=((Spot(one.by.question, one.by.path), HERE),),
    )


HINT, HERE = "ask only one of the two, or leave it out there", "it stands here"


def _leak(tellers: Sequence[Giveaway]) -> Notice:
    key, questions = tellers[0].key, list(dict.fromkeys(one.by.question for one in tellers))
    others = "" if len(questions) == 1 else f" and {len(questions) - 1} more"
    return Notice(
        "answer-leaked",
        Spot(key.question, key.path),
        f"the stem of '{questions[0]}'{others} gives this answer away",
        "reword that stem, or ask only one of the two",
        related=tuple((Spot(name, _STEM), HERE) for name in questions[:MOST_SHOWN]),
    )


def apart(sets: Mapping[str, Told]) -> dict[tuple[str, str], set[tuple[str, str]]]:
    """For each question, by set and id, those that give it away or that it gives away."""
    pairs: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for one in found(sets):
        asked, telling = (one.set, one.key.question), (one.teller, one.by.question)
        pairs[asked].add(telling)
        pairs[telling].add(asked)
    return pairs
