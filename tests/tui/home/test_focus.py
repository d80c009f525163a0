"""Whoever has the keys can be seen, in every room."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widget import Widget

from quiz.study.common.workspace import Workspace
from quiz.tui.screens.session.summary import SummaryScreen
from tests.effort import some_of
from tests.plain.nine_types import begin_all, workspace_over, write_set
from tests.tui.driving import SIZES, Learner, drive

ROOMS: dict[str, tuple[str, ...]] = {
    "home": (),
    "question": ("enter",),
    "judged": ("enter", "1", "enter"),
    "remark": ("enter", "exclamation_mark"),
    "document": ("down", "o"),
    "outline": ("down", "o", "o"),
    "find": ("down", "o", "slash"),
    "questions on a passage": ("down", "o", "right", "enter"),
    "search": ("slash", "y", "e"),
    "statistics": ("t",),
    "what if": ("t", "8"),
    "settings": ("s",),
    "keys": ("s", "up", "enter"),
    "exam date": ("down", "e"),
    "exam set-up": ("x",),
    "help": ("question_mark",),
    "leaving": ("ctrl+c",),
}
TAKES_ANSWERS = {"question", "remark", "find", "search", "exam date"}
"""Rooms whose answer goes where the keys go, so that it must be seen when nothing has them."""


def painted(learner: Learner) -> list[str]:
    """The screen with its colours and styles."""
    strips = learner.app.screen._compositor.render_strips()
    return ["".join(f"{part.text!r}{part.style}" for part in strip) for strip in strips]


async def painted_with(learner: Learner, widget: Widget | None) -> list[str]:
    learner.app.screen.set_focus(widget, scroll_visible=False)
    await learner.press()
    return painted(learner)


async def look_round(learner: Learner, *, takes_answers: bool = False) -> None:
    """Give the keys to one after the other; each is seen to have them."""
    screen = learner.app.screen
    focused, first = screen.focused, painted(learner)
    chain = [one for one in screen.focus_chain if one.region.height]
    assert not chain or focused in chain
    looks = [await painted_with(learner, widget) for widget in chain]
    assert all(looks.count(look) == 1 for look in looks), chain
    assert len(chain) < 2 or first in looks
    if takes_answers:
        assert first != await painted_with(learner, None)
    await painted_with(learner, focused)


SOME_ROOMS = [
    (room, size) for turn, room in enumerate(ROOMS) for size in some_of(SIZES, turn, len(SIZES))
]
"""Every room; in `make test`, each at one size."""


@pytest.mark.parametrize(("room", "size"), SOME_ROOMS, ids=str)
def test_whoever_has_the_keys_can_be_seen(tmp_path: Path, room: str, size: tuple[int, int]) -> None:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            await learner.press(*ROOMS[room])
            await look_round(learner, takes_answers=room in TAKES_ANSWERS)

        drive(workspace, script, size=size)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_whoever_has_the_keys_can_be_seen_at_every_question_and_at_the_end(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async def script(learner: Learner) -> None:
        for _ in range(9):
            await look_round(learner, takes_answers=True)
            await learner.answer(right=True)
            await learner.press("enter")
        assert isinstance(learner.app.screen, SummaryScreen)
        await look_round(learner)

    drive(workspace, script, study=begin_all(workspace), size=size)


def test_the_cursor_of_the_first_question_is_there_at_once(tmp_path: Path) -> None:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            await learner.press("enter")
            assert "›1 ○" in learner.text

        drive(workspace, script)
