"""Keys that stand out by their length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.core.checking.chances import at_least
from quiz.core.checking.findings import Notice, Spot
from quiz.core.checking.view import Option, View

MUCH_LONGER, LONG = 1.8, 40
LONGER, WORDS = 1.25, 4
SIGNIFICANT = 0.01


def longest_of(options: Sequence[Option]) -> int:
    """Characters of the longest option; 0 where there is none."""
    return max((len(option.text) for option in options), default=0)


def much_longer(key: Option, longest: int) -> bool:
    """More than 1.8 times as long as the longest distractor, and more than 40 characters."""
    return longest > 0 and len(key.text) > LONG and len(key.text) > MUCH_LONGER * longest


def longer(key: Option, longest: int) -> bool:
    """At least 1.25 times as long as the longest distractor, and at least four words."""
    return 0 < LONGER * longest <= len(key.text) and len(key.text.split()) >= WORDS


def key_length(view: View) -> Iterator[Notice]:
    """`key-much-longer`, else `key-longer`."""
    key = view.key
    if key is None:
        return
    size, longest = len(key.text), longest_of(view.wrongs)
    much = much_longer(key, longest)
    if not much and not longer(key, longest):
        return
    yield Notice(
        "key-much-longer" if much else "key-longer",
        Spot(view.question.id, key.path),
        f"the answer has {size} characters, the longest distractor {longest}: "
        + ("its length gives it away" if much else "its length is a hint"),
        "shorten the answer, or give the distractors as much detail",
    )


def longest_share(views: Sequence[View]) -> tuple[int, list[float]]:
    """How many keys are longer than every distractor; each question's chance of that (0 to 1)."""
    hits, chances = 0, []
    for view in views:
        if view.key is not None and view.wrongs:
            hits += len(view.key.text) > longest_of(view.wrongs)
            chances.append(1 / len(view.options))
    return hits, chances


def longest_is_key(views: Sequence[View]) -> Iterator[Notice]:
    """`longest-is-key`: oftener than chance, by an exact test."""
    hits, chances = longest_share(views)
    if not chances or at_least(hits, chances) >= SIGNIFICANT:
        return
    mean = sum(chances) / len(chances)
    yield Notice(
        "longest-is-key",
        Spot("", ("id",)),
        f"the answer is the longest option in {hits} of {len(chances)} single-choice questions "
        f"({hits / len(chances):.0%}; chance is {mean:.0%})",
        "shorten some answers, or lengthen some distractors",
    )
