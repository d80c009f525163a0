"""Earlier answers, reasons for options, and a tutor's verdicts, in lines."""

from __future__ import annotations

from quiz.study.common.workspace import Workspace
from quiz.study.exams.exam import Exam
from quiz.study.exams.terms import ExamRequest
from tests.plain.nine_types import begin_all, hold, only
from tests.plain.test_exam import hold as examine


def rows(workspace: Workspace) -> int:
    return len(list(workspace.history.reviews()))


def test_why_tells_each_option_or_one_with_its_passage(workspace: Workspace) -> None:
    study = begin_all(workspace)
    while study.presented is not None and study.presented.question.id != "gas":
        hold(study, ":k\n:q\n")
    said = hold(study, ":k\n:why\n:q\n")
    assert "Salt, wrong: Salt is added, not made." in said
    assert "“salt gives it taste”" in said
    assert "Gas, right: " in said
    assert "and a number from 1 to 3" in hold(study, ":why 9\n:q\n")


def test_back_shows_earlier_answers_and_changes_nothing(workspace: Workspace) -> None:
    study = begin_all(workspace)
    assert "Nothing is answered yet in this session." in hold(study, ":back\n:q\n")
    hold(study, ":k\n:k\n:q\n")
    here, before = study.presented, rows(workspace)
    said = hold(study, ":back\n:back 2\n:back 3\n:q\n")
    assert "Answer 2 of 2 · " in said
    assert "Answer 1 of 2 · " in said
    assert "Type :back and a number from 1 to 2; 1 is the last answer." in said
    assert (study.presented, rows(workspace)) == (here, before)


def test_a_near_miss_is_judged_after_its_passage(workspace: Workspace) -> None:
    said = hold(only(workspace, "gluten"), "glutten\ny\n")
    assert said.index("Source: ") < said.index("Does it count?")


def test_a_tutor_tells_each_verdict_in_lines(workspace: Workspace) -> None:
    exam = Exam.begin(workspace, ExamRequest(minutes=0, tutor=True))
    exam.go(next(i for i, uid in enumerate(exam.paper) if uid == "bread/gas"))
    salt = exam.presented(exam.place).options.index("Salt") + 1
    said = examine(exam, f"{salt}\n:back\n1\n:q\n")
    assert "The verdicts come after each answer." in said
    assert "Wrong.\n" in said
    assert "Its verdict is told, so the answer stays as it is." in said
    assert "there is no time limit; go on with `quiz exam`." in said
