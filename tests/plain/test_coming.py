from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.store.history.history import Remembered
from quiz.study.common.workspace import Desk
from quiz.study.sitting.plan import Request
from quiz.study.today.upcoming import Coming, coming, nothing_text
from tests.plain.nine_types import Clock, desk_over, hold, only, write_set


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with desk_over(write_set(tmp_path), tmp_path / "home", clock) as desk:
        yield desk


def test_the_next_due_day_is_told_with_its_count(desk: Desk, clock: Clock) -> None:
    hold(only(desk, "rest"), "60\n")
    hold(only(desk, "gluten"), ":unsure\ngluten\n")
    first, second = sorted(row.memory.due - desk.today for row in memories(desk))
    assert first < second
    assert coming(desk, Request()) == Coming(first, 1, 7)
    clock.pass_days(first - 1)
    assert "The next 1 question is due tomorrow." in nothing_text(desk, Request())
    clock.pass_days(1)
    assert coming(desk, Request()) == Coming(second - first, 1, 7)


def memories(desk: Desk) -> list[Remembered]:
    return list(desk.history.memories().values())


def test_only_the_wanted_sets_count(desk: Desk) -> None:
    assert coming(desk, Request(sets=("other",))) == Coming(None, 0, 0)
    assert coming(desk, Request(sets=("bread",))) == Coming(None, 0, 9)
