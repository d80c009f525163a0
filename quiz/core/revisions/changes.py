"""What changed between a quoted passage and the text that stands there now."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from quiz.core.text.folding import fold_spaces
from quiz.core.text.meaning import numbers, same_meaning
from quiz.core.text.same_statement import Count, says_same


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


def change(old: str, new: str, count: Count = lambda _word: 0, *, inside: bool = False) -> Change:
    """How much changed.

    Cosmetic are line breaks, spaces, quotes, dashes, stressing capitals and Unicode form; wording
    are spellings of one word, articles and contractions. All else is a change of meaning: every
    content word, name, number, piece of code or telling mark that comes, goes or is exchanged.
    `count` tells how often a word stands in the document, and so a misspelling from a word. The
    texts begin `inside` a sentence, where a capital makes another word.
    """
    if old == new:
        return Change.NONE
    if not says_same(old, new, count, (inside, False)):
        return Change.MEANING
    if fold_spaces(old) != fold_spaces(new):
        return Change.WORDING
    return Change.COSMETIC if numbers(old) == numbers(new) else Change.MEANING


def rough_change(old: str, new: str) -> Change:
    """How much changed at first sight: what tells a passage from one that only resembles it."""
    if old == new:
        return Change.NONE
    if fold_spaces(old) == fold_spaces(new) and numbers(old) == numbers(new):
        return Change.COSMETIC
    return Change.WORDING if same_meaning(old, new) else Change.MEANING


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
