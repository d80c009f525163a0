"""The clipboard and the editor: only what is known is said, in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.study.common.clipboard import put_on_clipboard
from quiz.study.common.editor import run_editor


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder with programs, on a desktop that runs here."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DISPLAY", ":0")
    for name in ("WAYLAND_DISPLAY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path


def program(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_what_a_program_took_is_known_to_be_there(tools: Path) -> None:
    program(tools, "xclip", f'while read -r line; do echo "$line" >> {tools}/got; done')
    assert put_on_clipboard("one\ntwö\n")
    assert (tools / "got").read_text("utf-8") == "one\ntwö\n"


def test_without_a_program_nothing_is_known(tools: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not put_on_clipboard("text")
    program(tools, "xsel", "exit 1")
    assert not put_on_clipboard("text")
    program(tools, "xclip", "exit 0")
    assert put_on_clipboard("text")
    monkeypatch.setenv("SSH_CONNECTION", "here there")
    assert not put_on_clipboard("text")


def test_an_editor_that_fails_is_told_in_a_sentence(tools: Path) -> None:
    assert run_editor(["nosuch", "f"]) == (
        "There is no program “nosuch”: set EDITOR to an editor that is installed."
    )
    locked = tools / "locked"
    locked.write_text("")
    assert "may not be run" in run_editor([str(locked), "f"])
    failing = str(program(tools, "failing", "exit 3"))
    assert run_editor([failing, "f"]) == f"The editor “{failing}” ended with status 3."
    assert run_editor([str(program(tools, "fine", "exit 0")), "f"]) == ""
