"""The exam screen: answering, striking out, typing, the grid."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from quiz.core.grading.grading import Response
from quiz.study.common.workspace import Workspace
from quiz.study.exams.exam import Exam
from quiz.tui.actions import actions_of, in_rooms
from quiz.tui.screens.exam.answer import ExamAnswerScreen
from quiz.tui.screens.exam.grid import ExamGridScreen
from quiz.tui.screens.exam.result import ExamResultScreen
from quiz.tui.screens.exam.review import ExamReviewScreen
from quiz.tui.screens.exam.screen import ExamScreen
from quiz.tui.screens.exam.setup import ExamSetupScreen
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.screens.search.screen import SearchScreen
from quiz.tui.widgets.exam.grid import GridCells
from quiz.tui.widgets.exam.pad import ExamPad
from tests.plain.nine_types import write_set
from tests.study.examining import World, begun, reopened, sitting_at
from tests.tui.driving import SIZES, Learner, drive
from tests.tui.exam_driving import enter, on_disk, said, sitting, struck_through

ROOMS: tuple[type[FramedScreen], ...] = (
    ExamSetupScreen,
    ExamScreen,
    ExamReviewScreen,
    ExamResultScreen,
    ExamAnswerScreen,
)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def workspace(tmp_path: Path, world: World) -> Iterator[Workspace]:
    with sitting_at(write_set(tmp_path / "set"), tmp_path / "home", world) as opened:
        yield opened


@pytest.mark.parametrize("screen", ROOMS, ids=lambda s: s.room)
def test_every_action_of_an_exam_room_has_its_method(screen: type[FramedScreen]) -> None:
    for action in actions_of(screen.room):
        assert hasattr(screen, f"action_{action.name}"), action.id


@pytest.mark.parametrize("room", [screen.room for screen in ROOMS])
def test_no_key_means_two_things_in_an_exam_room(room: str) -> None:
    keys = [key for a in in_rooms({room, "quiz", "app"}) for key in a.keys.split(",")]
    assert sorted(keys) == sorted(set(keys))


def test_each_pick_is_on_disk_at_once_and_can_be_cleared(workspace: Workspace) -> None:
    begun(workspace)

    async def script(learner: Learner) -> None:
        exam = await enter(learner, "gas")
        options = exam.presented(exam.place).options
        await learner.press("2")
        assert on_disk(workspace, "gas") == (options[1],)
        await learner.press("down")
        assert on_disk(workspace, "gas") == (options[1],)
        await learner.press("space")
        assert on_disk(workspace, "gas") == (options[2],)
        await learner.press("c")
        assert on_disk(workspace, "gas") == ()
        assert not learner.sees("●")

    drive(workspace, script)


def test_enter_takes_what_the_arrows_point_at_and_then_goes_on(workspace: Workspace) -> None:
    begun(workspace)

    async def script(learner: Learner) -> None:
        exam = await enter(learner, "gas")
        place = exam.place
        await learner.press("down", "enter")
        assert (exam.place, on_disk(workspace, "gas")) == (
            place,
            (exam.presented(place).options[1],),
        )
        await learner.press("enter")
        assert exam.place == place + 1
        await learner.press("left", "c", "enter")
        assert on_disk(workspace, "gas") == ()

    drive(workspace, script)


def test_an_answer_that_cannot_be_kept_is_not_shown(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from quiz.errors import QuizError

    begun(workspace)

    def fail(*_: object) -> None:
        raise QuizError("the disk is full")

    async def script(learner: Learner) -> None:
        await enter(learner, "gas")
        monkeypatch.setattr(Exam, "answer", fail)
        await learner.press("2")
        assert said(learner, "the disk is full")
        assert not learner.sees("●")

    drive(workspace, script, notices=True)


def test_options_are_struck_out_with_a_sign_and_come_back_when_picked(workspace: Workspace) -> None:
    begun(workspace)

    async def script(learner: Learner) -> None:
        exam = await enter(learner, "gas")
        options = exam.presented(exam.place).options
        await learner.press("down", "minus", "s")
        assert learner.sees("Strike out which option?")
        await learner.press("3")
        assert reopened(workspace).struck(exam.place) == (options[1], options[2])
        assert [f"{i} – " in learner.text for i in (1, 2, 3)] == [False, True, True]
        assert options[1] in struck_through(learner)
        await learner.press("2")
        assert exam.struck(exam.place) == (options[2],)
        await learner.press("minus")
        assert exam.struck(exam.place) == (options[2], options[1])
        assert on_disk(workspace, "gas") == ()
        await learner.press("s", "escape")
        assert not learner.sees("Strike out which option?")
        assert sitting(learner).exam is exam

    drive(workspace, script)


def test_where_nothing_is_chosen_there_is_nothing_to_strike(workspace: Workspace) -> None:
    begun(workspace)

    async def script(learner: Learner) -> None:
        await enter(learner, "gluten")
        await learner.press("escape", "minus")
        assert learner.sees("There are no options to strike out here.")

    drive(workspace, script)


@pytest.mark.parametrize("way", [["pagedown"], ["pageup"], ["escape"], ["f4"], ["ctrl+s"], []])
def test_what_is_typed_is_kept_wherever_one_goes(workspace: Workspace, way: list[str]) -> None:
    begun(workspace)

    async def script(learner: Learner) -> None:
        await enter(learner, "gluten")
        await learner.type("glut")
        await learner.press(*way)
        if not way:
            await learner.pilot.pause(0.4)
        assert on_disk(workspace, "gluten") == ("glut",)

    drive(workspace, script)


def test_what_is_typed_is_kept_when_the_program_is_ended(workspace: Workspace) -> None:
    begun(workspace)

    async def script(learner: Learner) -> None:
        await enter(learner, "cloze")
        await learner.type("Yeast")
        learner.app.exit(143)

    drive(workspace, script)
    assert on_disk(workspace, "cloze") == ("Yeast", "")


def test_a_typed_answer_can_be_gone_back_to_and_typing_moves_nowhere(workspace: Workspace) -> None:
    begun(workspace)

    async def script(learner: Learner) -> None:
        exam = await enter(learner, "cloze")
        place = exam.place
        await learner.type("np")
        await learner.press("left", "enter")
        assert exam.place == place
        await learner.type("frg")
        await learner.press("pageup")
        assert exam.place == place - 1
        await learner.press("pagedown")
        assert learner.sees("1 np")
        assert on_disk(workspace, "cloze") == ("np", "frg")
        assert exam.flagged == ()

    drive(workspace, script)


def test_what_is_missing_in_an_answer_is_said_but_it_is_kept(workspace: Workspace) -> None:
    begun(workspace)

    async def script(learner: Learner) -> None:
        exam = await enter(learner, "roles")
        right = exam.presented(exam.place).options.index("Gas")
        await learner.press(str(right + 1))
        assert learner.sees("Give every left side a partner.")
        assert on_disk(workspace, "roles") == ("Gas", "")
        await learner.press("p", "n")
        assert learner.sees("Salt → Gas")

    drive(workspace, script)


def test_nothing_of_a_session_can_be_done_in_an_exam(workspace: Workspace) -> None:
    begun(workspace)

    async def script(learner: Learner) -> None:
        exam = await enter(learner, "gas")
        place = exam.place
        before = learner.lines[1:-1]
        await learner.press("o", "y", "h", "k", "u", "z", "ctrl+e", "slash")
        assert (learner.lines[1:-1], exam.place) == (before, place)
        await learner.press("g")
        learner.app.action_search()  # as the palette does
        assert isinstance(learner.app.screen, ExamGridScreen)
        await learner.press("escape", "r", "slash", "o")
        assert isinstance(learner.app.screen, ExamReviewScreen)
        await learner.press("y", "slash")
        assert isinstance(learner.app.screen, SearchScreen)

    drive(workspace, script)


@pytest.mark.parametrize("size", SIZES)
def test_the_grid_shows_states_filters_them_and_leads_to_a_question(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    exam = begun(workspace)
    exam.answer(0, Response(exam.presented(0).options[:1] or ("5",)))
    exam.flag(1)
    exam.go(2)

    async def script(learner: Learner) -> None:
        exam = await enter(learner)
        if sitting(learner).typing:
            await learner.press("escape")
        await learner.press("g")
        wide = size[0] >= 100
        assert isinstance(learner.app.screen, ExamScreen if wide else ExamGridScreen)
        legend = ("● 1 answered", "○ 7 unanswered", "! 1 flagged")
        for words in ("1●", "2○!", "▸3○", "8○", *legend):
            assert learner.sees(words)
        await learner.press("tab")
        assert learner.sees("Unanswered]")
        assert not learner.sees("1●")
        await learner.press("3")
        assert learner.sees("▸2○!")
        await learner.press("4", "tab", "end", "left", "enter")
        assert isinstance(learner.app.screen, ExamScreen)
        assert exam.place == 6

    drive(workspace, script, size=size)


def test_a_cell_that_is_clicked_leads_there(workspace: Workspace) -> None:
    begun(workspace)

    async def script(learner: Learner) -> None:
        exam = await enter(learner)
        cells = sitting(learner).grid.cells
        await learner.pilot.click(cells, offset=(cells.cell * 3 + 2, 0))
        assert exam.place == 3

    drive(workspace, script, size=(120, 36))


def test_going_on_does_not_flash_through_the_grid(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(workspace)
    visits: list[GridCells] = []
    monkeypatch.setattr(GridCells, "on_focus", visits.append)

    async def script(learner: Learner) -> None:
        await enter(learner)
        await learner.press("pagedown", "pagedown", "pageup")
        assert visits == []
        assert isinstance(learner.app.focused, ExamPad | Input)

    drive(workspace, script, size=(120, 36))
