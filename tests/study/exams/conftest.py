from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.study.common.workspace import Workspace
from tests.plain.nine_types import write_set
from tests.study.examining import World, sitting_at


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def workspace(tmp_path: Path, world: World) -> Iterator[Workspace]:
    with sitting_at(write_set(tmp_path / "set"), tmp_path / "home", world) as opened:
        yield opened
