from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.store.history.history import Remembered
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.plan import Request
from quiz.study.today.upcoming import Upcoming, nothing_text, upcoming
from tests.plain.nine_types import Clock, hold, only, workspace_over, write_set


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with workspace_over(write_set(tmp_path), tmp_path / "home", clock) as workspace:
        yield workspace


def test_the_next_due_day_is_told_with_its_count(workspace: Workspace, clock: Clock) -> None:
    hold(only(workspace, "rest"), "60\n")
    hold(only(workspace, "gluten"), ":unsure\ngluten\n")
    first, second = sorted(row.memory.due - workspace.today for row in memories(workspace))
    assert first < second
    assert upcoming(workspace, Request()) == Upcoming(first, 1, 7)
    clock.pass_days(first - 1)
    assert "The next 1 question is due tomorrow." in nothing_text(workspace, Request())
    clock.pass_days(1)
    assert upcoming(workspace, Request()) == Upcoming(second - first, 1, 7)


def memories(workspace: Workspace) -> list[Remembered]:
    return list(workspace.history.memories().values())


def test_only_the_wanted_sets_count(workspace: Workspace) -> None:
    assert upcoming(workspace, Request(sets=("other",))) == Upcoming(None, 0, 0)
    assert upcoming(workspace, Request(sets=("bread",))) == Upcoming(None, 0, 9)
