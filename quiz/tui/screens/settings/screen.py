"""Settings, changed with the arrows and seen at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message

from quiz.store.settings.settings import CHOICES, TABLES, Settings
from quiz.tui.actions import bindings
from quiz.tui.screens.framed_screen import FramedScreen
from quiz.tui.screens.settings.steppers import KNOBS, Stepper, turned_theme
from quiz.tui.text import Block, fit, join
from quiz.tui.widgets.set_list import CHOSEN
from quiz.tui.widgets.sheet import Sheet


class StepperList(Sheet, can_focus=True):
    """The settings as lines; up and down choose one."""

    cursor = 0
    settings = Settings()

    def tell(self, settings: Settings) -> None:
        """Show these settings."""
        self.settings = settings
        self.show(())

    class Moved(Message):
        """Another line is chosen."""

    @property
    def stepper(self) -> Stepper:
        """The chosen setting."""
        return KNOBS[self.cursor]

    @property
    def about(self) -> str:
        """What the chosen setting is for."""
        field = self.stepper.field
        return self.stepper.about or (TABLES.get(field) or CHOICES[field]).comment

    def move_to(self, cursor: int) -> None:
        """Choose a line and bring it into view."""
        self.cursor = cursor % len(KNOBS)
        self.show(())
        self.post_message(self.Moved())
        self.call_after_refresh(self.reveal, self.cursor)

    def on_key(self, event: events.Key) -> None:
        """Choose a line."""
        if event.key in ("up", "down"):
            event.stop()
            event.prevent_default()
            self.move_to(self.cursor + (1 if event.key == "down" else -1))

    def blocks(self, width: int) -> Sequence[Block]:
        """A line for each setting."""
        return [self._line(i, stepper, width) for i, stepper in enumerate(KNOBS)]

    def _line(self, index: int, stepper: Stepper, width: int) -> Block:
        chosen, value = index == self.cursor, stepper.read(self.settings)
        if stepper.turn is None:
            value = f"{value}  ›"
        text = f"‹ {value} ›" if chosen and stepper.turn else f"  {value}"
        line = join(
            fit(Content(stepper.name), min(28, width // 2 + 4)), Content.styled(text, "bold")
        )
        return Block(fit(line, width), style=CHOSEN if chosen else "", mark=index)


class SettingsScreen(FramedScreen):
    """Changes settings; they are kept on the way out."""

    room = "settings"
    BINDINGS: ClassVar[list[BindingType]] = bindings("settings")
    DEFAULT_CSS = """
    SettingsScreen > VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    SettingsScreen StepperList { margin: 1 2; }
    SettingsScreen #where { margin: 0 2; }
    SettingsScreen > #about { dock: bottom; height: 2; margin: 0 0 1 0; padding: 0 2;
                              background: $surface; }
    SettingsScreen.-low StepperList { margin: 0 1; }
    SettingsScreen.-low #where { display: none; }
    SettingsScreen.-low > #about { padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.list = StepperList()
        self.where = Sheet(id="where")
        self.about = Sheet(id="about")

    def compose_body(self) -> ComposeResult:
        """The list and where it is kept; below, what the chosen setting is for."""
        box = VerticalScroll(self.list, self.where)
        box.can_focus = False
        yield box
        yield self.about

    def on_mount(self) -> None:
        """Show what is set."""
        self.list.focus()
        self.title_line.tell(Content.styled("Settings", "bold"), Content(""))
        path = Content.styled(f"Kept in {self.quiz.workspace.settings_path}", "$foreground-muted")
        self.where.show([Block(path)])

    def on_screen_resume(self) -> None:
        """Show what is set, also after a list of themes or keys."""
        self.list.tell(self.quiz.workspace.settings)
        self.on_stepper_list_moved()

    def on_stepper_list_moved(self) -> None:
        """Say what the chosen setting is for, and what keys do with it."""
        self.about.show([Block(Content(self.list.about))])
        stepper, labels = self.list.stepper, {}
        turns = ["more", "less"] if stepper.turn else []
        if stepper.field == "theme":
            labels = {"more": "Next", "less": "Before", "open": "List"}
        self.show_keys([*turns, *(["open"] if stepper.opens else []), "back", "help"], labels)

    def action_more(self) -> None:
        """One step up."""
        self._turn(1)

    def action_less(self) -> None:
        """One step down."""
        self._turn(-1)

    def action_open(self) -> None:
        """Open the list behind a line; elsewhere one step up."""
        if self.list.stepper.field == "theme":
            self.frame.action_theme()
        elif self.list.stepper.opens:
            from quiz.tui.screens.settings.keymap import KeymapScreen

            self.app.push_screen(KeymapScreen())
        else:
            self._turn(1)

    def on_sheet_chosen(self, message: Sheet.Chosen) -> None:
        """A click chooses a line; a second one turns or opens it."""
        if message.mark == self.list.cursor:
            self.action_open()
        else:
            self.list.move_to(message.mark)

    def action_back(self) -> None:
        """Keep the settings."""
        self.quiz.guarded(self.quiz.workspace.keep_settings)
        self.app.pop_screen()

    def _turn(self, step: int) -> None:
        workspace, stepper = self.quiz.workspace, self.list.stepper
        if stepper.turn is None:
            return
        if stepper.field == "theme":
            themes = tuple(self.app.available_themes)
            workspace.settings = turned_theme(workspace.settings, step, themes)
            self.app.theme = workspace.settings.theme
        workspace.settings = stepper.turn(workspace.settings, step)
        self.list.tell(workspace.settings)
