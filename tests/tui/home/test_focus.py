"""Whoever has the keys can be seen, in every room."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widget import Widget

from quiz.core.questions.cloze import Cloze
from quiz.core.questions.matching import Matching
from quiz.core.questions.multiple_choice import MultipleChoice
from quiz.core.questions.open import Open
from quiz.core.questions.short_answer import ShortAnswer
from quiz.tui.screens.session.stage_keys import Stage
from quiz.tui.screens.session.summary import SummaryScreen
from tests.plain.nine_types import workspace_over, write_set
from tests.tui.driving import Learner, drive

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
PLAYED = ("typed", "gaps", "text", "options", "pairs", "summary")
"""Rooms that answers lead to."""


async def enter(learner: Learner, room: str) -> None:
    """Go into a room, from home."""
    if room in ROOMS:
        await learner.press(*ROOMS[room])
        return
    await learner.press("enter")
    while not _is(learner, room):
        await learner.answer(right=True)
        await learner.press("enter")


def _is(learner: Learner, room: str) -> bool:
    if isinstance(learner.app.screen, SummaryScreen):
        assert room == "summary"
        return True
    kinds = {
        "typed": ShortAnswer,
        "gaps": Cloze,
        "text": Open,
        "options": MultipleChoice,
        "pairs": Matching,
    }
    kind = kinds.get(room)
    asked = learner.session.stage is Stage.ASK
    return asked and kind is not None and isinstance(learner.question, kind)


def painted(learner: Learner) -> list[str]:
    """The screen with its colours and styles."""
    strips = learner.app.screen._compositor.render_strips()
    return ["".join(f"{part.text!r}{part.style}" for part in strip) for strip in strips]


async def painted_with(learner: Learner, widget: Widget | None) -> list[str]:
    learner.app.screen.set_focus(widget, scroll_visible=False)
    await learner.press()
    return painted(learner)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 12)])
@pytest.mark.parametrize("room", [*ROOMS, *PLAYED])
def test_whoever_has_the_keys_can_be_seen(tmp_path: Path, room: str, size: tuple[int, int]) -> None:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            await enter(learner, room)
            screen = learner.app.screen
            first = painted(learner)
            chain = [one for one in screen.focus_chain if one.region.height]
            assert not chain or screen.focused in chain
            looks = [await painted_with(learner, widget) for widget in chain]
            assert all(looks.count(look) == 1 for look in looks), chain
            assert len(chain) < 2 or first in looks

        drive(workspace, script, size=size)


@pytest.mark.parametrize("room", ["question", *PLAYED[:5], "remark", "find", "search", "exam date"])
def test_what_takes_an_answer_shows_whether_it_has_the_keys(tmp_path: Path, room: str) -> None:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            await enter(learner, room)
            with_focus = painted(learner)
            assert with_focus != await painted_with(learner, None)

        drive(workspace, script)


def test_the_cursor_of_the_first_question_is_there_at_once(tmp_path: Path) -> None:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            await learner.press("enter")
            assert "›1 ○" in learner.text

        drive(workspace, script)
