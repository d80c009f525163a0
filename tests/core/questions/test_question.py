from __future__ import annotations

import pytest

from quiz.core.grading.grading import Distractor
from quiz.core.questions.matching import Matching
from quiz.core.questions.question import Question
from quiz.core.questions.question_set import question_uid
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.single_choice import SingleChoice
from quiz.core.questions.true_false import TrueFalse

CHOICE = SingleChoice(id="q", stem="?", answer="a", distractors=(Distractor("b", "Why."),))


def test_the_name_of_a_question_is_its_sets_and_its_own() -> None:
    assert question_uid("bread", "gas") == "bread/gas"


def test_another_wording_keeps_the_key_and_changes_the_content() -> None:
    other = SingleChoice(id="q", stem="What?", answer="a", distractors=CHOICE.distractors)
    assert other.key_hash == CHOICE.key_hash
    assert other.content_hash != CHOICE.content_hash


@pytest.mark.parametrize(
    "other",
    [
        SingleChoice(id="q", stem="?", answer="x", distractors=CHOICE.distractors),
        ShortAnswer(id="q", stem="?", answer="a"),
    ],
)
def test_another_answer_or_type_is_another_key(other: Question) -> None:
    assert other.key_hash != CHOICE.key_hash


@pytest.mark.parametrize(
    "other",
    [
        SingleChoice(id="q", stem="?", answer="a", distractors=(Distractor("c", "Why."),)),
        SingleChoice(
            id="q", stem="?", answer="a", distractors=CHOICE.distractors, explanation="So."
        ),
    ],
)
def test_other_options_or_reasons_are_another_content(other: Question) -> None:
    assert other.content_hash != CHOICE.content_hash
    assert other.key_hash == CHOICE.key_hash


def test_a_digest_is_the_same_in_every_version_for_history_hangs_on_it() -> None:
    assert CHOICE.key_hash == "8f8b1f2f75aef758"
    assert CHOICE.content_hash == "9ff294b65121fb28"
    assert ShortAnswer(id="q", stem="?", answer="\ud800é").key_hash == "656684b33ffd30b9"


def test_right_sides_are_listed_once_the_paired_ones_first() -> None:
    matching = Matching(
        id="q", stem="?", pairs=(("a", "x"), ("b", "y"), ("c", "x")), distractors=("z", "y")
    )
    assert matching.rights == ("x", "y", "z")
    assert matching.wrong == ("z", "y")


def test_types_without_options_have_no_wrong_ones() -> None:
    assert TrueFalse(id="q", stem="?", answer=True).wrong == ()
    assert CHOICE.options == ("a", "b")
