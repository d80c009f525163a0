"""Notes, bookmarks and setting aside at a question, by keyboard."""

from __future__ import annotations

import pytest

from quiz.core.memory.records import BOOKMARK
from quiz.study.common.noting import note_on, write_note
from quiz.study.common.set_aside import resting
from quiz.study.common.workspace import Workspace
from quiz.tui.screens.session.summary import SummaryScreen
from tests.plain.nine_types import begin_all, only
from tests.tui.driving import SIZES, Learner, drive


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_note_is_written_at_the_verdict_and_stands_there(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async def script(learner: Learner) -> None:
        await learner.answer(right=True)
        await learner.press("w")
        assert learner.sees("What does yeast make of sugar?")
        assert learner.sees("Enter keeps it")
        await learner.type("not soda")
        await learner.press("ctrl+j", "x", "enter")
        assert learner.sees("Mine not soda")

    drive(workspace, script, study=only(workspace, "gas"), size=size)
    found = note_on(workspace, "bread/gas")
    assert found is not None
    assert found.text == "not soda\nx"


def test_escape_leaves_a_note_as_it_was_and_no_words_remove_it(workspace: Workspace) -> None:
    write_note(workspace, "bread/gas", "old")

    async def script(learner: Learner) -> None:
        await learner.press("w", "n", "escape")
        assert workspace.history.notes()[0].text == "old"
        await learner.press("w", "backspace", "backspace", "backspace", "enter")
        assert workspace.history.notes() == []

    drive(workspace, script, study=only(workspace, "gas"))


def test_while_an_answer_is_typed_the_same_is_done_with_ctrl(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.type("w-")
        await learner.press("ctrl+n")
        await learner.type("mine")
        await learner.press("enter", "ctrl+b")
        assert {note.kind for note in workspace.history.notes()} == {BOOKMARK, "note"}
        await learner.press("ctrl+s")
        assert learner.sees("not today")
        await learner.press("t")
        assert isinstance(learner.app.screen, SummaryScreen)

    drive(workspace, script, study=only(workspace, "gluten"))


def test_a_bookmark_is_a_key(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("B")

    drive(workspace, script, study=only(workspace, "gas"))
    assert [note.kind for note in workspace.history.notes()] == [BOOKMARK]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_question_is_set_aside_and_the_next_one_comes(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    study = begin_all(workspace)
    first = study.current_uid

    async def script(learner: Learner) -> None:
        await learner.press("minus", "escape")
        assert learner.session.study.current_uid == first
        await learner.press("minus")
        assert learner.sees("not today")
        await learner.press("g")
        assert learner.session.study.current_uid != first

    drive(workspace, script, study=study, size=size)
    assert set(resting(workspace)) == {first}


def test_after_the_verdict_of_a_miss_it_does_not_return(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.answer(right=False)
        await learner.press("minus", "t", "space")
        assert isinstance(learner.app.screen, SummaryScreen)

    drive(workspace, script, study=only(workspace, "gas"))
