from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.study.common.workspace import Workspace
from tests.plain.nine_types import workspace_over, write_set


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace over the set of nine types, with nothing answered."""
    with workspace_over(write_set(tmp_path / "sets"), tmp_path / "home") as found:
        yield found
