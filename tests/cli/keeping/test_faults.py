"""A history or a home that cannot be used: said in a sentence, and nothing is overwritten."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.running import Cli

STUDY = ("study", "sets", "--plain", "--new", "2")
TYPED = ":k\n\n:k\n\n"


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def replaced(path: Path) -> None:
    path.write_bytes(b"no database " * 1000)


def of_another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE other (x)")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


@pytest.fixture
def studied(cli: Cli) -> Cli:
    """Two answers, and a backup of them."""
    assert cli(*STUDY, typed=TYPED).status == 0
    assert cli("backup").status == 0
    return cli


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (emptied, "quiz doctor --repair"),
        (truncated, "quiz doctor --repair"),
        (replaced, "quiz doctor --repair"),
        (of_another_program, "this is a database of another program"),
        (newer, "update Citequiz; nothing was changed"),
    ],
)
@pytest.mark.parametrize("command", [STUDY, ("stats",), ("exam", "sets", "--plain")])
def test_a_history_that_cannot_be_used_is_named_and_left_as_it_is(
    studied: Cli, fault: Callable[[Path], None], words: str, command: tuple[str, ...]
) -> None:
    path = studied.home / "history.sqlite"
    fault(path)
    before = path.read_bytes()
    ran = studied(*command, typed=TYPED)
    assert ran.status == 1
    assert words in ran.err
    if "repair" in words:
        assert "also from the backup" in ran.err
    assert "Traceback" not in ran.err
    assert path.read_bytes() == before


@pytest.fixture
def homeless(cli: Cli) -> dict[str, str]:
    """A home that cannot be made, whoever runs this."""
    (cli.folder / "file").touch()
    return {"QUIZ_HOME": str(cli.folder / "file" / "home")}


@pytest.mark.parametrize(
    "command",
    [
        ("list",),
        ("check", "sets"),
        ("coverage", "sets"),
        ("search", "yeast"),
        ("stats",),
        ("flags",),
        ("exam", "--list"),
        ("settings",),
        ("doctor",),
        ("backup", "--list"),
        ("history", "export"),
    ],
    ids=" ".join,
)
def test_what_only_reads_needs_no_home(
    cli: Cli, homeless: dict[str, str], command: tuple[str, ...]
) -> None:
    (cli.work / "sets").rename(cli.work / "questions")
    command = tuple("questions" if word == "sets" else word for word in command)
    ran = cli(*command, **homeless)
    assert ran.status == cli(*command).status
    assert "Traceback" not in ran.err
    assert "went wrong" not in ran.err
    assert ran.out


def test_what_writes_says_why_it_cannot(cli: Cli, homeless: dict[str, str]) -> None:
    ran = cli(*STUDY, typed=TYPED, **homeless)
    assert ran.status == 1
    assert "the history cannot be opened for writing" in ran.err
    assert "QUIZ_HOME" in ran.err
    assert "Study without saving?" not in ran.out


def test_a_cache_that_cannot_be_written_does_not_matter(cli: Cli) -> None:
    cli.home.mkdir()
    (cli.home / "cache").touch()
    assert cli(*STUDY, typed=TYPED).status == 0
    assert cli("list").err == ""


FULL = """
import resource, sys
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, most))
from quiz.__main__ import main
main()
"""


def test_on_a_full_disk_a_pipe_gets_an_error_and_keeps_what_there_was(studied: Cli) -> None:
    path = studied.home / "history.sqlite"
    before = path.read_bytes()
    ran = studied.python("-c", FULL, *STUDY, "--fresh", typed=TYPED)
    assert ran.returncode == 1
    assert "free some space" in ran.stderr
    assert path.read_bytes() == before
