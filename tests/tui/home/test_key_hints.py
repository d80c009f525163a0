"""What keys say and do: the most useful first, the same key for the same thing, one at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.tui.screens.settings.screen import SettingsScreen
from tests.plain.nine_types import workspace_over, write_set
from tests.tui.driving import SIZES, Learner, drive


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [(), ("down",)])
def test_home_offers_search_and_help_at_every_size(
    tmp_path: Path, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            await learner.press(*keys)
            assert "/ Search" in learner.lines[-1]
            assert learner.lines[-1].endswith("? Help")

        drive(workspace, script, size=size)


def test_page_down_scrolls_the_verdict_and_only_at_its_end_the_document(tmp_path: Path) -> None:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            await learner.press("enter", "2", "enter")
            left, view = learner.session.left, learner.session.sources.first.view
            while left.scroll_y < left.max_scroll_y:
                before = left.scroll_y, view.scroll_y
                await learner.press("pagedown")
                assert (left.scroll_y > before[0], view.scroll_y) == (True, before[1])
            there = view.scroll_y
            await learner.press("pagedown")
            assert view.scroll_y > there

        drive(workspace, script, size=(40, 12))


def test_the_settings_say_what_keys_do_with_the_chosen_one(tmp_path: Path) -> None:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            await learner.press("s")
            assert isinstance(learner.app.screen, SettingsScreen)
            assert "Enter List" in learner.lines[-1]
            await learner.press("down")
            assert "Enter" not in learner.lines[-1]
            await learner.press("up", "up")
            assert learner.lines[-1].lstrip().startswith("Enter Open")
            assert learner.sees("Which key does what")

        drive(workspace, script, size=(40, 12))
