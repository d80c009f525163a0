"""Home, settings, help and the editor."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from quiz.store.files.home import places
from quiz.store.library.library import Library
from quiz.store.settings.settings import Settings, load
from quiz.study.common.workspace import Workspace
from quiz.tui.actions import ROOMS, in_rooms
from quiz.tui.app import QuizApp
from quiz.tui.dialogs.help import HelpScreen
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.screens.home.screen import HomeScreen
from quiz.tui.screens.reader.screen import ReaderScreen
from quiz.tui.screens.session.screen import SessionScreen
from quiz.tui.screens.session.summary import SummaryScreen
from quiz.tui.screens.settings.keymap import KeymapScreen
from quiz.tui.screens.settings.screen import SettingsScreen
from tests.plain.nine_types import SET, workspace_over, write_set
from tests.tui.driving import Learner, drive
from tests.tui.terminal import Terminal

SCREENS = (
    *(SessionScreen, HomeScreen, ReaderScreen, SummaryScreen),
    *(SettingsScreen, KeymapScreen),
)


def test_home_says_what_to_do_and_enter_does_it(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        assert learner.sees("Study 9 new about 4 min")
        assert learner.sees("Baking bread · 9 0 % 100 %")
        await learner.press("enter")
        assert learner.sees("1 of 9")

    drive(workspace, script)


def test_a_broken_set_is_shown_with_its_place_and_hides_no_other(tmp_path: Path) -> None:
    write_set(tmp_path / "set")
    broken = SET.replace("id: bread", "id: broken").replace("answer: Gas", "anser: Gas")
    (tmp_path / "set" / "a-broken.yaml").write_text(broken, encoding="utf-8")
    with workspace_over(tmp_path / "set", tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            assert learner.sees("✗ a-broken.yaml:9:5")
            assert learner.sees("Baking bread")
            await learner.press("down")
            assert learner.sees("did you mean 'answer'")
            await learner.press("enter")
            assert isinstance(learner.app.screen, HomeScreen)
            await learner.press("up", "enter")
            assert learner.sees("1 of 9")

        drive(workspace, script)


def test_where_every_set_is_broken_there_is_nothing_to_study(tmp_path: Path) -> None:
    path = write_set(tmp_path / "set")
    path.write_text(SET.replace("answer: Gas", "anser: Gas"), encoding="utf-8")
    with workspace_over(path, tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            assert learner.sees("Nothing to study yet")

        drive(workspace, script)


def test_without_any_set_home_says_how_to_get_one(tmp_path: Path) -> None:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home") as workspace:
        workspace.library.sets.clear()

        async def script(learner: Learner) -> None:
            assert learner.sees("There is no question set here yet.")
            await learner.press("enter")
            assert isinstance(learner.app.screen, HomeScreen)

        drive(workspace, script)


def test_a_chosen_set_can_be_read_crammed_and_asked_whole(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("down", "o")
        assert isinstance(learner.app.screen, ReaderScreen)
        await learner.press("q", "c")
        assert learner.session.study.record.kind == "cram"
        await learner.press("escape")
        assert isinstance(learner.app.screen, HomeScreen)
        await learner.press("a")
        assert learner.session.study.record.kind == "study"

    drive(workspace, script)


def test_another_session_is_begun_beside_the_one_left_open_and_both_wait(
    workspace: Workspace,
) -> None:
    async def script(learner: Learner) -> None:
        await answer_one_and_leave(learner, "enter")
        assert learner.sees("Go on with your session question 2 of 9")
        await learner.press("end", "enter")
        assert learner.sees("You left a session open")
        assert learner.sees("Your session: question 2 of 9")
        assert learner.sees("Enter begins the new one, this one waits")
        await learner.press("enter")
        assert learner.sees("1 of 8")
        await learner.answer(right=True)
        await learner.press("enter", "escape", "escape")
        assert learner.sees("Go on with Baking bread question 2 of 8")
        await learner.press("up", "up", "enter")
        assert learner.sees("2 of 9")

    drive(workspace, script)


def test_what_was_left_open_goes_on_when_the_same_is_asked_for(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await answer_one_and_leave(learner, "down", "a")
        await learner.press("a", "escape")
        assert isinstance(learner.app.screen, HomeScreen)
        await learner.press("a")
        assert learner.sees("Enter goes on with it")
        await learner.press("enter")
        assert learner.sees("2 of 9")
        await learner.press("escape", "escape")
        await learner.press("a", "n")
        assert learner.sees("1 of 9")
        await learner.press("escape", "escape")
        assert "question 2 of 9" not in learner.text

    drive(workspace, script)


def test_a_session_left_open_ends_only_after_asking(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await answer_one_and_leave(learner, "down", "a")
        await learner.press("up", "up", "n")
        assert learner.sees("End this session?")
        assert learner.sees("Baking bread: question 2 of 9")
        await learner.press("escape")
        assert learner.sees("Go on with Baking bread question 2 of 9")
        await learner.press("n", "y")
        assert not learner.sees("Go on")

    drive(workspace, script)


async def answer_one_and_leave(learner: Learner, *keys: str) -> None:
    await learner.press(*keys)
    await learner.answer(right=True)
    await learner.press("enter", "escape", "escape")
    assert isinstance(learner.app.screen, HomeScreen)


def test_settings_are_changed_seen_and_kept(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("s", "right")
        assert learner.app.theme == "textual-light"
        await learner.press("down", "left", "escape")
        assert isinstance(learner.app.screen, HomeScreen)

    drive(workspace, script)
    settings, problems = load(workspace.settings_path)
    assert problems == []
    assert (settings.theme, settings.new_per_day) == ("textual-light", 15)


def test_own_keys_replace_the_built_in_ones(workspace: Workspace) -> None:
    workspace.settings = Settings(keys={"session.dont_know": "x"})

    async def script(learner: Learner) -> None:
        await learner.press("enter")
        assert learner.sees("x Don't know")
        await learner.press("k")
        assert not learner.sees("Now you know")
        await learner.press("x")
        assert learner.sees("Now you know")

    drive(workspace, script)


def test_a_key_map_that_clashes_is_refused_and_said(workspace: Workspace) -> None:
    workspace.settings = Settings(keys={"session.dont_know": "h"})

    async def script(learner: Learner) -> None:
        assert learner.sees("taken by session.hint and session.dont_know")
        await learner.press("enter", "k")
        assert learner.sees("Now you know")

    drive(workspace, script, size=(120, 36), notices=True)


def test_help_names_every_key(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("question_mark")
        assert isinstance(learner.app.screen, HelpScreen)
        shown = " ".join(str(sheet.render()) for sheet in learner.app.screen.query("Sheet"))
        words = " ".join(shown.split())
        assert [a.id for a in in_rooms(ROOMS) if " ".join(a.help.split()) not in words] == []

    drive(workspace, script, size=(120, 36))


@pytest.mark.parametrize("screen", SCREENS, ids=lambda s: s.room)
def test_every_action_of_a_room_has_its_method(screen: type[FramedScreen]) -> None:
    for action in in_rooms(ROOMS):
        owner = QuizApp if action.room == "app" else screen
        if action.room in ("app", screen.room):
            assert hasattr(owner, f"action_{action.name}"), action.id


def test_the_palette_offers_what_can_be_done_here(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("enter", "ctrl+p")
        await learner.type("give up")
        await learner.pilot.pause(0.3)
        await learner.press("enter")
        await learner.settle()
        assert learner.sees("Now you know")

    drive(workspace, script)


def test_the_editor_opens_at_the_question_and_the_set_is_read_again(tmp_path: Path) -> None:
    set_file = write_set(tmp_path / "set")
    editor = tmp_path / "vim"
    editor.write_text(
        f'#!/bin/sh\necho "$@" > {tmp_path}/called\n'
        'sed -i "s/What does yeast make of sugar/What comes of sugar and yeast/" "$2"\n',
        encoding="utf-8",
    )
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    arguments = ("study", str(set_file), "--all", "--seed", "1")
    env = {"EDITOR": str(editor), "VISUAL": ""}
    with Terminal(*arguments, home=tmp_path / "home", env=env) as terminal:
        terminal.wait_for("1 of 9")
        terminal.wait_for("Answer")
        while "yeast make of sugar?" not in terminal.words:
            terminal.press("\x1bOR")
            terminal.wait_for("Now you know")
            terminal.press("\r")
            terminal.wait_for(" of 9")
            terminal.wait_for("Answer")
        terminal.press("\x05")
        terminal.wait_for("What comes of sugar and yeast?")
    called = (tmp_path / "called").read_text(encoding="utf-8").split()
    assert called == ["+6", str(set_file)]


def test_the_library_of_the_current_folder_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_set(tmp_path / "work" / "questions")
    monkeypatch.chdir(tmp_path / "work")
    with Library.open(places=places({"QUIZ_HOME": str(tmp_path / "home")})) as library:
        assert "bread" in [entry.id for entry in library.sets]
