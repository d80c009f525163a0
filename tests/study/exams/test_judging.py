"""Near misses of an exam are asked about after it, once, and never lost."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from quiz.core.exams.record import Mark
from quiz.core.grading.grading import Response
from quiz.core.memory.records import Review
from quiz.core.memory.scheduling import Rating
from quiz.errors import HistoryError
from quiz.store.history.history import History
from quiz.study.common.workspace import Workspace
from quiz.study.exams.exam import Exam
from quiz.study.exams.judging import NearMiss, judge, near_misses, take_back
from quiz.study.exams.result import ExamResult, Near, result_of
from quiz.study.exams.wording import head_text, near_text, terms_text
from tests.plain.nine_types import SET, write_set
from tests.study.examining import World, answer_all, begun, index_of, sitting_at
from tests.study.exams.test_exam import with_exam


def submitted(workspace: Workspace, **given: tuple[str, ...]) -> tuple[Exam, ExamResult]:
    """An exam in which all is right but what is given otherwise, submitted."""
    exam = begun(workspace)
    answer_all(exam)
    for name, texts in given.items():
        exam.answer(index_of(exam, name), Response(texts))
    return exam, exam.submit()


def only_miss(result: ExamResult) -> NearMiss:
    [miss] = near_misses(result)
    return miss


def looked_at_again(result: ExamResult) -> ExamResult:
    """The result as another program reads it."""
    return result_of(result.workspace, result.record)


def reviews(result: ExamResult, name: str) -> list[Review]:
    kept = result.workspace.history.reviews_of(result.record.uid)
    return [review for review in kept if review.question == f"bread/{name}"]


def test_a_near_miss_counts_if_the_learner_says_so_and_is_marked_as_such(
    workspace: Workspace,
) -> None:
    exam, result = submitted(workspace, gluten=("glutten",))
    at = index_of(exam, "gluten")
    assert (result.score.right, result.score.wrong, result.near(at)) == (7, 1, Near.OPEN)
    assert "near miss, not decided yet" in head_text(result, at)
    assert near_text(result) == "1 near miss not decided yet, asked again at the next look"
    assert judge(result, only_miss(result), [True])
    for seen in (result, looked_at_again(result)):
        assert (seen.score.right, seen.score.wrong, seen.near(at)) == (8, 0, Near.COUNTED)
        assert (seen.answers[at].mark, seen.answers[at].credit) == (Mark.CORRECT, 1.0)
        assert seen.missed == ()
        assert "near miss, counted by you" in head_text(seen, at)
        assert near_text(seen) == "1 near miss counted as right by you"
        assert not list(near_misses(seen))
    [listed] = workspace.history.exams()
    assert listed.score.right == 8


def test_its_review_becomes_what_it_would_have_been_at_once(
    workspace: Workspace, world: World
) -> None:
    _, result = submitted(workspace, gluten=("glutten",))
    [before] = reviews(result, "gluten")
    key = before.key_hash
    assert (before.rating, before.scheduled) == (Rating.AGAIN, True)
    assert workspace.history.memory("bread/gluten", key) is not None
    world.wait(3)
    judge(result, only_miss(result), [True])
    [after] = reviews(result, "gluten")
    assert (after.verdict, after.rating, after.scheduled) == ("correct", Rating.GOOD, False)
    assert (after.at_ms, after.day, after.attempt) == (before.at_ms, before.day, 0)
    assert '"judged": [true]' in after.response
    assert workspace.history.memory("bread/gluten", key) is None
    assert workspace.history.verify() == []
    assert workspace.history.refused() == []


def test_refused_it_stays_wrong_with_its_review_and_is_not_asked_again(
    workspace: Workspace,
) -> None:
    exam, result = submitted(workspace, gluten=("glutten",))
    before = reviews(result, "gluten")
    assert judge(result, only_miss(result), [False])
    seen = looked_at_again(result)
    assert (seen.score.wrong, seen.near(index_of(exam, "gluten"))) == (1, Near.REFUSED)
    assert reviews(result, "gluten") == before
    assert not list(near_misses(seen))


@pytest.mark.parametrize("said", [True, False])
def test_what_was_said_can_be_taken_back_and_waits_again(workspace: Workspace, said: bool) -> None:
    exam, result = submitted(workspace, gluten=("glutten",))
    miss, at = only_miss(result), index_of(exam, "gluten")
    [before] = reviews(result, "gluten")
    judge(result, miss, [said])
    assert take_back(result, miss)
    for seen in (result, looked_at_again(result)):
        assert (seen.score.right, seen.score.wrong, seen.near(at)) == (7, 1, Near.OPEN)
    [after] = reviews(result, "gluten")
    assert (after.rating, after.verdict) == (before.rating, before.verdict)
    assert judge(result, only_miss(result), [True])
    assert result.score.right == 8
    assert workspace.history.verify() == []


def test_one_gap_of_two_makes_it_right_in_part(workspace: Workspace) -> None:
    exam, result = submitted(workspace, cloze=("Yaest", "suger"))
    miss = only_miss(result)
    assert miss.judgement.parts == (0, 1)
    judge(result, miss, [True, False])
    answer = result.answers[index_of(exam, "cloze")]
    assert (answer.mark, answer.credit) == (Mark.PARTLY, 0.5)
    assert [review.verdict for review in reviews(result, "cloze")] == ["partly"]


def test_two_windows_decide_once(workspace: Workspace) -> None:
    _, result = submitted(workspace, gluten=("glutten",))
    other = looked_at_again(result)
    miss = only_miss(other)
    assert judge(result, only_miss(result), [True])
    assert not judge(other, miss, [False])
    assert other.score.right == 8
    assert len(reviews(result, "gluten")) == 1


def test_submitting_again_changes_nothing_of_what_was_decided(workspace: Workspace) -> None:
    exam, result = submitted(workspace, gluten=("glutten",))
    judge(result, only_miss(result), [True])
    again = exam.submit()
    assert again.score.right == 8
    assert not list(near_misses(again))


def test_killed_before_the_question_it_is_asked_at_the_next_look(
    tmp_path: Path, world: World
) -> None:
    set_file = write_set(tmp_path / "set")
    with sitting_at(set_file, tmp_path / "home", world) as workspace:
        submitted(workspace, gluten=("glutten",))
    world.wait(3000)
    with sitting_at(set_file, tmp_path / "home", world) as workspace:
        [kept] = workspace.history.exams()
        result = result_of(workspace, kept.record)
        assert judge(result, only_miss(result), [True])
        assert workspace.history.exams()[0].score.right == 8


def test_what_cannot_be_kept_is_asked_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, result = submitted(workspace, gluten=("glutten",))

    def full(*_: object) -> None:
        raise HistoryError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("quiz.store.history.tables.exams.insert_review", full)
        with pytest.raises(HistoryError):
            judge(result, only_miss(result), [True])
    assert only_miss(looked_at_again(result)) == only_miss(result)
    assert len(reviews(result, "gluten")) == 1


def test_where_spelling_counts_nothing_is_asked(tmp_path: Path, world: World) -> None:
    set_file = write_set(tmp_path / "set", with_exam("  near: wrong\n"))
    with sitting_at(set_file, tmp_path / "home", world) as workspace:
        exam, result = submitted(workspace, gluten=("glutten",))
        assert exam.terms.near_wrong
        assert terms_text(exam.terms).endswith("to pass, spelling counts")
        assert (result.score.wrong, list(near_misses(result))) == (1, [])
        assert result.near(index_of(exam, "gluten")) is Near.NONE


def test_an_exam_from_before_this_was_asked_stays_as_it_is(workspace: Workspace) -> None:
    _, result = submitted(workspace, gluten=("glutten",))
    options = {k: v for k, v in result.record.options.items() if k != "near"}
    result = dataclasses.replace(result, record=result.record._replace(options=options), _seen={})
    assert not list(near_misses(result))


def test_of_an_answer_that_was_changed_since_nothing_is_asked(tmp_path: Path, world: World) -> None:
    set_file = write_set(tmp_path / "set")
    with sitting_at(set_file, tmp_path / "home", world) as workspace:
        _, result = submitted(workspace, gluten=("glutten",))
        write_set(tmp_path / "set", SET.replace("answer: gluten", "answer: glutens"))
        workspace.library.reload("bread")
        assert not list(near_misses(looked_at_again(result)))


def test_a_history_takes_only_what_is_still_as_it_was_seen(workspace: Workspace) -> None:
    _, result = submitted(workspace, gluten=("glutten",))
    answer = next(a for a in result.answers if a.question == "bread/gluten")
    stale, history = answer._replace(response="{}"), workspace.history
    assert isinstance(history, History)
    uid = result.record.uid
    assert not history.judge_exam(uid, stale, answer._replace(mark=Mark.CORRECT), 0, lambda r: r)
    assert history.exam_answers(uid)["bread/gluten"] == answer
