from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.exams.record import ExamAnswer, Mark
from quiz.core.exams.score import ExamScore, percent_of, score
from quiz.core.grading.grading import Verdict
from tests.effort import examples

ANSWERS = st.lists(
    st.builds(
        ExamAnswer,
        question=st.uuids().map(str),
        document=st.sampled_from(["", "One", "Two"]),
        tags=st.lists(st.sampled_from(["a", "b", "c"]), max_size=3).map(tuple),
        spent_ms=st.integers(0, 10**6),
        mark=st.sampled_from(Mark),
        credit=st.floats(0, 1),
    ),
    max_size=30,
)


def marked(*marks: Mark, credit: float = 0.0) -> list[ExamAnswer]:
    return [ExamAnswer(str(i), "Doc", mark=mark, credit=credit) for i, mark in enumerate(marks)]


def test_marks_have_the_values_of_verdicts() -> None:
    assert {verdict.value for verdict in Verdict} <= {mark.value for mark in Mark}


def test_only_what_is_fully_right_counts() -> None:
    found = score(
        [
            *marked(Mark.CORRECT, credit=1.0),
            *marked(Mark.PARTLY, credit=0.5),
            *marked(Mark.WRONG, Mark.UNANSWERED),
        ],
        50,
    )
    assert (found.right, found.partly, found.wrong, found.unanswered) == (1, 1, 1, 1)
    assert found.percent == 25
    assert not found.passed
    assert found.credit == 1.5


@pytest.mark.parametrize(
    ("right", "total", "needed", "passed"),
    [
        (7, 10, 70, True),
        (6, 10, 70, False),
        (2, 3, 66.6, True),
        (2, 3, 66.7, False),
        (0, 5, 0, True),
        (5, 5, 100, True),
        (4, 5, 100, False),
        (0, 0, 0, False),
    ],
)
def test_an_exam_is_passed_when_its_share_reaches_what_is_needed(
    right: int, total: int, needed: float, passed: bool
) -> None:
    answers = marked(*[Mark.CORRECT] * right, *[Mark.WRONG] * (total - right))
    assert score(answers, needed).passed is passed


def test_a_question_that_dropped_out_does_not_count() -> None:
    found = score(marked(Mark.CORRECT, Mark.NONE), 100)
    assert (found.total, found.percent, found.passed) == (1, 100, True)


@settings(max_examples=examples(200), deadline=None)
@given(ANSWERS, st.floats(0, 100))
def test_parts_add_up_to_the_whole(answers: list[ExamAnswer], needed: float) -> None:
    found = score(answers, needed)
    counted = [answer for answer in answers if answer.mark is not Mark.NONE]
    assert found.total == len(counted)
    assert sum(share.total for share in found.documents) == found.total
    assert sum(share.right for share in found.documents) == found.right
    assert sum(share.credit for share in found.documents) == pytest.approx(found.credit)
    assert found.spent_ms == sum(answer.spent_ms for answer in counted)
    shares = (found.right, found.partly, found.wrong, found.unanswered)
    whole = 100 if counted else 0
    assert sum(percent_of(part, found.total) for part in shares) == pytest.approx(whole)
    assert 0 <= found.percent <= 100
    assert sum(share.total for share in found.tags) == sum(len(set(a.tags)) or 1 for a in counted)


def test_shares_are_in_the_order_of_their_names_with_the_nameless_last() -> None:
    answers = [
        ExamAnswer("1", "", ("b", "a"), mark=Mark.CORRECT),
        ExamAnswer("2", "zinc", (), mark=Mark.WRONG),
        ExamAnswer("3", "Air", ("a", "a"), mark=Mark.CORRECT),
    ]
    found: ExamScore = score(answers, 0)
    assert [share.name for share in found.documents] == ["Air", "zinc", ""]
    assert [(s.name, s.right, s.total) for s in found.tags] == [
        ("a", 2, 2),
        ("b", 1, 1),
        ("", 0, 1),
    ]
    assert [share.percent for share in found.documents] == [100, 0, 100]
