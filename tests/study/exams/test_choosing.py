"""What an exam is drawn from, whether it is timed, and what a tutor says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.exams.clock import ENDLESS_MS
from quiz.core.exams.record import Mark
from quiz.core.grading.grading import Response
from quiz.errors import QuizError
from quiz.study.common.wish import State, Wish
from quiz.study.common.workspace import Workspace
from quiz.study.exams.comparing import comparison_text, earlier, pace_text
from quiz.study.exams.exam import Exam, running
from quiz.study.exams.paper import goes_on
from quiz.study.exams.terms import ExamRequest, choice, terms
from quiz.study.exams.wording import terms_text, time_text
from tests.effort import times
from tests.plain.nine_types import SET, only, write_set
from tests.study.examining import World, answer_all, begun, index_of, sitting_at

TAGGED = (
    SET.replace("    stem: What makes", "    tags: [dough]\n    stem: What makes")
    .replace("    stem: What holds", "    tags: [dough]\n    stem: What holds")
    .replace("    stem: What does yeast", "    tags: [yeast]\n    stem: What does yeast")
)


@pytest.fixture
def tagged(tmp_path: Path, world: World) -> Iterator[Workspace]:
    with sitting_at(write_set(tmp_path / "set", TAGGED), tmp_path / "home", world) as workspace:
        yield workspace


def test_an_exam_is_drawn_from_what_was_chosen(tagged: Workspace) -> None:
    wish = Wish(tags=("dough",))
    exam = Exam.begin(tagged, ExamRequest(wish=wish))
    assert set(exam.paper) == {"bread/dough", "bread/gluten"}
    only(tagged, "dough").answer(Response(gave_up=True))
    missed = ExamRequest(wish=Wish(tags=("dough",), states=(State.MISSED,)))
    assert choice(tagged, missed).uids == ("bread/dough",)
    assert terms(tagged, missed).questions == 1


def test_so_many_of_each_that_is_chosen(tagged: Workspace) -> None:
    for seed in range(times(3, 30)):
        wish = Wish(tags=("dough", "yeast"))
        exam = Exam.begin(tagged, ExamRequest(wish=wish, each=1, seed=seed))
        assert len(exam.paper) == 2
        assert "bread/gas" in exam.paper
        exam.drop()


def test_nothing_chosen_is_no_exam(tagged: Workspace) -> None:
    with pytest.raises(QuizError, match="no question that an exam can ask"):
        Exam.begin(tagged, ExamRequest(wish=Wish(states=(State.FLAGGED,))))


def test_the_same_wish_goes_on_with_the_running_exam(tagged: Workspace) -> None:
    request = ExamRequest(("bread",), wish=Wish(tags=("dough",)), tutor=True)
    Exam.begin(tagged, request)
    record = running(tagged)
    assert record is not None
    assert goes_on(record, request)
    assert goes_on(record, ExamRequest())
    assert not goes_on(record, request._replace(wish=Wish(tags=("yeast",))))


def test_without_a_limit_time_is_never_over(workspace: Workspace, world: World) -> None:
    exam = Exam.begin(workspace, ExamRequest(minutes=0))
    world.wait(100_000)
    assert exam.remaining_ms == ENDLESS_MS
    assert exam.tick() is None
    assert "no time limit" in terms_text(exam.terms)
    answer_all(exam)
    result = exam.submit()
    assert time_text(result).endswith("used, no time limit")


def test_a_tutor_tells_each_verdict_which_then_stays(workspace: Workspace) -> None:
    exam = Exam.begin(workspace, ExamRequest(tutor=True))
    gas = index_of(exam, "gas")
    assert exam.tutor
    assert exam.decide(gas) is None
    exam.answer(gas, Response(("Salt",)))
    told = exam.decide(gas)
    assert told is not None
    assert told.grade.verdict == "wrong"
    assert told.evidence
    with pytest.raises(QuizError, match="verdict on this question is told"):
        exam.answer(gas, Response(("Gas",)))
    with pytest.raises(QuizError, match="verdict on this question is told"):
        exam.clear(gas)
    again = Exam.resume(workspace, exam.record)
    assert again.decided(gas)
    assert again.response(gas) == Response(("Salt",))
    result = again.submit()
    marks = {answer.question: answer.mark for answer in result.answers}
    assert marks["bread/gas"] is Mark.WRONG
    assert result.score.total == again.total
    assert len(list(workspace.history.reviews())) == 1


def test_an_exam_is_compared_with_those_before_over_the_same_sets(
    workspace: Workspace, world: World
) -> None:
    scores: list[float] = []
    for wrong in (["gas", "held"], ["gas"], []):
        world.wait(1)
        exam = begun(workspace)
        answer_all(exam, *wrong)
        result = exam.submit()
        before = earlier(workspace, result.record)
        assert before == tuple(scores)
        scores.append(result.score.percent)
    assert comparison_text((), 50) == ""
    text = comparison_text(earlier(workspace, result.record), result.score.percent)
    assert text == "12 points more than the last time: 75 → 87.5 → 100 %"
    assert comparison_text((80.0,), 80.0) == "As much as the last time: 80 → 80 %"


def test_the_pace_of_an_exam_names_what_took_longest(workspace: Workspace, world: World) -> None:
    exam = begun(workspace)
    exam.go(2)
    world.wait(2)
    answer_all(exam)
    result = exam.submit()
    assert pace_text(result) == "15 s a question; longest: question 3, 2 min 00 s"
