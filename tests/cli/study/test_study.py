from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.cli.running import Cli, Typing
from tests.plain.nine_types import SET
from tests.processes import run

BREAD = "sets/bread.yaml"
KEPT = "Your session is kept"


def test_a_path_is_studied_in_lines_where_there_is_no_terminal(cli: Cli) -> None:
    ran = cli("study", BREAD)
    assert ran.status == 0
    assert ran.out.startswith("9 questions. :help shows what you can type")
    assert "Question 1 of 9 · Baking bread" in ran.out
    assert KEPT in ran.out
    assert ran.err == ""


def test_a_folder_is_studied_and_a_name_chooses_in_it(cli: Cli) -> None:
    other = SET.replace("id: bread", "id: cake").replace("Baking bread", "Baking cake")
    (cli.work / "sets" / "cake.yaml").write_text(other, encoding="utf-8")
    assert "18 questions" in cli("study", "sets", "--new", "99", typed=":k\n").out
    waits = cli("study", "sets", "--new", "98").out
    assert "Your session 'Baking bread and 1 more' waits" in waits
    assert "Question 1 of 9 · Baking cake" in cli("study", "sets/", "cake").out
    assert "Question 1 of 9 · Baking cake" in cli("study", "sets/", "baking c").out


def test_the_same_seed_gives_the_same_session(cli: Cli) -> None:
    def study(home: str, seed: str) -> str:
        options = ("--seed", seed, "--new", "30")
        return cli("study", BREAD, *options, typed=":k\n" * 9, QUIZ_HOME=home).out

    assert study("a", "1") == study("b", "1")
    assert study("c", "2") != study("d", "1")


def test_a_broken_set_prints_every_error_and_is_refused(cli: Cli) -> None:
    broken = SET.replace("type: numeric", "type: numerical").replace("answer: Gas", "anser: Gas")
    (cli.work / BREAD).write_text(broken, encoding="utf-8")
    ran = cli("study", BREAD)
    assert ran.status == 2
    assert ran.out == ""
    places = [line for line in ran.err.splitlines() if line.startswith(f"{BREAD}:")]
    assert len(places) >= 2
    assert all(line.split(":")[1].isdigit() and line.split(":")[2].isdigit() for line in places)
    assert "numerical" in ran.err
    assert "anser" in ran.err
    assert "\n    " in ran.err, "hints are indented below their error"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["electronic-mesotherapie"], "did you mean 'electronic-mesotherapy'?"),
        (["nowhere/x.yaml"], "nowhere/x.yaml: there is no such file or folder"),
        (["--new", "-1"], "quiz study --help"),
        (["--sed", "1"], "--seed"),
        (["--all", "--new"], "--help"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_hint(
    cli: Cli, args: list[str], message: str
) -> None:
    ran = cli("study", *args)
    assert ran.status == 2
    assert ran.err.startswith("quiz: ")
    assert message in ran.err
    assert "Traceback" not in ran.err


def test_a_file_here_that_was_named_without_its_ending_is_pointed_at(cli: Cli) -> None:
    (cli.work / "mine.yaml").write_text(SET, encoding="utf-8")
    ran = cli("study", "mine")
    assert ran.status == 2
    assert "named with its ending: mine.yaml" in ran.err
    assert "mine.yaml" not in cli("study", "yours").err


def test_a_session_goes_on_without_being_asked(cli: Cli) -> None:
    cli("study", "--seed", "1", typed=":k\n")
    ran = cli("study")
    assert ran.out.startswith("Going on with your session at question ")
    assert KEPT in ran.out


def test_any_wish_starts_a_session_anew(cli: Cli) -> None:
    cli("study", typed=":k\n")
    assert cli("study", "--limit", "2").out.startswith("2 questions. ")
    assert cli("study", "--fresh").out.startswith("20 questions. ")


def test_sessions_left_open_wait_and_each_goes_on_when_it_is_asked_for(cli: Cli) -> None:
    cli("study", "--seed", "1", typed=":k\n")
    ran = cli("study", "--limit", "3", typed=":k\n")
    assert "Your session waits at question 2 of 20; go on with: quiz study --seed 1" in ran.out
    ran = cli("study", "--seed", "1", typed=":k\n")
    assert ran.out.startswith("Going on with your session at question 2 of 20")
    assert "Your session waits at question 2 of 3; go on with: quiz study --limit 3" in ran.out
    assert cli("study").out.startswith("Going on with your session at question 2 of 3")


def test_a_set_that_was_named_by_its_file_goes_on_by_its_file(cli: Cli) -> None:
    left = cli("study", BREAD, "--limit", "3", typed=":k\n")
    assert f"go on with `quiz study {BREAD} --limit 3`" in left.out
    again = cli("study", BREAD, "--limit", "3").out
    assert "at question 2 of 3" in again
    assert f"`quiz study {BREAD} --limit 3 --fresh` starts a new one" in " ".join(again.split())
    other = cli("study", BREAD, "--limit", "2")
    assert f"waits at question 2 of 3; go on with: quiz study {BREAD} --limit 3" in other.out


def test_a_session_begun_afresh_ends_the_one_it_would_have_gone_on_with(cli: Cli) -> None:
    cli("study", "--limit", "3", typed=":k\n")
    cli("study", "--limit", "2", typed=":k\n")
    ran = cli("study", "--limit", "3", "--fresh")
    assert ran.out.startswith("3 questions. ")
    assert "waits at question 2 of 2" in ran.out
    assert "of 3; go on with" not in ran.out


def test_nothing_due_is_said_with_how_to_go_on(cli: Cli) -> None:
    ran = cli("study", BREAD, "--new", "0")
    assert ran.status == 0
    assert ran.out.splitlines() == [
        "Nothing is due.",
        "9 were never asked; for some of them: --new 9",
        "To be asked all of it now: --all",
    ]


def test_nothing_answered_wrong_is_said(cli: Cli) -> None:
    ran = cli("study", BREAD, "--wrong")
    assert (ran.status, ran.out) == (0, "Nothing of it was answered wrong the last time.\n")


def test_a_broken_neighbour_is_mentioned_but_stops_nothing(cli: Cli) -> None:
    (cli.work / "questions").mkdir()
    (cli.work / "questions" / "bad.yaml").write_text("id: bad\n", encoding="utf-8")
    ran = cli("study", "--limit", "1")
    assert ran.out.startswith("1 question. ")
    assert "questions/bad.yaml:" in ran.err


def test_odd_bytes_on_standard_input_are_no_crash(cli: Cli) -> None:
    done = run(
        [sys.executable, "-m", "quiz", "study", BREAD],
        input=b"\xff\xfe\x00\n\x1b[A\n",
        capture_output=True,
        cwd=cli.work,
        env=cli.environment(),
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert b"\x1b" not in done.stdout


def test_a_letter_that_the_output_lacks_is_replaced(cli: Cli) -> None:
    ran = cli("study", BREAD, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert ran.status == 0
    assert "Question 1 of 9 ? Baking bread" in ran.out


def test_a_damaged_history_is_told_and_left_alone(cli: Cli) -> None:
    cli.home.mkdir()
    history = cli.home / "history.sqlite"
    history.write_bytes(b"no database at all" * 100)
    ran = cli("study", BREAD)
    assert ran.status == 1
    assert ran.err.startswith(f"quiz: {history}: ")
    assert history.read_bytes() == b"no database at all" * 100


def test_a_bad_setting_is_mentioned_and_its_default_used(cli: Cli) -> None:
    cli.home.mkdir()
    (cli.home / "settings.toml").write_text("new_per_day = 'many'\n", encoding="utf-8")
    ran = cli("study", BREAD)
    assert ran.out.startswith("9 questions. ")
    assert "settings.toml:1" in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_an_interrupt_keeps_the_session(cli: Cli) -> None:
    with Typing(cli, "study", BREAD, "--plain") as process:
        process.wait_for("> ")
        assert process.signal(signal.SIGINT) == 130
    assert KEPT in process.said
    assert "Traceback" not in process.said


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_dumb_terminal_gets_lines(cli: Cli) -> None:
    with Typing(cli, "study", BREAD) as process:
        process.wait_for("> ")
        process.send(":k\n")
        process.wait_for("Enter for the next> ")
        process.send("\n")
        process.wait_for("Question ")
        process.send(":q\n")
        assert process.wait() == 0
    assert KEPT in process.said
    assert "\x1b" not in process.said


def test_the_path_of_a_set_in_the_history_is_absolute(cli: Cli) -> None:
    cli("study", BREAD, typed=":flag odd\n")
    assert cli("flags").out.startswith(str(Path(cli.work, BREAD)))


def test_questions_are_chosen_by_what_they_are_and_how_it_went(cli: Cli) -> None:
    said = cli("study", "sets", "--type", "numeric", "--never", typed=":k\n").out
    assert said.startswith("1 question.")
    assert "How long does a dough rest?" in said
    said = cli("study", "sets", "--missed", "--save", "weak", typed=":q\n").out
    assert said.startswith("1 question.")
    again = cli("study", "sets", "--saved", "weak", "--fresh", typed=":q\n").out
    assert "How long does a dough rest?" in again
    nothing = cli("study", "sets", "--flagged")
    assert nothing.out == "No question is so: Baking bread · flagged for the author.\n"
    for args, hint in (
        (("--saved", "week"), "did you mean 'weak'?"),
        (("--section", "Bakin"), "did you mean 'Baking'?"),
        (("--type", "numerik"), "did you mean 'numeric'?"),
    ):
        ran = cli("study", "sets", *args)
        assert ran.status == 2
        assert hint in ran.err


def test_a_session_may_be_held_by_minutes(cli: Cli) -> None:
    assert cli("study", "sets", "--minutes", "2", typed=":q\n").out.startswith("4 questions.")
    assert cli("study", "sets", "--minutes", "0").status == 2
