"""Where nothing can be saved: the screen says so, keeps the answer, and asks before going on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.store.history.history import History
from quiz.study.common.workspace import Workspace
from quiz.tui.apps.saving import PATIENCE
from quiz.tui.dialogs.unsaved import UnsavedScreen
from quiz.tui.screens.session.screen import SessionScreen
from quiz.tui.screens.session.stage_keys import Stage
from tests.store.faults import Disk, locked, overwrite, remove_folder
from tests.study.examining import begun, index_of
from tests.tui.driving import SIZES, Learner, drive, give
from tests.tui.exam_driving import enter


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """Made before the workspace is opened: it must come first among a test's arguments."""
    return Disk(monkeypatch)


def kept(workspace: Workspace) -> int:
    """How many answers are on disk."""
    with History.open(workspace.history.path, now_ms=0, readonly=True) as history:
        return history.size()


async def submit(learner: Learner) -> None:
    """Answer rightly, whatever comes of it."""
    await give(learner, learner.question, learner.options, right=True)
    await learner.press("enter")


def says(learner: Learner, words: str) -> bool:
    """Whether the words stand in the box, over several lines perhaps."""
    return words in " ".join(learner.text.replace("│", " ").split())


def asks(learner: Learner) -> bool:
    return isinstance(learner.app.screen, UnsavedScreen)


@pytest.mark.parametrize("size", SIZES)
def test_an_answer_that_a_full_disk_refuses_waits_until_there_is_room(
    disk: Disk, workspace: Workspace, size: tuple[int, int]
) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("enter")
        disk.fill()
        await submit(learner)
        assert learner.sees("Nothing can be saved")
        assert says(learner, "the disk is full")
        for offer in ("try again", "go on without saving", "leave Citequiz", "back"):
            assert says(learner, offer)
        await learner.press("enter")
        assert asks(learner)
        assert kept(workspace) == 0
        disk.free()
        await learner.press("enter")
        assert learner.session.stage is Stage.VERDICT
        assert learner.sees("Correct")
        assert kept(workspace) == 1
        assert workspace.history.saved

    drive(workspace, script, size=size)


def test_going_on_without_saving_is_said_all_the_time_and_saved_when_there_is_room(
    disk: Disk, workspace: Workspace
) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("enter")
        disk.fill()
        await submit(learner)
        await learner.press("w")
        assert learner.sees("Correct")
        assert learner.lines[0].strip().startswith("Not saved")
        await learner.press("enter")
        assert learner.lines[0].strip().startswith("Not saved")
        await learner.press("escape")
        assert learner.lines[0].strip().startswith("Not saved")
        assert learner.sees("Go on with your session")
        await learner.press("enter")
        assert kept(workspace) == 0
        disk.free()
        await submit(learner)
        assert learner.sees("Everything is saved again.")
        assert not learner.lines[0].strip().startswith("Not saved")
        assert kept(workspace) == 2

    drive(workspace, script, notices=True)


def test_going_back_leaves_the_answer_as_it_was_picked(disk: Disk, workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("enter")
        disk.fill()
        await give(learner, learner.question, learner.options, right=True)
        picked = learner.session.given
        await learner.press("enter", "escape")
        assert isinstance(learner.app.screen, SessionScreen)
        assert learner.session.given == picked
        assert learner.session.stage is Stage.ASK
        disk.free()
        await learner.press("enter")
        assert learner.sees("Correct")

    drive(workspace, script)


def test_leaving_says_how_many_answers_are_not_saved_and_tries_once_more(
    disk: Disk, workspace: Workspace
) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("enter")
        disk.fill()
        await submit(learner)
        await learner.press("w", "enter")
        await submit(learner)
        await learner.press("ctrl+q")
        assert learner.sees("2 answers are not saved")
        assert says(learner, "the disk is full")
        await learner.press("escape")
        assert learner.session.stage is Stage.VERDICT
        await learner.press("ctrl+q", "enter")
        assert asks(learner)
        disk.free()
        await learner.press("enter")
        assert learner.app.return_value == 0
        assert kept(workspace) == 2

    drive(workspace, script)


def test_leaving_without_saving_takes_a_key_of_its_own(disk: Disk, workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("enter")
        disk.fill()
        await submit(learner)
        await learner.press("w", "ctrl+c", "enter")
        assert learner.sees("1 answer is not saved")
        assert learner.app.return_value is None
        await learner.press("q")
        assert learner.app.return_value == 0
        assert kept(workspace) == 0

    drive(workspace, script)


def test_leaving_where_it_could_not_be_saved_ends_with_an_error(
    disk: Disk, workspace: Workspace
) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("enter")
        disk.fill()
        await submit(learner)
        await learner.press("q")
        assert learner.app.return_value == 1

    drive(workspace, script)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["h"], "It lifts the dough."),
        (["k"], "Now you know"),
        (["exclamation_mark", "x", "enter"], "What does yeast"),
    ],
)
def test_hints_flags_and_giving_up_are_asked_about_and_done_once_more(
    disk: Disk, workspace: Workspace, keys: list[str], words: str
) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("enter")
        disk.fill()
        await learner.press(*keys)
        assert asks(learner)
        disk.free()
        await learner.press("enter")
        assert not asks(learner)
        assert learner.sees(words)
        assert "k" in keys or len(learner.session.study.hints_taken) == ("h" in keys)
        flags = [flag.comment for flag in workspace.history.flags()]
        assert flags == (["x"] if "x" in keys else [])

    drive(workspace, script)


def test_a_session_that_cannot_be_begun_is_asked_about_at_home(
    disk: Disk, workspace: Workspace
) -> None:
    async def script(learner: Learner) -> None:
        disk.fill()
        await learner.press("enter")
        assert asks(learner)
        await learner.press("w")
        assert learner.lines[0].strip().startswith("Not saved")
        await submit(learner)
        assert learner.sees("Correct")
        disk.free()
        await learner.press("plus")
        assert kept(workspace) == 2

    drive(workspace, script)


def read_only(disk: Disk, workspace: Workspace) -> None:
    disk.protect()


def removed(disk: Disk, workspace: Workspace) -> None:
    remove_folder(workspace.history.path)


def emptied(disk: Disk, workspace: Workspace) -> None:
    overwrite(workspace.history.path, b"")


def replaced(disk: Disk, workspace: Workspace) -> None:
    overwrite(workspace.history.path, b"no database " * 1000)


def truncated(disk: Disk, workspace: Workspace) -> None:
    overwrite(workspace.history.path, workspace.history.path.read_bytes()[:5000])


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (read_only, "the file or its folder is read-only"),
        (removed, "The history is no longer where it was"),
        (emptied, "`quiz doctor --repair` saves what is sound"),
        (replaced, "`quiz doctor --repair` saves what is sound"),
        (truncated, "`quiz doctor --repair` saves what is sound"),
    ],
)
def test_each_fault_is_named_with_what_to_do_and_overwrites_nothing(
    disk: Disk, workspace: Workspace, fault: Callable[[Disk, Workspace], None], words: str
) -> None:
    path = workspace.history.path

    async def script(learner: Learner) -> None:
        await learner.press("enter")
        fault(disk, workspace)
        before = path.read_bytes() if path.exists() else b""
        await submit(learner)
        assert says(learner, words)
        await learner.press("w")
        assert learner.sees("Correct")
        assert (path.read_bytes() if path.exists() else b"") == before

    drive(workspace, script)


def test_a_folder_that_vanished_is_put_back_whole(disk: Disk, workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("enter")
        await submit(learner)
        await learner.press("enter")
        remove_folder(workspace.history.path)
        await submit(learner)
        assert says(learner, "Trying again puts all of it back there")
        await learner.press("enter")
        assert learner.session.stage is Stage.VERDICT
        assert kept(workspace) == 2

    drive(workspace, script)


def test_a_locked_history_is_written_when_the_other_program_lets_go(
    disk: Disk, workspace: Workspace
) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("enter")
        with locked(workspace.history.path):
            await submit(learner)
            assert says(learner, "another program kept it locked")
        await learner.press("enter")
        assert learner.sees("Correct")
        assert kept(workspace) == 1

    drive(workspace, script)


def test_a_locked_history_is_waited_for_and_the_answer_kept_without_a_key(
    disk: Disk, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.tui.dialogs.unsaved.LOOK_AGAIN", 0.01)

    async def script(learner: Learner) -> None:
        assert workspace.history.patience == PATIENCE <= 0.2
        await learner.press("enter")
        with locked(workspace.history.path):
            await submit(learner)
            assert says(learner, "Waiting for it; this goes on by itself")
            await learner.press("escape")
            assert not learner.sees("Correct")
            await learner.press("enter")
            assert says(learner, "Waiting for it; this goes on by itself")
        while asks(learner):
            await asyncio.sleep(0.01)
        await learner.settle()
        assert learner.sees("Correct")
        assert kept(workspace) == 1

    drive(workspace, script)


def test_unsaved_from_the_start_the_title_says_so_at_home(
    tmp_path: Path, workspace: Workspace
) -> None:
    workspace.history.close()
    workspace.history = History.unsaved(tmp_path / "home" / "history.sqlite")

    async def script(learner: Learner) -> None:
        assert learner.lines[0].strip().startswith("Not saved")

    drive(workspace, script, size=(40, 12))
    workspace.history.close()


@pytest.mark.parametrize("content", [b"no database " * 1000, b""], ids=["replaced", "emptied"])
@pytest.mark.parametrize(
    "keys",
    [
        ["enter"],
        ["n", "y"],
        ["end", "enter"],
        ["end", "a"],
        ["end", "o"],
        ["t"],
        ["x"],
        ["s", "escape"],
        ["slash", "y", "e", "a", "s", "t"],
    ],
    ids=" ".join,
)
def test_damage_under_way_is_said_in_every_room_and_nothing_is_overwritten(
    workspace: Workspace, keys: list[str], content: bytes
) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("enter", "k", "enter", "escape")
        overwrite(workspace.history.path, content)
        await learner.press(*keys)
        assert learner.app.return_value is None
        assert learner.sees("quiz doctor --repair")
        assert workspace.history.path.read_bytes() == content

    drive(workspace, script, notices=True)


def test_a_pick_in_an_exam_that_a_full_disk_refuses_waits_until_there_is_room(
    disk: Disk, workspace: Workspace
) -> None:
    begun(workspace)

    async def script(learner: Learner) -> None:
        exam = await enter(learner, "gas")
        index = index_of(exam, "gas")
        disk.fill()
        await learner.press("1")
        assert asks(learner)
        assert not exam.state(index).answered
        disk.free()
        await learner.press("enter")
        await learner.press()
        assert exam.state(index).answered
        assert learner.sees("●")
        assert workspace.history.saved

    drive(workspace, script)
