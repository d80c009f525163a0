"""What is set aside is not asked: whatever is asked for, in whatever order things happen."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.grading.grading import Response
from quiz.errors import QuizError
from quiz.study.common.request import Request
from quiz.study.common.set_aside import Aside, resting, set_aside
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.begin import begin, begin_aside, begin_over
from quiz.study.sitting.plan import plan
from quiz.study.sitting.study import Study
from quiz.study.today.overview import overview, set_rows
from quiz.study.today.reminder import reminder
from tests.effort import examples
from tests.plain.nine_types import Clock, begin_all, workspace_over, write_set

IDS = ["gas", "dough", "held", "gluten", "rest", "cloze", "roles", "steps", "crust"]
UIDS = [f"bread/{name}" for name in IDS]
ANY = [
    Request(),
    Request(all=True),
    Request(cram=True),
    Request(wrong=True),
    Request(new=9),
    Request(sets=("bread",), all=True),
]


def give_up(study: Study) -> None:
    study.answer(Response(gave_up=True))
    study.go_on()


@settings(max_examples=examples(30), deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 8)), max_size=12), st.integers(0, 9))
def test_what_is_set_aside_is_never_asked(steps: list[tuple[int, int]], seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, clock = Path(name), Clock()
        with workspace_over(write_set(folder / "sets"), folder / "home", clock) as workspace:
            happen(workspace, clock, steps, random.Random(seed))
            aside = set(resting(workspace))
            for request in ANY:
                assert not aside & set(plan(workspace, request)), request
            if len(aside) < len(UIDS):
                assert not aside & set(begin_over(workspace, tuple(UIDS)).session.plan)
                beside = begin_aside(workspace, tuple(UIDS), title="")
                assert not aside & set(beside.session.plan)
            (row,) = set_rows(workspace)
            due = [uid for uid in plan(workspace, Request(new=0, limit=0)) if uid not in aside]
            assert row.due == len(due)
            assert row.new == len(plan(workspace, Request(new=99))) - len(due)


def happen(
    workspace: Workspace, clock: Clock, steps: list[tuple[int, int]], chance: random.Random
) -> None:
    """Answer, set aside, bring back and let days pass, in any order."""
    for kind, number in steps:
        if kind == 0:
            study = begin(workspace, Request(all=True, limit=number + 1, seed=3))
            while study is not None and study.session.current and chance.random() < 0.8:
                give_up(study)
        elif kind == 1:
            clock.pass_days(number)
        else:
            set_aside(workspace, UIDS[number], chance.choice(list(Aside)))


@pytest.mark.parametrize("how", [Aside.TODAY, Aside.FOR_GOOD])
def test_the_question_on_screen_leaves_the_session_at_once(
    workspace: Workspace, how: Aside
) -> None:
    study = begin_all(workspace)
    uid = study.current_uid
    assert study.set_aside(how)
    assert study.current_uid != uid
    assert study.session.place == 1
    record = workspace.history.unfinished()
    assert record is not None
    assert uid not in Study.resume(workspace, record).session.plan


def test_after_the_verdict_it_does_not_return_in_this_session(workspace: Workspace) -> None:
    study = begin_all(workspace)
    study.answer(Response(gave_up=True))
    uid = study.current_uid
    study.set_aside(Aside.FOR_GOOD)
    asked = []
    while study.go_on() is not None:
        asked.append(study.current_uid)
        study.answer(Response(gave_up=True))
        if len(asked) > 50:
            break
    assert uid not in asked
    assert study.undo()


def test_what_is_not_wanted_today_comes_tomorrow(tmp_path: Path) -> None:
    clock = Clock()
    with workspace_over(write_set(tmp_path / "sets"), tmp_path / "home", clock) as workspace:
        give_up(begin_all(workspace))
        study = begin(workspace, Request(wrong=True))
        assert study is not None
        uid = study.current_uid
        set_aside(workspace, uid, Aside.TODAY)
        assert reminder(workspace).due == 0
        clock.pass_days(1)
        assert reminder(workspace).due == 1
        set_aside(workspace, uid, Aside.FOR_GOOD)
        assert (reminder(workspace).due, overview(workspace).new) == (0, 8)
        set_aside(workspace, uid, Aside.BACK)
        assert reminder(workspace).due == 1


def test_one_that_is_asked_for_by_itself_is_asked(workspace: Workspace) -> None:
    set_aside(workspace, "bread/gas", Aside.FOR_GOOD)
    assert begin_aside(workspace, ("bread/gas",), title="").session.plan == ("bread/gas",)
    with pytest.raises(QuizError, match="all of these questions are set aside"):
        begin_over(workspace, ("bread/gas",))
