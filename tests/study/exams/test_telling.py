"""No paper asks two questions that give each other away, as long as there are others."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.study.exams.exam import Exam
from quiz.study.exams.terms import ExamRequest
from tests.plain.nine_types import write_set
from tests.study.examining import World, sitting_at

SET = """\
id: atoms
title: Atoms
documents:
  bread: documents/bread.txt
questions:
"""
QUESTION = """\
  - id: {id}
    type: short-answer
    stem: {stem}
    answer: {answer}
    explanation: {explanation}
    sources:
      - {{document: bread, exact: Yeast turns sugar into gas.}}
"""
ASKED = QUESTION.format(
    id="asked",
    stem="Who discovered the splitting of uranium atoms?",
    answer="Otto Hahn",
    explanation="He did it in Berlin.",
)
TELLS = QUESTION.format(
    id="tells",
    stem="How was it received?",
    answer="with surprise",
    explanation="The splitting of uranium by Otto Hahn surprised everybody.",
)
OTHER = QUESTION.format(
    id="other", stem="What rises?", answer="the dough", explanation="Gas lifts it."
)


def paper_of(folder: Path, text: str, seed: int) -> Exam:
    path = write_set(folder / "set", text)
    with sitting_at(path, folder / "home", World()) as workspace:
        return Exam.begin(workspace, ExamRequest(questions=2, seed=seed))


@pytest.mark.parametrize("seed", range(6))
def test_one_of_two_questions_that_tell_each_other_is_left_out(tmp_path: Path, seed: int) -> None:
    exam = paper_of(tmp_path, SET + ASKED + TELLS + OTHER, seed)
    assert not {"atoms/asked", "atoms/tells"} <= set(exam.paper)
    assert exam.told == 0


def test_without_others_both_are_asked_and_that_is_said(tmp_path: Path) -> None:
    exam = paper_of(tmp_path, SET + ASKED + TELLS, 1)
    assert set(exam.paper) == {"atoms/asked", "atoms/tells"}
    assert exam.told == 2
