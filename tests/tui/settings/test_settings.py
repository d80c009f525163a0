"""Settings, themes, keys and exam dates on the screen, kept in the file."""

from __future__ import annotations

from datetime import date

import pytest

from quiz.store.settings.settings import Settings, load
from quiz.study.common.workspace import Workspace
from quiz.tui.keymap import split_keys, troubles, with_key
from quiz.tui.screens.home.screen import HomeScreen
from quiz.tui.screens.settings.keymap import ACTIONS, KeymapScreen
from quiz.tui.screens.settings.steppers import KNOBS
from tests.tui.driving import SIZES, Learner, drive

FIELDS = [stepper.field for stepper in KNOBS]
HINT = next(number for number, action in enumerate(ACTIONS) if action.id == "session.hint")


def kept(workspace: Workspace) -> Settings:
    settings, problems = load(workspace.settings_path)
    assert problems == []
    return settings


async def open_keys(learner: Learner) -> None:
    """The list of keys, at the hint."""
    await learner.press("s", "up", "enter")
    assert isinstance(learner.app.screen, KeymapScreen)
    await learner.press(*["down"] * HINT)


CHANGES = [
    ("new_per_day", "right", 25),
    ("session_limit", "left", 35),
    ("minutes_per_day", "right", 5),
    ("minutes_per_day", "left", 0),
    ("desired_retention", "left", 0.89),
    ("certainty", "enter", True),
    ("ask_guessed", "enter", False),
    ("day_starts_at", "right", 5),
    ("mouse", "left", False),
]


@pytest.mark.parametrize(("field", "key", "value"), CHANGES)
def test_each_setting_is_changed_by_a_step_and_kept(
    workspace: Workspace, field: str, key: str, value: object
) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("s", *["down"] * FIELDS.index(field), key, "escape")
        assert isinstance(learner.app.screen, HomeScreen)

    drive(workspace, script)
    assert getattr(kept(workspace), field) == value


def test_every_theme_can_be_chosen_and_is_remembered(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("s")
        seen = []
        for _ in learner.app.available_themes:
            await learner.press("right")
            seen.append(learner.app.theme)
        assert set(seen) == set(learner.app.available_themes)
        await learner.press("left", "escape")

    drive(workspace, script)
    assert kept(workspace).theme == "ansi-light"


def test_a_theme_chosen_from_the_list_is_remembered_at_once(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("ctrl+t")
        await learner.type("dracula")
        await learner.pilot.pause(0.3)
        await learner.press("enter")
        await learner.settle()
        assert learner.app.theme == "dracula"

    drive(workspace, script)
    assert kept(workspace).theme == "dracula"


def test_the_first_start_writes_no_settings(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("down")

    drive(workspace, script)
    assert not workspace.settings_path.exists()


@pytest.mark.parametrize("size", SIZES)
def test_a_key_is_changed_by_pressing_it_and_works_at_once(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async def script(learner: Learner) -> None:
        await open_keys(learner)
        await learner.press("enter")
        assert learner.sees("Press the new key for “Hint”")
        await learner.press("x")
        assert learner.sees("1 of your own")
        assert learner.sees("*x")
        await learner.press("escape", "escape", "enter")
        assert learner.sees("x Hint")
        await learner.press("x")
        assert learner.session.study.hints_taken

    drive(workspace, script, size=size)
    assert kept(workspace).keys == {"session.hint": "x,f2"}


CLASHES = [
    ("k", "the key k is taken by session.hint and session.dont_know"),
    ("question_mark", "the key ? is taken by session.hint and app.help"),
    ("a", "the key a of session.hint is needed for other things there"),
]


@pytest.mark.parametrize(("key", "words"), CLASHES)
def test_a_key_that_is_taken_is_refused_with_both_actions(
    workspace: Workspace, key: str, words: str
) -> None:
    async def script(learner: Learner) -> None:
        await open_keys(learner)
        await learner.press("enter", key)
        assert isinstance(learner.app.screen, KeymapScreen)
        assert [notice.message for notice in learner.app._notifications] == [
            f"Not changed: {words}."
        ]
        assert learner.sees("built in")

    drive(workspace, script, size=(120, 36), notices=True)
    assert not workspace.settings_path.exists()


def test_keys_are_reset_one_by_one_or_all_together(workspace: Workspace) -> None:
    workspace.settings = workspace.settings._replace(
        keys={"session.hint": "x", "home.cram": "w", "home.read": "j"}
    )

    async def script(learner: Learner) -> None:
        await open_keys(learner)
        await learner.press("r")
        assert workspace.settings.keys == {"home.cram": "w", "home.read": "j"}
        await learner.press("R")
        assert workspace.settings.keys == {}
        assert learner.sees("built in")

    drive(workspace, script)


def test_pressing_the_key_an_action_has_or_escape_changes_nothing(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await open_keys(learner)
        await learner.press("enter", "h", "enter", "escape")
        assert isinstance(learner.app.screen, KeymapScreen)
        assert workspace.settings.keys == {}

    drive(workspace, script)


WITH = [
    ("h,f2", "x", "x,f2"),
    ("h,f2", "f10", "h,f10"),
    ("escape,q", "x", "escape,x"),
    ("enter", "x", "x,enter"),
    ("ctrl+e,f8", "x", "x,ctrl+e,f8"),
    ("right,right_square_bracket", "x", "right,x"),
    ("question_mark,f1", "h", "h,f1"),
    ("h, f2", "f2", "h,f2"),
]


@pytest.mark.parametrize(("keys", "new", "expected"), WITH)
def test_a_new_key_replaces_one_of_its_sort_and_leaves_a_way_while_typing(
    keys: str, new: str, expected: str
) -> None:
    assert with_key(keys, new) == expected


MAPS = [
    ({"session.hint": "x"}, ""),
    ({"session.hint": "k", "session.dont_know": "h"}, ""),  # swapped
    ({"session.hint": "!"}, "the key ! is taken by session.hint and session.flag"),
    ({"session.hnit": "x"}, "there is no action session.hnit; did you mean session.hint?"),
    ({"session.hint": "ctrl+q"}, "the key Ctrl+Q is taken by session.hint and app.leave"),
    ({"app.help": "h"}, "the key h is taken by session.hint and app.help"),
    ({"session.hint": "x,"}, "there is no key for session.hint"),
    ({"session.hint": "b"}, "the key b of session.hint is needed for other things there"),
    ({"home.go": "down"}, "the key ↓ of home.go is needed for other things there"),
]


@pytest.mark.parametrize(("keymap", "words"), MAPS)
def test_what_is_wrong_with_a_key_map_is_said_with_both_actions(
    keymap: dict[str, str], words: str
) -> None:
    found = troubles(keymap)
    assert [trouble.message for trouble in found][:1] == ([words] if words else [])


def test_the_built_in_keys_do_not_clash() -> None:
    assert troubles({action.id: action.keys for action in ACTIONS}) == []
    assert all(all(split_keys(action.keys)) for action in ACTIONS)


@pytest.mark.parametrize("size", SIZES)
def test_an_exam_date_is_set_with_the_arrows_or_typed_and_removed_when_empty(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("down", "e")
        assert learner.sees("When is the exam on Baking bread?")
        await learner.press("up", "up", "pagedown", "enter")
        assert kept(workspace).exam_dates == {"bread": date(2025, 5, 27)}
        assert learner.sees("Exam on Baking bread in 22 days")
        await learner.press("e", *["backspace"] * 10)
        assert learner.sees("Empty: there is no exam.")
        await learner.type("2025-05")
        assert learner.sees("Not a date yet")
        await learner.press("enter")  # refused
        await learner.type("-01")
        assert learner.sees("That day is over.")
        await learner.press("backspace", "6", "enter")
        assert kept(workspace).exam_dates == {"bread": date(2025, 5, 6)}
        assert learner.sees("Exam on Baking bread tomorrow")
        await learner.press("e", "up", "escape")
        assert kept(workspace).exam_dates == {"bread": date(2025, 5, 6)}
        await learner.press("e", "ctrl+u", "enter")
        assert kept(workspace).exam_dates == {}

    drive(workspace, script, size=size)
