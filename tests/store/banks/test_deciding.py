from __future__ import annotations

from pathlib import Path

import pytest

from quiz.core.grounding.source import Source
from quiz.errors import SetError
from quiz.store.banks.deciding import leave, prove, restore
from quiz.store.sets.reading import read_set

SET = """\
id: s
title: T
documents: {d: d.txt}
questions:
  # what is asked first
  - id: first
    type: numeric
    stem: How many?  # really
    answer: 1
    draft: true
    sources:
      - document: d
        exact: One is the number.
    tags: [x]

  - id: second
    type: short-answer
    stem: Which?
    answer: this
    draft: true   # nobody knows
  # the end
"""
SOURCE = Source("d", "Two: the other number.", suffix="And so on")


@pytest.fixture(params=["\n", "\r\n"], ids=["lf", "crlf"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "s.yaml"
    path.write_bytes(SET.replace("\n", request.param).encode())
    return path


def test_a_draft_is_proved_by_the_passage_that_is_accepted(path: Path) -> None:
    before = prove(path, "first", (SOURCE,))
    found = read_set(path)
    assert found.set is not None
    assert (found.set.questions[0].draft, found.set.questions[0].sources) == (False, (SOURCE,))
    new = path.read_bytes().splitlines()
    kept = [line for line in before.splitlines() if line in new]
    assert len(kept) == len(before.splitlines()) - 2  # the draft and the old passage


def test_a_draft_without_sources_gets_them_where_its_mark_was(path: Path) -> None:
    prove(path, "second", (SOURCE,))
    found = read_set(path)
    assert found.set is not None
    assert found.set.questions[1].sources == (SOURCE,)
    assert path.read_bytes().decode().rstrip().endswith("# the end")


def test_a_draft_that_no_passage_proves_says_so(path: Path) -> None:
    leave(path, "first", ())
    found = read_set(path)
    assert found.set is not None
    assert (found.set.questions[0].draft, found.set.questions[0].sources) == (True, ())
    assert b"    sources: []" in path.read_bytes()


def test_a_decision_is_taken_back_byte_by_byte(path: Path) -> None:
    before = prove(path, "first", (SOURCE,))
    restore(path, before, path.read_bytes())
    assert path.read_bytes() == before


def test_nothing_is_taken_back_in_a_file_that_has_changed(path: Path) -> None:
    before = prove(path, "first", (SOURCE,))
    after = path.read_bytes()
    path.write_bytes(after + b"# mine\n")
    with pytest.raises(SetError, match="changed meanwhile"):
        restore(path, before, after)


@pytest.mark.parametrize(
    "question",
    ["  - {id: flow, type: numeric, stem: How many?, answer: 1, draft: true}\n"],
)
def test_a_question_on_one_line_is_left_to_its_author(tmp_path: Path, question: str) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(f"id: s\ntitle: T\ndocuments: {{d: d.txt}}\nquestions:\n{question}", "utf-8")
    before = path.read_bytes()
    with pytest.raises(SetError, match="cannot be edited"):
        prove(path, "flow", (SOURCE,))
    assert path.read_bytes() == before


def test_what_is_no_draft_is_not_decided_about(path: Path) -> None:
    prove(path, "first", (SOURCE,))
    with pytest.raises(SetError, match="no draft any more"):
        prove(path, "first", (SOURCE,))
