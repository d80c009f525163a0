"""The order in which choices are shown: shuffled by a seed, so that it can be had again."""

from __future__ import annotations

import random

from quiz.core.questions.question import (
    Matching,
    MultipleChoice,
    Ordering,
    Question,
    SingleChoice,
    TrueFalse,
)


def shown_options(question: Question, seed: str) -> tuple[str, ...]:
    """What the learner chooses from, in order; empty for the types that are typed.

    Single and multiple choice: options; matching: right sides; ordering: items, never all in place.
    """
    chance = random.Random(seed)
    match question:
        case TrueFalse():
            return ("true", "false")
        case SingleChoice() | MultipleChoice():
            options = list(question.options)
            return _sorted(options) if question.sorted else _shuffled(options, chance)
        case Matching():
            return _shuffled(list(question.rights), chance)
        case Ordering():
            return _scrambled(list(question.sequence), chance)
    return ()


def _sorted(options: list[str]) -> tuple[str, ...]:
    from quiz.core.grading.numbers import parse_quantity  # few options are in order of size

    quantities = {option: parse_quantity(option) for option in options}
    if all(quantities.values()):
        return tuple(sorted(options, key=lambda option: (quantities[option] or (0, ""))[0]))
    return tuple(sorted(options, key=str.casefold))


def _shuffled(options: list[str], chance: random.Random) -> tuple[str, ...]:
    chance.shuffle(options)
    return tuple(options)


def _scrambled(items: list[str], chance: random.Random) -> tuple[str, ...]:
    right = tuple(items)
    chance.shuffle(items)
    if tuple(items) == right and len(items) > 1:
        items.append(items.pop(0))
    return tuple(items)
