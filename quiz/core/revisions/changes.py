"""What changed between a quoted passage and the text that stands there now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from quiz.core.text.folding import fold_spaces
from quiz.core.text.meaning import numbers, same_meaning, words

_BESIDE = 3  # words on either side that can turn what a passage says
_SENTENCE_ENDS = re.compile(r"(?:(?<=[.!?:;])|(?<=[.!?][”\"')]))\s+|\n\s*\n")


class Change(StrEnum):
    """How much of a text changed: not at all, its looks, its words, or what it says."""

    NONE = "none"
    COSMETIC = "cosmetic"
    WORDING = "wording"
    MEANING = "meaning"


class Difference(NamedTuple):
    """A run of words: those of both texts (`old` equals `new`), or what was replaced by what."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        """Whether nothing changed here."""
        return self.old == self.new


def change(old: str, new: str) -> Change:
    """How much changed.

    Cosmetic are line breaks, spaces, quotes, dashes, case and Unicode form. A change of meaning
    is one of a number, unit, negation or quantifier, or of another word that `same_meaning` knows.
    """
    if old == new:
        return Change.NONE
    if fold_spaces(old) == fold_spaces(new) and numbers(old) == numbers(new):
        return Change.COSMETIC
    return Change.WORDING if same_meaning(old, new) else Change.MEANING


def turned(old: tuple[str, str], new: tuple[str, str]) -> bool:
    """Whether words right beside a passage now turn what it says: `not` in front of it, say.

    Both are what stands before and after the passage; only the same sentence counts.
    """
    before = _turned(_sentence_end(old[0]), _sentence_end(new[0]), slice(-_BESIDE, None))
    return before or _turned(_sentence_start(old[1]), _sentence_start(new[1]), slice(_BESIDE))


def _turned(old: list[str], new: list[str], near: slice) -> bool:
    came = (word for word in new[near] if word not in old)
    gone = (word for word in old[near] if word not in new)
    return any(map(_turns, came)) or any(map(_turns, gone))


def _sentence_end(text: str) -> list[str]:
    return words(_SENTENCE_ENDS.split(text)[-1])


def _sentence_start(text: str) -> list[str]:
    return words(_SENTENCE_ENDS.split(text)[0])


def _turns(word: str) -> bool:
    return not word[0].isdigit() and not same_meaning("", word)


def differences(old: str, new: str) -> Iterator[Difference]:
    """The two texts side by side, word by word; white space only separates words."""
    from rapidfuzz.distance import Levenshtein

    before, after = old.split(), new.split()
    for _, run in groupby(Levenshtein.opcodes(before, after), lambda step: step.tag == "equal"):
        steps = list(run)
        first, last = steps[0], steps[-1]
        gone = " ".join(before[first.src_start : last.src_end])
        yield Difference(gone, " ".join(after[first.dest_start : last.dest_end]))


def shown_difference(old: str, new: str) -> str:
    """The new text in one line, with `[-what went-]` and `{+what came+}` marked in it."""
    return " ".join(_shown(part) for part in differences(old, new))


def _shown(part: Difference) -> str:
    if part.same:
        return part.new
    gone = f"[-{part.old}-]" if part.old else ""
    come = f"{{+{part.new}+}}" if part.new else ""
    return f"{gone}{come}"
