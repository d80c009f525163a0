"""Options to choose from, and the order in which they are shown: by a seed, to be had again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from quiz.core.grading.grading import Distractor, Response
from quiz.core.questions.question import Field, FieldText, Question

if TYPE_CHECKING:
    from random import Random


def shown_options(question: Question, seed: str) -> tuple[str, ...]:
    """What the learner chooses from, in order; empty for the types that are typed."""
    from random import Random

    return question.shown(Random(seed))


class Choice(Question):
    """A question with right options and distractors."""

    complaint: ClassVar[str] = "Choose an option."

    distractors: tuple[Distractor, ...]
    sorted: bool = False

    @property
    def wrong(self) -> tuple[str, ...]:
        """The distractors' texts."""
        return tuple(distractor.text for distractor in self.distractors)

    @property
    def options(self) -> tuple[str, ...]:
        """What is right first, then the distractors, in the author's order."""
        return (*self.key, *self.wrong)

    def shown(self, chance: Random) -> tuple[str, ...]:
        """The options, shuffled or in their order."""
        options = list(self.options)
        return in_order(options) if self.sorted else shuffled(options, chance)

    def chosen_wrong(self, response: Response) -> tuple[Distractor, ...]:
        """The distractors chosen."""
        chosen = Counter(response.given)
        return tuple(d for d in self.distractors if chosen[d.text])

    def complaint_about(self, response: Response) -> str:
        """Nothing is chosen."""
        return "" if response.filled else self.complaint

    def answer_texts(self) -> Iterator[FieldText]:
        """What is right, then each distractor with its feedback."""
        yield from super().answer_texts()
        for distractor in self.distractors:
            yield FieldText(Field.OPTION, distractor.text)
            if distractor.feedback:
                yield FieldText(Field.EXPLANATION, distractor.feedback)


def in_order(options: Sequence[str]) -> tuple[str, ...]:
    """By size where all are quantities, else by letters."""
    from quiz.core.grading.numbers import parse_quantity  # few options are in order of size

    quantities = {option: parse_quantity(option) for option in options}
    if all(quantities.values()):
        return tuple(sorted(options, key=lambda option: (quantities[option] or (0, ""))[0]))
    return tuple(sorted(options, key=str.casefold))


def shuffled(options: list[str], chance: Random) -> tuple[str, ...]:
    """In an order of chance."""
    chance.shuffle(options)
    return tuple(options)
