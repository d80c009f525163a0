from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Cli

BANK = """\
What heats water?
A. A kettle
B. A sieve
C. A spoon
ANSWER: A

What boils at 100 degrees?
A) Water
B) Milk
C) Oil
Answer: a
"""


@pytest.fixture
def bank(cli: Cli) -> Path:
    path = cli.work / "bank.txt"
    path.write_text(BANK, "utf-8")
    return path


def the_set(cli: Cli) -> str:
    return (cli.work / "bank.yaml").read_text("utf-8")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_bank_becomes_a_set_of_drafts_that_check_accepts(cli: Cli, bank: Path) -> None:
    ran = cli("import", "bank.txt")
    assert ran.status == 0
    assert "bank.txt:1: imported: heats-water" in ran.out
    assert "bank.txt:7: imported: boils-100-degrees" in ran.out
    assert "2 items: 2 imported, 0 changed, 0 not imported" in ran.out
    assert the_set(cli).count("draft: true") == 2
    assert cli("check", "bank.yaml").status == 0


def test_what_is_not_imported_is_told_and_makes_the_exit_status_1(cli: Cli, bank: Path) -> None:
    edit(bank, "ANSWER: A", "ANSWER: Z")
    ran = cli("import", "bank.txt")
    assert ran.status == 1
    assert "bank.txt:1: not imported: the answer is Z, and there is no such option" in ran.out
    assert "2 items: 1 imported, 0 changed, 1 not imported" in ran.out


def test_what_is_lost_makes_the_exit_status_1_where_one_is_strict(cli: Cli, bank: Path) -> None:
    edit(bank, "C. A spoon", "C. a sieve")
    assert cli("import", "bank.txt").status == 0
    ran = cli("import", "bank.txt", "--strict")
    assert ran.status == 1
    assert "bank.txt:1: changed: heats-water: lost the wrong option “a sieve”" in ran.out


def test_the_report_as_json_has_every_item_with_its_place(cli: Cli, bank: Path) -> None:
    edit(bank, "Answer: a", "Answer: q")
    ran = cli("import", "bank.txt", "--format", "json")
    told = json.loads(ran.out)
    assert [(one["line"], one["outcome"]) for one in told["items"]] == [
        (1, "imported"),
        (7, "not imported"),
    ]
    assert told["summary"] == {"items": 2, "imported": 1, "changed": 0, "not_imported": 1}
    assert told["items"][1]["reason"]


def test_importing_again_changes_no_byte(cli: Cli, bank: Path) -> None:
    cli("import", "bank.txt")
    before = the_set(cli)
    ran = cli("import", "bank.txt")
    assert the_set(cli) == before
    assert "2 unchanged" in ran.out


def test_what_the_bank_says_now_comes_in_under_the_same_id(cli: Cli, bank: Path) -> None:
    cli("import", "bank.txt")
    edit(bank, "C. A spoon", "C. A ladle")
    edit(bank, "What boils at 100 degrees?", "What boils at 100 °C?")
    ran = cli("import", "bank.txt")
    assert "2 updated" in ran.out
    text = the_set(cli)
    assert "- A ladle" in text
    assert "A spoon" not in text
    assert "stem: What boils at 100 °C?" in text
    assert text.count("id: boils-100-degrees") == text.count("What boils") == 1


def test_what_the_author_has_edited_stays_and_that_is_told(cli: Cli, bank: Path) -> None:
    cli("import", "bank.txt")
    edit(cli.work / "bank.yaml", "- A spoon", "- A teaspoon")
    edit(bank, "C. A spoon", "C. A ladle")
    ran = cli("import", "bank.txt")
    assert "- A teaspoon" in the_set(cli)
    assert "- A ladle" not in the_set(cli)
    assert "heats-water: the bank says something else now, and you have edited" in ran.out
    assert "heats-water: the bank says something else now" in cli("import", "bank.txt").out


def test_an_edit_stays_while_the_bank_is_as_it_was(cli: Cli, bank: Path) -> None:
    cli("import", "bank.txt")
    edit(cli.work / "bank.yaml", "- A spoon", "- A teaspoon  # better")
    before = the_set(cli)
    assert cli("import", "bank.txt").status == 0
    assert the_set(cli) == before


def test_a_question_that_the_author_removed_stays_out(cli: Cli, bank: Path) -> None:
    cli("import", "bank.txt")
    text = the_set(cli)
    (cli.work / "bank.yaml").write_text(text[: text.index("\n  - id: boils")] + "\n", "utf-8")
    ran = cli("import", "bank.txt")
    assert "boils-100-degrees: you have removed this question" in ran.out
    assert "boils" not in the_set(cli)


def test_a_question_that_left_the_bank_stays_in_the_set_and_that_is_told(
    cli: Cli, bank: Path
) -> None:
    cli("import", "bank.txt")
    bank.write_text(BANK[: BANK.index("What boils")], "utf-8")
    ran = cli("import", "bank.txt")
    assert "boils-100-degrees: no longer in the bank; it stays in the set" in ran.out
    assert "boils-100-degrees" in the_set(cli)


def test_new_questions_come_behind_the_others(cli: Cli, bank: Path) -> None:
    cli("import", "bank.txt")
    before = the_set(cli)
    bank.write_text("What whistles?\nA. A kettle\nB. A cat\nANSWER: A\n\n" + BANK, "utf-8")
    ran = cli("import", "bank.txt")
    assert "2 unchanged" in ran.out
    assert the_set(cli).startswith(before)
    assert "  - id: whistles\n" in the_set(cli)[len(before) :]


def test_without_the_record_nothing_is_doubled(cli: Cli, bank: Path) -> None:
    cli("import", "bank.txt")
    (cli.work / "bank.quiz-import.json").unlink()
    edit(cli.work / "bank.yaml", "- A spoon", "- A teaspoon")
    ran = cli("import", "bank.txt")
    assert "1 kept as edited" in ran.out
    assert the_set(cli).count("- id:") == 2
    edit(bank, "C. A spoon", "C. A ladle")
    assert "1 kept as edited" in cli("import", "bank.txt").out


def test_a_set_with_errors_is_left_alone(cli: Cli, bank: Path) -> None:
    cli("import", "bank.txt")
    edit(cli.work / "bank.yaml", "type: single-choice", "type: singel-choice")
    before = the_set(cli)
    ran = cli("import", "bank.txt")
    assert ran.status == 2
    assert "bank.yaml:" in ran.err
    assert the_set(cli) == before


def test_a_dry_run_writes_nothing(cli: Cli, bank: Path) -> None:
    ran = cli("import", "bank.txt", "--dry-run")
    assert "bank.yaml would be written" in ran.out
    assert not (cli.work / "bank.yaml").exists()


def test_learners_are_not_asked_drafts_unless_they_say_so(cli: Cli, bank: Path) -> None:
    cli("import", "bank.txt")
    ran = cli("study", "bank.yaml", "--plain")
    assert "2 questions are drafts" in ran.out
    assert "--drafts" in ran.out
    ran = cli("study", "bank.yaml", "--plain", "--drafts", typed="1\n\n1\n\n")
    assert "2 questions." in ran.out


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("letter.txt", b"Dear all,\nplease find.\n", "no questions are found"),
        ("scan.pdf", b"%PDF-1.7 ...", "this is a PDF"),
        ("page.xml", b"<rss version='2.0'></rss>", "it starts with <rss>"),
        ("zeros.txt", b"\x00\x01\x02" * 300, "no text"),
        ("cut.zip", b"PK\x03\x04 cut off", "the archive is damaged"),
    ],
)
def test_what_is_no_bank_is_named(cli: Cli, name: str, content: bytes, said: str) -> None:
    (cli.work / name).write_bytes(content)
    ran = cli("import", name)
    assert ran.status == 2
    assert said in ran.err
    assert name in ran.err


def test_several_documents_follow_one_option(cli: Cli, bank: Path) -> None:
    folder = cli.work / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text("A kettle heats water.\n", "utf-8")
    (folder / "b.md").write_text("# Boiling\n\nWater boils at 100 degrees.\n", "utf-8")
    ran = cli("import", "bank.txt", "--documents", "documents/a.txt", "documents/b.md", "--strict")
    assert ran.status == 0
    assert "2 passages are proposed: `quiz preview bank.yaml`" in ran.out
    text = the_set(cli)
    assert "a: documents/a.txt" in text
    assert "b: documents/b.md" in text
    assert "exact: A kettle heats water." in text
    assert cli("check", "bank.yaml").status == 0


def test_ids_of_words_come_in_as_they_are_in_the_bank(cli: Cli) -> None:
    cli("export", "sets/bread.yaml", "--to", "qti")
    assert cli("import", "bread.zip", "--output", "back.yaml").status == 0
    text = (cli.work / "back.yaml").read_text("utf-8")
    ids = [line.split(": ")[1] for line in text.splitlines() if line.startswith("  - id: ")]
    assert ids == ["gas", "dough", "held", "gluten", "rest", "cloze", "roles", "steps", "crust"]


def test_a_format_that_does_not_exist_is_answered_with_those_that_do(cli: Cli, bank: Path) -> None:
    ran = cli("import", "bank.txt", "--from", "word")
    assert ran.status == 2
    assert "there is no format 'word'; there are: gift, moodle-xml, aiken, table" in ran.err
    assert cli("import", "bank.txt", "--from", "aiken").status == 0
