"""Options for formats that show them as they stand."""

from __future__ import annotations

from random import Random

from quiz.core.questions.options import Choice, in_order


def mixed(question: Choice) -> tuple[str, ...]:
    """All options, the right ones at places of chance that are always the same.

    Right and wrong ones keep their order among themselves, so that a set comes back as it went.
    """
    if question.sorted:
        return in_order(question.options)
    count = len(question.options)
    places = set(Random(question.id).sample(range(count), len(question.key)))
    right, wrong = iter(question.key), iter(question.wrong)
    return tuple(next(right if at in places else wrong) for at in range(count))
