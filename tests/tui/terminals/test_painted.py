"""Only what differs is sent, and what was sent adds up to what is shown."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from textual._compositor import CompositorUpdate, LayoutUpdate
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.strip import Strip

from quiz.tui.app import QuizApp
from quiz.tui.painted import Painted, Pieces
from tests.effort import examples
from tests.plain.nine_types import workspace_over, write_set
from tests.tui.terminal import Terminal

Cell = tuple[str, Style | None]
KEYS = ["enter", "1", "enter", "o", "right", "escape", "enter", "h", "k", "enter", "question_mark"]
KEYS += [
    "escape",
    "slash",
    "s",
    "a",
    "escape",
    "escape",
    "t",
    "2",
    "escape",
    "s",
    "right",
    "escape",
]


def cells(strip: Strip) -> list[Cell]:
    """A cell for each column; a wide sign stands in its first, nothing in its second."""
    found: list[Cell] = []
    for text, style, _ in strip:
        for sign in text:
            found += [(sign, style), ("", style)][: Strip([Segment(sign)]).cell_length]
    return found


class Paper:
    """A terminal that remembers what was written on it."""

    def __init__(self) -> None:
        self.painted = Painted()
        self.rows: dict[int, list[Cell]] = {}
        self.written = 0

    def take(self, update: CompositorUpdate, size: Size) -> None:
        news = self.painted.news(update, size)
        assert isinstance(news, Pieces)
        for x, y, strip in news.pieces:
            row = self.rows.setdefault(y, [(" ", None)] * size.width)
            row[x : x + strip.cell_length] = cells(strip)
            self.written += strip.cell_length


class Watched(QuizApp):
    """The app, its updates also written on paper."""

    paper: Paper

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if isinstance(renderable, CompositorUpdate) and not self._batch_count:
            self.paper.take(renderable, self.size)
        super()._display(screen, renderable)

    @property
    def shown(self) -> list[list[Cell]]:
        return [cells(strip) for strip in self.screen._compositor.render_strips()]


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 12)])
def test_what_was_sent_is_what_is_shown_after_every_key(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with workspace_over(write_set(tmp_path / "set"), tmp_path / "home") as workspace:

        async def run() -> None:
            app = Watched(workspace)
            app.paper = Paper()
            async with app.run_test(size=size) as pilot:
                for key in KEYS:
                    await pilot.press(key)
                    await pilot.pause()
                    rows = app.paper.rows
                    assert [rows[y] for y in range(size[1])] == app.shown, key

        asyncio.run(run())


WORDS = st.text("ab字é–", min_size=1, max_size=12)
STYLES = st.sampled_from([None, Style(bold=True), Style(color="red")])
LINES = st.lists(st.tuples(WORDS, STYLES), min_size=1, max_size=4)


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(LINES, min_size=1, max_size=5))
def test_any_row_after_any_other_is_as_it_should_be(lines: list[list[tuple[str, Style]]]) -> None:
    paper, size = Paper(), Size(40, 1)
    for line in lines:
        strip = Strip([Segment(text, style) for text, style in line]).adjust_cell_length(40)
        paper.take(LayoutUpdate([[strip]], Region(0, 0, 40, 1)), size)
        assert paper.rows[0] == cells(strip)


def test_a_row_that_is_shown_already_is_not_sent_again() -> None:
    paper, size = Paper(), Size(20, 1)
    for text, written in (("one two three four  ", 20), ("one two three four  ", 20)):
        paper.take(LayoutUpdate([[Strip([Segment(text)])]], Region(0, 0, 20, 1)), size)
        assert paper.written == written
    paper.take(
        LayoutUpdate([[Strip([Segment("one two three four! ")])]], Region(0, 0, 20, 1)), size
    )
    assert paper.written == 21
    paper.painted.forget()
    paper.take(
        LayoutUpdate([[Strip([Segment("one two three four! ")])]], Region(0, 0, 20, 1)), size
    )
    assert paper.written == 41


def test_ctrl_l_paints_the_whole_screen_again(tmp_path: Path) -> None:
    with Terminal("study", str(write_set(tmp_path / "set")), home=tmp_path / "home") as terminal:
        terminal.wait_for("1 of 9")
        terminal.press("\x0c")
        terminal.wait_for("What does yeast")
        terminal.wait_for("Help")
