"""What a question lacks to be a good one, and what it has too much of."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.core.checking.findings import Notice, Spot
from quiz.core.checking.view import View, holds
from quiz.core.grading.numbers import parse_quantity
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.ordering import Ordering
from quiz.core.questions.single_choice import SingleChoice

THIN = 5
FEW = 2
LONG_PASSAGE = 60


KEYS = 10
"""Things to choose from that have a digit."""


def explanation(view: View) -> Iterator[Notice]:
    """`no-explanation`, or `thin-explanation`: under five words, or only the answer again."""
    question = view.question
    if not question.explanation:
        yield Notice(
            "no-explanation",
            Spot(question.id, ("stem",)),
            "the learner is not told why the answer is right",
            "add `explanation:` with the reason",
        )
        return
    if question.explanation.count(" ") >= 2 * THIN:
        return
    said, words = view.said, view.said.split()
    repeats = any(key.joined and holds(key.joined, said) for key in view.typed_keys())
    if len(words) < THIN or repeats:
        yield Notice(
            "thin-explanation",
            Spot(question.id, ("explanation",)),
            "the explanation only repeats the answer"
            if repeats
            else f"an explanation of {len(words)} words hardly explains",
            "say why the answer is right",
        )


def feedback(view: View) -> Iterator[Notice]:
    """`no-feedback`: distractors that do not say why they are wrong, one notice a question."""
    question = view.question
    if not isinstance(question, SingleChoice | MultipleChoice):
        return
    silent = [i for i, one in enumerate(question.distractors) if not one.feedback]
    if silent:
        count, total = len(silent), len(question.distractors)
        yield Notice(
            "no-feedback",
            Spot(question.id, ("distractors", silent[0], "text")),
            f"{count} of {total} distractors do not say why they are wrong",
            "write `text:` and `feedback:` for each",
        )


def distractor_count(view: View) -> Iterator[Notice]:
    """`too-few-distractors`: fewer than two (three options are enough: Haladyna & Downing 1993)."""
    if view.wrongs and len(view.wrongs) < FEW:
        yield Notice(
            "too-few-distractors",
            Spot(view.question.id, ("distractors",)),
            "one distractor makes this a toss-up",
            "add a second one, or ask a true-false question",
        )


def more_than_keys(view: View) -> Iterator[Notice]:
    """`more-than-keys`: more to choose from than keys reach at once."""
    question = view.question
    match question:
        case SingleChoice() | MultipleChoice():
            count, path = len(view.options), "distractors"
        case Matching():
            count, path = len(question.rights), "pairs"
        case Ordering():
            count, path = len(question.sequence), "sequence"
        case _:
            return
    if count > KEYS:
        yield Notice(
            "more-than-keys",
            Spot(question.id, (path,)),
            f"{count} to choose from, and {KEYS} have a key: the others take arrows and Space",
            "make two questions of it",
        )


def unordered_numbers(view: View) -> Iterator[Notice]:
    """`unordered-numbers`: options that are all numbers are shown shuffled."""
    question = view.question
    if not isinstance(question, SingleChoice | MultipleChoice) or question.sorted:
        return
    texts = [option.text for option in view.options]
    if len(texts) > 2 and all(_is_number(text) for text in texts):
        yield Notice(
            "unordered-numbers",
            Spot(question.id, ("answer" if isinstance(question, SingleChoice) else "answers",)),
            "all options are numbers, and they are shown in a shuffled order",
            "add `options: sorted`",
        )


def _is_number(text: str) -> bool:
    return any(map(str.isdigit, text[:3])) and parse_quantity(text) is not None


def long_passage(view: View) -> Iterator[Notice]:
    """`long-passage`: a source of more than 60 words proves nothing in particular."""
    for at, words in enumerate(view.quotes):
        count = words.count(" ") + 1
        if count > LONG_PASSAGE:
            yield Notice(
                "long-passage",
                Spot(view.question.id, ("sources", at, "exact")),
                f"a passage of {count} words hides the words that prove the answer",
                "cite only the sentence or the part of it that proves the answer",
            )
