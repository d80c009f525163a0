from __future__ import annotations

from pathlib import Path

from quiz.core.grading.grading import Response
from tests.plain.nine_types import desk_over, only, write_set


def test_a_new_desired_retention_moves_what_is_due_as_soon_as_it_is_kept(tmp_path: Path) -> None:
    with desk_over(write_set(tmp_path / "sets"), tmp_path / "home") as desk:
        only(desk, "gas").answer(Response(("Gas",)))
        relaxed = desk.history.memories()["bread/gas"].memory
        desk.settings = desk.settings._replace(desired_retention=0.7)
        desk.keep_settings()
        moved = desk.history.memories()["bread/gas"].memory
        assert moved.due > relaxed.due
        assert moved._replace(due=relaxed.due) == relaxed
        assert desk.history.scheduler.desired_retention == 0.7
