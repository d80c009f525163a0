"""Marks and notes of one's own in a document, by keyboard."""

from __future__ import annotations

import pytest

from quiz.core.documents.document import Passage
from quiz.core.memory.records import BOOKMARK, HIGHLIGHT, NOTE
from quiz.study.common.noting import mark, on_passage, placed_notes
from quiz.study.common.workspace import Workspace
from tests.tui.driving import SIZES, Learner, drive


def marked(workspace: Workspace) -> list[tuple[str, str, str]]:
    """Kind, words and note of each mark."""
    document = workspace.library.document("bread", "bread")
    return [
        (one.note.kind, " ".join(one.note.exact.split()), one.note.text)
        for one in placed_notes(workspace, document)
    ]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_sentence_is_picked_and_highlighted(workspace: Workspace, size: tuple[int, int]) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("down", "o", "h")
        assert "Flour and water" in learner.highlighted
        await learner.press("down")
        assert "Yeast turns sugar into gas." in learner.highlighted
        await learner.press("right", "h")
        assert learner.sees("✎")
        await learner.press("escape")
        assert learner.sees("Baking bread")

    drive(workspace, script, size=size)
    words = "Yeast turns sugar into gas. The gas is held by gluten."
    assert marked(workspace) == [(HIGHLIGHT, words, "")]


def test_a_note_is_written_on_a_passage_read_changed_and_removed(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("down", "o", "h", "down", "w")
        assert learner.sees("Yeast turns sugar into gas.")
        await learner.type("fermentation")
        await learner.press("enter")
        assert marked(workspace) == [(NOTE, "Yeast turns sugar into gas.", "fermentation")]
        await learner.press("h", "n")
        assert learner.sees("✎ fermentation")
        await learner.press("w", "s", "enter")
        assert marked(workspace)[0][2] == "fermentations"
        await learner.press("h", "n", "d")
        assert marked(workspace) == []
        assert not learner.sees("✎ ferm")

    drive(workspace, script, size=(120, 36))


def test_marks_are_gone_through_by_key(workspace: Workspace) -> None:
    document = workspace.library.document("bread", "bread")
    for words in ("The gas is held", "Some say"):
        at = document.text.index(words)
        end = document.text.index(".", at) + 1
        mark(workspace, on_passage("bread/bread", document, Passage(at, end), BOOKMARK))

    async def script(learner: Learner) -> None:
        await learner.press("down", "o", "h", "n")
        assert "held by gluten" in learner.highlighted
        await learner.press("n")
        assert "Some say" in learner.highlighted
        await learner.press("n")
        assert "held by gluten" in learner.highlighted
        await learner.press("p")
        assert "Some say" in learner.highlighted

    drive(workspace, script)


def test_escape_ends_picking_before_it_leaves_the_reader(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("down", "o", "h", "escape")
        assert learner.sees("line 1 of")
        await learner.press("escape")
        assert learner.sees("Citequiz")

    drive(workspace, script)
    assert marked(workspace) == []
