"""`quiz stats` as text, JSON and CSV, and what an exam would come to."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from quiz.core.memory.scheduling import Confidence
from quiz.core.text.signs.columns import columns
from tests import TOP
from tests.cli.running import Cli
from tests.study.lived import LAST, Event, live, workspace_at

EVENTS = [
    *(Event("stones/old", 1, True, Confidence.SURE) for _ in range(5)),
    Event("stones/quartz", 0, True),
    *(Event("stones/quartz", 2, right) for right in (False, True) * 5),
    Event("stones/dark", 1, False, Confidence.SURE),
    Event("rains/down", 3, True, exam=True),
]


@pytest.fixture
def told(tmp_path: Path) -> Cli:
    """The command over a history that ends long ago, its sets the user's own."""
    with workspace_at(tmp_path) as workspace:
        live(workspace, EVENTS, LAST - 400)
    cli = Cli(tmp_path)
    cli.work.mkdir()
    return cli


def rows(printed: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(printed)))


def test_every_page_is_told_and_fits_eighty_columns(told: Cli) -> None:
    ran = told("stats", "../sets")
    assert ran.status == 0
    for heading in (
        "Today",
        "The next 14 days",
        "The last year",
        "True retention",
        "How long it will last",
        "Problem questions",
        "Certainty",
        "Exams",
    ):
        assert f"\n{heading}\n" in ran.out
    assert max(columns(line) for line in ran.out.splitlines()) <= 80
    assert "None" not in ran.out.replace("None:", "").replace("None in", "")


def test_problem_questions_are_named_with_their_place(told: Cli) -> None:
    out = told("stats", "../sets").out
    assert "1 question was forgotten 4 times or more after being known." in out
    assert "What does granite have?" in out
    assert "Rocks › Granite › line 7; 5 times" in out


def test_where_nothing_is_known_words_say_so(told: Cli) -> None:
    out = told("stats", "../sets").out
    assert "Nothing to tell yet: that takes questions asked again on a later day." in out
    assert "No answers yet." in out
    assert "No answer was marked yet." in out
    assert not re.search(r"\d %", out.split("True retention")[1].split("How long")[0])


def test_an_output_without_unicode_gets_plain_characters(told: Cli) -> None:
    ran = told("stats", "../sets", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert ran.status == 0
    assert "Rocks > Granite > line 7; 5 times" in ran.out
    assert re.search(r"from 1 day +\d", ran.out)
    assert "?" not in ran.out.replace("have?", "").replace("dark?", "").replace("two?", "")


def test_json_has_every_section(told: Cli) -> None:
    found = json.loads(told("stats", "../sets", "--format", "json").out)
    assert list(found) == [
        *("total", "sets", "documents", "today", "calendar", "retention", "recall"),
        *("memory", "certainty", "exams"),
    ]
    assert found["memory"]["asked"] == 3
    assert found["memory"]["problem_questions"][0]["name"] == "stones/quartz"
    assert found["exams"]["sat"][0]["right"] == 1
    assert found["retention"]["share"] is None
    assert found["today"]["due"] == 3


def test_csv_has_the_same_values_in_rows(told: Cli) -> None:
    data = json.loads(told("stats", "../sets", "--format", "json").out)
    table = rows(told("stats", "../sets", "--format", "csv").out)
    assert list(table[0]) == ["section", "name", "measure", "value"]
    found = {(row["section"], row["name"], row["measure"]): row["value"] for row in table}
    assert len(found) == len(table)
    assert found["today", "", "due"] == str(data["today"]["due"])
    assert found["memory.problem_questions", "stones/quartz", "lapses"] == "5"
    assert found["exams.sat", "1", "passed"] == "true"
    assert ("retention", "", "share") not in found


def test_without_paths_answers_to_sets_that_are_gone_count(told: Cli) -> None:
    known = json.loads(told("stats", "../sets", "--format", "json").out)
    every = json.loads(told("stats", "--format", "json").out)
    assert known["today"]["pace_answers"] == every["today"]["pace_answers"] == 17
    assert every["memory"]["asked"] == 0


def test_an_exam_on_a_day_to_come(told: Cli) -> None:
    ran = told("stats", "../sets", "--set", "stones", "--on", "2999-01-31")
    assert ran.status == 0
    assert "If the exam were on 31 Jan 2999\n  Stones\n  you would score about " in ran.out
    assert "3 questions asked before: your memory of them predicts" in ran.out
    assert "1 question never asked: by blind guessing, 50 % of them." in ran.out
    assert "Corrected by your last 14 answers to known questions" in ran.out
    found = json.loads(
        told("stats", "../sets", "--set", "stones", "--on", "2999-01-31", "--format", "json").out
    )["what_if"]
    assert found["low"] < found["score"] < found["high"]
    assert (found["date"], found["asked"], found["correction"]["answers"]) == ("2999-01-31", 3, 14)
    table = rows(told("stats", "../sets", "--set", "rains", "--format", "csv").out)
    assert {"section": "what_if", "name": "", "measure": "needed", "value": "0.6"} in table


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--on", "2999-01-31"), "--on needs --set"),
        (("--set", "stones", "--on", "2001-01-31"), "the day of the exam has gone by"),
        (("--set", "stones", "--on", "soon"), "'soon' does not match"),
        (("--set", "stnes"), "did you mean 'stones'?"),
    ],
)
def test_an_odd_question_is_refused(told: Cli, args: tuple[str, ...], words: str) -> None:
    ran = told("stats", "../sets", *args)
    assert ran.status == 2
    assert words in ran.err
    assert ran.out == ""


def test_statistics_write_no_history(tmp_path: Path) -> None:
    cli = Cli(tmp_path)
    cli.work.mkdir()
    assert cli("stats").status == 0
    assert not (cli.home / "history.sqlite").exists()


def test_every_section_and_measure_is_in_the_documentation(told: Cli) -> None:
    text = (TOP / "docs" / "statistics.md").read_text(encoding="utf-8")
    table = rows(told("stats", "--format", "csv").out)
    table += rows(told("stats", "../sets", "--set", "stones", "--format", "csv").out)
    measures = {re.sub("^(young|mature)_", "", row["measure"]) for row in table}
    sections = {row["section"] for row in table if not row["section"].startswith("recall")}
    missing = {word for word in measures | sections if f"`{word}`" not in text}
    assert missing == set()
