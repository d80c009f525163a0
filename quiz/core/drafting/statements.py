"""Statements to judge: a sentence with *not*, *never* or *unless* in it, turned round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TURNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b{word}\b"), turned)
    for word, turned in (
        ("must not", "must"),
        ("may not", "may"),
        ("shall not", "shall"),
        ("cannot", "can"),
        ("does not", "does"),
        ("do not", "do"),
        ("did not", "did"),
        ("is not", "is"),
        ("are not", "are"),
        ("was not", "was"),
        ("were not", "were"),
        ("has not", "has"),
        ("have not", "have"),
        ("never", "always"),
        ("always", "never"),
        ("unless", "if"),
        ("at least", "at most"),
        ("at most", "at least"),
        ("no more than", "no less than"),
        ("before", "after"),
        ("after", "before"),
    )
)
_CONTRAST = re.compile(r"\b(?:not|only|unless|except|never|always|must|at least|at most|cannot)\b")
_TWO_THINGS = re.compile(r"[;:?]|\b(?:but|although|however|whereas|because|and|or|nor)\b", re.I)


class Turned(NamedTuple):
    """A statement that is false where the sentence is true: which words changed, and into what."""

    text: str
    said: str
    instead: str


def contrasts(sentence: str) -> bool:
    """Whether a sentence tells what holds from what does not."""
    return _CONTRAST.search(sentence) is not None


def turned(sentence: str) -> Iterator[Turned]:
    """The sentence turned round at one place, where it says one thing only."""
    if _TWO_THINGS.search(sentence):
        return
    for pattern, instead in _TURNS:
        match = pattern.search(sentence)
        if match is None or pattern.search(sentence, match.end()):
            continue
        text = sentence[: match.start()] + instead + sentence[match.end() :]
        yield Turned(text, match[0], instead)
        return
