"""Terminals of all sizes and kinds, and how the program ends with them."""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from quiz.study.common.workspace import Workspace
from quiz.tui.plain_signs import PlainSigns
from quiz.tui.terminal import charset
from tests.effort import examples, times
from tests.plain.nine_types import workspace_over, write_set
from tests.tui.driving import Learner, drive
from tests.tui.terminal import Terminal

RESIZES = int(os.environ.get("QUIZ_SOAK_RESIZES") or times(60, 20))
DEAREST_KEY = 8_000
"""Bytes that a key may send: a second at 64 kbit/s, for a whole new screen."""
CHEAP_KEY = 200
"""Bytes for pointing at an option, and for choosing it."""


@pytest.fixture
def set_file(tmp_path: Path) -> Path:
    return write_set(tmp_path / "set")


@pytest.mark.parametrize("size", [(20, 5), (39, 11), (40, 12), (300, 100)])
def test_any_size_of_terminal_shows_a_question_or_says_that_it_is_too_small(
    tmp_path: Path, set_file: Path, size: tuple[int, int]
) -> None:
    with workspace_over(set_file, tmp_path / "home") as workspace:

        async def script(learner: Learner) -> None:
            await learner.press("enter")
            assert learner.sees("What does yeast") if size[0] >= 40 else learner.sees("Too small")
            await learner.press("k")
            assert len(learner.lines) == size[1]
            assert all(cell_len(line) <= size[0] for line in learner.lines)

        drive(workspace, script, size=size)


def test_a_terminal_resized_over_and_over_shows_the_same_question(workspace: Workspace) -> None:
    chance = random.Random(7)

    async def script(learner: Learner) -> None:
        await learner.press("enter", "k")
        for _ in range(RESIZES):
            await learner.resize(chance.randint(20, 300), chance.randint(5, 100))
        await learner.resize(80, 24)
        assert learner.sees("Now you know")
        assert "Yeast turns sugar into gas." in learner.highlighted

    drive(workspace, script)


def test_no_key_sends_more_than_a_slow_link_can_bear(tmp_path: Path, set_file: Path) -> None:
    sent: dict[str, int] = {}
    with Terminal("study", str(set_file), home=tmp_path / "home") as terminal:
        terminal.wait_for("1 of 9")
        while terminal.watch(0.4):
            pass
        for key, words in (
            ("\x1b[B", "›2 ○"),
            (" ", "›2 ●"),
            ("k", "Now you know"),
            ("o", "Bread"),
            ("\x1b", "Why"),
            ("\r", "2 of 9"),
        ):
            terminal.press(key)
            while terminal.watch(0.4):
                pass
            sent[key] = len(terminal.painted)
            assert words in terminal.words
    assert max(sent.values()) <= DEAREST_KEY, sent
    assert all(0 < sent[key] <= CHEAP_KEY for key in ("\x1b[B", " ")), sent


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "xterm"},
        {"TERM": "linux"},
        {"TERM": "vt100"},
        {"TERM": "xterm-256color", "COLORTERM": ""},
        {"COLORTERM": "truecolor"},
        {"NO_COLOR": "1"},
        {"TERM": "screen-256color", "TMUX": "/nowhere,1,0"},
    ],
    ids=lambda environment: " ".join(f"{k}={v}" for k, v in environment.items()),
)
def test_every_kind_of_terminal_shows_question_and_proof(
    tmp_path: Path, set_file: Path, environment: dict[str, str]
) -> None:
    with Terminal("study", str(set_file), home=tmp_path / "home", env=environment) as terminal:
        terminal.wait_for("1 of 9")
        terminal.press("k")
        terminal.wait_for("Now you know")
        terminal.wait_for("Yeast turns sugar")
        terminal.press("\x11")
        assert terminal.wait() == 0


def test_a_terminal_that_promises_ascii_gets_borders_and_signs_in_ascii(
    tmp_path: Path, set_file: Path
) -> None:
    with Terminal("study", str(set_file), home=tmp_path / "home", env={"LC_ALL": "C"}) as terminal:
        terminal.wait_for("1 of 9")
        terminal.press("k")
        terminal.wait_for("Now you know")
        assert terminal.words.isascii()


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, ""),
        ({"LANG": "en_US.UTF-8"}, ""),
        ({"LANG": "de_DE.utf8@euro"}, ""),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "C"}, "ascii"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "POSIX"}, "ascii"),
        ({"LANG": "C", "LC_CTYPE": "en_US.UTF-8"}, ""),
        ({"LANG": "de_DE.ISO-8859-15@euro"}, "iso-8859-15"),
        ({"LANG": "en_US"}, ""),
        ({"LC_ALL": "", "LANG": "C"}, "ascii"),
    ],
)
def test_the_charset_is_that_of_the_locale(environment: dict[str, str], expected: str) -> None:
    assert charset(environment) == expected


@settings(max_examples=examples(200), deadline=None)
@given(st.text(st.characters(exclude_categories=["C", "M"])), st.sampled_from(["ascii", "latin-1"]))
def test_plain_signs_are_as_wide_as_what_they_stand_for(text: str, encoding: str) -> None:
    (plain,) = PlainSigns(encoding).apply([Segment(text)], Color(0, 0, 0))
    assert cell_len(plain.text) == cell_len(text)
    if encoding == "latin-1":
        plain.text.encode("latin-1")


def test_an_interrupt_asks_before_it_ends_the_program(tmp_path: Path, set_file: Path) -> None:
    with Terminal("study", str(set_file), home=tmp_path / "home") as terminal:
        terminal.wait_for("1 of 9")
        terminal.press("")
        os.kill(terminal.pid, signal.SIGINT)
        terminal.wait_for("Leave Citequiz?")
        terminal.press("\x1b")
        terminal.wait_for("1 of 9")
        terminal.press("\x03")
        terminal.wait_for("Leave Citequiz?")
        terminal.press("\r")
        assert terminal.wait() == 0
        assert b"\x1b[?1049l" in terminal.painted


# Runs the program in a session of its own, so that no signal tells it that the terminal went.
DETACHED = """
import os, signal, sys
reading, writing = os.pipe()
if pid := os.fork():
    print("child", pid, flush=True)
    signal.pause()
os.setsid()
signal.signal(signal.SIGHUP, signal.SIG_IGN)
from quiz.__main__ import main
main()
"""


def test_a_terminal_that_vanishes_without_a_signal_ends_the_program(
    tmp_path: Path, set_file: Path
) -> None:
    terminal = Terminal("study", str(set_file), home=tmp_path / "home", program=("-c", DETACHED))
    with terminal:
        terminal.wait_for("1 of 9")
        child = int(terminal.words.split("child ")[1].split()[0])
        watch = os.pidfd_open(child)
    # the terminal is closed now; the descriptor is readable when the program has ended
    import select

    ready, _, _ = select.select([watch], [], [], 10)
    os.close(watch)
    if not ready:
        os.kill(child, signal.SIGKILL)
    assert ready


@pytest.mark.parametrize("wanted", [True, False])
def test_the_mouse_is_asked_for_unless_it_is_switched_off(
    tmp_path: Path, set_file: Path, wanted: bool
) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    (home / "settings.toml").write_text(f"mouse = {str(wanted).lower()}\n", encoding="utf-8")
    with Terminal("study", str(set_file), home=home) as terminal:
        terminal.wait_for("1 of 9")
        assert (b"\x1b[?1000h" in terminal.painted) is wanted
