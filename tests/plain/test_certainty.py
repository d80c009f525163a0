"""How certain an answer is, said in lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.memory.scheduling import Confidence
from quiz.study.common.workspace import Desk
from tests.plain.nine_types import desk_over, hold, only, right, write_set


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_over(write_set(tmp_path / "set"), tmp_path / "home") as desk:
        desk.settings = desk.settings._replace(certainty=True)
        yield desk


def marks(desk: Desk) -> list[str]:
    return [review.confidence for review in desk.history.reviews()]


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
    desk: Desk, name: str, typed: str, mark: Confidence
) -> None:
    study = only(desk, name)
    assert study.turn is not None
    given = right(study.turn.question, study.turn.options)
    if name == "crust":  # before the model answer is shown, not after
        given = given.replace("1 2\n", "")
        typed = f"{typed}\n1 2"
    printed = hold(study, f"{given}{typed}\n")
    assert "How sure are you?" in printed
    assert marks(desk)[0] == mark


def test_giving_up_or_a_mark_beforehand_is_not_asked_about(desk: Desk) -> None:
    assert "How sure" not in hold(only(desk, "gas"), ":k\n")
    assert "How sure" not in hold(only(desk, "gluten"), ":sure\ngluten\n")
    assert marks(desk) == ["dont-know", "sure"]


def test_without_the_setting_nothing_is_asked(desk: Desk) -> None:
    desk.settings = desk.settings._replace(certainty=False)
    assert "How sure" not in hold(only(desk, "gluten"), "gluten\n")
    assert marks(desk) == ["unmarked"]
