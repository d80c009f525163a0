"""How certain an answer is, said in lines."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.memory.scheduling import Confidence
from quiz.plain.sitting import study_plain
from quiz.study.common.workspace import Workspace
from tests.plain.nine_types import Person, hold, only, right, workspace_over, write_set


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home") as workspace:
        workspace.settings = workspace.settings._replace(certainty=True)
        yield workspace


def marks(workspace: Workspace) -> list[str]:
    return [review.confidence for review in workspace.history.reviews()]


MARKS = [
    ("s", Confidence.SURE),
    ("unsure", Confidence.UNSURE),
    ("G", Confidence.GUESS),
    ("", Confidence.UNMARKED),
    ("what?\nu", Confidence.UNSURE),
]


@pytest.mark.parametrize(("typed", "mark"), MARKS)
@pytest.mark.parametrize("name", ["gas", "gluten", "crust"])
def test_an_answer_is_followed_by_how_certain_it_is(
    workspace: Workspace, name: str, typed: str, mark: Confidence
) -> None:
    study = only(workspace, name)
    assert study.presented is not None
    given = right(study.presented.question, study.presented.options)
    if name == "crust":  # before the model answer is shown, not after
        given = given.replace("1 2\n", "")
        typed = f"{typed}\n1 2"
    printed = hold(study, f"{given}{typed}\n")
    assert "How sure are you?" in printed
    assert marks(workspace)[0] == mark


def test_giving_up_or_a_mark_beforehand_is_not_asked_about(workspace: Workspace) -> None:
    assert "How sure" not in hold(only(workspace, "gas"), ":k\n")
    assert "How sure" not in hold(only(workspace, "gluten"), ":sure\ngluten\n")
    assert marks(workspace) == ["dont-know", "sure"]


def test_without_the_setting_nothing_is_asked(workspace: Workspace) -> None:
    workspace.settings = workspace.settings._replace(certainty=False)
    assert "How sure" not in hold(only(workspace, "gluten"), "gluten\n")
    assert marks(workspace) == ["unmarked"]


def talk(workspace: Workspace, after: str) -> str:
    """Answer `gas` rightly at a terminal, then type this."""
    workspace.settings = workspace.settings._replace(certainty=False)
    study, output = only(workspace, "gas"), io.StringIO()
    assert study.presented is not None
    typed = right(study.presented.question, study.presented.options) + after
    assert study_plain(study, input=Person(typed), output=output, width=80) == 0
    return output.getvalue()


@pytest.mark.parametrize(
    ("typed", "mark"), [("g\n", "guessed"), ("\n", "unmarked"), ("x\ng\n", "guessed")]
)
def test_after_a_right_answer_that_may_be_luck_one_key_owns_up(
    workspace: Workspace, typed: str, mark: str
) -> None:
    printed = talk(workspace, typed)
    assert "Knew it, or guessed? g a guess, Enter" in printed
    assert marks(workspace) == [mark]
    assert ("comes again in this session" in printed) is (mark == "guessed")
