"""What is set aside is in no exam."""

from __future__ import annotations

from quiz.study.common.set_aside import Aside, set_aside
from quiz.study.common.workspace import Workspace
from quiz.study.exams.begin import keep_new_exam
from quiz.study.exams.terms import ExamRequest, terms


def test_what_is_set_aside_is_not_examined(workspace: Workspace) -> None:
    before = terms(workspace, ExamRequest())
    everything = keep_new_exam(workspace, ExamRequest(questions=999)).plan
    gone = everything[0]
    set_aside(workspace, gone, Aside.FOR_GOOD)
    record = keep_new_exam(workspace, ExamRequest(questions=999))
    assert gone not in record.plan
    assert len(record.plan) == len(everything) - 1
    assert terms(workspace, ExamRequest()).questions <= before.questions
