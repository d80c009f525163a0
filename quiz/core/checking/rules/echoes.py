"""Words of the stem that only the answer takes up ("clang associations"). English only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from quiz.core.checking.findings import Notice, Severity, Spot
from quiz.core.checking.view import View
from quiz.core.checking.vocabulary import STOP_WORDS

LETTERS = 5
RARE_SHARE = 0.02
RARE_LEAST = 2


def clang_words(view: View) -> list[list[str]]:
    """For each option, the words it alone shares with the stem: five letters, no stop words.

    A verb with its negation ("didn't") tells nothing either.
    """
    long = {word for word in view.stem.split() if len(word) >= LETTERS}
    stem = {word for word in long - STOP_WORDS if not word.endswith("n't")}
    shared = [stem.intersection(option.words) for option in view.options]
    if not any(shared):
        return [[] for _ in shared]
    once: set[str] = set()
    seen: set[str] = set()
    for words in shared:
        once = (once - words) | (words - seen)
        seen |= words
    return [sorted(words & once) for words in shared]


def stem_counts(views: Sequence[View]) -> Mapping[str, int]:
    """In how many stems each word stands."""
    return Counter(word for view in views for word in set(view.stem.split()))


def clang(views: Sequence[View]) -> Iterator[Notice]:
    """`clang`: a rare word, or two words, of the stem in exactly one option, a key.

    Rare is what stands in at most 2 % of the set's stems, or in two.
    """
    counts = stem_counts(views)
    most = max(RARE_LEAST, RARE_SHARE * len(views))
    for view in views:
        if not view.wrongs:
            continue
        for key, words in zip(view.keys, clang_words(view), strict=False):
            if len(words) > 1 or any(counts[word] <= most for word in words):
                yield _notice(view, key.path, words)


def _notice(view: View, path: tuple[str | int, ...], words: Sequence[str]) -> Notice:
    listed = " and ".join(f"'{word}'" for word in words[:3])
    return Notice(
        "clang",
        Spot(view.question.id, path),
        f"of all options only the answer repeats {listed} of the stem",
        "use another word in the stem, or let a distractor repeat it too",
        Severity.WARNING if len(words) > 1 else Severity.INFO,
    )
