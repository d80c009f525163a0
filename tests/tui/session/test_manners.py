"""Keys as hands use them: Caps Lock, pasting, many partners, the shell and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from quiz.study.sitting.study import Study
from quiz.tui.widgets.choice_pad import option_of_key
from quiz.tui.widgets.typed_pad import AnswerInput
from tests.plain.nine_types import only, workspace_over, write_set
from tests.tui.driving import Learner, drive

SIGNS = "1234567890abcdef"
"""Keys that mean an option; what is behind these is reached with Space alone."""
COUNT = len(SIGNS) + 2
PAIRS = f"""\
id: many
title: Many
documents: {{d: d.txt}}
questions:
  - id: q
    type: matching
    stem: Which belongs to which?
    pairs:
{"".join(f"      - {{left: valve {n}, right: room {n}}}{chr(10)}" for n in range(1, COUNT + 1))}
    explanation: So they are.
    sources: [{{document: d, exact: Valves have rooms}}]
"""


def test_capitals_are_letters_and_letters_go_on_behind_the_digits() -> None:
    assert option_of_key("A", "A", 4) == option_of_key("a", "a", 4) == 0
    assert option_of_key("a", "a", 12) == 10
    assert option_of_key("c", "c", 12) is None
    assert option_of_key("0", "0", 12) == 9


@pytest.mark.parametrize("keys", [("1", "enter"), ("A", "enter")])
def test_caps_lock_makes_no_difference(tmp_path: Path, keys: tuple[str, ...]) -> None:
    with workspace_over(write_set(tmp_path / "sets"), tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            await learner.press("H")
            assert learner.sees("Hint")
            await learner.press(*keys)
            assert learner.session.study.feedback is not None

        drive(workspace, script, study=only(workspace, "gas"))


def test_all_lines_of_what_is_pasted_are_kept(tmp_path: Path) -> None:
    with workspace_over(write_set(tmp_path / "sets"), tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            field = learner.session.query_one(AnswerInput)
            await learner.type("x")
            field.post_message(events.Paste("one\r\ntwo \x1b[2J\nthree\n"))
            await learner.settle()
            assert field.value == "xone two ␛[2J three"

        drive(workspace, script, study=only(workspace, "gluten"))


def test_a_unit_stands_behind_its_field(tmp_path: Path) -> None:
    with workspace_over(write_set(tmp_path / "sets"), tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            assert "a number (" not in learner.text
            assert any("a number" in line and line.endswith(" minutes") for line in learner.lines)

        drive(workspace, script, study=only(workspace, "rest"))


def test_every_partner_of_many_can_be_given_by_keyboard(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("Valves have rooms.\n", "utf-8")
    (tmp_path / "many.yaml").write_text(PAIRS, "utf-8")
    with workspace_over(tmp_path / "many.yaml", tmp_path / "home") as workspace:
        study = Study.begin(workspace, ("many/q",), title="", seed=7)

        async def script(learner: Learner) -> None:
            for row in range(COUNT):
                wanted = learner.options.index(f"room {row + 1}")
                if wanted < len(SIGNS):
                    await learner.press(SIGNS[wanted])
                else:
                    await learner.press(*["space"] * (wanted + 1), "down")
            await learner.press("enter")
            assert learner.sees("Correct")

        drive(workspace, script, study=study, size=(120, 60))
