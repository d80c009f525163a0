"""The statistics on screen, by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.study.common.workspace import Workspace
from quiz.tui.screens.statistics.screen import StatsScreen
from tests.study.lived import Event, live, workspace_at
from tests.tui.driving import SIZES, Learner, drive

EVENTS = [
    *(Event("stones/old", 1, True) for _ in range(4)),
    Event("stones/quartz", 0, True),
    *(Event("stones/quartz", 2, right) for right in (False, True) * 5),
    Event("rains/down", 3, True, exam=True),
]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with workspace_at(tmp_path) as workspace:
        live(workspace, EVENTS)
        yield workspace


def chosen(learner: Learner) -> str:
    """The line that says which set is chosen."""
    return next(line for line in learner.lines if "↑ ↓" in line)


@pytest.mark.parametrize("size", SIZES)
def test_every_page_can_be_reached_and_left(workspace: Workspace, size: tuple[int, int]) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("t")
        for heading in (
            "Today",
            "True retention",
            "Recall by kind",
            "Recall by section",
            "How long it will last",
            "Certainty",
            "Exams",
            "If the exam were on",
            "Today",
        ):
            assert learner.sees(heading)
            await learner.press("tab")
        await learner.press("left", "left", "shift+tab")
        assert learner.sees("[Exams]") or learner.sees("[7 Exams]")
        await learner.press("escape")
        assert not isinstance(learner.app.screen, StatsScreen)

    drive(workspace, script, size=size)


def test_digits_show_a_page_at_once(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("t", "5")
        assert learner.sees("[Memory]")
        assert learner.sees("What does granite have? Rocks › Granite › line 7; 5 times")
        await learner.press("9", "0")
        assert learner.sees("[Memory]")

    drive(workspace, script, size=(80, 40))


def test_sections_come_set_by_set_until_all_are_there(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("t", "4")
        for _ in range(5):
            await learner.settle()
        assert learner.sees("Rocks › Granite")
        assert not learner.sees("to go")
        assert re.search(r"Rocks › Granite +\d+ % \(\d+ of 13\)", learner.text)

    drive(workspace, script, size=(80, 30))


def test_the_arrows_choose_set_and_day_of_an_exam(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("t", "8")
        assert learner.sees("If the exam were on 29 Nov 2026")
        first = chosen(learner)
        await learner.press("right", "right", "left")
        assert learner.sees("If the exam were on 30 Nov 2026")
        await learner.press("plus")
        assert learner.sees("If the exam were on 7 Dec 2026")
        await learner.press("minus", "minus", "minus", "minus")
        assert learner.sees("If the exam were on 22 Nov 2026")
        await learner.press("down")
        assert chosen(learner) != first
        assert learner.sees("2 of 2")
        assert learner.sees("If the exam were on 29 Nov 2026")
        await learner.press("up")
        assert chosen(learner) == first

    drive(workspace, script)


def test_the_exam_is_on_the_set_that_was_chosen_at_home(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("down", "down", "t", "8")
        assert learner.sees("2 of 2")

    drive(workspace, script)


def test_without_a_history_words_stand_where_figures_would(tmp_path: Path) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("t")
        assert learner.sees("Nothing is due.")
        for digit in "23567":
            await learner.press(digit)
            assert "%" not in learner.text
        await learner.press("8")
        assert learner.sees("by blind guessing")

    with workspace_at(tmp_path) as workspace:
        drive(workspace, script)


def test_the_arrows_scroll_elsewhere(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("t")
        before = learner.text
        await learner.press("down")
        assert learner.text != before
        await learner.press("up")
        assert learner.text == before
        await learner.press("end")
        assert learner.sees("in a row at most") or learner.sees("answers on")

    drive(workspace, script, size=(40, 12))
