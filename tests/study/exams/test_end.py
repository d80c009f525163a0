"""Submitting an exam, what it does to the schedule, and sets that change meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.core.exams.record import Mark
from quiz.core.grading.grading import Response
from quiz.errors import QuizError
from quiz.study.common.workspace import Workspace
from quiz.study.exams.exam import ExamOverError, running
from quiz.study.exams.result import ExamResult, result_of
from tests.plain.nine_types import SET, write_set
from tests.study.examining import (
    MINUTE,
    World,
    answer_all,
    begun,
    index_of,
    partly,
    picture,
    reopened,
    right,
    sitting_at,
)


def memories(workspace: Workspace) -> dict[str, int]:
    return {uid.partition("/")[2]: m.memory.due for uid, m in workspace.history.memories().items()}


def test_what_was_wrong_comes_up_for_study_and_what_was_right_moves_nothing(
    workspace: Workspace,
) -> None:
    exam = begun(workspace)
    dough = index_of(exam, "dough")
    exam.answer(dough, partly(exam.presented(dough).question))
    exam.answer(index_of(exam, "held"), Response(("true",)))
    exam.answer(index_of(exam, "gas"), Response(("Gas",)))
    exam.submit()
    assert memories(workspace) == {"dough": workspace.today, "held": workspace.today}
    reviews = workspace.history.reviews_of(exam.record.uid)
    assert {(r.question, r.verdict, r.rating, r.scheduled) for r in reviews} == {
        ("bread/dough", "partly", 1, True),
        ("bread/held", "wrong", 1, True),
        ("bread/gas", "correct", 3, False),
    }
    assert {review.confidence for review in reviews} == {"unmarked"}


def test_a_right_answer_moves_what_is_due_and_only_that(workspace: Workspace, world: World) -> None:
    from tests.plain.nine_types import only

    for name, given in (("gas", "Gas"), ("held", "false")):
        only(workspace, name).answer(Response((given,)))
    due = memories(workspace)
    world.wait(60 * 24)
    only(workspace, "held").answer(Response(("false",)))
    later = memories(workspace)["held"]
    world.wait(60 * 24 * (due["gas"] - workspace.today))
    assert workspace.today < later
    answer_all(exam := begun(workspace))
    result = exam.submit()
    moved = memories(workspace)
    assert moved["gas"] > due["gas"]
    assert moved["held"] == later
    assert set(moved) == {"gas", "held"}
    assert schedule(result, "gas").startswith("next in ")
    assert schedule(result, "held") == "the schedule stays as it is"


def schedule(result: ExamResult, name: str) -> str:
    index = next(i for i, a in enumerate(result.answers) if a.question == f"bread/{name}")
    feedback = result.feedback(index)
    assert feedback is not None
    return feedback.schedule


def test_submitting_twice_gives_one_result_and_one_set_of_reviews(workspace: Workspace) -> None:
    first = begun(workspace)
    second = reopened(workspace)
    answer_all(first, "held")
    one, other = first.submit(), second.submit()
    assert picture(one) == picture(other) == picture(first.submit())
    assert len(workspace.history.reviews_of(first.record.uid)) == 8
    assert running(workspace) is None


def test_an_exam_ended_in_another_window_takes_nothing_more(
    workspace: Workspace, world: World
) -> None:
    first = begun(workspace)
    second = reopened(workspace)
    first.submit()
    with pytest.raises(ExamOverError, match="another window"):
        second.answer(0, Response(("x",)))
    assert second.response(0) is None
    world.wait(1)
    with pytest.raises(ExamOverError, match="another window"):
        second.tick()


def test_a_dropped_exam_has_no_result_and_leaves_no_trace(workspace: Workspace) -> None:
    exam = begun(workspace)
    answer_all(exam, "held")
    exam.drop()
    with pytest.raises(ExamOverError, match="dropped"):
        exam.submit()
    assert workspace.history.exams() == []
    assert memories(workspace) == {}
    assert list(workspace.history.reviews()) == []


def test_an_exam_whose_time_ran_out_while_closed_belongs_to_that_day(
    workspace: Workspace, world: World
) -> None:
    exam = begun(workspace, minutes=12)
    day, started = workspace.today, workspace.now_ms()
    exam.answer(index_of(exam, "held"), Response(("true",)))
    world.wait(60 * 24 * 5)
    exam = reopened(workspace)
    assert exam.time_out
    result = exam.submit()
    reviews = workspace.history.reviews_of(exam.record.uid)
    assert [(r.day, r.at_ms) for r in reviews] == [(day, started + 12 * MINUTE)]
    assert result.elapsed_ms == 12 * MINUTE
    assert result.record.finished_ms == workspace.now_ms()
    assert schedule(result, "held") == "due for study today"


def test_a_near_miss_is_not_right_as_nobody_judges_in_an_exam(workspace: Workspace) -> None:
    exam = begun(workspace)
    gluten = index_of(exam, "gluten")
    exam.answer(gluten, Response(("glutten",)))
    assert exam.submit().answers[gluten].mark is Mark.WRONG


def test_a_question_that_vanishes_during_the_exam_does_not_count(
    tmp_path: Path, world: World
) -> None:
    home = tmp_path / "home"
    with sitting_at(write_set(tmp_path / "set"), home, world) as workspace:
        exam = begun(workspace)
        answer_all(exam, "held")
        exam.go(exam.total - 1)
        last = exam.paper[-1]
    name = last.partition("/")[2]
    start = SET.index(f"  - id: {name}\n")
    text = SET[:start] + SET[SET.index("  - id:", start + 5) :]
    with sitting_at(write_set(tmp_path / "set", text), home, world) as workspace:
        exam = reopened(workspace)
        assert exam.lost == (last,)
        assert (exam.total, exam.place) == (7, 0)
        result = exam.submit()
        assert result.lost == (last,)
        assert (result.score.total, result.score.right) == (7, 6)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (SET.replace("id: bread\n", "id: cake\n", 1), "asks the set bread, which is not here"),
        (SET.replace("type: cloze", "type: close"), "set bread is broken: .*bread.yaml:"),
        (SET[: SET.index("  - id: gas")] + SET[SET.index("  - id: crust") :], "exists any more"),
    ],
)
def test_an_exam_without_its_set_is_refused_and_waits(
    tmp_path: Path, world: World, text: str, message: str
) -> None:
    home = tmp_path / "home"
    set_file = write_set(tmp_path / "set")
    with sitting_at(set_file, home, world) as workspace:
        exam = begun(workspace)
        exam.answer(0, right(exam.presented(0).question))
    with sitting_at(write_set(tmp_path / "set", text), home, world) as workspace:
        with pytest.raises(QuizError, match=message) as error:
            reopened(workspace)
        assert f"quiz exam {set_file}" in (error.value.hint or "")
        assert "--fresh" in (error.value.hint or "")
    with sitting_at(write_set(tmp_path / "set"), home, world) as workspace:
        assert reopened(workspace).response(0) is not None


def test_an_exam_can_be_looked_at_again_whatever_became_of_the_set(
    tmp_path: Path, world: World
) -> None:
    home = tmp_path / "home"
    with sitting_at(write_set(tmp_path / "set"), home, world) as workspace:
        exam = begun(workspace)
        answer_all(exam, "held")
        before = exam.submit().score
    gone = SET[: SET.index("  - id: dough")] + SET[SET.index("  - id: held") :]
    changed = gone.replace("answer: Gas\n", "answer: Carbon dioxide\n")
    with sitting_at(write_set(tmp_path / "set", changed), home, world) as workspace:
        found = workspace.history.exams()[0]
        result = result_of(workspace, found.record)
        assert result.score == before
        assert found.score.right == before.right == 7
        by_name = {a.question.partition("/")[2]: i for i, a in enumerate(result.answers)}
        assert result.feedback(by_name["dough"]) is None
        gas = result.feedback(by_name["gas"])
        assert gas is not None
        assert gas.grade.verdict == "correct", "the mark of that day holds"
        assert gas.schedule == "its answer was changed after this exam"
