"""How certain an answer is, by one key before its verdict."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.memory.scheduling import Confidence
from quiz.study.common.workspace import Workspace
from quiz.tui.screens.session.stage_keys import Stage
from tests.plain.nine_types import only, workspace_over, write_set
from tests.tui.driving import SIZES, Learner, drive, give


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[Workspace]:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home") as workspace:
        workspace.settings = workspace.settings._replace(certainty=True)
        yield workspace


def marks(workspace: Workspace) -> list[str]:
    return [review.confidence for review in workspace.history.reviews()]


KEYS = [
    ("s", Confidence.SURE),
    ("u", Confidence.UNSURE),
    ("g", Confidence.GUESS),
    ("enter", Confidence.UNMARKED),
]


@pytest.mark.parametrize(("key", "mark"), KEYS)
@pytest.mark.parametrize("name", ["gas", "gluten"])
def test_after_enter_one_key_says_how_certain_and_brings_the_verdict(
    asking: Workspace, name: str, key: str, mark: Confidence
) -> None:
    async def script(learner: Learner) -> None:
        await give(learner, learner.question, learner.options, right=True)
        await learner.press("enter")
        assert learner.sees("How sure are you?")
        assert marks(asking) == []
        await learner.press(key)
        assert learner.session.stage is Stage.VERDICT
        assert not learner.sees("How sure are you?")

    drive(asking, script, study=only(asking, name))
    assert marks(asking) == [mark]


def test_a_mark_in_place_of_enter_submits_at_once(asking: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("s")  # nothing is chosen yet: the mark waits for the answer
        assert learner.sees("Marked as sure")
        await learner.press("s", "1", "s")
        assert learner.session.stage is Stage.VERDICT

    drive(asking, script, study=only(asking, "gas"))
    assert marks(asking) == ["sure"]


def test_a_typed_answer_is_submitted_with_a_mark_by_a_function_key(asking: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.type("gluten")
        await learner.press("f9")
        assert learner.session.stage is Stage.VERDICT

    drive(asking, script, study=only(asking, "gluten"))
    assert marks(asking) == ["sure"]


def test_escape_goes_back_to_the_answer(asking: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.type("glut")
        await learner.press("enter", "escape")
        assert learner.session.stage is Stage.ASK
        await learner.type("en")
        await learner.press("enter", "u")
        assert learner.sees("Correct")

    drive(asking, script, study=only(asking, "gluten"))
    assert marks(asking) == ["unsure"]


def test_another_choice_can_be_made_while_certainty_is_asked(asking: Workspace) -> None:
    async def script(learner: Learner) -> None:
        right = str(learner.options.index("Gas") + 1)
        wrong = "1" if right != "1" else "2"
        await learner.press(wrong, "enter", right, "s")
        assert learner.sees("Correct")

    drive(asking, script, study=only(asking, "gas"))


def test_giving_up_asks_for_no_certainty(asking: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("k")
        assert learner.session.stage is Stage.VERDICT

    drive(asking, script, study=only(asking, "gas"))
    assert marks(asking) == ["dont-know"]


@pytest.mark.parametrize("size", SIZES)
def test_an_open_answer_is_marked_before_the_model_is_seen(
    asking: Workspace, size: tuple[int, int]
) -> None:
    async def script(learner: Learner) -> None:
        await learner.type("at 200")
        await learner.press("enter")
        assert learner.sees("How sure are you?")
        assert not learner.sees("At 200 degrees, some say.")
        await learner.press("s")
        assert learner.session.stage is Stage.JUDGE
        assert learner.sees("At 200 degrees, some say.")
        await learner.press("1", "2", "enter")

    drive(asking, script, study=only(asking, "crust"), size=size)
    assert marks(asking) == ["sure"]


def test_without_the_setting_a_mark_is_a_toggle(asking: Workspace) -> None:
    asking.settings = asking.settings._replace(certainty=False)

    async def script(learner: Learner) -> None:
        await learner.press("1", "s")
        assert learner.sees("Marked as sure")
        await learner.press("s")
        assert not learner.sees("Marked as sure")
        await learner.press("enter")
        assert learner.session.stage is Stage.VERDICT

    drive(asking, script, study=only(asking, "gas"))
    assert marks(asking) == ["unmarked"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("key", "mark"), [("g", "guessed"), ("enter", "unmarked")])
def test_after_a_right_answer_that_may_be_luck_one_key_owns_up(
    asking: Workspace, size: tuple[int, int], key: str, mark: str
) -> None:
    asking.settings = asking.settings._replace(certainty=False)

    async def script(learner: Learner) -> None:
        await give(learner, learner.question, learner.options, right=True)
        await learner.press("enter")
        assert learner.sees("Knew it, or guessed?")
        await learner.press(key)
        assert not learner.sees("Knew it, or guessed?")
        assert learner.sees("Correct, but guessed") is (mark == "guessed")

    drive(asking, script, size=size, study=only(asking, "gas"))
    assert marks(asking) == [mark]
