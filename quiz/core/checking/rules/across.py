"""Questions that ask the same thing twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from quiz.core.checking.findings import Notice, Spot
from quiz.core.checking.rules.echoes import stem_counts
from quiz.core.checking.view import View
from quiz.core.checking.vocabulary import STOP_WORDS
from quiz.core.questions.true_false import TrueFalse

SAME_SHARE = 0.4
LETTERS = 4
ENOUGH, FRAMING_SHARE = 10, 0.1
MOST_ALIKE = 200
"""Of so many earlier questions with one key, each later one is compared with the latest."""


def duplicate_question(views: Sequence[View]) -> Iterator[Notice]:
    """`duplicate-question`: same options and key, or same key and 40 % of the stem's longer words.

    The share is of all words of the two stems with more than three letters, but for words that
    frame many questions ("according to the article").
    """
    common = framing(views)
    groups: dict[tuple[str, ...], list[tuple[View, frozenset[str]]]] = defaultdict(list)
    for view in views:
        words = frozenset(word for word in view.stem.split() if len(word) >= LETTERS) - common
        earlier = groups[_key(view)]
        twin = next((v for v, w in earlier[-MOST_ALIKE:] if _same(view, words, v, w)), None)
        if twin is not None:
            yield Notice(
                "duplicate-question",
                Spot(view.question.id, ("stem",)),
                f"this asks the same as '{twin.question.id}'",
                "keep one of the two, or ask for something else",
                related=((Spot(twin.question.id, ("stem",)), "first asked here"),),
            )
        earlier.append((view, words))


def framing(views: Sequence[View]) -> frozenset[str]:
    """Stop words, and in a set of some size the words of a tenth of its stems."""
    if len(views) < ENOUGH:
        return STOP_WORDS
    most = len(views) * FRAMING_SHARE
    return STOP_WORDS.union(word for word, count in stem_counts(views).items() if count > most)


def _key(view: View) -> tuple[str, ...]:
    question = view.question
    if isinstance(question, TrueFalse):  # two keys for all: only the statement counts
        return (question.type, view.stem)
    keys = [option.joined for option in view.typed_keys()] or [*question.key]
    return tuple(sorted(keys))


def _same(one: View, words: frozenset[str], other: View, others: frozenset[str]) -> bool:
    if one.wrongs and len(one.wrongs) == len(other.wrongs):
        wrongs = sorted(option.joined for option in one.wrongs)
        if wrongs == sorted(option.joined for option in other.wrongs):
            return True
    both = len(words) + len(others)
    return 2 * len(words & others) >= SAME_SHARE * both if both else one.stem == other.stem
