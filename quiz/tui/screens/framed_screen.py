"""What all screens have in common: a title line, a key bar, a notice when there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from quiz.tui.actions import action as action_of
from quiz.tui.actions import key_name
from quiz.tui.widgets.key_bar import KeyBar
from quiz.tui.widgets.sheet import Sheet
from quiz.tui.widgets.status_line import TitleLine

if TYPE_CHECKING:
    from quiz.tui.apps.frame import Frame
    from quiz.tui.apps.learner_app import LearnerApp

MIN_WIDTH, MIN_HEIGHT = 40, 12
WIDTHS = [(0, "-stacked"), (100, "-wide")]
HEIGHTS = [(0, "-low"), (18, "-high")]
"""From how many columns and rows on a screen has which class."""


class FramedScreen(Screen[None]):
    """A screen with a title line above and a key bar below. `room` names its actions."""

    room: ClassVar[str] = ""
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("shift+right", "sideways(1)", "Sideways", show=False),
        Binding("shift+left", "sideways(-1)", "Back", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    DEFAULT_CSS = """
    FramedScreen { layout: vertical; background: $background; }
    FramedScreen > #small { display: none; padding: 0 1; }
    FramedScreen.-small > * { display: none; }
    FramedScreen.-small > #small { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.title_line = TitleLine()
        self.key_bar = KeyBar()
        self._small = Sheet(id="small")

    def compose(self) -> ComposeResult:
        """Title, whatever the screen adds, keys."""
        # Now, not with the first resize: nothing in it has to be styled twice.
        width, height = self.app.size
        self.add_class(_class_from(width, WIDTHS), _class_from(height, HEIGHTS))
        yield self.title_line
        yield from self.compose_body()
        yield self.key_bar

    def compose_body(self) -> ComposeResult:
        """The screen's own part."""
        return
        yield

    @property
    def frame(self) -> Frame:
        """The app, whichever it is."""
        return cast("Frame", self.app)

    @property
    def quiz(self) -> LearnerApp:
        """The learner's app."""
        return cast("LearnerApp", self.app)

    def on_resize(self, event: events.Resize) -> None:
        """Say so when there is too little room."""
        from quiz.tui.text import Block

        small = event.size.width < MIN_WIDTH or event.size.height < MIN_HEIGHT
        self.set_class(small, "-small")
        if small:
            size = f"{event.size.width}×{event.size.height}"
            text = f"Too small: {size}. Citequiz needs {MIN_WIDTH}×{MIN_HEIGHT}."
            if not self._small.is_attached:
                self.mount(self._small)
            self._small.show([Block(Content(text))])

    def show_keys(self, names: Sequence[str], labels: dict[str, str] | None = None) -> None:
        """Put the keys of these actions on the bar; `labels` rename some for the moment."""
        self.key_bar.show([self._key(name, labels or {}) for name in names])

    def _key(self, name: str, labels: dict[str, str]) -> tuple[str, str, str]:
        action = action_of(self.room, name)
        run = name if action.room == self.room else f"app.{name}"
        return self.shown_key(name), labels.get(name, action.label), run

    def shown_key(self, name: str) -> str:
        """The key of an action that works now, as people read it."""
        keys = self.frame.keys_of(action_of(self.room, name)).split(",")
        typing = self.typing
        return key_name(next((k for k in keys if not typing or _works_while_typing(k)), keys[0]))

    @property
    def typing(self) -> bool:
        """Whether letters go into a field."""
        from quiz.tui.widgets import typing_in

        return typing_in(self.focused)

    def action_sideways(self, by: int) -> None:
        """Show the rest of code that is wider than its place."""
        for sheet in self.query(Sheet):
            sheet.sideways(by)

    async def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """Do what was clicked."""
        await self.run_action(message.action)


def _class_from(size: int, breakpoints: Sequence[tuple[int, str]]) -> str:
    """The class of the last breakpoint that a size reaches."""
    return max(point for point in breakpoints if point[0] <= size)[1]


def _works_while_typing(key: str) -> bool:
    return len(key.strip()) > 1 and key.strip() not in (
        "space",
        "plus",
        "minus",
        "exclamation_mark",
        "question_mark",
        "slash",
    )
