from __future__ import annotations

import pytest

from quiz.extras import install
from tests.cli.running import Cli

NO_TYPST = (
    "import sys; sys.modules['typst'] = None; from quiz.__main__ import main; sys.exit(main())"
)


def written(cli: Cli) -> set[str]:
    return {path.name for path in cli.work.glob("*.html")}


def test_a_handout_is_one_page_with_questions_and_answers(cli: Cli) -> None:
    done = cli("print", "sets/bread.yaml")
    assert (done.status, done.err) == (0, "")
    assert done.out == "9 questions: bread-handout.html\n"
    said = (cli.work / "bread-handout.html").read_text("utf-8")
    assert said.index("What does yeast make of sugar?") < said.index("Answers")


def test_an_exam_is_a_paper_a_variant_and_a_key(cli: Cli) -> None:
    done = cli("print", "sets/bread.yaml", "--exam", "--variants", "A,B", "--seed", "7")
    assert written(cli) == {"bread-exam-A.html", "bread-exam-B.html", "bread-key.html"}
    assert "--seed 7" in done.out


def test_so_many_questions_are_drawn_as_are_asked_for(cli: Cli) -> None:
    done = cli("print", "sets/bread.yaml", "--exam", "--questions", "4", "--seed", "7")
    assert done.out.startswith("4 questions: bread-exam.html, bread-key.html\n")
    first = (cli.work / "bread-exam.html").read_bytes()
    cli("print", "sets/bread.yaml", "--exam", "--questions", "4", "--seed", "7", "--force")
    assert (cli.work / "bread-exam.html").read_bytes() == first
    assert first.count(b"<article") == 4


def test_nothing_is_written_where_one_of_the_files_is_there(cli: Cli) -> None:
    (cli.work / "bread-key.html").write_text("mine", "utf-8")
    done = cli("print", "sets/bread.yaml", "--exam", "--seed", "7")
    assert (done.status, written(cli)) == (2, {"bread-key.html"})
    assert "bread-key.html: there is a file of this name already" in done.err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--variants", "A,B"), "add --exam"),
        (("--exam", "--variants", "A,,B"), "such as A,B"),
        (("--exam", "--variants", "A,../B"), "such as A,B"),
        (("--exam", "--variants", "A,A"), "such as A,B"),
        (("--output", "nowhere"), "nowhere: there is no such folder"),
    ],
)
def test_what_cannot_be_printed_is_said(cli: Cli, args: tuple[str, ...], said: str) -> None:
    done = cli("print", "sets/bread.yaml", *args)
    assert done.status == 2
    assert said in done.err
    assert written(cli) == set()


def test_the_extra_is_named_where_typst_is_missing(cli: Cli) -> None:
    done = cli.python("-c", NO_TYPST, "print", "sets/bread.yaml", "--to", "pdf")
    assert done.returncode == 2
    assert install("print") in done.stderr
    assert "Traceback" not in done.stderr
