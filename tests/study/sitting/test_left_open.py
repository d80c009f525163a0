from __future__ import annotations

import random

import pytest

from quiz.core.grading.grading import Response
from quiz.study.common.request import Request
from quiz.study.common.wish import Wish
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.begin import asked_by, begin, begin_over, command_of
from quiz.study.sitting.study import Study
from quiz.study.today.overview import left_open
from tests.effort import times


def begun(workspace: Workspace, request: Request, answers: int = 1) -> Study:
    """A session with some answers in it."""
    study = begin(workspace, request)
    assert study is not None
    for _ in range(answers):
        study.answer(Response(gave_up=True))
        study.go_on()
    return study


def uids(workspace: Workspace) -> list[str]:
    return [one.record.uid for one in left_open(workspace)]


def test_sessions_left_open_all_wait_the_latest_first(workspace: Workspace) -> None:
    first = begun(workspace, Request(all=True))
    second = begun(workspace, Request(cram=True))
    assert uids(workspace) == [second.record.uid, first.record.uid]
    assert [(one.place, one.total) for one in left_open(workspace)] == [(2, 9), (2, 9)]


def test_a_session_in_which_nothing_was_done_does_not_wait_once_another_begins(
    workspace: Workspace,
) -> None:
    idle = begun(workspace, Request(all=True), answers=0)
    assert uids(workspace) == [idle.record.uid]
    assert not left_open(workspace)[0].touched
    later = begun(workspace, Request(cram=True))
    assert uids(workspace) == [later.record.uid]


def test_a_hint_that_was_taken_is_something_done(workspace: Workspace) -> None:
    hinted = begun(workspace, Request(all=True), answers=0)
    assert hinted.hint() is not None
    later = begun(workspace, Request(cram=True))
    assert uids(workspace) == [later.record.uid, hinted.record.uid]


def test_what_is_begun_instead_of_a_session_ends_it_alone(workspace: Workspace) -> None:
    first, second = begun(workspace, Request(all=True)), begun(workspace, Request(cram=True))
    third = begin(workspace, Request(all=True), instead=first.record)
    assert third is not None
    assert uids(workspace) == [third.record.uid, second.record.uid]


def test_going_over_what_was_missed_leaves_the_others_waiting(workspace: Workspace) -> None:
    first = begun(workspace, Request(all=True))
    over = begin_over(workspace, ("bread/gas", "bread/rest"))
    over.answer(Response(gave_up=True))
    assert uids(workspace) == [over.record.uid, first.record.uid]


@pytest.mark.parametrize(
    ("request_", "command"),
    [
        (Request(), "quiz study"),
        (Request(sets=("bread",), all=True), "quiz study bread --all"),
        (Request(new=5, limit=9, seed=3), "quiz study --new 5 --limit 9 --seed 3"),
    ],
)
def test_the_command_that_goes_on_with_a_session_is_named(
    workspace: Workspace, request_: Request, command: str
) -> None:
    study = begin(workspace, request_._replace(new=request_.new or 9))
    assert study is not None
    options = {**study.record.options, "new": request_.new}
    record = study.record._replace(options=options)
    assert command_of(record) == command
    assert asked_by(record, request_)


def test_the_command_can_be_given_to_a_shell_as_it_stands(workspace: Workspace) -> None:
    wanted = Request(sets=("bread",), all=True, wish=Wish(tags=("two words",)))
    study = begin(workspace, Request(sets=("bread",), all=True))
    assert study is not None
    record = study.record._replace(options={**study.record.options, **wanted.wish.options()})
    command = command_of(record, {"bread": "my sets/bread.yaml"})
    assert command == "quiz study 'my sets/bread.yaml' --all --tag 'two words'"


def test_what_was_begun_by_no_request_has_no_command_of_its_own(workspace: Workspace) -> None:
    over = begin_over(workspace, ("bread/gas",))
    assert command_of(over.record) == ""
    assert not asked_by(over.record, Request())


def test_whatever_is_begun_between_each_session_goes_on_where_it_stood(
    workspace: Workspace,
) -> None:
    for turn in range(times(3, 12)):
        chance = random.Random(turn)
        kept: dict[str, str] = {}
        for _ in range(3):
            study = begun(workspace, Request(cram=True), chance.randrange(1, 4))
            assert study.presented is not None
            kept[study.record.uid] = study.presented.uid
        waiting = {one.record.uid: one.record for one in left_open(workspace)}
        for uid, question in kept.items():
            presented = Study.resume(workspace, waiting[uid]).presented
            assert presented is not None
            assert presented.uid == question
