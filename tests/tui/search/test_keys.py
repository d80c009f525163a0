"""The key of the search: where it is one, and where it is not."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.widgets import Input

from quiz.store.library.found_files import Found
from quiz.store.settings.settings import Settings
from quiz.study.authoring.previewing import Preview
from quiz.study.common.workspace import Workspace
from quiz.tui.actions import ROOMS, actions_of, in_rooms
from quiz.tui.app import QuizApp
from quiz.tui.keymap import APART, troubles
from quiz.tui.preview_app import PreviewApp
from quiz.tui.screens.home.screen import HomeScreen
from quiz.tui.screens.preview.screen import PreviewScreen
from quiz.tui.screens.reader.screen import ReaderScreen
from quiz.tui.screens.search.screen import SearchScreen
from tests.plain.nine_types import only, write_set
from tests.tui.driving import Learner, drive


def test_in_a_field_a_slash_is_a_letter_and_on_a_verdict_a_key(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("slash")
        assert learner.app.screen.query_one(Input).value == "/"
        await learner.answer(right=False)
        assert learner.sees("Wrong")
        await learner.press("slash")
        await learner.type("oven")
        assert learner.sees("In which order?")
        await learner.press("escape")
        assert learner.sees("Wrong")

    drive(workspace, script, study=only(workspace, "gluten"))


def test_in_a_document_the_key_searches_that_document(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("down", "o", "slash")
        assert isinstance(learner.app.screen, ReaderScreen)
        assert learner.app.screen.typing

    drive(workspace, script)


def test_where_books_are_closed_there_is_no_searching(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        learner.app.screen.closed_book = True  # type: ignore[attr-defined]
        await learner.press("slash")
        assert isinstance(learner.app.screen, HomeScreen)
        assert learner.sees("no searching in an exam")

    drive(workspace, script, notices=True)


def test_every_action_of_a_search_has_its_method() -> None:
    assert all(hasattr(SearchScreen, f"action_{a.name}") for a in actions_of("search"))
    assert all(hasattr(QuizApp, f"action_{a.name}") for a in actions_of("quiz"))


@pytest.mark.parametrize("room", [room for room in ROOMS if room not in (*APART, "quiz", "app")])
def test_no_screen_takes_the_key_of_the_search(room: str) -> None:
    keys = [key for a in in_rooms({room, "quiz", "app"}) for key in a.keys.split(",")]
    assert len(keys) == len(set(keys))


def test_an_own_key_for_the_search_must_be_free() -> None:
    assert troubles({"quiz.search": "ctrl+f"}) == []
    assert any("home.cram" in trouble.message for trouble in troubles({"quiz.search": "c"}))


def test_the_palette_offers_the_search(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("ctrl+p")
        await learner.type("search all")
        await learner.pilot.pause(0.3)
        await learner.press("enter")
        await learner.settle()
        assert isinstance(learner.app.screen, SearchScreen)

    drive(workspace, script)


def test_a_preview_has_no_search_and_survives_its_key(tmp_path: Path) -> None:
    path = write_set(tmp_path / "set")

    async def run() -> None:
        app = PreviewApp(Preview(Found(path, path.parent)), Settings())
        async with app.run_test() as pilot:
            await pilot.pause()
            await pilot.press("slash")
            await pilot.pause()
            assert isinstance(app.screen, PreviewScreen)
        assert "quiz" not in app.rooms

    asyncio.run(run())
