from __future__ import annotations

import re
import signal
import sqlite3
import sys

import pytest

from tests.cli.running import Cli, Ran, Typing
from tests.plain.nine_types import SET

BREAD = "sets/bread.yaml"


def pass_time(cli: Cli, minutes: int) -> None:
    """As if the running exam had been begun and left so long ago."""
    connection = sqlite3.connect(cli.home / "history.sqlite")
    connection.execute(
        "UPDATE exam_clocks SET at_ms = at_ms - :ms, latest_ms = latest_ms - :ms",
        {"ms": minutes * 60_000},
    )
    connection.commit()
    connection.close()


def taken(cli: Cli, *args: str) -> Ran:
    """An exam submitted at once."""
    ran = cli("exam", BREAD, *args, typed=":submit\ny\nn\n")
    assert "Not passed: 0 of" in ran.out
    return ran


def test_an_exam_is_held_in_lines_where_there_is_no_terminal(cli: Cli) -> None:
    ran = cli("exam", BREAD, "--seed", "1", typed=":q\n")
    assert ran.status == 0
    assert ran.out.startswith("Exam: Baking bread. 8 questions, 12 minutes, 70 % to pass.\n")
    assert "Question 1 of 8 · Baking bread" in ran.out
    assert "go on with `quiz exam`" in " ".join(ran.out.split())
    assert ran.err == ""


def test_the_learner_decides_questions_minutes_and_pass_mark(cli: Cli) -> None:
    ran = cli("exam", BREAD, "--questions", "3", "--minutes", "7", "--pass", "55.5%")
    assert ran.out.startswith("Exam: Baking bread. 3 questions, 7 minutes, 55.5 % to pass.\n")


def test_more_questions_than_there_are_is_said(cli: Cli) -> None:
    ran = cli("exam", BREAD, "--questions", "30")
    assert ran.out.startswith("There are only 8 questions that an exam can ask.\nExam: ")


def test_the_same_seed_gives_the_same_exam(cli: Cli) -> None:
    def paper(home: str, seed: str) -> str:
        typed = "\n" * 7 + ":q\n"
        said = cli("exam", BREAD, "--seed", seed, typed=typed, QUIZ_HOME=home).out
        return re.sub(r"\d+:\d+ left", "", said)

    assert paper("a", "1") == paper("b", "1")
    assert paper("c", "2") != paper("d", "1")


def test_a_running_exam_goes_on_with_what_time_it_has_left(cli: Cli) -> None:
    cli("exam", BREAD, "--seed", "1", typed=":flag\n\n:q\n")
    pass_time(cli, 5)
    ran = cli("exam", BREAD, typed=":list\n")
    assert ran.out.startswith("Going on with your exam: Baking bread.\n")
    left = re.search(r"^(\d+):(\d\d) left", ran.out, re.MULTILINE)
    assert left is not None
    assert 5 <= int(left[1]) <= 7
    assert "2. not answered, here:" in ran.out
    assert "1. not answered, flagged:" in ran.out


def test_another_exam_does_not_end_a_running_one(cli: Cli) -> None:
    cli("exam", BREAD)
    ran = cli("exam", BREAD, "--questions", "2")
    assert ran.status == 2
    assert ran.out == ""
    assert re.search(r"^quiz: your exam Baking bread is running, 1\d:\d\d left", ran.err)
    assert "--fresh" in ran.err
    assert cli("exam", BREAD).out.startswith("Going on with your exam")
    fresh = cli("exam", BREAD, "--questions", "2", "--fresh")
    assert fresh.out.startswith("Exam: Baking bread. 2 questions")
    assert cli("exam", "--list").out.startswith("You have taken no exam yet")


def test_an_exam_over_another_set_does_not_end_a_running_one(cli: Cli) -> None:
    other = SET.replace("id: bread\n", "id: cake\n", 1).replace("Baking bread", "Baking cake")
    (cli.work / "sets" / "cake.yaml").write_text(other, encoding="utf-8")
    assert cli("exam", "sets", "bread").out.startswith("Exam: Baking bread.")
    for names in (["sets/cake.yaml", BREAD], ["sets"], ["sets", "cake"]):
        ran = cli("exam", *names)
        assert (ran.status, ran.out) == (2, ""), names
        assert "your exam Baking bread is running" in ran.err or "is not here" in ran.err
    for names in ([BREAD], ["sets", "bread"]):
        assert cli("exam", *names).out.startswith("Going on with your exam: Baking bread.")


def test_a_killed_exam_has_every_answer_that_was_followed_by_a_question(cli: Cli) -> None:
    with Typing(cli, "exam", BREAD, "--seed", "1", "--plain") as process:
        process.wait_for("Question 1 of 8")
        process.send(":flag\n")
        process.wait_for("Flagged.")
        process.send(":go 6\n")
        process.wait_for("Question 6 of 8")
        process.signal(signal.SIGKILL)
    ran = cli("exam", BREAD)
    assert "Question 6 of 8" in ran.out
    assert "1. not answered, flagged" in cli("exam", BREAD, typed=":list\n").out


def test_an_exam_whose_time_is_over_is_submitted_when_it_is_opened(cli: Cli) -> None:
    cli("exam", BREAD)
    pass_time(cli, 60)
    ran = cli("exam", BREAD, typed="n\n")
    assert ran.out.startswith("The time is over; the exam was submitted.\n\nNot passed: 0 of 8")
    assert "Time: 12:00 of 12:00 used." in ran.out
    assert cli("exam", "--list").out.splitlines()[1].endswith("  12:00")


def test_an_exam_whose_time_is_over_gives_way_to_another_one(cli: Cli) -> None:
    cli("exam", BREAD)
    pass_time(cli, 60)
    ran = cli("exam", BREAD, "--questions", "2")
    assert ran.out.startswith("The time of your exam Baking bread was over; it was submitted.\n")
    assert "Exam: Baking bread. 2 questions" in ran.out


def test_an_exam_of_sets_that_are_not_here_says_how_to_go_on(cli: Cli) -> None:
    cli("exam", BREAD)
    ran = cli("exam")
    assert ran.status == 2
    assert "the running exam asks the set bread, which is not here" in ran.err
    hint = re.search(r"go on with: quiz exam (\S+);", ran.err)
    assert hint is not None
    assert cli("exam", hint[1]).out.startswith("Going on with your exam")


def test_exams_are_listed_and_shown_again(cli: Cli) -> None:
    assert cli("exam", "--list").out == "You have taken no exam yet. Take one: quiz exam SET\n"
    taken(cli, "--questions", "2")
    taken(cli, "--questions", "3", "--pass", "50")
    lines = cli("exam", "--list").out.splitlines()
    assert lines[0].split() == ["begun", "exam", "score", "result", "time"]
    assert re.match(
        r"1  \d{4}-\d\d-\d\d \d\d:\d\d  Baking bread  0 of 3, 0 %  not passed  ", lines[1]
    )
    assert "0 of 2, 0 %" in lines[2]
    shown = cli("exam", BREAD, "--show", "2").out
    assert shown.startswith("Baking bread, ")
    assert "Not passed: 0 of 2, 0 % (70 % needed)." in shown
    assert shown.count("Not answered.") == 2
    assert "Source: Bread › " in shown


def test_a_near_miss_that_waits_is_asked_about_when_its_exam_is_shown(cli: Cli) -> None:
    only_typed = SET[: SET.index("  - id: gas")] + SET[SET.index("  - id: gluten") :]
    (cli.work / BREAD).write_text(only_typed[: only_typed.index("  - id: rest")], encoding="utf-8")
    killed = cli("exam", BREAD, typed="glutten\ny\n")
    assert "1 near miss not decided yet" in " ".join(killed.out.split())
    for _ in range(2):
        shown = cli("exam", BREAD, "--show", "1")
        assert "0 of 1, 0 %" in shown.out
        assert "Does it count?" not in shown.out
    assert "Close.\nYou: glut[-t-]en" in cli("exam", BREAD, "--show", "1", "--plain").out
    shown = cli("exam", BREAD, "--show", "1", "--plain", typed="y\n")
    assert "Passed: 1 of 1, 100 %" in shown.out
    assert "Does it count?" not in cli("exam", BREAD, "--show", "1", "--plain").out
    assert "1 of 1, 100 %  passed" in cli("exam", "--list").out
    assert cli("doctor").status == 0


def test_an_old_exam_of_a_set_given_by_path_is_shown_without_the_path(cli: Cli) -> None:
    taken(cli, "--questions", "2")
    ran = cli("exam", "--show", "1")
    assert ran.status == 0
    assert "is not in its set any more." not in ran.out
    assert "“" in ran.out  # the passages


def test_an_old_exam_is_shown_where_its_set_is_missing(cli: Cli) -> None:
    taken(cli, "--questions", "2")
    (cli.work / BREAD).unlink()
    ran = cli("exam", "--show", "1")
    assert ran.status == 0
    assert ran.out.count("is not in its set any more.") == 2


@pytest.mark.parametrize("which", ["2", "0", "x", "-1", "99999999999999999999", "²"])
def test_an_exam_that_does_not_exist_cannot_be_shown(cli: Cli, which: str) -> None:
    taken(cli, "--questions", "1")
    ran = cli("exam", "--show", which)
    assert ran.status == 2
    assert ran.err.startswith("quiz: there is no exam ")
    assert "quiz exam --list" in ran.err


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["electronic-mesotherapie"], "did you mean 'electronic-mesotherapy'?"),
        (["--questions", "0"], "quiz exam --help"),
        (["--minutes", "0"], "quiz exam --help"),
        (["--pass", "101"], "quiz exam --help"),
        (["--pass", "nan"], "quiz exam --help"),
        (["--show"], "option '--show' requires an argument"),
        (["--pass", "half"], "quiz exam --help"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_hint(
    cli: Cli, args: list[str], message: str
) -> None:
    ran = cli("exam", *args)
    assert ran.status == 2
    assert ran.err.startswith("quiz: ")
    assert message in ran.err
    assert "Traceback" not in ran.err


def test_a_set_without_questions_for_an_exam_is_refused(cli: Cli) -> None:
    only_open = SET[: SET.index("  - id: gas")] + SET[SET.index("  - id: crust") :]
    (cli.work / BREAD).write_text(only_open, encoding="utf-8")
    ran = cli("exam", BREAD)
    assert ran.status == 2
    assert "there is no question that an exam can ask" in ran.err


def test_a_broken_set_prints_every_error_and_is_refused(cli: Cli) -> None:
    (cli.work / BREAD).write_text(SET.replace("type: numeric", "type: nume"), encoding="utf-8")
    ran = cli("exam", BREAD)
    assert ran.status == 2
    assert ran.err.startswith(f"{BREAD}:")


def test_listing_exams_makes_no_history(cli: Cli) -> None:
    cli("exam", "--list")
    assert not (cli.home / "history.sqlite").exists()


def test_lines_load_no_screens(cli: Cli) -> None:
    code = (
        "import sys; from quiz.cli.main import run; "
        f"run(['exam', {BREAD!r}]); sys.exit('textual' in sys.modules)"
    )
    assert cli.python("-c", code).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_an_interrupt_keeps_the_exam(cli: Cli) -> None:
    with Typing(cli, "exam", BREAD, "--plain") as process:
        process.wait_for("> ")
        assert process.signal(signal.SIGINT) == 130
    assert "Your answers are kept." in process.said
    assert "Traceback" not in process.said
    assert cli("exam", BREAD).out.startswith("Going on with your exam")


@pytest.mark.parametrize("missing", ["", "CLOCK_BOOTTIME"])
def test_the_steady_clock_never_goes_back(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    from quiz.cli.common.workspace import steady

    if missing:
        monkeypatch.delattr(time, missing, raising=False)
    looks = [steady() for _ in range(50)]
    assert looks == sorted(looks)
    assert looks[0] >= 0
