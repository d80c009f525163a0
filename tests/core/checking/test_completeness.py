from __future__ import annotations

import pytest

from quiz.core.questions.matching import Matching
from quiz.core.questions.ordering import Ordering
from tests.core.asking import SOURCE, WHY, choice, notices, rules


@pytest.mark.parametrize(
    ("explanation", "rule"),
    [
        ("", "no-explanation"),
        ("It is so here.", "thin-explanation"),
        ("It is so around here.", ""),
        ("  Oxygen. ", "thin-explanation"),
    ],
)
def test_an_explanation_has_to_explain(explanation: str, rule: str) -> None:
    found = rules(choice(explanation=explanation)) & {"no-explanation", "thin-explanation"}
    assert found == ({rule} if rule else set())


def test_an_explanation_that_only_repeats_a_long_answer_is_thin() -> None:
    answer = "what flows down into the sea"
    assert "thin-explanation" in rules(choice(answer, explanation=f"{answer.capitalize()}."))


def test_feedback_is_missed_once_a_question() -> None:
    (one,) = [n for n in notices(choice(feedback="")) if n.rule == "no-feedback"]
    assert "2 of 2" in one.message
    assert one.spot.path == ("distractors", 0, "text")


@pytest.mark.parametrize(("count", "found"), [(1, True), (2, False), (3, False)])
def test_two_distractors_are_enough(count: int, found: bool) -> None:
    question = choice(distractors=[f"gas {n}" for n in range(count)])
    assert ("too-few-distractors" in rules(question)) is found


@pytest.mark.parametrize(
    ("options", "in_order", "found"),
    [
        (["10", "5", "20"], False, True),
        (["10 mm", "5 mm", "1.5 mm"], False, True),
        (["10 mm", "5 mm", "1.5 mm"], True, False),
        (["10 mm", "5 mm", "a lot"], False, False),
        (["10 to 12", "5 to 6", "1 to 2"], False, False),
        (["ten", "five", "two"], False, False),
    ],
)
def test_numbers_are_best_shown_in_order(options: list[str], in_order: bool, found: bool) -> None:
    question = choice(options[0], options[1:], in_order=in_order)
    assert ("unordered-numbers" in rules(question)) is found


@pytest.mark.parametrize(("words", "found"), [(60, False), (61, True)])
def test_a_passage_of_more_than_sixty_words_is_long(words: int, found: bool) -> None:
    assert ("long-passage" in rules(choice(exact="word " * words))) is found


@pytest.mark.parametrize(("count", "found"), [(10, False), (11, True)])
def test_more_things_than_keys_are_told(count: int, found: bool) -> None:
    things = tuple(f"step {'x' * number}" for number in range(1, count + 1))
    order = Ordering(id="q", stem="Which?", sequence=things, explanation=WHY, sources=(SOURCE,))
    assert ("more-than-keys" in rules(order)) is found
    pairs = tuple((f"left {one}", one) for one in things)
    match = Matching(id="q", stem="Which?", pairs=pairs, explanation=WHY, sources=(SOURCE,))
    assert ("more-than-keys" in rules(match)) is found
    assert ("more-than-keys" in rules(choice(things[0], things[1:]))) is found
