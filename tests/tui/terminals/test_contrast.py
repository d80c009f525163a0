"""Every text in every bundled theme can be read: computed from what is painted."""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import Color as Painted
from textual.color import Color
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES

from quiz.study.common.workspace import Workspace
from quiz.study.exams.exam import Exam
from quiz.study.exams.terms import ExamRequest
from quiz.tui.contrast import ENOUGH, contrast, readable
from quiz.tui.screens.exam.screen import ExamScreen
from tests.effort import examples, some_of
from tests.store.faults import remove_folder
from tests.tui.driving import Learner, drive

THEMES = [name for name in BUILTIN_THEMES if "ansi" not in name]
SIGNS = set("✓✗◐→▸●○‹›!–[]")


def shown(color: Painted) -> Color:
    return Color.from_rich_color(color)


def hard_to_read(screen: Screen[object]) -> Iterator[str]:
    """Each painted text whose contrast is too low; lines and bars are no text."""
    for strip in screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            text = segment.text.strip()
            if not any(char.isalnum() or char in SIGNS for char in text):
                continue
            assert style is not None
            assert style.color is not None
            assert style.bgcolor is not None
            assert not style.dim
            found = contrast(shown(style.color), shown(style.bgcolor))
            if found < ENOUGH:
                yield f"{found:.2f} {text!r} {style}"


async def look(learner: Learner, where: str) -> None:
    """Look at what is on screen in every theme, or in a part of them that the place decides."""
    for theme in some_of(THEMES, crc32(where.encode())):
        learner.app.theme = theme
        await learner.press()
        unreadable = list(hard_to_read(learner.app.screen))
        assert unreadable == [], (theme, where)


def test_every_text_of_every_screen_can_be_read_in_every_theme(workspace: Workspace) -> None:
    async def script(learner: Learner) -> None:
        await look(learner, "home")
        await learner.press("s")
        await look(learner, "settings")
        await learner.press("escape", "enter")
        await look(learner, "asked")
        await learner.press("exclamation_mark")
        await look(learner, "flag")
        await learner.press("escape")
        await learner.answer(right=False)
        await look(learner, "verdict")
        await learner.press("question_mark")
        await look(learner, "help")

    drive(workspace, script, size=(120, 36))


def test_every_text_about_what_is_not_saved_can_be_read_in_every_theme(
    workspace: Workspace,
) -> None:
    async def script(learner: Learner) -> None:
        await learner.press("enter")
        remove_folder(workspace.history.path)
        await learner.press("k")
        await look(learner, "this cannot be saved")
        await learner.press("w")
        await look(learner, "not saved, in the title")
        await learner.press("ctrl+q")
        await look(learner, "answers are not saved")

    drive(workspace, script, size=(120, 36))


def test_every_text_of_an_exam_can_be_read_in_every_theme(workspace: Workspace) -> None:
    exam = Exam.begin(workspace, ExamRequest(minutes=5, seed=3))
    uids = [uid.partition("/")[2] for uid in exam.paper]

    async def script(learner: Learner) -> None:
        await look(learner, "home with an exam")
        await learner.press("x")
        await look(learner, "exam set-up")
        await learner.press("enter")
        await look(learner, "drop the exam?")
        await learner.press("escape", "escape", "home", "enter")
        sitting = learner.app.screen
        assert isinstance(sitting, ExamScreen)
        await sitting.go(uids.index("gas"))
        await learner.press("1", "down", "minus", "f")
        await look(learner, "exam, picked, struck out and flagged")
        await learner.press("g")
        await look(learner, "exam grid")
        await learner.press("escape", "r")
        await look(learner, "exam review")
        await learner.press("y")
        await look(learner, "exam result")
        await learner.press("enter")
        await look(learner, "exam answer")
        await learner.press("escape", "escape", "x")
        await look(learner, "old exams")

    drive(workspace, script, size=(120, 36))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("black", "white", 21.0), ("white", "white", 1.0), ("#777777", "white", 4.48)],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, expected: float) -> None:
    found = contrast(Color.parse(one), Color.parse(other))
    assert found == pytest.approx(expected, abs=0.005)
    assert found == contrast(Color.parse(other), Color.parse(one))


COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: Color(*rgb).hex)


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(COLOURS, min_size=3, max_size=3), st.booleans())
def test_whatever_the_texts_of_a_theme_they_become_readable(texts: list[str], dark: bool) -> None:
    grounds = ("#202020", "#303030", "#404040") if dark else ("#f8f8f8", "#e8e8e8", "#d8d8d8")
    names = ("background", "surface", "panel")
    theme = dict(zip(names, grounds, strict=True))
    theme |= {"primary-muted": grounds[1], "block-cursor-background": "#4060a0", "warning": "#fa0"}
    theme |= dict.fromkeys(("foreground", "text-primary", "text-accent"), texts[0])
    theme |= dict.fromkeys(("text-success", "text-warning"), texts[1]) | {"text-error": texts[2]}
    found = readable(theme)
    for name in ("foreground", "foreground-muted", "text-accent", "text-success", "text-error"):
        for ground in grounds:
            assert contrast(Color.parse(found[name]), Color.parse(ground)) >= ENOUGH - 0.05


def test_colours_that_can_be_read_already_stay_as_they_are() -> None:
    theme = BUILTIN_THEMES["textual-dark"].to_color_system().generate()
    found = readable(theme)
    assert Color.parse(found["foreground"]) == Color.parse(theme["foreground"])
