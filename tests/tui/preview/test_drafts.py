"""Drafts in the preview: accept, next, none."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.store.sets.reading import read_set
from tests.study.authoring.test_drafts import DOCUMENT, SET
from tests.tui.driving import SIZES
from tests.tui.preview.test_preview import Author, drive


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    (tmp_path / "d.txt").write_text(DOCUMENT, "utf-8")
    path = tmp_path / "s.yaml"
    path.write_text(SET, "utf-8")
    return path


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_proposals_are_walked_through_accepted_and_left(
    drafts: Path, size: tuple[int, int]
) -> None:
    async def script(author: Author) -> None:
        await author.press("d")
        assert author.sees("What makes a kettle whistle?")
        assert author.sees("May prove it")
        assert author.passages == ["A kettle heats water."]
        await author.press("right")
        assert author.passages == ["Steam makes it whistle."]
        await author.press("a")
        assert author.sees("What heats water?")
        await author.press("x")
        assert author.screen.preview.left == 0

    drive(drafts, script, size=size)
    found = read_set(drafts).set
    assert found is not None
    told = [(question.draft, [s.exact for s in question.sources]) for question in found.questions]
    assert told[1:] == [(False, ["Steam makes it whistle."]), (True, [])]


def test_a_decision_is_taken_back_by_a_key(drafts: Path) -> None:
    before = drafts.read_bytes()

    async def script(author: Author) -> None:
        await author.press("d", "a")
        assert drafts.read_bytes() != before
        await author.press("u")
        assert author.sees("taken back")

    drive(drafts, script)
    assert drafts.read_bytes() == before


def test_a_question_that_is_proved_already_is_left_alone(drafts: Path) -> None:
    before = drafts.read_bytes()

    async def script(author: Author) -> None:
        await author.press("a")
        assert author.sees("this question is no draft")
        await author.press("x")

    drive(drafts, script)
    assert drafts.read_bytes() == before


def test_where_nothing_is_near_that_is_said(drafts: Path) -> None:
    drafts.write_text(
        SET.replace("What heats water?", "Who won?").replace("a kettle\n", "Rome\n"), "utf-8"
    )

    async def script(author: Author) -> None:
        await author.press("G")
        assert author.sees("No passage has anything to do with this question.")
        assert author.passages == []

    drive(drafts, script)
