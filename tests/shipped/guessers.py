"""How far somebody gets who knows no answer but follows a rule; ties are drawn by lot."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.single_choice import SingleChoice
from tests.shipped.words import all_stems, content, document_stems, questions

Score = Callable[[SingleChoice, str], float]


def _standing(text: str) -> float:
    """The share of the content words that stand in the documents."""
    words = content(text) or set(all_stems(text))
    counts = document_stems()
    return sum(counts[word] > 0 for word in words) / max(1, len(words))


def _shared_with_others(question: SingleChoice, option: str) -> float:
    others = [content(other) for other in question.options if other != option]
    return sum(len(content(option) & other) for other in others)


def _in_other_stems(question: SingleChoice, option: str) -> float:
    stems = [content(other.stem) for _, other in questions() if other is not question]
    return sum(len(content(option) & stem) for stem in stems) / max(1, len(content(option)))


RULES: Mapping[str, Score] = {
    "longest": lambda _, option: len(option),
    "shortest": lambda _, option: -len(option),
    "most words": lambda _, option: len(option.split()),
    "fewest words": lambda _, option: -len(option.split()),
    "shares most with the stem": lambda q, option: len(content(option) & content(q.stem)),
    "shares least with the stem": lambda q, option: -len(content(option) & content(q.stem)),
    "shares most with the other options": _shared_with_others,
    "words of other stems": _in_other_stems,
    "first by alphabet": lambda q, option: -sorted(q.options).index(option),
    "last by alphabet": lambda q, option: sorted(q.options).index(option),
    "stands in the documents": lambda _, option: _standing(option),
    "stands in the documents least": lambda _, option: -_standing(option),
}


def singles() -> list[SingleChoice]:
    """All single-choice questions."""
    return [question for _, question in questions() if isinstance(question, SingleChoice)]


def multiples() -> list[MultipleChoice]:
    """All multiple-choice questions."""
    return [question for _, question in questions() if isinstance(question, MultipleChoice)]


def chance() -> float:
    """The share of single-choice questions that blind guessing gets right."""
    asked = singles()
    return sum(1 / len(question.options) for question in asked) / len(asked)


def rate(score: Score) -> float:
    """The share that choosing the option with the highest score gets right."""
    asked = singles()
    return sum(_hit(question, score) for question in asked) / len(asked)


def _hit(question: SingleChoice, score: Score) -> float:
    best = max(score(question, option) for option in question.options)
    picked = [option for option in question.options if score(question, option) == best]
    return (question.answer in picked) / len(picked)


def skimmer(standing: float) -> float:
    """The share of multiple-choice questions fully right for one who ticks what stands there.

    Ticked is every option of whose content words at least the share `standing` is in the documents.
    """
    asked = multiples()
    right = 0
    for question in asked:
        ticked = {option for option in question.options if _standing(option) >= standing}
        right += ticked == set(question.answers)
    return right / len(asked)
