from __future__ import annotations

from pathlib import Path

from quiz.core.grading.grading import Response
from tests.plain.nine_types import only, workspace_over, write_set


def test_a_new_desired_retention_moves_what_is_due_as_soon_as_it_is_kept(tmp_path: Path) -> None:
    with workspace_over(write_set(tmp_path / "sets"), tmp_path / "home") as workspace:
        only(workspace, "gas").answer(Response(("Gas",)))
        relaxed = workspace.history.memories()["bread/gas"].memory
        workspace.settings = workspace.settings._replace(desired_retention=0.7)
        workspace.keep_settings()
        moved = workspace.history.memories()["bread/gas"].memory
        assert moved.due > relaxed.due
        assert moved._replace(due=relaxed.due) == relaxed
        assert workspace.history.scheduler.desired_retention == 0.7
