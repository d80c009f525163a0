from __future__ import annotations

import pytest

from quiz.plain.commands import NAMES, Command, answer_in, command_in, unknown_text


@pytest.mark.parametrize(
    ("line", "command"),
    [
        (":hint", Command("hint")),
        ("  :HINT  ", Command("hint")),
        (":flag two are right", Command("flag", "two are right")),
        (":quit", Command("q")),
        (":?", Command("help")),
        (": k", Command("k")),
        (":nonsense", Command("nonsense")),
        (":", Command("")),
    ],
)
def test_a_leading_colon_makes_a_command(line: str, command: Command) -> None:
    assert command_in(line) == command


@pytest.mark.parametrize(
    ("line", "answer"),
    [("60", "60"), (" a: b ", "a: b"), ("::hint", ":hint"), (":::", "::"), ("", "")],
)
def test_anything_else_is_an_answer(line: str, answer: str) -> None:
    assert command_in(line) is None
    assert answer_in(line) == answer


def test_an_unknown_command_gets_the_nearest_one() -> None:
    assert "did you mean 'hint'?" in unknown_text(Command("hnt"))
    assert ":help" in unknown_text(Command("xyzzy"))


def test_every_command_has_a_single_word() -> None:
    assert len(set(NAMES)) == len(NAMES) == len([name for name in NAMES if name.isalpha()])
