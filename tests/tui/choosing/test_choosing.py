"""Choosing questions by keyboard: counted as one chooses, saved by name, from many places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.grading.grading import Response
from quiz.study.common.request import Request
from quiz.study.common.saved_wishes import saved_wishes
from quiz.study.common.set_aside import resting
from quiz.study.common.wish import State, Wish
from quiz.study.common.workspace import Workspace
from quiz.study.sitting.begin import begin
from quiz.tui.screens.choosing.screen import ChoosingScreen
from tests.plain.nine_types import Clock, begin_all, workspace_over, write_set
from tests.study.common.test_wish import OTHER, TAGGED
from tests.tui.driving import SIZES, Learner, drive


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Two sets, of which five questions were missed."""
    write_set(tmp_path / "sets", TAGGED)
    write_set(tmp_path / "sets", OTHER, "rolls")
    with workspace_over(tmp_path / "sets", tmp_path / "home", Clock()) as workspace:
        study = begin(workspace, Request(all=True, limit=5, seed=1))
        assert study is not None
        while study.session.current is not None:
            study.answer(Response(gave_up=True))
            study.go_on()
        yield workspace


def wish(learner: Learner) -> Wish:
    assert isinstance(learner.app.screen, ChoosingScreen)
    return learner.app.screen.wish


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_is_chosen_is_counted_at_once_and_asked(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("f")
        assert "0 of 18" in learner.lines[0]
        await learner.press("enter")
        assert isinstance(learner.app.screen, ChoosingScreen), "nothing is chosen yet"
        await learner.press("down", "space")
        assert wish(learner) == Wish(states=(State.MISSED,))
        assert "5 of 18" in learner.lines[0]
        await learner.press("space")
        assert "0 of 18" in learner.lines[0]
        await learner.press("space", "enter")
        plan = learner.session.study.session.plan
        assert len(plan) == 5
        assert set(plan) == set(workspace.history.memories())

    drive(workspace, script, size=size)


def test_the_set_at_home_is_chosen_beforehand(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("down", "f")
        assert wish(learner) == Wish(("bread",))
        assert "9 of 18" in learner.lines[0]
        await learner.press("enter")
        assert len(learner.session.study.session.plan) == 9

    drive(workspace, script)


def test_a_choice_is_saved_taken_again_and_removed(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("f", "down", "space", "s")
        await learner.type("weak")
        await learner.press("enter")
        assert learner.sees("Saved")
        await learner.press("c", "home")
        assert wish(learner) == Wish()
        await learner.press("space")
        assert wish(learner) == Wish(states=(State.MISSED,))
        await learner.press("home", "d", "y")
        assert saved_wishes(workspace) == {}

    drive(workspace, script)


def test_how_much_is_asked_is_chosen_too(workspace: Workspace) -> None:
    workspace.settings = workspace.settings._replace(session_limit=3)

    async def script(learner: Learner) -> None:
        await learner.press("f", "down", "space")
        assert learner.lines[0].endswith("5 of 18, asks 3 · about 1 min")
        await learner.press("a")
        assert learner.lines[0].endswith("5 of 18 · 5 min")
        await learner.press("a", "a", "a", "a")
        assert learner.lines[0].endswith("5 of 18 · about 1 min")
        await learner.press("a", "a", "enter")
        assert learner.session.study.record.options["minutes"] == 5

    drive(workspace, script)


def test_headings_are_stepped_over_in_both_directions(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("f", "end")
        screen = learner.app.screen
        assert isinstance(screen, ChoosingScreen)
        for key in ("up", "down"):
            for _ in range(40):
                await learner.press(key)
                assert screen.rows.row is not None
                assert not screen.rows.row.heading

    drive(workspace, script)


def test_a_click_chooses(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("f")
        y = next(i for i, line in enumerate(learner.lines) if "never asked" in line)
        await learner.pilot.click(offset=(20, y))
        await learner.settle()
        assert wish(learner) == Wish(states=(State.NEVER,))

    drive(workspace, script)


def test_the_summary_leads_to_what_was_missed_in_its_sets(workspace: Workspace) -> None:
    study = begin_all(workspace)
    while study.session.current is not None:
        study.answer(Response(gave_up=True))
        study.go_on()

    async def script(learner: Learner) -> None:
        await learner.press("f")
        assert wish(learner).states == (State.MISSED,)
        assert set(wish(learner).sets) == {"bread", "rolls"}
        await learner.press("escape")
        assert learner.sees("Session finished")

    drive(workspace, script, study=study)


def test_the_reader_leads_to_its_section(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("down", "o", "o", "down", "enter", "f")
        assert wish(learner).sections == ("Making dough",)

    drive(workspace, script, size=(120, 36))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_row_of_the_statistics_leads_to_a_choice(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("t", "enter")
        assert learner.sees("All that is due today")
        await learner.press("enter")
        assert wish(learner) == Wish(states=(State.DUE,))
        await learner.press("escape")
        assert learner.sees("Statistics")

    drive(workspace, script, size=size)


def test_a_question_that_keeps_slipping_away_is_stopped_where_it_is_named(tmp_path: Path) -> None:
    clock = Clock()
    with workspace_over(write_set(tmp_path / "sets"), tmp_path / "home", clock) as workspace:
        for day in range(12):
            study = begin(workspace, Request(all=True, limit=1, seed=1))
            assert study is not None
            right = day % 2 == 0
            key = tuple(workspace.library.question(study.current_uid).key)
            study.answer(Response(key) if right else Response(gave_up=True))
            study.finish()
            clock.pass_days(9)
        (leech,) = workspace.history.leeches(4)

        async def script(learner: Learner) -> None:
            await learner.press("t", "5", "enter")
            assert learner.sees("forgotten")
            await learner.press("down", "down", "enter", "g")
            assert set(resting(workspace)) == {leech.question}
            await learner.press("enter", "down", "down", "enter", "b")
            assert not resting(workspace)
            await learner.press("enter", "down", "down", "enter", "a")
            assert learner.session.study.session.plan == (leech.question,)

        drive(workspace, script)
