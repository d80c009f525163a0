"""Settings, changed with the arrows and seen at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from quiz.store.settings import CHOICES, Settings
from quiz.tui.actions import bindings
from quiz.tui.screens.room import Room
from quiz.tui.text import Block, fit, join
from quiz.tui.widgets.set_list import CHOSEN
from quiz.tui.widgets.sheet import Sheet

THEMES = (
    "textual-dark",
    "textual-light",
    "nord",
    "gruvbox",
    "solarized-light",
    "solarized-dark",
    "catppuccin-mocha",
    "catppuccin-latte",
    "tokyo-night",
    "rose-pine-dawn",
    "ansi-dark",
    "ansi-light",
)


@dataclass(frozen=True, slots=True)
class Knob:
    """A setting as a line: its field, its name, how it reads, and what one step makes of it."""

    field: str
    name: str
    read: Callable[[Settings], str]
    turn: Callable[[Settings, int], Settings]


def _theme(settings: Settings, step: int) -> Settings:
    at = THEMES.index(settings.theme) if settings.theme in THEMES else 0
    return replace(settings, theme=THEMES[(at + step) % len(THEMES)])


def _clamped(value: float, step: float, least: float, most: float) -> float:
    return max(least, min(most, round(value + step, 2)))


KNOBS: tuple[Knob, ...] = (
    Knob("theme", "Theme", lambda s: s.theme or THEMES[0], _theme),
    Knob(
        "new_per_day",
        "New questions a day",
        lambda s: str(s.new_per_day),
        lambda s, n: replace(s, new_per_day=int(_clamped(s.new_per_day, 5 * n, 0, 9995))),
    ),
    Knob(
        "session_limit",
        "Questions in a session",
        lambda s: str(s.session_limit) if s.session_limit else "no limit",
        lambda s, n: replace(s, session_limit=int(_clamped(s.session_limit, 5 * n, 0, 9995))),
    ),
    Knob(
        "desired_retention",
        "Known when it comes back",
        lambda s: f"{round(100 * s.desired_retention)} %",
        lambda s, n: replace(
            s, desired_retention=_clamped(s.desired_retention, 0.01 * n, 0.70, 0.99)
        ),
    ),
    Knob(
        "day_starts_at",
        "A study day starts at",
        lambda s: f"{s.day_starts_at:02}:00",
        lambda s, n: replace(s, day_starts_at=(s.day_starts_at + n) % 24),
    ),
    Knob(
        "mouse",
        "Mouse",
        lambda s: "on" if s.mouse else "off (from the next start)",
        lambda s, n: replace(s, mouse=not s.mouse),
    ),
)


class KnobList(Sheet, can_focus=True):
    """The settings as lines; up and down choose one."""

    cursor = 0
    settings = Settings()

    def tell(self, settings: Settings) -> None:
        """Show these settings."""
        self.settings = settings
        self.show(())

    def on_key(self, event: events.Key) -> None:
        """Choose a line."""
        if event.key in ("up", "down"):
            event.stop()
            event.prevent_default()
            self.cursor = (self.cursor + (1 if event.key == "down" else -1)) % len(KNOBS)
            self.show(())

    def blocks(self, width: int) -> Sequence[Block]:
        """A line for each setting, then what the chosen one is for."""
        lines = [self._line(i, knob, width) for i, knob in enumerate(KNOBS)]
        comment = CHOICES[KNOBS[self.cursor].field].comment
        return [*lines, Block(Content("")), Block(Content.styled(comment, "$foreground-muted"))]

    def _line(self, index: int, knob: Knob, width: int) -> Block:
        chosen = index == self.cursor
        value = f"‹ {knob.read(self.settings)} ›" if chosen else f"  {knob.read(self.settings)}"
        line = join(fit(Content(knob.name), min(28, width // 2)), Content.styled(value, "bold"))
        return Block(fit(line, width), style=CHOSEN if chosen else "", mark=index)


class SettingsScreen(Room):
    """Changes settings; they are kept on the way out."""

    room = "settings"
    BINDINGS: ClassVar[list[BindingType]] = bindings("settings")
    DEFAULT_CSS = "SettingsScreen > VerticalScroll { height: 1fr; padding: 1 2; }"

    def __init__(self) -> None:
        super().__init__()
        self.list = KnobList()
        self.where = Sheet()

    def compose_body(self) -> ComposeResult:
        """The list and where it is kept."""
        box = VerticalScroll(self.list, self.where)
        box.can_focus = False
        yield box

    def on_mount(self) -> None:
        """Show what is set."""
        desk = self.quiz.desk
        self.list.tell(desk.settings)
        self.list.focus()
        self.title_line.tell(Content.styled("Settings", "bold"), Content(""))
        path = Content.styled(f"Kept in {desk.settings_path}", "$foreground-muted")
        self.where.show([Block(Content("")), Block(path)])
        self.show_keys(["more", "less", "back", "help"])

    def action_more(self) -> None:
        """One step up."""
        self._turn(1)

    def action_less(self) -> None:
        """One step down."""
        self._turn(-1)

    def on_sheet_chosen(self, message: Sheet.Chosen) -> None:
        """A click chooses a line; a second one turns it."""
        if message.mark == self.list.cursor:
            self._turn(1)
        else:
            self.list.cursor = message.mark
            self.list.show(())

    def action_back(self) -> None:
        """Keep the settings."""
        self.quiz.guarded(self.quiz.desk.keep_settings)
        self.app.pop_screen()

    def _turn(self, step: int) -> None:
        desk = self.quiz.desk
        desk.settings = KNOBS[self.list.cursor].turn(desk.settings, step)
        if desk.settings.theme in self.app.available_themes:
            self.app.theme = desk.settings.theme
        self.list.tell(desk.settings)
