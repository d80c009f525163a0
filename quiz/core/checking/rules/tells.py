"""What gives answers away over a whole set, without any knowledge: habits of its author."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from quiz.core.checking.chances import at_least
from quiz.core.checking.findings import Notice, Spot
from quiz.core.checking.rules.lengths import SIGNIFICANT
from quiz.core.checking.view import View
from quiz.core.questions.multiple_choice import MultipleChoice

MANY = 4
"""From so many multiple-choice questions on, one number of wrong options is a habit."""

RUN = 3

Picks: TypeAlias = Callable[[View], Sequence[str]]


def same_wrong_count(views: Sequence[View]) -> Iterator[Notice]:
    """`same-wrong-count`: every multiple-choice of the set has the same number of wrong options."""
    asked = [view for view in views if isinstance(view.question, MultipleChoice)]
    counts = {len(view.wrongs) for view in asked}
    if len(asked) >= MANY and len(counts) == 1:
        (count,) = counts
        wrong = "1 wrong option" if count == 1 else f"{count} wrong options"
        message = f"each of the {len(asked)} multiple-choice questions has {wrong}"
        hint = "let the number vary: whoever notices need not judge the last ones"
        yield Notice("same-wrong-count", Spot("", ("id",)), message, hint)


def shortest_is_key(views: Sequence[View]) -> Iterator[Notice]:
    """`shortest-is-key`: the fewest words are right oftener than chance, by an exact test."""
    yield from _habit(
        "shortest-is-key",
        views,
        _shortest,
        "the option with the fewest words",
        "shorten some distractors, or say more in some answers",
    )


def key_in_passages(views: Sequence[View]) -> Iterator[Notice]:
    """`key-in-passages`: what stands in the cited passages is right oftener than chance.

    All passages that the set cites stand for its documents.
    """
    runs = {run for view in views for quote in view.quotes for run in _runs(quote.split())}
    yield from _habit(
        "key-in-passages",
        views,
        lambda view: [one.joined for one in view.options if _stands(one.words, runs)],
        "the only option that stands in the cited passages",
        "take distractors from the documents, too: what another section says",
    )


def _runs(words: Sequence[str]) -> Iterator[str]:
    """All runs of up to `RUN` words."""
    for size in range(1, RUN + 1):
        yield from (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))


def _stands(words: Sequence[str], runs: set[str]) -> bool:
    """Whether the words stand in a passage; of many, whether each run of `RUN` does."""
    size = min(RUN, len(words))
    return bool(words) and all(
        " ".join(words[at : at + size]) in runs for at in range(len(words) - size + 1)
    )


def _shortest(view: View) -> Sequence[str]:
    fewest = min(len(option.words) for option in view.options)
    return [option.joined for option in view.options if len(option.words) == fewest]


def _habit(
    rule: str, views: Sequence[View], picks: Picks, what: str, hint: str
) -> Iterator[Notice]:
    """Report single-choice questions in which one option stands out, and is too often the key."""
    hits, chances = 0, []
    for view in views:
        if view.key is None or not view.wrongs:
            continue
        picked = picks(view)
        if len(picked) == 1:
            hits += picked[0] == view.key.joined
            chances.append(1 / len(view.options))
    if not chances or at_least(hits, chances) >= SIGNIFICANT:
        return
    mean = sum(chances) / len(chances)
    message = f"{what} is the answer in {hits} of {len(chances)} questions (chance is {mean:.0%})"
    yield Notice(rule, Spot("", ("id",)), message, hint)
