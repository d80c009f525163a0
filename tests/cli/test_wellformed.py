"""What programs read is well-formed, whatever names, comments and texts hold."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest

from quiz.core.text.unsafe import UNSAFE
from tests.cli.running import Cli

HOSTILE = "a\u0085::stop-commands::b\u2028c\u2029\u202ed\u009b\u200b"
NAME = b"n\n::stop-commands::x\xc2\x85::a\xe2\x80\xa8,b:%\xff.yaml"
SET = """\
id: hostile
title: "=1+1{0}"
documents:
  d: d.txt
questions:
  - id: q
    type: single-choice
    stem: "{0}"
    answer: "@sum(a1) {0}"
    distractors: ["{0} b", "-c"]
    tags: ["=cmd|' /C calc'!A0", "+{0}", "-1", "@x"]
    sources: [{{document: d, exact: "no such words {0}"}}]
  - id: r
    type: true-false
    stem: "=1+2 {0}"
    answer: true
    tags: ["=cmd"]
    sources: [{{document: d, exact: "The value is 5."}}]
    zz: "{0}"
"""
JSON_COMMANDS = (
    ("check", "{set}", "--format", "json"),
    ("check", "{set}", "--format", "sarif"),
    ("coverage", "{set}", "--format", "json"),
    ("reanchor", "{set}", "--format", "json"),
    ("flags", "--format", "json"),
    ("stats", "{set}", "--format", "json"),
    ("list", "--format", "json"),
    ("search", HOSTILE, "--format", "json"),
    ("rules", "--format", "json"),
    ("doctor", "--format", "json"),
    ("settings", "--format", "json"),
    ("optimize", "--format", "json"),
    ("schema",),
)


@pytest.fixture
def hostile(cli: Cli) -> str:
    folder = cli.work / "questions"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "d.txt").write_text(f"The value is 5.\n\n{HOSTILE}\n", "utf-8")
    path = str(folder / os.fsdecode(NAME))
    text = SET.format(HOSTILE.encode("unicode_escape").decode())
    Path(path).write_text(text, "utf-8")
    return path


def filled(command: tuple[str, ...], path: str) -> list[str]:
    return [part.replace("{set}", path) for part in command]


@pytest.mark.parametrize("command", JSON_COMMANDS, ids=" ".join)
def test_every_json_can_be_read_and_hides_nothing(
    cli: Cli, hostile: str, command: tuple[str, ...]
) -> None:
    said = cli(*filled(command, hostile))
    assert "Traceback" not in said.err
    if said.out or command[0] != "optimize":
        json.loads(said.out)
    assert UNSAFE.search(said.out) is None


def test_a_pull_request_starts_no_command_of_its_own(cli: Cli, hostile: str) -> None:
    said = cli("check", hostile, "--format", "github")
    assert said.out
    for line in said.out.splitlines():
        assert line.startswith(("::error file=", "::warning file=", "::notice file="))
        assert "stop-commands::" not in line.split("::", 2)[1]
    assert UNSAFE.search(said.out) is None


def test_no_cell_of_a_table_is_a_formula(cli: Cli, hostile: str) -> None:
    done = cli("study", "hostile", "--plain", typed="1\n\n1\n\n")
    assert "Traceback" not in done.err
    said = cli("stats", "--format", "csv")
    rows = list(csv.reader(io.StringIO(said.out)))
    assert rows[0] == ["section", "name", "measure", "value"]
    assert {len(row) for row in rows} == {4}
    for row in rows:
        assert not any(cell.startswith(("=", "@", "+", "\t")) for cell in row)
    assert UNSAFE.search(said.out) is None


def test_an_export_on_a_terminal_holds_no_control_characters(cli: Cli, hostile: str) -> None:
    cli("study", "hostile", "--plain", typed=f"{HOSTILE}\n1\n\n")
    said = cli("history", "export")
    assert [json.loads(line) for line in said.out.split("\n") if line]
    assert UNSAFE.search(said.out) is None
