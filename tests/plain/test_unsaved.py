"""Where nothing can be saved, in lines: a person is asked, a pipe gets an error."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.questions.single_choice import SingleChoice
from quiz.plain import study_plain
from quiz.store.history.database import UnsavableError
from quiz.store.history.history import History
from quiz.study.common.workspace import Workspace
from tests.plain.nine_types import Person, only, workspace_over, write_set
from tests.store.faults import Disk


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@pytest.fixture
def workspace(disk: Disk, tmp_path: Path) -> Iterator[Workspace]:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home") as opened:
        yield opened


class Busy(Person):
    """Somebody who frees the disk before typing a line that says so."""

    def __init__(self, disk: Disk, typed: str) -> None:
        super().__init__(typed)
        self._disk = disk

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        line = super().readline() if size is None else super().readline(size)
        if line.startswith("free"):
            self._disk.free()
            return self.readline()
        return line


def sit(workspace: Workspace, disk: Disk, typed: str, question: str = "gas") -> str:
    """What is printed when the disk is full from the first answer on."""
    study = only(workspace, question)
    presented = study.presented
    assert presented is not None
    assert isinstance(presented.question, SingleChoice)
    disk.fill()
    right = str(presented.options.index(presented.question.answer) + 1)
    output = io.StringIO()
    typed = typed.replace("RIGHT", right)
    status = study_plain(study, input=Busy(disk, typed), output=output, width=80)
    assert status == 0
    return " ".join(output.getvalue().split())


def on_disk(workspace: Workspace) -> int:
    with History.open(workspace.history.path, now_ms=0, readonly=True) as history:
        return history.size()


def test_an_answer_waits_until_there_is_room(workspace: Workspace, disk: Disk) -> None:
    said = sit(workspace, disk, "RIGHT\nr\nwhat\nfree\nr\n\n")
    assert said.count("This cannot be saved: the history cannot be used: the disk is full.") == 2
    assert "Type r, w or q." in said
    assert said.index("the disk is full") < said.index("Correct")
    assert on_disk(workspace) == 1


def test_going_on_without_saving_is_said_and_ends_when_there_is_room(
    workspace: Workspace, disk: Disk
) -> None:
    said = sit(workspace, disk, "RIGHT\nw\n:undo\nfree\nRIGHT\n\n")
    before, _, after = said.partition("Taken back.")
    assert "Correct" in before
    assert after.startswith(" Not saved.")
    assert "Everything is saved again." in after
    assert workspace.history.saved
    assert on_disk(workspace) == 2


@pytest.mark.parametrize("typed", ["RIGHT\nq\n", "RIGHT\n"])
def test_leaving_then_is_an_error(workspace: Workspace, disk: Disk, typed: str) -> None:
    with pytest.raises(UnsavableError, match="the disk is full"):
        sit(workspace, disk, typed)
    assert on_disk(workspace) == 0


def test_nobody_is_asked_over_a_pipe(workspace: Workspace, disk: Disk) -> None:
    study = only(workspace, "gas")
    disk.fill()
    output = io.StringIO()
    with pytest.raises(UnsavableError):
        study_plain(study, input=io.StringIO("1\nw\n"), output=output, width=80)
    assert "This cannot be saved" not in output.getvalue()
