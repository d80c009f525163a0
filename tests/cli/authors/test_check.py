from __future__ import annotations

import json
import shutil
import sys

import pytest

from tests import TOP
from tests.cli.running import Cli, Typing

BROKEN = "id: bad\ntitle: Bad\ndocuments: {d: documents/none.txt}\nquestions: []\n"


@pytest.fixture
def faulty(cli: Cli) -> Cli:
    golden = TOP / "tests" / "store" / "checking" / "golden"
    shutil.copytree(golden, cli.work / "golden")
    return cli


def test_the_shipped_sets_have_nothing_that_warns(cli: Cli) -> None:
    ran = cli("check", "--fail-on", "warning")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[-1].endswith("in 3 files")
    assert "chance 25 %" in ran.out


def test_a_check_loads_no_textual(cli: Cli) -> None:
    code = (
        "import sys; from quiz.cli.main import run; run(['check']); "
        "sys.exit(any(name.split('.')[0] in ('textual', 'rich') for name in sys.modules))"
    )
    assert cli.python("-c", code).returncode == 0


def test_faults_are_shown_with_file_line_and_column(faulty: Cli) -> None:
    ran = faulty("check", "golden/faults.yaml")
    assert ran.status == 1
    assert "error[unknown-key]" in ran.out
    assert " --> golden/faults.yaml:12:5" in ran.out
    assert "= help: did you mean 'distractors'?" in ran.out
    assert "19 errors, 7 warnings, 1 info in 1 file" in ran.out.splitlines()
    assert "\x1b" not in ran.out


def test_a_second_run_says_the_same(faulty: Cli) -> None:
    (faulty.work / "golden" / "documents" / "pond.md").write_text("A pond.")
    first = faulty("check", "golden")
    assert list((faulty.home / "cache" / "checks").iterdir())
    assert faulty("check", "golden") == first
    assert faulty("check", "golden", "--no-cache") == first


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (("--select", "clang"), 0),
        (("--select", "clang", "--fail-on", "warning"), 1),
        (("--select", "no-explanation", "--fail-on", "warning"), 0),
        (("--select", "no-explanation", "--fail-on", "info"), 1),
        (("--select", "clang,syntax", "--ignore", "syntax"), 0),
        (("--select", "syntax", "--select", "clang"), 1),
    ],
)
def test_the_exit_status_follows_the_chosen_rules(
    faulty: Cli, args: tuple[str, ...], status: int
) -> None:
    (faulty.work / "golden" / "documents" / "pond.md").write_text("A pond.")
    assert faulty("check", "golden", *args).status == status


def test_selected_rules_are_all_that_is_reported(faulty: Cli) -> None:
    ran = faulty("check", "golden", "--format", "json", "--select", "clang,syntax")
    value = json.loads(ran.out)
    assert {finding["rule"] for finding in value["findings"]} == {"clang", "syntax"}
    assert value["summary"]["errors"] == 1


def test_unknown_rules_are_refused_with_the_nearest(cli: Cli) -> None:
    ran = cli("check", "sets", "--ignore", "clong")
    assert (ran.status, ran.out) == (2, "")
    assert "did you mean 'clang'?" in ran.err


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_machine_formats_print_nothing_else(faulty: Cli, form: str) -> None:
    ran = faulty("check", "golden", "--format", form)
    assert (ran.status, ran.err) == (1, "")
    if form == "github":
        assert all(line.startswith("::") for line in ran.out.splitlines())
    else:
        assert isinstance(json.loads(ran.out), dict)


def test_the_sets_below_questions_are_checked_by_default(cli: Cli) -> None:
    (cli.work / "questions").mkdir()
    (cli.work / "questions" / "bad.yaml").write_text(BROKEN)
    ran = cli("check")
    assert ran.status == 1
    assert "questions/bad.yaml:3:16" in ran.out
    assert ran.out.splitlines()[-1].endswith("in 1 file")


@pytest.mark.parametrize("path", ["nowhere", "nowhere.yaml", "sets/documents"])
def test_what_cannot_be_checked_ends_with_2(cli: Cli, path: str) -> None:
    ran = cli("check", path)
    assert (ran.status, ran.out) == (2, "")
    assert path in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colours_only_on_a_terminal_that_wants_them(
    faulty: Cli, no_color: str, coloured: bool
) -> None:
    extra = {"NO_COLOR": no_color} if no_color else {}
    with Typing(faulty, "check", "golden", terminal="xterm-256color", **extra) as process:
        process.wait()
    assert ("\x1b[31m\x1b[1merror[" in process.said) is coloured


def test_hostile_text_does_not_reach_the_terminal(cli: Cli) -> None:
    path = cli.work / "sets" / "bread.yaml"
    text = path.read_text("utf-8")
    path.write_text(text + '\nbad: "\u202e\u009b"\n', "utf-8")
    for form in ("text", "json", "github", "sarif"):
        ran = cli("check", "sets", "--format", form)
        assert ran.status == 1
        assert not {"\x1b", "\u202e", "\x9b"} & set(ran.out)


def test_the_rules_are_listed_and_explained(cli: Cli) -> None:
    listed = cli("rules").out.splitlines()
    assert listed[0].split() == ["rule", "level", "wrong", "reports"]
    assert any(line.startswith("vague-term ") and " warning " in line for line in listed)
    ran = cli("rules", "vague-term")
    assert ran.status == 0
    assert "Bad:" in ran.out
    assert "answer: Usually a lid" in ran.out
    assert "quiz: ignore[vague-term]" in ran.out
    assert cli("rules", "vage-term").status == 2
    rules = json.loads(cli("rules", "--format", "json").out)
    assert len(rules) == len(listed) - 3


def test_coverage_shows_what_nobody_asks(cli: Cli) -> None:
    shutil.copytree(TOP / "questions", cli.work / "questions")
    ran = cli("coverage", "--shares")
    assert (ran.status, ran.err) == (0, "")
    assert "15 of 15 sentences asked" in ran.out
    value = json.loads(cli("coverage", "--format", "json").out)
    names = {name for one in value["documents"][0]["sentences"] for name in one["questions"]}
    assert "electronic-mesotherapy/basis" in names
    one = cli("coverage", "questions/mesotherapy/electronic-mesotherapy.yaml").out
    assert "A  3| Electronic mesotherapy is based upon" in one
    assert "Liondale" not in one, "a document that only disputes is no part of the coverage"


def test_coverage_of_a_broken_set_says_so(cli: Cli) -> None:
    (cli.work / "sets" / "bad.yaml").write_text(BROKEN)
    ran = cli("coverage", "sets")
    assert ran.status == 2
    assert "sets/bad.yaml:" in ran.err
    assert "sentences asked" in ran.out
