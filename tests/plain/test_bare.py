"""Single letters where something is chosen: commands as on screen, unless they name an option."""

from __future__ import annotations

from pathlib import Path

from quiz.plain.commands import Command, bare_command
from tests.plain.nine_types import hold, only, workspace_over, write_set

OPTIONS = ("Gas", "Salt", "Water")


def test_h_k_and_q_are_commands_where_they_name_no_option() -> None:
    assert bare_command(" H ", OPTIONS) == Command("hint")
    assert bare_command("k", OPTIONS) == Command("k")
    assert bare_command("q", OPTIONS) == Command("q")
    assert bare_command("a", OPTIONS) is None
    assert bare_command("h", tuple("abcdefgh")) is None
    assert bare_command("k", ("K", "Na")) is None
    assert bare_command("h", ()) is None


def test_they_work_in_a_session(tmp_path: Path) -> None:
    with workspace_over(write_set(tmp_path / "sets"), tmp_path / "home") as workspace:
        said = hold(only(workspace, "gas"), "h\nk\n")
        assert "Hint:" in said
        assert "Now you know" in said


def test_they_are_answers_where_words_are_typed(tmp_path: Path) -> None:
    with workspace_over(write_set(tmp_path / "sets"), tmp_path / "home") as workspace:
        assert "You: h" in hold(only(workspace, "gluten"), "h\n")
