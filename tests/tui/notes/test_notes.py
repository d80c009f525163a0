"""The list of notes, by keyboard."""

from __future__ import annotations

import pytest

from quiz.core.documents.document import Passage
from quiz.core.memory.records import HIGHLIGHT
from quiz.study.common.noting import mark, note_on, on_passage, write_note
from quiz.study.common.workspace import Workspace
from quiz.tui.screens.notes.screen import NONE, NotesScreen
from quiz.tui.screens.reader.screen import ReaderScreen
from tests.tui.driving import SIZES, Learner, drive


def with_notes(workspace: Workspace) -> None:
    write_note(workspace, "bread/gas", "yeast, not soda")
    document = workspace.library.document("bread", "bread")
    at = document.text.index("A dough rests")
    mark(workspace, on_passage("bread/bread", document, Passage(at, at + 30), HIGHLIGHT))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_notes_are_listed_searched_and_lead_to_what_they_are_on(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    with_notes(workspace)

    async def script(learner: Learner) -> None:
        await learner.press("m")
        assert learner.sees("2 notes")
        assert learner.sees("yeast, not soda")
        await learner.press("down", "enter")
        assert isinstance(learner.app.screen, ReaderScreen)
        assert "A dough rests" in learner.highlighted
        await learner.press("escape")
        await learner.type("soda")
        assert learner.sees("1 note")
        await learner.press("enter")
        assert learner.session.study.session.plan == ("bread/gas",)

    drive(workspace, script, size=size)


def test_a_note_is_changed_and_removed_in_the_list(workspace: Workspace) -> None:
    with_notes(workspace)

    async def script(learner: Learner) -> None:
        await learner.press("m", "f4")
        await learner.type("!")
        await learner.press("enter")
        found = note_on(workspace, "bread/gas")
        assert found is not None
        assert found.text == "yeast, not soda!"
        await learner.press("f8", "n")
        assert learner.sees("2 notes")
        await learner.press("f8", "y")
        assert learner.sees("1 note")
        assert note_on(workspace, "bread/gas") is None

    drive(workspace, script)


def test_without_notes_it_says_how_one_is_written(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("m", "enter", "f4", "f8")
        assert isinstance(learner.app.screen, NotesScreen)
        assert learner.sees(NONE)

    drive(workspace, script)
