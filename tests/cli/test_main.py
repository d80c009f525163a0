from __future__ import annotations

import subprocess
import sys

import pytest

from quiz import __version__
from quiz.cli.main import COMMANDS
from tests.cli.running import Cli
from tests.processes import LONGEST, start

HEAVY = ["textual", "rich", "fsrs", "rapidfuzz"]
PROBE = """
import sys
sys.argv = ["quiz", *sys.argv[1:]]
from quiz.__main__ import main
try:
    main()
except SystemExit as ended:
    loaded = {name.partition(".")[0] for name in sys.modules} | set(sys.modules)
    print(ended.code, *sorted(loaded), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("args", "never"),
    [
        (["--help"], [*HEAVY, "yaml", "sqlite3"]),
        (["list"], [*HEAVY, "quiz.cli.study.study", "quiz.cli.figures.stats"]),
        (["list"], ["quiz.cli.authors.flags", "quiz.cli.setup.completion"]),
        (["stats"], HEAVY),
        (["flags"], [*HEAVY, "yaml"]),
        (["study", "--plain"], ["textual", "rich", "quiz.tui"]),
        ([], [*HEAVY, "click"]),
    ],
)
def test_a_command_loads_only_what_it_needs(cli: Cli, args: list[str], never: list[str]) -> None:
    cli("list")  # fills the parse cache
    done = cli.python("-c", PROBE, *args, typed=":k\n" if "study" in args else "")
    status, *loaded = done.stderr.splitlines()[-1].split()
    assert status == "0", done.stderr
    assert "quiz.cli" in loaded
    assert not set(never) & set(loaded)


def test_the_version_is_the_packages(cli: Cli) -> None:
    assert cli("--version").out == f"quiz {__version__}\n"


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_help_has_an_example(cli: Cli, command: str, option: str) -> None:
    ran = cli(*command.split(), option)
    assert ran.status == 0
    assert "Example" in ran.out
    assert f"  quiz {command}".rstrip() in ran.out or f"quiz {command}" in ran.out
    assert ran.out.startswith(f"Usage: quiz {command}".rstrip())


def test_the_help_names_every_command(cli: Cli) -> None:
    said = cli("--help").out
    assert all(f"\n  {name} " in said for name in COMMANDS)


def test_a_misspelt_command_gets_the_nearest_one(cli: Cli) -> None:
    ran = cli("lisst")
    assert ran.status == 2
    assert "did you mean `quiz list`?" in ran.err


def test_a_hostile_argument_is_harmless(cli: Cli) -> None:
    for args in (["\x1b[2J"], ["study", "\x1b[2J"], ["list", "--\x1b[2J"], ["list", "\x1b.yaml"]):
        ran = cli(*args)
        assert ran.status == 2
        assert "\x1b" not in ran.err
        assert "Traceback" not in ran.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_call_the_command(cli: Cli, shell: str) -> None:
    ran = cli("completion", shell)
    assert ran.status == 0
    assert f"_QUIZ_COMPLETE={shell}_complete" in ran.out


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("quiz st", ["study", "stats"]),
        ("quiz study el", ["electronic-mesotherapy"]),
        ("quiz study --wr", ["--wrong"]),
        ("quiz list --format j", ["json"]),
    ],
)
def test_tab_completes_commands_options_and_sets(cli: Cli, words: str, found: list[str]) -> None:
    count = str(len(words.split()) - 1)
    ran = cli(COMP_WORDS=words, COMP_CWORD=count, _QUIZ_COMPLETE="bash_complete")
    assert [line.partition(",")[2] for line in ran.out.splitlines()] == found


def test_a_set_that_is_none_completes_to_files(cli: Cli) -> None:
    ran = cli(COMP_WORDS="quiz study se", COMP_CWORD="2", _QUIZ_COMPLETE="bash_complete")
    assert ran.out.startswith("file,")


def test_a_reader_that_goes_away_is_no_error(cli: Cli) -> None:
    process = start(
        [sys.executable, "-m", "quiz", "list"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=cli.work,
        env=cli.environment(),
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=LONGEST) == 1
