"""Exams as they are asked for, and answering: on disk at every step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.core.exams.record import Mark
from quiz.core.grading.grading import Response
from quiz.core.questions.question_set import ExamPlan
from quiz.errors import HistoryError, QuizError
from quiz.study.common.workspace import Workspace
from quiz.study.exams.exam import Exam
from quiz.study.exams.terms import ExamRequest, terms
from tests.plain.nine_types import SET, write_set
from tests.study.examining import (
    World,
    begun,
    index_of,
    partly,
    picture,
    reopened,
    right,
    sitting_at,
    wrong,
)


def with_exam(block: str) -> str:
    return SET.replace("questions:\n", f"exam:\n{block}questions:\n", 1)


@pytest.mark.parametrize(
    ("block", "request_", "expected"),
    [
        ("", ExamRequest(), ExamPlan(8, 12, 70)),
        ("", ExamRequest(questions=4), ExamPlan(4, 6, 70)),
        ("", ExamRequest(questions=3), ExamPlan(3, 5, 70)),
        ("", ExamRequest(questions=50), ExamPlan(8, 12, 70)),
        ("", ExamRequest(minutes=2, pass_percent=0.0), ExamPlan(8, 2, 0)),
        ("  questions: 4\n  minutes: 10\n  pass: 80%\n", ExamRequest(), ExamPlan(4, 10, 80)),
        ("  questions: 4\n  minutes: 10\n", ExamRequest(questions=2), ExamPlan(2, 5, 70)),
        ("  questions: 4\n  minutes: 10\n", ExamRequest(questions=8), ExamPlan(8, 20, 70)),
        ("  questions: 4\n  minutes: 10\n", ExamRequest(minutes=3), ExamPlan(4, 3, 70)),
        ("  questions: 9\n  minutes: 9\n", ExamRequest(), ExamPlan(8, 8, 70)),
        ("  pass: 55.5%\n", ExamRequest(), ExamPlan(8, 12, 55.5)),
        ("  near: asked\n", ExamRequest(), ExamPlan(8, 12, 70)),
        ("  near: wrong\n", ExamRequest(), ExamPlan(8, 12, 70, near_wrong=True)),
    ],
)
def test_an_exam_is_as_the_learner_asks_else_as_the_set_says(
    tmp_path: Path, world: World, block: str, request_: ExamRequest, expected: ExamPlan
) -> None:
    text = with_exam(block) if block else SET
    with sitting_at(write_set(tmp_path / "set", text), tmp_path / "home", world) as workspace:
        assert terms(workspace, request_) == expected


def test_several_sets_add_up_and_the_highest_pass_mark_holds(tmp_path: Path, world: World) -> None:
    folder = tmp_path / "sets"
    write_set(folder, with_exam("  questions: 4\n  minutes: 10\n  pass: 60%\n"), "a")
    block = with_exam("  questions: 2\n  minutes: 3\n  pass: 65%\n")
    write_set(folder, block.replace("id: bread\n", "id: cake\n", 1), "b")
    with sitting_at(folder, tmp_path / "home", world) as workspace:
        assert terms(workspace, ExamRequest()) == ExamPlan(6, 13, 65)
        assert terms(workspace, ExamRequest(("cake",))) == ExamPlan(2, 3, 65)
        exam = Exam.begin(workspace, ExamRequest(seed=1))
        assert exam.total == 6
        assert exam.record.title == "Baking bread and 1 more"


def test_open_questions_are_not_examined(tmp_path: Path, world: World) -> None:
    only_open = SET[: SET.index("  - id: gas")] + SET[SET.index("  - id: crust") :]
    set_file = write_set(tmp_path / "set", only_open)
    with sitting_at(set_file, tmp_path / "home", world) as workspace:
        assert terms(workspace, ExamRequest()).questions == 0
        with pytest.raises(QuizError, match=r"no question that an exam can ask.*open"):
            begun(workspace)


def test_the_same_seed_gives_the_same_exam(workspace: Workspace) -> None:
    def asked(seed: int) -> list[object]:
        exam = begun(workspace, seed, questions=5)
        return [(exam.paper[i], exam.presented(i).options) for i in range(exam.total)]

    assert asked(4) == asked(4)
    assert len({str(asked(seed)) for seed in range(6)}) == 6


def test_an_exam_shows_the_options_as_study_does(workspace: Workspace) -> None:
    from quiz.study.sitting.study import Study

    exam = begun(workspace, seed=9)
    presented = exam.presented(index_of(exam, "gas"))
    study = Study.begin(workspace, ("bread/gas",), title="", seed=9).presented
    assert study is not None
    assert presented.options == study.options
    assert (presented.place, presented.total) == (index_of(exam, "gas") + 1, 8)


def on_disk(tmp_path: Path, world: World) -> Exam:
    """What another program reads from the history now."""
    with sitting_at(tmp_path / "set" / "bread.yaml", tmp_path / "home", world) as other:
        return reopened(other)


def test_everything_is_on_disk_when_the_call_returns(
    tmp_path: Path, workspace: Workspace, world: World
) -> None:
    exam = begun(workspace)
    gas = index_of(exam, "gas")
    exam.answer(gas, Response(("Gas",)))
    assert on_disk(tmp_path, world).response(gas) == Response(("Gas",))
    exam.strike(gas, "Salt")
    assert on_disk(tmp_path, world).struck(gas) == ("Salt",)
    exam.flag(gas)
    assert on_disk(tmp_path, world).flagged == (gas,)
    exam.go(5)
    assert on_disk(tmp_path, world).place == 5
    exam.clear(gas)
    assert on_disk(tmp_path, world).response(gas) is None


def test_a_navigator_knows_each_question(workspace: Workspace) -> None:
    exam = begun(workspace)
    assert exam.state(0) == (False, False, True)
    assert exam.unanswered == tuple(range(8))
    exam.answer(2, Response(("x",)))
    assert exam.flag(2)
    exam.go(2)
    assert exam.state(2) == (True, True, True)
    assert exam.state(0) == (False, False, False)
    assert exam.unanswered == (0, 1, 3, 4, 5, 6, 7)
    assert not exam.flag(2)
    assert exam.flagged == ()


def test_an_answer_can_be_changed_and_taken_back(workspace: Workspace) -> None:
    exam = begun(workspace)
    exam.answer(0, Response(("one",)))
    exam.answer(0, Response(("two",)))
    assert exam.response(0) == Response(("two",))
    exam.answer(0, Response(("  ", "")))
    assert exam.response(0) is None
    exam.answer(0, Response(("three",)))
    exam.clear(0)
    assert exam.response(0) is None


def test_an_option_is_struck_out_and_back(workspace: Workspace) -> None:
    exam = begun(workspace)
    gas = index_of(exam, "gas")
    assert exam.strike(gas, "Salt")
    assert exam.strike(gas, "Water")
    assert not exam.strike(gas, "Salt")
    assert exam.struck(gas) == ("Water",)
    assert exam.response(gas) is None


def test_an_incomplete_answer_is_kept_and_what_is_missing_can_be_said(workspace: Workspace) -> None:
    exam = begun(workspace)
    roles = index_of(exam, "roles")
    half = Response(("Taste", ""))
    assert exam.complaint(roles, half) == "Give every left side a partner."
    exam.answer(roles, half)
    assert exam.response(roles) == half
    assert exam.submit().answers[roles].mark is Mark.PARTLY


Action = Callable[[Exam], object]
SCRIPT: tuple[Action, ...] = (
    lambda exam: exam.answer(0, right(exam.presented(0).question)),
    lambda exam: exam.go(3),
    lambda exam: exam.flag(3),
    lambda exam: exam.answer(3, wrong(exam.presented(3).question)),
    lambda exam: exam.strike(4, exam.presented(4).options[0] if exam.presented(4).options else "x"),
    lambda exam: exam.go(4),
    lambda exam: exam.answer(4, right(exam.presented(4).question)),
    lambda exam: exam.clear(0),
    lambda exam: exam.go(1),
    lambda exam: exam.answer(1, partly(exam.presented(1).question)),
)


def sat(folder: Path, *, killed_at: range) -> tuple[object, ...]:
    """The script with a minute between its steps; the program is killed before some of them."""
    world, home = World(), folder / "home"
    set_file = write_set(folder / "set")
    with sitting_at(set_file, home, world) as workspace:
        begun(workspace)
    step = 0
    while step < len(SCRIPT):
        with sitting_at(set_file, home, world) as workspace:
            exam = reopened(workspace)
            while step < len(SCRIPT):
                world.wait(1)
                SCRIPT[step](exam)
                step += 1
                if step in killed_at:
                    break
    with sitting_at(set_file, home, world) as workspace:
        return picture(reopened(workspace).submit())


@pytest.mark.parametrize("killed_at", [range(1, 11), range(3, 4), range(2, 10, 3)])
def test_an_exam_killed_on_the_way_ends_like_one_that_was_not(
    tmp_path: Path, killed_at: range
) -> None:
    untouched = sat(tmp_path / "one", killed_at=range(0))
    assert sat(tmp_path / "two", killed_at=killed_at) == untouched


def test_what_cannot_be_kept_has_not_happened(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    exam = begun(workspace)
    exam.answer(0, Response(("kept",)))

    def full(*_: object, **__: object) -> bool:
        raise HistoryError("the disk is full")

    monkeypatch.setattr(workspace.history, "keep_exam", full)
    for action in (
        lambda: exam.answer(0, Response(("lost",))),
        lambda: exam.flag(0),
        lambda: exam.strike(0, "x"),
        lambda: exam.go(4),
    ):
        with pytest.raises(HistoryError):
            action()
    assert exam.response(0) == Response(("kept",))
    assert (exam.state(0), exam.struck(0), exam.place) == ((True, False, True), (), 0)
