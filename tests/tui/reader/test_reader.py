"""The reader: marks, passages, questions aside, outline, search, and the place that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.strip import Strip

from quiz.core.grading.grading import Response
from quiz.study.common.workspace import Workspace
from quiz.study.today.overview import unfinished
from quiz.tui.screens.home.screen import HomeScreen
from quiz.tui.screens.reader.choice_list import ListScreen
from quiz.tui.screens.reader.screen import ReaderScreen
from quiz.tui.screens.session.stage_keys import Stage
from quiz.tui.screens.session.summary import SummaryScreen
from quiz.tui.widgets.document_view import DocumentView
from tests.plain.nine_types import DOCUMENT, begin_all, only, workspace_over, write_set
from tests.tui.driving import SIZES, Learner, drive

LONG = "\n\n".join(
    f"{number}. Chapter {number}\n\n" + "\n".join(f"Line {i} of {number}." for i in range(30))
    for number in range(1, 9)
)
LONG_SET = """id: bread
title: A long one
documents:
  bread: documents/bread.txt
questions:
  - id: line
    type: true-false
    stem: Does it stand there?
    answer: "true"
    sources:
      - document: bread
        exact: Line 7 of 6.
"""


def reader(learner: Learner) -> ReaderScreen:
    assert isinstance(learner.app.screen, ReaderScreen)
    return learner.app.screen


async def opened(learner: Learner, *keys: str) -> None:
    """Open the first set's document from home, and wait until all is marked."""
    await learner.press("end", "o")
    while reader(learner).reading is None:
        await learner.pilot.pause(0.01)
    await learner.press(*keys)


def gutter(learner: Learner) -> dict[str, str]:
    """The letter before each row that has text, by the row's first words."""
    rows = [line for line in learner.lines[1:-2] if line[7:].strip()]
    return {" ".join(row[6:].split()[:3]): row[0] for row in rows}


def long_desk(folder: Path) -> Path:
    path = write_set(folder / "set", LONG_SET)
    (folder / "set" / "documents" / "bread.txt").write_text("Long\n\n" + LONG, encoding="utf-8")
    return path


@pytest.mark.parametrize("size", SIZES)
def test_every_row_of_a_passage_has_the_letter_of_its_state_and_a_legend(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    only(workspace, "held").answer(Response(gave_up=True))
    only(workspace, "rest").answer(Response(("60",)))

    async def script(learner: Learner) -> None:
        await opened(learner)
        spans = reader(learner).view._spans
        quoted = {DOCUMENT[span.start : span.end]: span.state.letter for span in spans}
        assert quoted["The gas is held by gluten."] == "M"
        assert quoted["A dough rests for 60 minutes."] == "L"
        assert quoted["Yeast turns sugar into gas."] == "N"
        words = "M missed last time 1" if size[0] > 40 else "M missed"
        assert learner.sees(words)
        assert learner.sees("K known")

    drive(workspace, script, size=size)


def test_the_gutter_shows_the_worst_state_of_a_row(workspace: Workspace) -> None:
    only(workspace, "held").answer(Response(gave_up=True))

    async def script(learner: Learner) -> None:
        await opened(learner)
        found = gutter(learner)
        assert found["Making dough"] == " "
        assert "M" in found.values()
        assert "N" in found.values()

    drive(workspace, script)


def test_a_question_is_answered_at_its_passage_and_its_state_changes(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await opened(learner, "right", "right")
        assert learner.highlighted == "Yeast turns sugar into gas."
        await learner.press("enter")
        assert isinstance(learner.app.screen, ListScreen)
        assert learner.sees("What does yeast make of sugar? never asked")
        await learner.press("enter")
        await learner.answer(right=True)
        await learner.press("enter")
        states = reader(learner).reading
        assert states is not None
        assert states.states["bread/gas"].value == "learning"
        assert learner.highlighted == "Yeast turns sugar into gas."
        await learner.press("escape")
        assert isinstance(learner.app.screen, HomeScreen)

    drive(workspace, script)
    assert unfinished(workspace) is None


def test_all_questions_of_a_passage_can_be_asked_together(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await opened(learner, "right", "right", "enter", "end")
        assert learner.sees("Ask all 2 of them")
        await learner.press("enter")
        assert learner.session.study.session.plan == ("bread/gas", "bread/cloze")

    drive(workspace, script)


def test_a_section_is_tested_and_its_end_leads_back_to_the_text(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await opened(learner, *["right"] * 5)
        assert learner.highlighted.startswith("First the oven")
        await learner.press("t")
        assert set(learner.session.study.session.plan) == {"bread/steps", "bread/crust"}
        for _ in range(2):
            await learner.answer(right=True)
            await learner.press("enter")
        assert isinstance(learner.app.screen, SummaryScreen)
        assert learner.sees("Back")
        await learner.press("enter")
        assert reader(learner).document.title == "Bread"

    drive(workspace, script)


def test_leaving_a_session_aside_ends_it_and_the_older_one_waits(workspace: Workspace) -> None:
    begin_all(workspace)

    async def script(learner: Learner) -> None:
        await opened(learner, "right", "enter", "enter")
        assert learner.session.study.record.aside
        await learner.press("escape")
        reader(learner)
        await learner.press("escape")
        assert learner.sees("Go on with Baking bread question 1 of 9")

    drive(workspace, script)


def test_from_a_verdict_another_question_is_answered_and_the_verdict_is_still_there(
    workspace: Workspace,
) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("f3", "o")
        while reader(learner).reading is None:
            await learner.pilot.pause(0.01)
        await learner.press("left", "enter", "enter", "f3", "o")
        while reader(learner).reading is None:
            await learner.pilot.pause(0.01)
        assert not learner.sees("Test me")
        await learner.press("enter")
        assert not learner.sees("Enter asks it")
        await learner.press("escape", "escape", "escape", "escape")
        assert learner.session.stage is Stage.VERDICT
        assert learner.session.study.session.plan == ("bread/gas",)

    drive(workspace, script, study=only(workspace, "gas"))


def test_before_the_answer_nothing_is_marked(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("o")
        await learner.pilot.pause(0.1)
        assert reader(learner).reading is None
        assert learner.sees("once you have answered")
        await learner.press("right", "enter", "t")
        reader(learner)

    drive(workspace, script, study=only(workspace, "gas"))


def test_words_are_found_while_they_are_typed_whatever_their_case(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await opened(learner, "slash")
        await learner.type("GAS")
        view = reader(learner).view
        assert view._found is not None
        assert DOCUMENT[view._found.start : view._found.end] == "gas"
        await learner.press("enter")
        assert learner.sees("“gas” 1 of 2")
        await learner.press("n")
        assert learner.sees("2 of 2")
        await learner.press("n")
        assert learner.sees("1 of 2")
        await learner.press("N")
        assert learner.sees("2 of 2")
        await learner.press("escape")
        assert learner.sees("never asked")
        reader(learner)

    drive(workspace, script)


def test_what_stands_nowhere_is_said(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await opened(learner, "slash")
        await learner.type("xyz")
        await learner.press("enter")
        assert learner.sees("“xyz” is not in this document")
        assert not learner.sees("Next match")

    drive(workspace, script)


@pytest.mark.parametrize("size", SIZES)
def test_a_section_is_chosen_from_the_outline(tmp_path: Path, size: tuple[int, int]) -> None:
    with workspace_over(long_desk(tmp_path), tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            await opened(learner, "o")
            assert learner.sees("Chapter 6")
            await learner.press(*["down"] * 6, "enter")
            assert learner.sees("Line 0 of 6.")
            assert not learner.sees("Line 29 of 5.")
            await learner.press("o", "escape")
            assert learner.sees("Line 0 of 6.")

        drive(workspace, script, size=size)


def test_the_next_passage_comes_into_view_and_the_title_says_how_far_it_is(
    tmp_path: Path,
) -> None:
    with workspace_over(long_desk(tmp_path), tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            await opened(learner)
            assert learner.sees("· 0 %")
            await learner.press("right")
            assert learner.highlighted == "Line 7 of 6."
            await learner.press("end")
            assert learner.sees("· 100 %")
            await learner.press("enter")
            reader(learner)

        drive(workspace, script)


def test_reading_goes_on_where_it_stopped_even_when_the_document_became_shorter(
    tmp_path: Path,
) -> None:
    path = long_desk(tmp_path)

    async def leave(learner: Learner) -> None:
        await opened(learner, *["pagedown"] * 4)
        assert learner.sees("Line 20 of 3.")
        await learner.press("escape")

    async def come_back(learner: Learner) -> None:
        await opened(learner)
        assert learner.sees("Line 20 of 3.")

    async def find_it_shorter(learner: Learner) -> None:
        await opened(learner)
        assert learner.sees("100 %")

    with workspace_over(path, tmp_path / "home") as workspace:
        drive(workspace, leave)
    with workspace_over(path, tmp_path / "home") as workspace:
        drive(workspace, come_back)
    (tmp_path / "set" / "documents" / "bread.txt").write_text("Short\n\nLine 7 of 6.\n", "utf-8")
    with workspace_over(path, tmp_path / "home") as workspace:
        drive(workspace, find_it_shorter)


def test_looking_a_passage_up_does_not_move_the_kept_place(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("f3", "o", "end", "escape")

    drive(workspace, script, study=only(workspace, "gas"), size=(40, 12))
    path = str((workspace.library.entry("bread").path.parent / "documents" / "bread.txt").resolve())
    assert workspace.history.reading_place(path) == 0


def test_on_a_document_that_nothing_is_asked_about_it_says_so(tmp_path: Path) -> None:
    text = LONG_SET.replace("Line 7 of 6.", "nowhere at all")
    path = long_desk(tmp_path)
    path.write_text(text, encoding="utf-8")
    with workspace_over(path, tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            await opened(learner, "right", "enter", "t")
            assert learner.sees("No question stands on this document.")
            reader(learner)

        drive(workspace, script)


def test_another_width_keeps_the_place(tmp_path: Path) -> None:
    with workspace_over(long_desk(tmp_path), tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            await opened(learner, *["pagedown"] * 4)
            top = reader(learner).view.top
            await learner.resize(40, 24)
            assert abs(reader(learner).view.top - top) < 40

        drive(workspace, script)


def test_only_the_rows_of_a_passage_are_painted_when_it_is_chosen(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[int] = []
    render_line = DocumentView.render_line

    def watched(self: DocumentView, y: int) -> Strip:
        painted.append(y)
        return render_line(self, y)

    async def script(learner: Learner) -> None:
        await opened(learner, "right")
        monkeypatch.setattr(DocumentView, "render_line", watched)
        await learner.press("right")
        assert 0 < len(set(painted)) <= 4

    drive(workspace, script)
