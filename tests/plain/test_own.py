"""Notes, bookmarks and what is set aside, in lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.study.common.noting import note_on
from quiz.study.common.set_aside import resting
from quiz.study.common.workspace import Workspace
from tests.plain.nine_types import begin_all, hold, only, workspace_over, write_set


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with workspace_over(write_set(tmp_path / "sets"), tmp_path / "home") as workspace:
        yield workspace


def test_a_note_is_written_shown_with_the_verdict_and_removed(workspace: Workspace) -> None:
    said = hold(only(workspace, "gas"), ":note yeast, not soda\n:note\n:k\n")
    assert "Kept; you see it with each verdict." in said
    assert said.count("yeast, not soda") == 3
    assert "There is no note now." in hold(only(workspace, "gas"), ":note -\n")
    assert note_on(workspace, "bread/gas") is None
    assert "There is no note yet." in hold(only(workspace, "gas"), ":note\n")


def test_a_bookmark_comes_and_goes(workspace: Workspace) -> None:
    said = hold(only(workspace, "gas"), ":bookmark\n:bookmark\n")
    assert "Bookmarked." in said
    assert "Not bookmarked any more." in said


def test_a_question_can_be_set_aside_before_its_answer(workspace: Workspace) -> None:
    study = begin_all(workspace)
    first = study.current_uid
    said = hold(study, ":suspend\n:bury\n")
    assert "Not asked any more." in said
    assert "Not asked again today" in said
    assert len(resting(workspace)) == 2
    assert first in resting(workspace)
    assert len(study.session.plan) == 7
    assert study.session.answered == ()


def test_setting_the_last_question_aside_ends_the_session(workspace: Workspace) -> None:
    study = only(workspace, "gas")
    assert "Your session is kept" not in hold(study, ":bury\n")
    assert workspace.history.unfinished() is None
