from __future__ import annotations

import json

import pytest

from quiz.formats.writers import WRITERS, writer
from tests.cli.running import Cli
from tests.plain.nine_types import SET


@pytest.mark.parametrize("name", WRITERS)
def test_a_set_is_written_beside_under_its_own_name(cli: Cli, name: str) -> None:
    done = cli("export", "sets/bread.yaml", "--to", name)
    file = f"bread{writer(name).form.suffix}"
    assert (cli.work / file).stat().st_size > 100
    assert f"exported to {file}" in done.out
    assert (done.status, done.err) == (1 if name == "aiken" else 0, "")


def test_each_loss_is_told_at_the_place_of_its_question(cli: Cli) -> None:
    done = cli("export", "sets/bread.yaml", "--to", "gift")
    assert "sets/bread.yaml:72: steps: ordering in GIFT: as a short answer\n" in done.out
    assert "9 questions exported to bread.gift, 5 with losses\n" in done.out


DRAFT = "  - {id: more, type: numeric, stem: How many more?, answer: 2, draft: true}\n"


@pytest.fixture
def drafted(cli: Cli) -> Cli:
    """The set with one question more, a draft, and another set that is nothing but a draft."""
    path = cli.work / "sets" / "bread.yaml"
    path.write_text(f"{path.read_text('utf-8').rstrip()}\n{DRAFT}", "utf-8")
    alone = f"id: alone\ntitle: Alone\nquestions:\n{DRAFT}"
    (cli.work / "sets" / "alone.yaml").write_text(alone, "utf-8")
    return cli


def test_drafts_are_exported_where_they_are_asked_for_and_else_counted(drafted: Cli) -> None:
    without = drafted("export", "sets/bread.yaml", "--to", "moodle-xml").out
    assert "9 questions exported" in without
    assert "1 draft left out; --drafts exports them, too\n" in without
    assert "How many more?" not in (drafted.work / "bread.xml").read_text("utf-8")
    done = drafted("export", "sets/bread.yaml", "--to", "moodle-xml", "--drafts", "--force")
    assert "10 questions exported to bread.xml" in done.out
    assert "left out" not in done.out
    assert "How many more?" in (drafted.work / "bread.xml").read_text("utf-8")


def test_a_set_of_nothing_but_drafts_makes_no_empty_file(drafted: Cli) -> None:
    done = drafted("export", "sets/alone.yaml", "--to", "anki")
    assert (done.status, done.out) == (2, "")
    assert "nothing to export" in done.err
    assert "--drafts" in done.err
    assert not (drafted.work / "alone.apkg").exists()


def test_drafts_are_printed_where_they_are_asked_for(drafted: Cli) -> None:
    assert drafted("print", "sets/alone.yaml").status == 2
    assert drafted("print", "sets/alone.yaml", "--drafts").out.startswith("1 question: ")
    assert drafted("print", "sets/bread.yaml", "--exam", "--drafts").out.startswith("10 questions")


def test_a_strict_export_fails_where_something_is_lost(cli: Cli) -> None:
    assert cli("export", "sets/bread.yaml", "--to", "gift", "--strict").status == 1
    assert cli("export", "sets/bread.yaml", "--to", "gift", "--force").status == 0


def test_a_file_that_is_there_is_left_alone(cli: Cli) -> None:
    (cli.work / "bread.gift").write_text("mine", "utf-8")
    done = cli("export", "sets/bread.yaml", "--to", "gift")
    assert (done.status, (cli.work / "bread.gift").read_text("utf-8")) == (2, "mine")
    assert "--force" in done.err
    assert cli("export", "sets/bread.yaml", "--to", "gift", "--force").status == 0
    assert (cli.work / "bread.gift").read_text("utf-8") != "mine"


def test_standard_output_has_the_file_and_nothing_else(cli: Cli) -> None:
    done = cli("export", "sets/bread.yaml", "--to", "gift", "--output", "-")
    assert done.out.startswith("$CATEGORY: Baking bread\n")
    assert "questions exported" not in done.out
    assert "9 questions exported, 5 with losses" in done.err


def test_the_report_is_to_be_had_as_json(cli: Cli) -> None:
    done = cli("export", "sets/bread.yaml", "--to", "aiken", "--format", "json")
    report = json.loads(done.out)
    assert (report["exported"], report["not_exported"], report["file"]) == (2, 7, "bread.txt")
    gone = [loss for loss in report["losses"] if not loss["exported"]]
    assert gone[0] == {
        "question": "dough",
        "line": 22,
        "what": "multiple-choice in Aiken: not exported, it knows only one right option",
        "exported": False,
    }


def test_a_set_with_errors_is_not_exported(cli: Cli) -> None:
    broken = SET.replace("type: true-false", "type: true-or-not")
    (cli.work / "sets" / "bread.yaml").write_text(broken, "utf-8")
    done = cli("export", "sets/bread.yaml", "--to", "gift")
    assert done.status == 2
    assert "sets/bread.yaml:31" in done.err
    assert not (cli.work / "bread.gift").exists()


def test_a_folder_of_several_sets_is_asked_about(cli: Cli) -> None:
    other = SET.replace("id: bread\n", "id: other\n", 1)
    (cli.work / "sets" / "other.yaml").write_text(other, "utf-8")
    done = cli("export", "sets", "--to", "gift")
    assert done.status == 2
    assert "2 sets" in done.err
    assert "bread, other" in done.err


def test_a_folder_that_cannot_be_written_is_told(cli: Cli) -> None:
    done = cli("export", "sets/bread.yaml", "--to", "gift", "--output", "nowhere/bread.gift")
    assert done.status == 2
    assert "nowhere/bread.gift: cannot be written" in done.err
