"""What YAML takes away from a text, or puts into it, without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.store.checking.checking import check_file
from quiz.store.library.found_files import Found

TRAPS = {"cut-by-comment", "control-character"}
HEAD = "id: s\ntitle: S\ndocuments: {m: manual.txt}\nquestions:\n"
SOURCE = "    sources: [{document: m, exact: The pump runs at 1.5 bar.}]\n"


def found(folder: Path, fields: str) -> list[tuple[str, int, int]]:
    (folder / "manual.txt").write_text("Pump manual\n\nThe pump runs at 1.5 bar.\n", "utf-8")
    path = folder / "s.yaml"
    lines = "".join(f"    {line}\n" for line in fields.split("\n"))
    path.write_text(f"{HEAD}  - id: q\n    type: short-answer\n{lines}{SOURCE}", "utf-8")
    findings = check_file(Found(path, folder)).report.findings
    return [(f.rule, f.line, f.column) for f in findings if f.rule in TRAPS]


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("stem: What is #1 on the list?\nanswer: pressure", (7, 11)),
        ("stem: When is it done # before or after\nanswer: after", (7, 11)),
        ("stem: Which note?\nanswer: F #", (8, 13)),
        ("stem: Which?\nanswer: a\naccept:\n  - b #2", (10, 9)),
        ("stem: Which?\nanswer: a\nexplanation: It is as\n  in issue #12 of the list", (9, 18)),
    ],
)
def test_a_text_without_quotes_that_a_comment_cuts_is_found(
    fields: str, place: tuple[int, int], tmp_path: Path
) -> None:
    assert found(tmp_path, fields) == [("cut-by-comment", *place)]


@pytest.mark.parametrize(
    "fields",
    [
        "stem: 'What is #1?'\nanswer: pressure",
        "stem: Which?\nanswer: pressure  # what the first page says",
        "stem: Which? # quiz: ignore[no-explanation] short\nanswer: a",
        "stem: Which?\nanswer: C#",
        "stem: Which?\nanswer: true # or false",
        "stem: Which?\nanswer: 30 # minutes",
        "stem: |\n  # a heading\n  and #more\nanswer: a",
        "stem: Which?\n# above the answer\nanswer: a",
    ],
)
def test_a_comment_that_is_meant_is_left_alone(fields: str, tmp_path: Path) -> None:
    assert found(tmp_path, fields) == []


@pytest.mark.parametrize(
    ("value", "traps"),
    [
        ('"C:\\new"', 1),
        ('"C:\\table"', 1),
        ('"a\\x07b"', 1),
        ("'C:\\new'", 0),
        ("C:\\new", 0),
        ('"C:\\\\new"', 0),
        ('"\\u00e9"', 0),
    ],
)
def test_an_escape_that_puts_an_unseen_sign_into_an_answer_is_found(
    value: str, traps: int, tmp_path: Path
) -> None:
    assert len(found(tmp_path, f"stem: Where is it?\nanswer: {value}")) == traps


def test_a_line_break_in_a_stem_is_meant(tmp_path: Path) -> None:
    assert found(tmp_path, 'stem: "One.\\nTwo?"\nanswer: a') == []
