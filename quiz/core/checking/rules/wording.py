"""Words that turn a question round or give its answer away. English only."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.core.checking.findings import Notice, Spot
from quiz.core.checking.view import Option, View, holds
from quiz.core.checking.vocabulary import (
    ABSOLUTE,
    ABSOLUTE_PHRASES,
    NEGATIONS,
    REFERRING,
    VAGUE,
    VAGUE_PHRASES,
    WEAKENING,
    all_above,
    negation,
    none_above,
    turned_round,
)
from quiz.core.questions.true_false import TrueFalse
from quiz.core.rendering.marked import prose


def hedge(option: Option) -> str:
    """The first vague word of an option; empty when there is none."""
    words = option.said
    word = next((word for word in words if word in VAGUE), "")
    return word or next((p for p in VAGUE_PHRASES if holds(" ".join(words), p)), "")


def absolute(option: Option) -> str:
    """The first word of an option that allows no exception; empty when there is none."""
    words = option.said
    if not ABSOLUTE.isdisjoint(words) and not refers(option):
        for before, word in zip(["", *words], words, strict=False):
            if word in ABSOLUTE and before not in WEAKENING:
                return word
    return next((p for p in ABSOLUTE_PHRASES if holds(" ".join(words), p)), "")


def refers(option: Option) -> str:
    """The rule about options that refer to other options which this one breaks, if any."""
    first = option.joined.split(" ", 1)[0]
    if first not in REFERRING and option.joined[1:6] != " and ":
        return ""
    if all_above().fullmatch(option.joined):
        return "all-of-the-above"
    return "none-of-the-above" if none_above().fullmatch(option.joined) else ""


def vague_term(view: View) -> Iterator[Notice]:
    """`vague-term`: a hedge in a key and in no distractor."""
    hedges = [(key, word) for key in view.keys if (word := hedge(key))]
    if not hedges or any(map(hedge, view.wrongs)):
        return
    for key, word in hedges:
        yield Notice(
            "vague-term",
            Spot(view.question.id, key.path),
            f"only the answer hedges, with '{word}': that marks it as the careful option",
            "leave the word out, or hedge a distractor as well",
        )


def absolute_term(view: View) -> Iterator[Notice]:
    """`absolute-term`: a word without exception in a distractor and in no key."""
    found = [(wrong, word) for wrong in view.wrongs if (word := absolute(wrong))]
    if not found or any(map(absolute, view.keys)):
        return
    for wrong, word in found:
        yield Notice(
            "absolute-term",
            Spot(view.question.id, wrong.path),
            f"'{word}' makes this distractor easy to rule out",
            "say it less absolutely, or use such a word in the answer too",
        )


def others_named(view: View) -> Iterator[Notice]:
    """`all-of-the-above` and `none-of-the-above`: options that refer to other options."""
    for option in view.options:
        rule = refers(option)
        if rule:
            yield Notice(
                rule,
                Spot(view.question.id, option.path),
                "this option refers to others: they are shuffled, and one of them often settles it",
                "ask a multiple-choice question instead, or write an option of its own",
            )


def negative_stem(view: View) -> Iterator[Notice]:
    """`negative-stem`: a negation that turns the question round and is easy to overlook.

    What stands before the question itself, what is quoted or code, and the negation of a reason or
    of a condition (`Why is … not`, `when … does not`) turn nothing round; nor does one in a
    question whose answer is typed.
    """
    if not view.wrongs and not isinstance(view.question, TrueFalse):
        return  # nothing there to choose wrongly
    if "n't" not in view.stem and NEGATIONS.isdisjoint(view.stem.split()):
        return
    found = negation().search(turned_round(prose(view.question.stem)))
    if found is not None:
        word = found[0]
        yield Notice(
            "negative-stem",
            Spot(view.question.id, ("stem",)),
            f"'{word}' turns the question round and is easy to overlook",
            f"ask it positively, or write {word.upper()} in capitals",
        )
