"""The search screen: hits as one types, and the way to them and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.store.search import file as search_file
from quiz.study.common.workspace import Workspace
from quiz.tui.screens.home.screen import HomeScreen
from quiz.tui.screens.reader.screen import ReaderScreen
from quiz.tui.screens.search.screen import SearchScreen
from quiz.tui.screens.session.screen import SessionScreen
from tests.plain.nine_types import DOCUMENT, SET, workspace_over, write_set
from tests.tui.driving import SIZES, Learner, drive


def screen(learner: Learner) -> SearchScreen:
    assert isinstance(learner.app.screen, SearchScreen)
    return learner.app.screen


async def look_for(learner: Learner, words: str) -> None:
    await learner.press("slash")
    await learner.settle()
    await learner.type(words)


def test_hits_appear_as_words_are_typed_and_escape_goes_back(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await look_for(learner, "glu")
        assert learner.sees("Questions")
        assert learner.sees("What holds the gas?")
        assert learner.sees("Documents ")
        assert learner.sees("The gas is held by gluten. Bread › Making dough › line 5")
        assert learner.sees("2 questions, 1 passage")
        await learner.press("escape")
        assert isinstance(learner.app.screen, HomeScreen)

    drive(workspace, script)


def test_what_was_found_is_marked_by_more_than_colour(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await look_for(learner, "suga yeas")
        strips = learner.app.screen._compositor.render_strips()
        marked = {
            segment.text
            for strip in strips
            for segment in strip
            if segment.style and segment.style.bold and segment.style.underline
        }
        assert {"sugar", "yeast"} <= marked

    drive(workspace, script)


def test_enter_asks_the_question_and_the_way_back_is_the_search(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await look_for(learner, "holds gas")
        await learner.press("enter")
        assert isinstance(learner.app.screen, SessionScreen)
        assert learner.question.id == "gluten"
        await learner.answer(right=True)
        assert learner.sees("Correct")
        await learner.press("enter")
        assert screen(learner).field.value == "holds gas"
        assert learner.sees("What holds the gas?")

    drive(workspace, script)
    assert workspace.history.memories().keys() == {"bread/gluten"}


def test_enter_on_a_passage_reads_it_in_its_document(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await look_for(learner, "gluten")
        await learner.press("down", "down")
        assert learner.sees("Enter Read it there")
        await learner.press("enter")
        assert isinstance(learner.app.screen, ReaderScreen)
        assert learner.highlighted == "The gas is held by gluten."
        await learner.press("escape")
        assert screen(learner).field.value == "gluten"
        assert screen(learner).list.cursor == 2

    drive(workspace, script)


def test_a_sentence_that_is_gone_is_not_shown_as_another_one(tmp_path: Path) -> None:
    path = write_set(tmp_path / "set")
    with workspace_over(path, tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            await look_for(learner, "gluten")
            text = DOCUMENT.replace("held by gluten", "kept by the dough")
            (path.parent / "documents" / "bread.txt").write_text(text, encoding="utf-8")
            workspace.library.reload("bread")
            await learner.press("down", "down", "enter")
            assert learner.sees("no longer in it")
            assert isinstance(learner.app.screen, ReaderScreen)
            assert learner.highlighted == ""

        drive(workspace, script, notices=True)


def test_a_sentence_that_has_moved_is_followed(tmp_path: Path) -> None:
    path = write_set(tmp_path / "set")
    with workspace_over(path, tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            await look_for(learner, "gluten")
            text = DOCUMENT.replace("Flour", "A new sentence comes first. Flour")
            (path.parent / "documents" / "bread.txt").write_text(text, encoding="utf-8")
            workspace.library.reload("bread")
            await learner.press("down", "down", "enter")
            assert learner.highlighted == "The gas is held by gluten."

        drive(workspace, script)


def test_answers_not_asked_yet_are_hidden_until_they_are_asked_for(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await look_for(learner, "gravel")
        assert learner.sees("What makes a dough? Baking bread · in its answers or explanation")
        assert not learner.sees("Gravel")
        await learner.press("f2")
        assert learner.sees("Baking bread · option: Gravel")
        assert learner.sees("F2 Hide answers")
        await learner.press("backspace", "l")
        assert not learner.sees("option: Gravel")

    drive(workspace, script)


def test_after_its_answer_a_question_is_an_open_book(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await look_for(learner, "gravel")
        await learner.press("enter")
        await learner.answer(right=True)
        await learner.press("enter")
        assert learner.sees("Baking bread · option: Gravel")

    drive(workspace, script)


@pytest.mark.parametrize("size", SIZES)
def test_before_anything_is_typed_it_is_said_how_to_search(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("slash")
        assert learner.sees("Type words to search 9 questions and their documents.")
        assert learner.sees("F1 Help Esc Back")
        await learner.press("enter", "down", "tab", "f2")
        assert learner.sees("Type words")

    drive(workspace, script, size=size)


def test_when_nothing_is_found_a_way_out_is_named(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await look_for(learner, "zzzz")
        assert learner.sees("Nothing has “zzzz”. Try fewer words, or only the beginning of one.")
        await learner.press("enter")
        screen(learner).field.value = "holds glutem"
        await learner.settle()
        assert learner.sees("Did you mean holds gluten? Tab takes it.")
        await learner.press("tab")
        assert screen(learner).field.value == "holds gluten"
        assert learner.sees("What holds the gas?")

    drive(workspace, script)


@pytest.mark.parametrize("size", SIZES)
def test_the_chosen_hit_is_always_in_view(workspace: Workspace, size: tuple[int, int]) -> None:
    async def script(learner: Learner) -> None:
        await look_for(learner, "the")
        count = len(screen(learner).list.hits)
        assert count > 4
        for key in ["down"] * count + ["up"] * count + ["pagedown", "pageup"]:
            await learner.press(key)
            assert any("▸" in line for line in learner.lines), key
        assert screen(learner).list.cursor == 0
        assert screen(learner).field.has_focus

    drive(workspace, script, size=size)


def test_a_click_chooses_and_a_second_one_goes_there(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await look_for(learner, "gluten")
        line = next(i for i, text in enumerate(learner.lines) if "What holds" in text)
        if screen(learner).list.cursor == 0 and "▸" in learner.lines[line]:
            line = next(i for i, text in enumerate(learner.lines) if "Gas is held" in text)
        await learner.pilot.click(offset=(10, line))
        assert "▸" in learner.lines[line]
        await learner.pilot.click(offset=(10, line))
        await learner.settle()
        assert isinstance(learner.app.screen, SessionScreen)

    drive(workspace, script)


def test_without_full_text_search_the_reason_is_said(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_file, "FTS", "fts99")

    async def script(learner: Learner) -> None:
        await look_for(learner, "gas")
        assert learner.sees("its SQLite was built without FTS5")
        await learner.press("escape")
        assert isinstance(learner.app.screen, HomeScreen)

    drive(workspace, script)


def test_what_changed_meanwhile_is_found_after_coming_back(tmp_path: Path) -> None:
    path = write_set(tmp_path / "set")
    with workspace_over(path, tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            await look_for(learner, "pebbles")
            assert learner.sees("Nothing has")
            path.write_text(SET.replace("What makes a", "Do pebbles make a"), encoding="utf-8")
            workspace.library.reload("bread")
            await learner.press("f1", "escape")
            assert learner.sees("Do pebbles make a dough?")

        drive(workspace, script)


def test_hostile_texts_are_shown_as_they_are(tmp_path: Path) -> None:
    hostile = r'stem: "[b]What[/x] makes \e[2J [@click=app.quit]dough[/] \u202E?"'
    path = write_set(tmp_path / "set", SET.replace("stem: What makes a dough?", hostile))
    with workspace_over(path, tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            await look_for(learner, "click")
            assert learner.sees("[b]What[/x] makes ␛[2J [@click=app.quit]dough[/] ‹U+202E›?")
            screen(learner).field.value = "\x1b[2J [b] [/x] \x00"
            await learner.settle()

        drive(workspace, script)
