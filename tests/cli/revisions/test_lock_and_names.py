"""What the lock knows: changed documents, answers that left their source, questions renamed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Cli

GUIDE = """Kitchen

Always descale the kettle with vinegar. It boils at 100 degrees, as water does near the sea.
See rule §9.2.1 for guests. The cook keeps the key.
"""
SET = """\
id: kitchen
title: Kitchen
language: en
documents: {guide: guide.txt}
questions:
  - id: descale
    type: short-answer
    stem: With what is the kettle descaled?
    answer: vinegar
    explanation: It dissolves the lime.
    sources: [{document: guide, exact: Always descale the kettle with vinegar.}]
  - id: key
    type: short-answer
    stem: Who keeps the key?
    answer: the cook
    explanation: So it is always at hand.
    sources: [{document: guide, exact: The cook keeps the key.}]
"""


@pytest.fixture
def folder(cli: Cli) -> Path:
    folder = cli.work / "questions"
    folder.mkdir()
    (folder / "guide.txt").write_text(GUIDE, "utf-8")
    (folder / "kitchen.yaml").write_text(SET, "utf-8")
    return folder


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_check_says_that_there_is_no_lock_and_fix_writes_it(cli: Cli, folder: Path) -> None:
    assert "1 set has no lock file" in cli("check").out
    assert "no lock file" not in cli("check", "--fix").out
    assert (folder / "kitchen.quiz-lock.json").exists()
    assert "no lock file" not in cli("check").out


def test_a_new_set_has_a_lock(cli: Cli) -> None:
    (cli.work / "guide.txt").write_text(GUIDE, "utf-8")
    assert cli("new", "guide.txt").status == 0
    lock = json.loads((cli.work / "guide.quiz-lock.json").read_text("utf-8"))
    assert lock["sources"]
    assert lock["questions"]


def test_check_counts_what_fix_mends(cli: Cli, folder: Path) -> None:
    rewrite(folder / "kitchen.yaml", "exact: The cook keeps", "exact: the Cook keeps")
    assert "`quiz check --fix` mends 1 of these." in cli("check").out


def test_a_source_lost_by_a_change_of_the_document_leads_to_reanchor(
    cli: Cli, folder: Path
) -> None:
    cli("check", "--fix")
    rewrite(folder / "guide.txt", "vinegar.", "vinegar, unless it is of tin.")
    out = cli("check").out
    assert "the document has changed" in out
    assert "`quiz reanchor` shows what became of it" in out


def test_the_nearest_passage_is_a_whole_sentence(cli: Cli, folder: Path) -> None:
    rewrite(folder / "guide.txt", "keeps the key.", "keeps the keys, except on Sundays.")
    assert "The cook keeps the keys, except on Sundays." in cli("check", "--format", "json").out


def test_words_that_stand_only_inside_longer_ones_are_shown_with_those(
    cli: Cli, folder: Path
) -> None:
    rewrite(folder / "kitchen.yaml", "exact: The cook keeps the key.", 'exact: "See rule §9.2"')
    out = cli("check").out
    assert "only inside longer words" in out
    assert "See rule §9.2.1" in out


def test_an_exchanged_fact_is_never_followed_by_yes_and_shown_with_the_answer(
    cli: Cli, folder: Path
) -> None:
    cli("check", "--fix")
    rewrite(folder / "guide.txt", "vinegar", "lemon juice")
    ran = cli("reanchor", "--yes")
    assert ran.status == 1
    assert "the question's key still says: vinegar" in ran.out
    assert "exact: Always descale the kettle with vinegar." in SET


def test_an_answer_that_its_passage_no_longer_holds_is_reported(cli: Cli, folder: Path) -> None:
    cli("check", "--fix")
    rewrite(folder / "guide.txt", "vinegar", "lemon juice")
    rewrite(folder / "kitchen.yaml", "kettle with vinegar", "kettle with lemon juice")
    cli("check", "--fix")
    assert "answer-left-source" in cli("check").out
    rewrite(folder / "kitchen.yaml", "answer: vinegar", "answer: lemon juice")
    assert "answer-left-source" not in cli("check").out


def test_a_renamed_question_is_reported_and_its_answers_are_carried_over(
    cli: Cli, folder: Path
) -> None:
    cli("check", "--fix")
    cli("study", "kitchen", "--plain", typed="the cook\n\nvinegar\n\nq\n")
    rewrite(folder / "kitchen.yaml", "id: key", "id: key-keeper")
    out = cli("check").out
    assert "question-gone" in out
    assert "quiz rename kitchen/key key-keeper" in out
    ran = cli("rename", "kitchen/key", "key-keeper")
    assert ran.status == 0
    assert "key is key-keeper now" in ran.out
    assert "question-gone" not in cli("check").out


def test_rename_writes_the_id_into_the_file(cli: Cli, folder: Path) -> None:
    assert cli("rename", "kitchen/key", "keeper").status == 0
    assert "- id: keeper\n" in (folder / "kitchen.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kitchen/kee", "keeper", "did you mean"),
        ("kichen/key", "keeper", "there is no set"),
        ("kitchen/key", "descale", "another question"),
        ("kitchen/key", "a b", "is malformed"),
        ("kitchen/key", "k" * 65, "64 are the most"),
        ("kitchen", "keeper", "SET/OLD"),
    ],
)
def test_rename_says_what_is_wrong(cli: Cli, folder: Path, old: str, new: str, said: str) -> None:
    ran = cli("rename", old, new)
    assert ran.status == 2
    assert said in ran.err
    assert (folder / "kitchen.yaml").read_text("utf-8") == SET


def test_an_id_of_an_answered_question_that_is_gone_is_not_given_to_another(
    cli: Cli, folder: Path
) -> None:
    path = folder / "kitchen.yaml"
    cli("study", "kitchen", "--plain", typed="the cook\n\nvinegar\n\nq\n")
    path.write_text(SET.partition("  - id: key")[0], "utf-8")
    before = path.read_text("utf-8")
    ran = cli("rename", "kitchen/descale", "key")
    assert ran.status == 2
    assert "'key' was another question, and has 1 answer here" in ran.err
    assert path.read_text("utf-8") == before
