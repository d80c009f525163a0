"""What a submitted exam says, and studying what it showed."""

from __future__ import annotations

import pytest

from quiz.core.exams.score import ExamScore
from quiz.core.grading.grading import Response
from quiz.core.memory.records import STUDY
from quiz.study.common.evidence import Role
from quiz.study.common.presented import Feedback
from quiz.study.common.request import Request
from quiz.study.common.workspace import Workspace
from quiz.study.exams.exam import Exam
from quiz.study.exams.result import ExamResult, result_of, retry
from quiz.study.exams.wording import (
    clock_text,
    counts_text,
    left_text,
    outcome_text,
    percent_text,
    spent_text,
    terms_text,
)
from quiz.study.sitting.plan import plan
from quiz.study.sitting.wording import given_text, reason_lines, verdict_line
from tests.study.examining import MINUTE, World, answer_all, begun, index_of


def submitted(workspace: Workspace, *missed: str, cleared: str = "") -> tuple[Exam, ExamResult]:
    exam = begun(workspace)
    answer_all(exam, *missed)
    if cleared:
        exam.clear(index_of(exam, cleared))
    return exam, exam.submit()


def feedback(exam: Exam, result: ExamResult, name: str) -> Feedback:
    found = result.feedback(index_of(exam, name))
    assert found is not None
    return found


def test_each_question_comes_with_verdict_reasons_and_passages(workspace: Workspace) -> None:
    exam = begun(workspace)
    exam.answer(index_of(exam, "gas"), Response(("Salt",)))
    result = exam.submit()
    gas = feedback(exam, result, "gas")
    assert verdict_line(gas).text == "Wrong"
    assert [line.text for line in reason_lines(gas)] == [
        "Salt is added, not made.",
        "Yeast feeds on sugar.",
    ]
    assert [item.role for item in gas.evidence] == [Role.PROOF, Role.REFUTES]
    assert all(item.passage for item in gas.evidence)
    assert gas.presented.options == exam.presented(index_of(exam, "gas")).options
    assert not gas.can_be_easier


def test_an_unanswered_question_says_so_and_shows_its_answer(workspace: Workspace) -> None:
    exam, result = submitted(workspace, cleared="gas")
    line = verdict_line(feedback(exam, result, "gas"))
    assert (line.label, line.text) == ("○", "Not answered")
    assert feedback(exam, result, "gas").schedule == "the schedule stays as it is"


def test_retrying_studies_what_was_missed_and_nothing_else(workspace: Workspace) -> None:
    _, result = submitted(workspace, "held", "rest", cleared="gas")
    study = retry(workspace, result)
    assert study is not None
    assert set(study.session.plan) == {"bread/held", "bread/rest", "bread/gas"}
    assert study.record.kind == STUDY
    assert workspace.history.unfinished() == study.record


def test_an_exam_without_a_clock_took_as_long_as_its_questions(
    workspace: Workspace, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    exam = begun(workspace)
    world.wait(2)
    exam.go(3)
    world.wait(1)
    record = exam.submit().record
    monkeypatch.setattr(workspace.history, "exam_mark", lambda _: None)
    assert result_of(workspace, record).elapsed_ms == 3 * MINUTE


def test_there_is_nothing_to_retry_after_a_perfect_exam(workspace: Workspace) -> None:
    _, result = submitted(workspace)
    assert result.score.passed
    assert result.missed == ()
    assert retry(workspace, result) is None


def test_what_was_missed_is_due_in_the_next_session_of_study(workspace: Workspace) -> None:
    submitted(workspace, "held")
    assert plan(workspace, Request(new=0)) == ("bread/held",)


@pytest.mark.parametrize(
    ("milliseconds", "text"),
    [
        (0, "0:00"),
        (-5, "0:00"),
        (1, "0:01"),
        (59_001, "1:00"),
        (60_000, "1:00"),
        (754_000, "12:34"),
        (3_600_000, "1:00:00"),
        (3_725_000, "1:02:05"),
    ],
)
def test_a_clock_shows_begun_seconds_whole(milliseconds: int, text: str) -> None:
    assert clock_text(milliseconds) == text


@pytest.mark.parametrize(
    ("percent", "text"),
    [
        (0, "0 %"),
        (100, "100 %"),
        (69.99, "69.9 %"),
        (200 / 3, "66.6 %"),
        (70.0, "70 %"),
        (28.7, "28.7 %"),
    ],
)
def test_a_score_is_rounded_down(percent: float, text: str) -> None:
    assert percent_text(percent) == text


def test_the_outcome_in_words(workspace: Workspace) -> None:
    score = ExamScore(13, 2, 4, 1, 14.5, 70)
    assert outcome_text(score) == "Not passed: 13 of 20, 65 % (70 % needed)"
    assert counts_text(score) == (
        "13 right, 2 partly right, 4 wrong, 1 not answered (counted by parts: 14.5 of 20)"
    )
    assert outcome_text(ExamScore(1, 0, 0, 0, 1, 70)) == "Passed: 1 of 1, 100 % (70 % needed)"
    assert counts_text(ExamScore(1, 0, 0, 0, 1, 70)) == "1 right"
    assert terms_text(begun(workspace, minutes=1).terms) == "8 questions, 1 minute, 70 % to pass"
    assert (left_text(1), left_text(5)) == ("1 minute left.", "5 minutes left.")
    assert (spent_text(45_900), spent_text(125_000)) == ("45 s", "2 min 05 s")


@pytest.mark.parametrize(
    ("name", "given", "text"),
    [
        ("held", ("true",), "True"),
        ("roles", ("Taste", "Gas"), "Salt → Taste; Yeast → Gas"),
        ("roles", ("", "Gas"), "Yeast → Gas"),
        ("cloze", ("Yeast", ""), "Yeast; …"),
        ("steps", ("Bake it", "Heat the oven"), "Bake it; Heat the oven"),
    ],
)
def test_a_response_on_one_line(
    workspace: Workspace, name: str, given: tuple[str, ...], text: str
) -> None:
    exam = begun(workspace)
    assert given_text(exam.presented(index_of(exam, name)), Response(given)) == text
