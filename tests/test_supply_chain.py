"""What the program is built on, what it may reach, and who may read what it writes."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from tests.cli.running import Cli
from tests.licences import FREE, licences
from tests.plain.nine_types import write_set
from tests.tui.terminal import Terminal

# Every way to reach a network raises an audit event; asyncio's own socket pair connects nothing.
GUARDED = """
import sys

REACHING = {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg",
            "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"}

def refuse(event, arguments):
    if event in REACHING:
        with open(NOTES, "a") as notes:
            notes.write(event + repr(arguments))

sys.addaudithook(refuse)
from quiz.__main__ import main
sys.exit(main())
"""


def guarded(notes: Path) -> str:
    return GUARDED.replace("NOTES", repr(str(notes)))


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    """The command, run beside a folder `questions` with a set."""
    write_set(tmp_path / "work" / "questions")
    return Cli(tmp_path)


def test_everything_it_runs_with_has_a_permissive_licence() -> None:
    found = list(licences())
    assert found
    assert [row for row in found if not FREE.search(row[2])] == []


def test_the_guard_sees_a_program_that_reaches_for_the_network(tmp_path: Path, cli: Cli) -> None:
    notes = tmp_path / "notes"
    reach = guarded(notes).partition("from quiz")[0] + (
        "import socket\n"
        "try: socket.create_connection(('127.0.0.1', 9), timeout=1)\n"
        "except OSError: pass\n"
    )
    cli.python("-c", reach)
    assert "socket.connect" in notes.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "typed"),
    [
        (("study", "--plain", "--new", "2"), ":k\n\n:k\n\n"),
        (("check",), ""),
        (("coverage",), ""),
        (("list",), ""),
        (("stats",), ""),
        (("--help",), ""),
    ],
)
def test_no_command_reaches_for_the_network(
    tmp_path: Path, cli: Cli, args: tuple[str, ...], typed: str
) -> None:
    notes = tmp_path / "notes"
    done = cli.python("-c", guarded(notes), *args, typed=typed)
    assert done.stdout
    assert not notes.exists(), notes.read_text(encoding="utf-8")


def test_no_screen_reaches_for_the_network(tmp_path: Path) -> None:
    notes, set_file = tmp_path / "notes", write_set(tmp_path / "set")
    home, program = tmp_path / "home", ("-c", guarded(notes))
    with Terminal("study", str(set_file), home=home, program=program) as terminal:
        terminal.wait_for("1 of 9")
        terminal.press("k")
        terminal.wait_for("Now you know")
        terminal.press("\x11")
        assert terminal.wait() == 0
    assert not notes.exists(), notes.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such modes")
def test_whatever_a_session_leaves_behind_is_the_learners_alone(tmp_path: Path, cli: Cli) -> None:
    cli("study", "--plain", "--new", "1", typed=":k\n\n")
    cli("check")
    left = [cli.home, *cli.home.rglob("*")]
    assert any(path.name.startswith("history") for path in left)
    for path in left:
        expected = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == expected, path
