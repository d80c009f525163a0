"""Who follows a rule and knows nothing gets no further with the shipped sets than by chance."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quiz.core.grading.grading import Distractor
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.question import Question
from quiz.core.questions.single_choice import SingleChoice
from tests.shipped.guessers import RULES, chance, multiples, rate, skimmer
from tests.shipped.words import content, questions, subjects

NEAR_CHANCE = 0.08
SKIMMED = 0.25
BORROWED = 0.5


@pytest.mark.parametrize("rule", RULES)
def test_no_rule_of_thumb_finds_the_answer_or_rules_it_out(rule: str) -> None:
    assert rate(RULES[rule]) == pytest.approx(chance(), abs=NEAR_CHANCE)


@pytest.mark.parametrize("standing", [0.3, 0.5, 0.7, 1.0])
def test_ticking_what_stands_in_the_documents_seldom_answers_a_multiple_choice(
    standing: float,
) -> None:
    assert skimmer(standing) <= SKIMMED


def test_the_number_of_wrong_options_tells_nothing() -> None:
    assert len({len(question.distractors) for question in multiples()}) >= 3


def test_half_of_the_wrong_options_are_what_the_articles_say_of_something_else() -> None:
    found = list(_distractors())
    borrowed = sum(_is_borrowed(question, wrong) for question, wrong in found)
    assert borrowed >= BORROWED * len(found)


def _distractors() -> Iterator[tuple[Question, Distractor]]:
    for _, question in questions():
        if isinstance(question, SingleChoice | MultipleChoice):
            for distractor in question.distractors:
                yield question, distractor


def _is_borrowed(question: Question, wrong: Distractor) -> bool:
    """Whether it shares a word with a passage that is not the question's own proof."""
    own = {source.exact for source in question.sources}
    said = content(wrong.text) | subjects(wrong.text)
    elsewhere = [source.exact for source in wrong.sources if source.exact not in own]
    return any(said & (content(text) | subjects(text)) for text in elsewhere)
