from __future__ import annotations

import os
from itertools import count
from pathlib import Path

import pytest

from quiz.errors import SetError
from quiz.store.library.found_files import Found
from quiz.study.authoring.previewing import Preview
from quiz.study.common.evidence import Role

MOMENTS = count(1_800_000_000)
DOCUMENT = "A kettle heats water.\n\nSteam makes it whistle.\n\nTea wants boiling water.\n"
SET = """\
id: s
title: T
documents: {d: d.txt}
questions:
  - id: proved
    type: short-answer
    stem: What wants boiling water?
    answer: tea
    sources:
      - {document: d, exact: Tea wants boiling water.}
  - id: whistle
    type: short-answer
    stem: What makes a kettle whistle?
    answer: steam
    draft: true
    sources:
      - document: d
        exact: A kettle heats water.
  - id: heats
    type: short-answer
    stem: What heats water?
    answer: a kettle
    draft: true
"""


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    (tmp_path / "d.txt").write_text(DOCUMENT, "utf-8")
    path = tmp_path / "s.yaml"
    path.write_text(SET, "utf-8")
    return Preview(Found(path, tmp_path))


def quoted(preview: Preview) -> list[str]:
    return [item.source.exact for item in preview.evidence]


def test_the_proposal_of_the_file_comes_first_and_others_follow(preview: Preview) -> None:
    preview.go(1)
    assert {item.role for item in preview.evidence} == {Role.PROPOSED}
    assert quoted(preview)[:2] == ["A kettle heats water.", "Steam makes it whistle."]


def test_what_proves_a_question_is_no_proposal(preview: Preview) -> None:
    assert [item.role for item in preview.evidence] == [Role.PROOF]


def test_an_accepted_passage_proves_the_question_and_the_next_draft_waits(preview: Preview) -> None:
    preview.go(1)
    assert preview.accept(preview.evidence[1].source)
    assert preview.question is not None
    assert (preview.question.id, preview.question.draft) == ("whistle", False)
    assert quoted(preview) == ["Steam makes it whistle."]
    assert preview.left == 1
    assert preview.next_draft()
    assert preview.question.id == "heats"


def test_a_draft_that_nothing_proves_is_not_offered_again(preview: Preview) -> None:
    preview.go(1)
    assert preview.decline()
    assert preview.left == 1
    preview.next_draft()
    assert preview.decline()
    assert preview.left == 0
    assert not preview.next_draft()


def test_decisions_are_taken_back_one_by_one(preview: Preview) -> None:
    path = preview.latest.found.path
    before = path.read_bytes()
    preview.go(1)
    preview.accept(preview.evidence[1].source)
    preview.next_draft()
    preview.decline()
    assert preview.undo()
    assert preview.question is not None
    assert preview.question.id == "heats"
    assert preview.undo()
    assert preview.question.id == "whistle"
    assert not preview.undo()
    assert path.read_bytes() == before


def test_a_file_that_changed_meanwhile_is_read_before_it_is_written(preview: Preview) -> None:
    preview.go(1)
    source = preview.evidence[1].source
    path = preview.latest.found.path
    path.write_text(SET.replace("    draft: true\n    sources:\n", "    sources:\n"), "utf-8")
    os.utime(path, (next(MOMENTS),) * 2)
    with pytest.raises(SetError, match="no draft any more"):
        preview.accept(source)
