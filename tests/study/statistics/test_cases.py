"""Figures of histories told by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quiz.core.memory.rates import Rate
from quiz.store.settings.settings import Settings
from quiz.study.statistics.certainty import certainty_figures
from quiz.study.statistics.exams import exam_figures
from quiz.study.statistics.memory import memory_figures
from quiz.study.statistics.recall import ranked, recall_figures
from quiz.study.statistics.retention import month_names, retention_figures
from quiz.study.statistics.scope import Scope
from quiz.study.statistics.sections import section_figures
from quiz.study.statistics.today import today_figures
from quiz.study.statistics.what_if import Scoring, exam_day
from tests.study.lived import LAST, Event, live, workspace_at

SINCE = LAST - 364


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def test_an_empty_history_has_no_figures(folder: Path) -> None:
    with workspace_at(folder) as workspace:
        scope = Scope(workspace)
        assert today_figures(scope).minutes is None
        assert retention_figures(scope).all.share is None
        assert recall_figures(scope).kinds == ()
        assert section_figures(scope).sections == ()
        assert memory_figures(scope).problems == 0
        assert certainty_figures(scope).marked == 0
        assert exam_figures(scope).exams == ()


def test_an_answer_by_a_clock_set_back_makes_nothing_known(folder: Path) -> None:
    events = [Event("stones/old", 0, True), Event("stones/old", -5, True)]
    with workspace_at(folder) as workspace:
        live(workspace, events)
        assert retention_figures(Scope(workspace)).all == Rate()
        assert workspace.history.retention(SINCE) == (0, 0)


def test_wrong_answers_in_exams_do_not_lower_retention(folder: Path) -> None:
    events = [Event("stones/old", 0, True)]
    events += [Event("stones/old", 30, right, exam=True) for right in (False, True)]
    with workspace_at(folder) as workspace:
        live(workspace, events)
        assert retention_figures(Scope(workspace)).all == Rate()
        assert Scoring(Scope(workspace)).correction.answers == 2


def test_never_asked_questions_go_by_first_tries_when_there_are_enough(folder: Path) -> None:
    with workspace_at(folder) as workspace:
        scoring = Scoring(Scope(workspace))
        scoring._tries = {"true-false": Rate(18, 20), "numeric": Rate(0, 1)}
        unseen = scoring.what_if(workspace.library.entry("stones"), LAST).unseen
        assert {(one.kind, one.questions) for one in unseen} == {("true-false", 2), ("", 2)}
        assert {one.tries for one in unseen} == {Rate(18, 20), Rate(18, 21)}


def test_an_exam_block_says_how_many_questions_and_what_is_needed(folder: Path) -> None:
    with workspace_at(folder) as workspace:
        found = Scoring(Scope(workspace)).what_if(workspace.library.entry("rains"), LAST + 3)
        assert (found.drawn, found.needed, found.day) == (1, 60, LAST + 3)
        assert found.course[0][0] == LAST


def test_the_day_of_an_exam_is_what_the_learner_set_unless_it_is_over(folder: Path) -> None:
    dates = {"stones": date.fromordinal(LAST + 40), "rains": date.fromordinal(LAST - 1)}
    with workspace_at(folder, Settings(exam_dates=dates)) as workspace:
        scope = Scope(workspace)
        assert exam_day(scope, "stones") == LAST + 40
        assert exam_day(scope, "rains") == LAST + 7
        assert exam_day(scope, "other") == LAST + 7


def test_months_begin_anew_with_the_year() -> None:
    names = month_names(date(2024, 2, 29).toordinal())
    assert names[0] == "2023-03"
    assert names[-3:] == ("2023-12", "2024-01", "2024-02")


def test_many_wrong_answers_come_before_one() -> None:
    rows = ranked([("one", "", Rate(0, 1)), ("many", "", Rate(20, 60)), ("good", "", Rate(60, 60))])
    assert [row.name for row in rows] == ["many", "one", "good"]


def test_an_exam_keeps_its_score_and_says_whether_it_was_passed(folder: Path) -> None:
    first = [Event("stones/old", 0, True, exam=True), Event("rains/down", 0, True, exam=True)]
    second = [Event("stones/old", 9, False, exam=True), Event("stones/dark", 0, True, exam=True)]
    with workspace_at(folder) as workspace:
        live(workspace, [*first, *second])
        found = exam_figures(Scope(workspace))
        assert [(e.day, e.score, e.passed) for e in found.exams] == [
            (LAST - 9, Rate(2, 2), True),
            (LAST, Rate(1, 2), False),
        ]
        assert found.passed == Rate(1, 2)
        assert len(exam_figures(Scope(workspace, ("rains",))).exams) == 1
