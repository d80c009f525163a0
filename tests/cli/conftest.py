from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Cli
from tests.plain.nine_types import write_set


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    """The command, run beside a folder `sets` with the set `bread`."""
    write_set(tmp_path / "work" / "sets")
    return Cli(tmp_path)
